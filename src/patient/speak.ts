import type { Spokesperson } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Decision, Part } from './decide.ts';
import { layName } from './lay-name.ts';

type Pool = keyof Persona['phrases'];

export interface Voice {
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** Who speaks where the patient does not: what is said of the body is then said of somebody else's. */
  readonly proxy: Spokesperson | null;
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
    "No, I haven't noticed {finding}.",
    'No {finding}, no.',
  ],
  unsure: [
    "I couldn't say, I can only tell you what I see.",
    "I don't know that about {patient}, I'm afraid.",
    "I really can't tell from the outside.",
  ],
  fishing: ["I don't know, that's why we came.", 'I was hoping you could tell us.', "I'm no doctor, I can't say."],
  playDown: ["It doesn't look too bad to me.", "It seems bearable, I'd say."],
  stress: ["It's terrible to watch.", "It looks awful, I've never seen it so bad."],
} as const;

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
  const sentences: string[] = [];
  if (mood.patience === 'irritated') sentences.push(pick('irritated'));
  if (isRepeated) sentences.push(pick('repeated'));
  for (const part of withoutEchoes(parts)) {
    if (part.kind === 'tell' && isDefaultDenial(part)) {
      if (part === denied[0]) sentences.push(denial(denied, isRepeated, voice));
    } else sentences.push(sentenceFor(part, { isOnly: parts.length === 1, isRepeated }, voice));
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
  { isOnly, isRepeated }: { isOnly: boolean; isRepeated: boolean },
  voice: Voice,
): string {
  const { pick, persona, lexicon } = voice;
  switch (part.kind) {
    case 'unsure':
      return voice.proxy === null ? pick('unsure') : pickOfAnother('unsure', voice);
    case 'hold':
    case 'unchecked':
      return pick(part.kind);
    case 'volunteer':
      return sentencesOf(part.words, persona.dials.sentences);
    case 'tell': {
      if (part.told.as === 'distorted') return distortedWords(voice);
      // Asked again, the answer is the same and shorter.
      const words = sentencesOf(part.words ?? '', isRepeated || part.repeated ? 1 : persona.dials.sentences);
      const isSymptom = part.told.finding !== null && lexicon.findings.get(part.told.finding)?.kind === 'symptom';
      const asksForPresence =
        isSymptom && part.told.aspect === 'presence' && part.told.value === 'present' && isOnly && !isRepeated;
      return asksForPresence && !/^(yes|yeah|no)\b/i.test(words) ? `${pick('affirm')} ${words}` : words;
    }
  }
}

/** How bad it is, in the words of whoever makes less or more of it. */
export function distortedWords(voice: Voice): string {
  const pool = voice.persona.dials.severityShift < 0 ? 'playDown' : 'stress';
  return voice.proxy === null ? voice.pick(pool) : pickOfAnother(pool, voice);
}

function denial(parts: readonly Part[], isRepeated: boolean, voice: Voice): string {
  const { pick, lexicon, proxy } = voice;
  const names = parts.flatMap((part) =>
    part.kind === 'tell' && part.told.finding !== null ? layName(part.told.finding, lexicon) : [],
  );
  const [first = 'nothing like that', ...others] = names;
  const deny = () => (proxy === null ? pick('deny') : pickOfAnother('deny', voice));
  if (others.length === 0) return isRepeated ? `No ${first}.` : deny().replace('{finding}', first);
  const last = others.pop();
  return `No ${[first, ...others].join(', no ')} and no ${last}.`;
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
