import type { Spokesperson } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import type { Mention } from '../events/event.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { shortAnswer } from '../language/short-answer.ts';
import type { Decision, Part } from './decide.ts';
import { type Asking, fitted, shortly, unled, withoutYes } from './fitted.ts';
import { layName } from './lay-name.ts';

type Pool = keyof Persona['phrases'];

export interface Voice {
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** Who speaks where the patient does not: what is said of the body is then said of somebody else's. */
  readonly proxy: Spokesperson | null;
  /** The doctor's words that are answered. */
  readonly asked: string;
  /** Words of the persona's for a purpose; goes through the pool from reply to reply. */
  readonly pick: (pool: Pool) => string;
  /** The same of other words than the persona's. */
  readonly pickOf: (purpose: string, words: readonly string[]) => string;
}

/** Personas speak of their own body. Of somebody else's one says what one has seen. */
const ofAnother = {
  deny: [
    'No, no {finding}.',
    "No {finding}, not that I've seen.",
    "No, I haven't noticed any {finding}.",
    'No {finding}, no.',
  ],
  unsure: [
    "I couldn't say, I can only tell you what I see.",
    "I don't know that about {patient}, I'm afraid.",
    "I really can't tell from the outside.",
  ],
  unsureOfMore: [
    "I don't know that about {patient}, I'm afraid.",
    "I couldn't tell you that about {patient}.",
    "I'm not sure about that, I'd have to ask.",
  ],
  fishing: ["I don't know, that's why we came.", 'I was hoping you could tell us.', "I'm no doctor, I can't say."],
  playDown: ["It doesn't look too bad to me.", "It seems bearable, I'd say."],
  stress: ["It's terrible to watch.", "It looks awful, I've never seen it so bad."],
} as const;

/** Of what nobody is without, where there is nothing to tell. */
export const asUsual = [
  'All as usual, as far as I know.',
  'Nothing out of the ordinary there.',
  "That's all as it should be, I think.",
] as const;

const nowhereElse = ['No, nowhere else.', 'Nowhere else, no.', 'No, it stays where it is.'] as const;
const noQuestions = ["No, I think that's clear.", 'No, no questions.', "No, that's all clear to me."] as const;
const consent = ['Yes, go ahead.', 'Of course.', "Yes, that's fine.", 'All right.'] as const;

function isFelt({ finding, aspect }: Mention, lexicon: Lexicon): boolean {
  return aspect === 'presence' && lexicon.findings.get(finding ?? '')?.kind === 'symptom';
}

/** The doctor wants to examine or to take something, and does not ask what an earlier test showed. */
function isAskingLeave(asked: string): boolean {
  return /\b(?:(?:may|can|could|shall|should) (?:i|we)|let me|let's|i(?:'d| would) like to|i(?:'m| am) going to|i(?:'ll| will)|(?:ok|okay|all right|alright) if i)\b/i.test(
    asked.replaceAll('’', "'"),
  );
}

/** "How far can you walk?" is answered by no yes. */
function asksInWords(asked: string): boolean {
  const last = asked.match(/[^.!?]+\?\s*$/)?.[0].trim() ?? '';
  return /^(?:and |so |but |then |ok(?:ay)?,? )*(?:(?:for|since|from|in|with|of|to|at) )?(?:what(?! about| if)|how(?! about)|where|which|who|when|why)\b/i.test(
    last,
  );
}

/** The like of a persona's pool, in the mouth of somebody who can only look. */
function pickOfAnother(pool: keyof typeof ofAnother, { pickOf, proxy }: Voice): string {
  return pickOf(`proxy ${pool}`, ofAnother[pool]).replace('{patient}', proxy?.patient ?? '');
}

