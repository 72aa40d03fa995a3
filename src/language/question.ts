import type { Aspect } from '../catalog/finding.ts';
import type { Manner, Mention, Reading } from '../events/event.ts';
import { aspectOf } from './aspect.ts';
import type { FactIndex } from './fact-index.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import type { Found } from './phrases.ts';
import { sectionsOf } from './sections.ts';
import { type Word, wordsOf } from './words.ts';

/** What a reader of the doctor’s words may lean on besides the words. */
export interface ReadingContext {
  /** What was last spoken of, the latest first; the complaint is last in it. */
  readonly focus: readonly Mention[];
  /** Keys (`mentionKey`) that were asked about before. */
  readonly asked: ReadonlySet<string>;
  /** The texts of this case that are no findings of the vocabulary. */
  readonly facts: FactIndex | null;
}

export const noContext: ReadingContext = { focus: [], asked: new Set(), facts: null };

/** A sentence that asks or requests, however it is punctuated. */
const asking =
  /^(so |and |ok(ay)? |well |now |right |alright |but |also |then |please |great |good |thanks? |thank you |i see |hello |hi )*(who|what|where|when|why|which|how|is|are|was|were|do|does|did|have|has|had|can|could|would|will|should|may|any|anything|tell|describe|explain|let me know|talk|walk me|say|rate|point|show|no|and (at|in|when|with|during|after|before))\b/;

const leadingForm =
  /\b(right|correct|isn't it|aren't you|don't you|doesn't it|haven't you|didn't you|is that right|i (assume|suppose|take it|guess))\s*\?/i;

/** The doctor is about to do something itself: an examination or a test, which a patient cannot answer. */
const requesting =
  /\b(examine|check|test|measure|listen|look|take|order|scan|x-?ray|blood|sample|let me|i('d| would) like|may i|can i|could i)\b/;

const pronoun = /\b(it|that|this|them|they|these|those|the (pain|problem|complaint|trouble|symptoms?|feeling))\b/;

const barePain = /\b(pain|hurt|hurts|hurting|ache|aches|aching|sore|soreness|discomfort|bother|bothering)\b/;

/** Facts of the case beyond which a question by words is too vague to name them. */
const maxFacts = 4;

/**
 * Reads the doctor’s words: which findings and aspects they ask about, and how they are put. What the words leave open
 * ("how long has that been going on?") is taken from what was last spoken of.
 */
export function understand(text: string, context: ReadingContext, lexicon: Lexicon): Reading {
  const sentences = sentencesOf(text);
  const questions = sentences.filter((sentence) => isQuestion(sentence));
  const tags = new Set(
    sentences.flatMap((sentence) => lexicon.manner.find(sentence.words).flatMap(({ payload }) => payload)),
  );
  // Where something is asked, the rest is preamble; where nothing is, the words may still name what they are after.
  const read = questions.length > 0 ? questions : sentences;
  const mentions: Mention[] = [];
  for (const sentence of read) addNew(mentions, readSentence(sentence, mentions, context, lexicon, tags));
  const open = tags.has('open') && mentions.every(({ finding }) => finding === null);
  const manner = mannerOf(text, { mentions, questions: questions.length, open, tags, context });
  const understood = mentions.length > 0 || open || tags.has('fishing') || questions.length === 0;
  return { mentions, manner, understood, lexicon: lexicon.hash };
}

interface Sentence {
  readonly text: string;
  readonly words: readonly Word[];
}

function sentencesOf(text: string): Sentence[] {
  return text
    .slice(0, 6000)
    .split(/(?<=[.!?\n])\s*/u)
    .map((sentence) => ({
      text: sentence
        .toLowerCase()
        .replace(/[’‘`´]/g, "'")
        .trim(),
      words: wordsOf(sentence),
    }))
    .filter(({ words }) => words.length > 0);
}

function isQuestion({ text, words }: Sentence): boolean {
  return text.endsWith('?') || asking.test(words.map((word) => word.text).join(' '));
}

function readSentence(
  { text, words }: Sentence,
  earlier: readonly Mention[],
  context: ReadingContext,
  lexicon: Lexicon,
  tags: ReadonlySet<MannerTag>,
): Mention[] {
  const found = lexicon.phrases.find(words);
  const named = new Set(found.flatMap(({ payload }) => payload.findings));
  // What stands inside a finding's own words ("cough at night") asks for no aspect of it.
  const asked = aspectOf(besides(words, found));
  const mentions: Mention[] = [];
  for (const { payload } of found)
    for (const finding of payload.findings) {
      // "Any pain, fever or cough, and for how long?" asks for three presences first.
      const aspect: Aspect = payload.aspect ?? (named.size <= 2 ? asked : null) ?? 'presence';
      mentions.push({ finding, fact: null, aspect, resolved: false });
    }
  if (context.facts !== null) mentions.unshift(...ownFacts(text, words, context.facts));
  if (mentions.length > 0) return mentions;
  if (requesting.test(text)) {
    const requested = new Set(lexicon.requests.find(words).flatMap(({ payload }) => payload.findings));
    if (requested.size > 0)
      return [...requested].map((finding) => ({ finding, fact: null, aspect: 'presence', resolved: false }));
  }
  const last = earlier.at(-1) ?? context.focus[0];
  const refersBack = asked !== null || pronoun.test(text);
  if (last && refersBack && (asked !== null || barePain.test(text)))
    return [{ ...last, aspect: asked ?? last.aspect, resolved: true }];
  const near = lexicon.symptomWords.byWords(words);
  const [only] = near;
  if (only === undefined || near.length > 1 || tags.has('open') || tags.has('fishing')) return [];
  return [{ finding: only, fact: null, aspect: asked ?? 'presence', resolved: false }];
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

function addNew(mentions: Mention[], more: readonly Mention[]): void {
  for (const mention of more)
    if (!mentions.some((known) => mentionKey(known) === mentionKey(mention))) mentions.push(mention);
}

/** What two questions have in common when the second repeats the first. */
export function mentionKey({ finding, fact, aspect }: Mention): string {
  return `${finding ?? `fact:${fact}`}.${aspect}`;
}

function mannerOf(
  text: string,
  read: {
    mentions: readonly Mention[];
    questions: number;
    open: boolean;
    tags: ReadonlySet<MannerTag>;
    context: ReadingContext;
  },
): Manner {
  const { mentions, questions, open, tags, context } = read;
  return {
    form: open ? 'open' : questions > 0 || mentions.length > 0 ? 'closed' : 'statement',
    several: new Set(mentions.map(({ finding, fact }) => finding ?? fact)).size > 1,
    leading: leadingForm.test(text.replace(/[’‘]/g, "'")),
    repeated: mentions.length > 0 && mentions.every((mention) => context.asked.has(mentionKey(mention))),
    jargon: tags.has('jargon'),
    empathy: tags.has('empathy') || tags.has('reassurance'),
    courtesy: tags.has('courtesy') || tags.has('greeting'),
    dismissal: tags.has('dismissal'),
    rush: tags.has('rush'),
    fishing: tags.has('fishing'),
  };
}
