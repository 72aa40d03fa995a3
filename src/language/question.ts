import { remembered, rememberedByText } from '../base/remembered.ts';
import type { Aspect } from '../catalog/finding.ts';
import type { Mention } from '../events/event.ts';
import { affected } from './affected.ts';
import { askingAmong } from './asked-form.ts';
import { aspectOf } from './aspect.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import { directed } from './direction.ts';
import { elliptical } from './elliptical.ts';
import type { FactIndex } from './fact-index.ts';
import { framed } from './framed.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import { addNew, mentionOf, mentionsIn, namedIn, painsOf, requestsIn, sameComplaint } from './named.ts';
import { isNoHistory } from './no-history.ts';
import type { Found } from './phrases.ts';
import { phrasesIn } from './phrases-in.ts';
import { plainSpeech } from './plain-speech.ts';
import { cuttingDown, isNamed, isSubject, placed, pointing } from './pointing.ts';
import type { ReadingContext } from './reading-context.ts';
import { attributed, meant, referent } from './referent.ts';
import { sectionsOf } from './sections.ts';
import { type Word, wordsOf } from './words.ts';

/** What a doctor’s words ask about, and what else is in them. */
export interface ReadQuestion {
  readonly mentions: readonly Mention[];
  /** What is meant by "your symptoms" or "this feeling", which names nothing: the complaint at hand. */
  readonly vague: readonly Mention[];
  /** What the doctor states before the question. */
  readonly stated: readonly Mention[];
  /** Examinations and tests that the doctor is about to do. */
  readonly requested: readonly Mention[];
  readonly sentences: readonly Sentence[];
  readonly questions: number;
  readonly tags: ReadonlySet<MannerTag>;
}