/** Puts a decision into words: the case's own, joined in the persona's way. Nothing is told that was not decided. */
export function speak(decision: Decision, voice: Voice): string {
  const { pick } = voice;
  switch (decision.act) {
    case 'fishing':
      return voice.proxy === null ? pick('fishing') : pickOfAnother('fishing', voice);
    case 'leave':
    case 'notUnderstood':
    case 'jargon':
    case 'confused':
    case 'nothingMore':
    case 'closing':
    case 'closingReluctant':
    case 'closingQuestion':
      return pick(decision.act);
    case 'noQuestions':
      return voice.pickOf('no questions', noQuestions);
    case 'small talk':
      return decision.mood.patience === 'irritated' ? pick('irritated') : pick('smallTalk');
    case 'answer':
      return answer(decision, voice);
  }
}

function answer({ parts, mood, isRepeated, asksBack, digresses, showsFeeling }: Decision, voice: Voice): string {
  const { pick } = voice;
  const told = parts.filter((part) => part.kind === 'tell');
  const denied = told.filter(isDefaultDenial);
  // What is added of one's own accord takes no part in the yes or no.
  const answers = parts.filter(({ kind }) => kind !== 'volunteer');
  const sentences: string[] = [];
  if (mood.patience === 'irritated') sentences.push(pick('irritated'));
  if (isRepeated) sentences.push(pick('repeated'));
  for (const part of withoutEchoes(parts)) {
    if (part.kind === 'tell' && isDefaultDenial(part)) {
      if (part === denied[0])
        sentences.push(denial(denied, { isOnly: denied.length === answers.length, isRepeated }, voice));
    } else
      sentences.push(
        sentenceFor(part, { isAlone: parts.length === 1, isOnly: answers.length === 1, isRepeated }, voice),
      );
  }
  if (showsFeeling && !isRepeated) sentences.push(pick('emotion'));
  if (digresses) sentences.push(pick('digress'));
  if (asksBack) sentences.push(pick('askBack'));
  return sentences.filter((sentence, i) => sentence !== sentences[i - 1]).join(' ');
}

function isDefaultDenial(part: Extract<Part, { kind: 'tell' }>): boolean {
  return part.told.value === 'absent' && part.words === null;
}

/** Not knowing, or not wanting to say, is said once, however much was asked. */
function withoutEchoes(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => 'told' in part || parts.findIndex(({ kind }) => kind === part.kind) === i);
}

function sentenceFor(
  part: Part,
  { isAlone, isOnly, isRepeated }: { isAlone: boolean; isOnly: boolean; isRepeated: boolean },
  voice: Voice,
): string {
  const { pick, persona, lexicon } = voice;
  switch (part.kind) {
    case 'unsure':
      if (voice.proxy === null) return pick('unsure');
      // What is felt cannot be seen; of what was done, or is plain to see, one does not know more.
      return pickOfAnother(isFelt(part.mention, lexicon) ? 'unsure' : 'unsureOfMore', voice);
    case 'ofThemselves':
      return voice.pickOf(`of themselves ${part.words.join(' ')}`, part.words);
    case 'hold':
      return pick('hold');
    case 'unchecked':
      return isAskingLeave(voice.asked) ? voice.pickOf('consent', consent) : pick('unchecked');
    case 'volunteer':
      return ofItself(part.words, persona.dials.sentences);
    case 'tell': {
      if (part.told.as === 'distorted') return distortedWords(voice);
      // Asked again, the answer is the same and shorter.
      const words = sentencesOf(part.words ?? '', isRepeated || part.repeated ? 1 : persona.dials.sentences);
      const direction = part.told.aspect === 'presence' ? (part.direction ?? 'presence') : 'presence';
      if (direction !== 'presence') return fitted(words, askingOf(part, isOnly, voice));
      const isSymptom = part.told.finding !== null && lexicon.findings.get(part.told.finding)?.kind === 'symptom';
      const asksForPresence =
        isSymptom && part.told.aspect === 'presence' && part.told.value === 'present' && isAlone && !isRepeated;
      if (asksInWords(voice.asked)) return part.told.value === 'absent' ? words : withoutYes(words);
      return asksForPresence && !/^(yes|yeah|no)\b/i.test(words) ? `${pick('affirm')} ${words}` : words;
    }
  }
}

/** How bad it is, in the words of whoever makes less or more of it. */
export function distortedWords(voice: Voice): string {
  const pool = voice.persona.dials.severityShift < 0 ? 'playDown' : 'stress';
  return voice.proxy === null ? voice.pick(pool) : pickOfAnother(pool, voice);
}

function denial(
  parts: readonly Part[],
  { isOnly, isRepeated }: { isOnly: boolean; isRepeated: boolean },
  voice: Voice,
): string {
  const { pick, pickOf, lexicon, proxy } = voice;
  const usual = parts.filter((part) => part.kind === 'tell' && part.isUsual === true);
  if (usual.length > 0) {
    const others = parts.filter((part) => !usual.includes(part));
    const words = pickOf('as usual', asUsual);
    return others.length === 0 ? words : `${denial(others, { isOnly: false, isRepeated }, voice)} ${words}`;
  }
  const names = parts.flatMap((part) =>
    part.kind === 'tell' && part.told.finding !== null ? layName(part.told.finding, lexicon) : [],
  );
  const [first = 'nothing like that', ...others] = names;
  const [only] = parts;
  const direction = (only?.kind === 'tell' && only.direction) || 'presence';
  if (only?.kind === 'tell' && isOnly && others.length === 0 && direction === 'absence') {
    const words = wellWords(askingOf(only, isOnly, voice));
    return pickOf(words.join(' '), words);
  }
  const deny = () => (proxy === null ? pick('deny') : pickOfAnother('deny', voice));
  if (others.length === 0) {
    const words = deny();
    // "No" alone would leave open what it denies.
    const isClear = direction === 'presence' || words.includes('{finding}');
    return isRepeated || !isClear ? `No ${first}.` : words.replace('{finding}', first);
  }
  // "Anywhere else?" names none of the places.
  if (isOnly && others.length > 1 && /\b(?:anywhere|somewhere|any ?place) else\b|\belsewhere\b/i.test(voice.asked))
    return pickOf('nowhere else', nowhereElse);
  const last = others.pop();
  const isWell = isOnly && parts.every((part) => part.kind === 'tell' && part.direction === 'absence');
  return `${isWell ? 'Yes, no' : 'No'} ${[first, ...others].join(', no ')} and no ${last}.`;
}

type Telling = Extract<Part, { kind: 'tell' }>;

function askingOf(
  { told, direction = 'presence' }: Telling,
  isOnly: boolean,
  { lexicon, proxy, asked }: Voice,
): Asking {
  const isAbsent = told.value === 'absent';
  const name = told.finding === null ? 'nothing like that' : layName(told.finding, lexicon);
  // "Are you eating all right?", said to a parent, is not about the parent.
  const short = shortAnswer(asked, isAbsent);
  return { direction, isAbsent, name, short: proxy !== null && short?.startsWith('I') ? null : short, isOnly };
}

/** Ways to say that all is well, where that was asked for; each says which finding is not there, or that it is so. */
function wellWords(asking: Asking): string[] {
  const { name, short } = asking;
  return short === null
    ? [shortly(asking), `Yes, I'd say so, no ${name}.`]
    : [`Yes, ${short}.`, `Yes, ${short}, no ${name}.`, `Oh yes, ${short}.`];
}

/** What is told unasked: "Yes, gone." would leave open what is, so a sentence goes along that says it. */
function ofItself(words: string, most: number): string {
  const said = unled(sentencesOf(words, most));
  return said.split(' ').length > 2 ? said : unled(sentencesOf(words, most + 1));
}

/** The first sentences of what the case has somebody say. */
function sentencesOf(words: string, most: number): string {
  // The point of 39.4 ends nothing.
  const sentences = words.match(/(?:[^.!?…]|(?<=\d)\.(?=\d))+(?:[.!?…]+["”’]?|$)\s*/g) ?? [words];
  return ended(sentences.slice(0, most).join('').trim());
}

function ended(words: string): string {
  return /[.!?…]["”’]?$/.test(words) ? words : `${words}.`;
}