/** The doctor is about to do something itself: an examination or a test, which a patient cannot answer. */
const requesting =
  /\b(examine|check|test|measure|listen|look|take|order|scan|x-?ray|blood|sample|let me|i('d| would) like|may i|can i|could i)\b/;

/** Facts of the case beyond which a question by words is too vague to name them. */
const maxFacts = 4;

/** Reads the words sentence by sentence; what one speaks of is what "it" means in the next. */
export function readQuestion(text: string, context: ReadingContext, lexicon: Lexicon): ReadQuestion {
  const sentences = sentencesIn(lexicon)(text);
  // Sentences are read without the words they open with, and among those is the courtesy.
  const tags = new Set(
    [wordsOf(text), ...sentences.map(({ words }) => words)].flatMap((words) => tagsIn(words, lexicon)),
  );
  const questions = sentences.filter(({ kind }) => kind === 'question').length;
  const isAsked = askingAmong(sentences);
  const mentions: Mention[] = [];
  const vague: Mention[] = [];
  const stated: Mention[] = [];
  const requested: Mention[] = [];
  let local = context;
  let before: Sentence | null = null;
  for (const sentence of sentences) {
    if (isAsked(sentence)) {
      const read = readSentence(sentence, local, lexicon);
      addNew(mentions, directed(read.mentions, sentence.words, lexicon));
      addNew(vague, directed(read.vague, sentence.words, lexicon));
      addNew(requested, read.requested);
      if (isTagAlone(sentence)) addNew(mentions, confirmedIn(before, local, lexicon));
      const spoken = read.mentions.length > 0 ? read.mentions : partsOf(read.vague);
      local = isOfIt(sentence, spoken) ? keepingIt(local, spoken) : spokenOf(local, spoken, true);
    } else {
      const named = namedIn(sentence, local, lexicon);
      addNew(
        requested,
        sentence.kind === 'statement' || sentence.kind === 'fragment' ? [] : requestsIn(sentence, lexicon),
      );
      // "When I push on your lower belly, do you have any pain?" asks for the pain as well.
      if (sentence.kind === 'examination' && sentence.text.endsWith('?')) addNew(mentions, painsOf(sentence, lexicon));
      addNew(stated, directed(named, sentence.words, lexicon));
      local = spokenOf(local, named, false);
    }
    before = sentence;
  }
  // "So no allergies then. Nothing?" asks again for what was stated.
  const last = sentences.at(-1);
  if (mentions.length === 0 && last?.kind === 'question' && isTagAlone(last)) addNew(mentions, stated);
  if (mentions.length === 0 && vague.length === 0 && tags.has('open'))
    addNew(vague, opened(sentences, stated, lexicon));
  return { mentions, vague, stated, requested, sentences, questions, tags };
}

/** The sentences of a turn. The same is asked in many consultations, and stands in the transcript of each later question. */
const sentencesIn = remembered((lexicon: Lexicon) =>
  rememberedByText(4_000, (text): readonly Sentence[] => sentencesOf(plainSpeech(text, lexicon)), 1_000),
);

/** "I see you've had some elbow pain, what happened?" leaves the patient free, and asks for the pain. */
function opened(sentences: readonly Sentence[], stated: readonly Mention[], { findings }: Lexicon): Mention[] {
  const at = sentences.findIndex(({ kind }) => kind === 'question');
  const before = sentences[at - 1];
  if (before === undefined || !/\byou(?:'re|'ve| are| have| had| were)\b/.test(before.text)) return [];
  const symptoms = stated.filter(({ finding }) => findings.get(finding ?? '')?.kind === 'symptom');
  return symptoms.length > 2 ? [] : symptoms.map((mention) => ({ ...mention, resolved: true }));
}

/** "You said it's on the left. Is that right?" asks for what the statement was about. */
function confirmedIn(before: Sentence | null, context: ReadingContext, lexicon: Lexicon): Mention[] {
  if (before === null || (before.kind !== 'statement' && before.kind !== 'fragment')) return [];
  const named = namedIn(before, context, lexicon);
  const last = meant(before.text, context.focus, lexicon);
  const isOfLast = /\b(?:it|it's|that|they|they're|those|these)\b/.test(before.text);
  if (named.length > 0 || last === undefined || !isOfLast) return named;
  return [{ ...last, aspect: aspectOf(before.text) ?? 'presence', resolved: true }];
}

const itFirst = /^(?:and |or |so )*(?:is|are|was|were|does|do|did|has|have) (?:it|they|this|that|these|those)\b/;

/** "Is it itchy?" asks for the itch, and "it" is what it was before. */
export function isOfIt({ text }: Sentence, mentions: readonly Mention[]): boolean {
  return itFirst.test(text) && mentions.length > 0 && mentions.every(({ resolved }) => !resolved);
}

function keepingIt(context: ReadingContext, mentions: readonly Mention[]): ReadingContext {
  const [it, ...others] = context.focus;
  const spoken = spokenOf(context, mentions, true);
  return it === undefined ? spoken : { ...spoken, focus: [it, ...spoken.focus.slice(0, mentions.length), ...others] };
}

/** What a part of the body that is named alone speaks of: "tell me about your knees". */
function partsOf(vague: readonly Mention[]): Mention[] {
  return vague.filter(({ resolved }) => !resolved);
}

function isTagAlone({ text }: Sentence): boolean {
  return /^(?:nothing|none|no|right|correct|yes|yeah|at all|is that right|is that correct|any(?:thing)?)( at all)?\s*\?$/.test(
    text,
  );
}

function tagsIn(words: readonly Word[], lexicon: Lexicon): readonly MannerTag[] {
  return lexicon.manner.find(words).flatMap(({ payload }) => payload);
}

function spokenOf(context: ReadingContext, mentions: readonly Mention[], isAsked: boolean): ReadingContext {
  if (mentions.length === 0) return context;
  const spoken = mentions.map((mention): Mention => ({ ...mention, aspect: 'presence', resolved: false }));
  const topic = isAsked || context.topic.length === 0 ? spoken : context.topic;
  return { ...context, topic, focus: [...spoken, ...context.focus] };
}

function readSentence(
  sentence: Sentence,
  context: ReadingContext,
  lexicon: Lexicon,
): { mentions: Mention[]; vague: Mention[]; requested: Mention[] } {
  const { text } = sentence;
  const words = withoutOpening(sentence);
  const own = context.facts === null ? [] : ownFacts(text, words, context.facts);
  const nothing = { vague: [], requested: [] };
  if (isNoHistory(text)) return { ...nothing, mentions: own };
  const found = phrasesIn(words, context, lexicon).filter((one) => !(isOfChild(one) && aboutChild.test(text)));
  const habit = cuttingDown(sentence, context);
  if (habit !== null) return { ...nothing, mentions: [...own, habit] };
  const changed = affected(words, found, lexicon);
  if (changed !== null) return { ...nothing, mentions: [...own, changed] };
  const left = namesDrug(sentence, lexicon) ? null : elliptical(sentence, found, context, lexicon);
  if (left !== null) return { ...nothing, mentions: [...own, left] };
  const said = namesDrug(sentence, lexicon) ? null : attributed(sentence, context, lexicon);
  if (said !== null && !found.some((one) => isNamed(one, words) || isSubject(one, sentence, lexicon))) {
    const mention = placed(sentence, narrowed(said, found, context, lexicon), lexicon);
    return { ...nothing, mentions: [...own, { ...mention, aspect: aspectFor(mention, mention.aspect, context) }] };
  }
  if (besidesKnown(sentence, found, lexicon))
    return { ...nothing, mentions: [...own, mentionOf('past-illnesses', null)] };
  const frame = framed(sentence, found, context, lexicon);
  const asked = aspectOf(besides(words, found));
  if (frame !== null) return { ...nothing, mentions: [...own, ...frame.map((finding) => mentionOf(finding, asked))] };
  const pointed = pointing(sentence, found, asked, context, lexicon);
  if (pointed !== null)
    return {
      ...nothing,
      mentions: [...own, { ...pointed, aspect: aspectFor(pointed, asked ?? 'modifiers', context), resolved: true }],
    };
  const read = mentionsIn(words, found, asked, context, lexicon);
  // "What are you hoping to get back to once the knee is fixed?" asks for the hope alone.
  const hopes = read.filter(({ finding }) => finding === 'expectations');
  const mentions = [...own, ...(hopes.length > 0 ? hopes : read)];
  if (mentions.length > 0) return { ...nothing, mentions };
  const requested = requesting.test(text) ? requestsIn(sentence, lexicon) : [];
  if (requested.length > 0) return { mentions: [], vague: [], requested };
  const tags = new Set(tagsIn(sentence.words, lexicon));
  const referred = referent(sentence, asked, context, lexicon, tags);
  if (referred !== null)
    return referred.isVague
      ? { ...nothing, mentions: [], vague: [referred.mention] }
      : { ...nothing, mentions: [referred.mention] };
  const [part] = lexicon.body.partsIn(words);
  const there = part === undefined ? null : lexicon.body.ofPart(part);
  // "Any problems with your arms? Numbness?": a part alone is meant where the turn names nothing more of it.
  return { ...nothing, mentions: [], vague: there === null ? [] : [mentionOf(there, asked)] };
}

/** "Does it go to your arm?" asks whether it does; "is it worse when you walk?" for what makes the complaint worse. */
function aspectFor({ finding }: Mention, asked: Aspect, { focus, topic }: ReadingContext): Aspect {
  const isNew = ![...focus, ...topic].some((one) => one.finding === finding);
  return isNew && (asked === 'place' || asked === 'modifiers') ? 'presence' : asked;
}

/** "How about when you take a deep breath?" asks of the pain at hand what is known by a name of its own. */
function narrowed(
  said: Mention,
  found: readonly Found<LexiconEntry>[],
  { focus }: ReadingContext,
  { body }: Lexicon,
): Mention {
  const spoken = focus.flatMap(({ finding }) => finding ?? []);
  const own = found
    .flatMap(({ payload }) => payload.findings)
    .find((id) =>
      body
        .modified(id)
        .some((of) => spoken.some((one) => one === of || (body.isBare(one) && sameComplaint(one, of, body)))),
    );
  return own === undefined ? said : { ...said, finding: own, fact: null };
}

/** "Which one, the metformin?" asks for the medicine. */
function namesDrug({ text, words }: Sentence, { drugs }: Lexicon): boolean {
  return drugs.find(words).length > 0 && !/\b(?:better|worse|help\w*|ease[sd]?|reliev\w+)\b/.test(text);
}

/** "Apart from the diabetes, is there something else?" asks for other illnesses. */
function besidesKnown({ text }: Sentence, found: readonly Found<LexiconEntry>[], { findings }: Lexicon): boolean {
  if (!/^(?:apart|aside|other than|besides|except)\b.*\b(?:anything|something|any other|any more|else)\b/.test(text))
    return false;
  const named = found
    .filter(({ first }) => first > 0)
    .flatMap(({ payload }) => payload.findings)
    .filter((id) => id !== 'past-illnesses');
  return (
    named.length > 0 && named.every((id) => findings.get(id)?.kind === 'history') && findings.has('past-illnesses')
  );
}

/** The child is the patient: "does your son have any medical problems?" asks for no children. */
const aboutChild =
  /\b(?:does|is|has|was|did|do|are|have|about|how's|how is) your (?:\w+ )?(?:son|daughter|child|baby|kid|boy|girl|little (?:one|boy|girl))s?\b/;

function isOfChild({ payload }: Found<LexiconEntry>): boolean {
  return payload.findings.every((id) => id === 'children');
}

/** "What about", "talk to me about": words that are nobody’s symptom. */
function withoutOpening({ words, text }: Sentence): readonly Word[] {
  return /^(?:and |or |so )?(?:what about|how about|(?:let's |let us |let me )?(?:talk|ask)(?: (?:to )?(?:me|you))? (?:\w+ )?about|tell me (?:(?:a (?:little )?bit|a little|some|more) )*about)\b/.test(
    text,
  )
    ? words.slice(words.findIndex((word) => word.text === 'about') + 1)
    : words;
}

/** The words of a sentence with "it" in the place of what was found in it. */
function besides(words: readonly Word[], found: readonly Found<unknown>[]): string {
  const covering = (i: number) => found.find(({ first, last }) => i >= first && i <= last);
  return words
    .flatMap(({ text }, i) => (covering(i) === undefined ? [text] : covering(i)?.first === i ? ['it'] : []))
    .join(' ');
}

/** Facts that only this case has: by the words of the question first, then by the section it asks for. */
function ownFacts(text: string, words: readonly Word[], facts: FactIndex): Mention[] {
  const byWords = facts.byWords(words).slice(0, maxFacts);
  const bySection = sectionsOf(text).flatMap((section) => facts.bySection(section));
  return [...new Set([...byWords, ...bySection])].map((fact) => ({
    finding: null,
    fact,
    aspect: 'presence',
    resolved: false,
  }));
}
