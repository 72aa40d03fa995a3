import type { Aspect } from '../catalog/finding.ts';
import type { Manner, Mention, Reading } from '../events/event.ts';
import { aspectOf } from './aspect.ts';
import { type Sentence, sentencesOf } from './clauses.ts';
import type { FactIndex } from './fact-index.ts';
import { framed } from './framed.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import { isOutOfRole } from './out-of-role.ts';
import type { Found } from './phrases.ts';
import { cuttingDown, isNamed, isSubject, placed, pointing } from './pointing.ts';
import type { ReadingContext } from './reading-context.ts';
import { attributed, referent } from './referent.ts';
import { sectionsOf } from './sections.ts';
import { mainOf, type ReadStretch } from './subordinate.ts';
import { contentOf, type Word, wordsOf } from './words.ts';

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

const leadingForm =
  /\b(right|correct|isn't it|aren't you|don't you|doesn't it|haven't you|didn't you|is that right|i (assume|suppose|take it|guess))\s*\?/i;

/** The doctor is about to do something itself: an examination or a test, which a patient cannot answer. */
const requesting =
  /\b(examine|check|test|measure|listen|look|take|order|scan|x-?ray|blood|sample|let me|i('d| would) like|may i|can i|could i)\b/;

/** Facts of the case beyond which a question by words is too vague to name them. */
const maxFacts = 4;

/**
 * Reads the doctor’s words: which findings and aspects they ask about, and how they are put. What the words leave open
 * ("how long has that been going on?") is taken from what was last spoken of.
 */
export function understand(text: string, context: ReadingContext, lexicon: Lexicon): Reading {
  if (isOutOfRole(text)) return outOfRole(text, context, lexicon);
  const { mentions: asked, vague, requested, questions, tags } = readQuestion(text, context, lexicon);
  const mentions = asked.length > 0 ? [...asked] : tags.has('open') ? [] : [...vague];
  addNew(mentions, requested);
  const open = tags.has('open') && mentions.every(({ finding }) => finding === null);
  const manner = mannerOf(text, { mentions, questions, open, tags, context });
  const understood = mentions.length > 0 || open || tags.has('fishing') || questions === 0;
  return { mentions, manner, understood, lexicon: lexicon.hash };
}

/** Words to the simulator ask the patient for nothing, whatever findings stand in them. */
function outOfRole(text: string, context: ReadingContext, lexicon: Lexicon): Reading {
  const { questions, tags } = readQuestion(text, context, lexicon);
  const manner = mannerOf(text, { mentions: [], questions, open: false, tags, context });
  return { mentions: [], manner: { ...manner, fishing: true }, understood: true, lexicon: lexicon.hash };
}

/** A statement of the patient's that wants a yes or no: "you've never had surgery", "no fever, no cough". */
const checking =
  /^(?:you(?:'re| are| have|'ve| were| had)? ?(?:do|have|are|did|were|would)?(?:n't| not| never| no)\b|you(?:'re| are) (?:not|still|on|taking|allergic)|(?:he|she)(?:'s| is| has| does)?(?:n't| not| never)|no|not|nothing|never|nor|been|had|got|out of|on a scale|anybody|nobody)\b/;

/** Names of services, which name no complaint. */
const places =
  /\b(?:pain (?:management|clinic|specialist|doctor|management (?:clinic|specialist|doctor))|sleep (?:clinic|doctor|specialist)|heart (?:doctor|specialist|clinic)|skin (?:doctor|clinic)|eye clinic)\b/g;

/** Reads the words sentence by sentence; what one speaks of is what "it" means in the next. */
export function readQuestion(text: string, context: ReadingContext, lexicon: Lexicon): ReadQuestion {
  const sentences = sentencesOf(lexicon.spelled(text.slice(0, 6000).toLowerCase()).replace(places, 'clinic'));
  // Sentences are read without the words they open with, and among those is the courtesy.
  const tags = new Set(
    [wordsOf(text), ...sentences.map(({ words }) => words)].flatMap((words) => tagsIn(words, lexicon)),
  );
  const questions = sentences.filter(({ kind }) => kind === 'question').length;
  // Bare words ask where nothing else does: "chest pain", typed by a doctor in a hurry.
  const isDoing = sentences.some(({ kind }) => kind === 'examination' || kind === 'plan');
  const isAsked = ({ kind, text: said, words }: Sentence) =>
    kind === 'question' ||
    (questions === 0 &&
      (kind === 'fragment' || (kind === 'statement' && !isDoing && words.length <= 12 && checking.test(said))));
  const mentions: Mention[] = [];
  const vague: Mention[] = [];
  const stated: Mention[] = [];
  const requested: Mention[] = [];
  let local = context;
  for (const sentence of sentences) {
    if (isAsked(sentence)) {
      const read = readSentence(sentence, local, lexicon);
      addNew(mentions, read.mentions);
      addNew(vague, read.vague);
      addNew(requested, read.requested);
      local = spokenOf(local, read.mentions, true);
    } else {
      const named = namedIn(sentence, local, lexicon);
      addNew(
        requested,
        sentence.kind === 'statement' || sentence.kind === 'fragment' ? [] : requestsIn(sentence, lexicon),
      );
      // "When I push on your lower belly, do you have any pain?" asks for the pain as well.
      if (sentence.kind === 'examination' && sentence.text.endsWith('?')) addNew(mentions, painsOf(sentence, lexicon));
      addNew(stated, named);
      local = spokenOf(local, named, false);
    }
  }
  // "So no allergies then. Nothing?" asks again for what was stated.
  const last = sentences.at(-1);
  if (mentions.length === 0 && last?.kind === 'question' && isTagAlone(last)) addNew(mentions, stated);
  return { mentions, vague, stated, requested, sentences, questions, tags };
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
  if (smallTalk.test(text) || orientation.test(text) || ofPlan.test(text)) return { ...nothing, mentions: own };
  const found = phrasesIn(words, context, lexicon);
  const habit = cuttingDown(sentence, context);
  if (habit !== null) return { ...nothing, mentions: [...own, habit] };
  const said = attributed(sentence, context, lexicon);
  if (said !== null && !found.some((one) => isNamed(one, words) || isSubject(one, sentence, lexicon)))
    return { ...nothing, mentions: [...own, placed(sentence, said, lexicon)] };
  const frame = framed(sentence, found, context, lexicon);
  const asked = aspectOf(besides(words, found));
  if (frame !== null) return { ...nothing, mentions: [...own, ...frame.map((finding) => mentionOf(finding, asked))] };
  const pointed = pointing(sentence, found, asked, context, lexicon);
  if (pointed !== null)
    return { ...nothing, mentions: [...own, { ...pointed, aspect: asked ?? 'modifiers', resolved: true }] };
  const mentions = [...own, ...mentionsIn(words, found, asked, context, lexicon)];
  if (mentions.length > 0) return { ...nothing, mentions };
  const requested = requesting.test(text) ? requestsIn(sentence, lexicon) : [];
  if (requested.length > 0) return { mentions: [], vague: [], requested };
  const tags = new Set(tagsIn(sentence.words, lexicon));
  const meant = referent(sentence, asked, context, lexicon, tags);
  if (meant !== null)
    return meant.isVague
      ? { ...nothing, mentions: [], vague: [meant.mention] }
      : { ...nothing, mentions: [meant.mention] };
  const [part] = lexicon.body.partsIn(words);
  const there = part === undefined ? null : lexicon.body.ofPart(part);
  if (there !== null) return { ...nothing, mentions: [mentionOf(there, asked)] };
  return { ...nothing, mentions: [] };
}

function mentionOf(finding: string, aspect: Aspect | null): Mention {
  return { finding, fact: null, aspect: aspect ?? 'presence', resolved: false };
}

/** Talk that has nothing to do with health. */
const smallTalk =
  /\bfavou?rite\b|\b(?:see|watch|catch|hear about) (?:the|that|any) (?:\w+ )?(?:game|match|show|film|news|concert|movie|race)\b|\b(?:make[s]? sense|sounds? (?:good|okay|ok|fair|all right|alright)|is (?:that|this) (?:okay|ok|all right|alright|fine) with you|find (?:the|this|our) (?:place|office|clinic))\b|\b(?:weather|traffic|parking|pizza|movie|football game|holidays? go)\b/;

/** Questions that test the patient’s mind, and whose answer is no history. */
const orientation =
  /\b(?:know|tell me|remember) (?:where (?:you are|we are|this is)|who (?:i am|this is|the president)|what (?:day|date|year|month|time|season|city|place) (?:it|this|is|we))\b|^(?:what|which) (?:day|date|year|month|season|city|floor|hospital|building)(?: of the (?:week|month))? (?:is (?:it|this|today)|are we)\b|^what(?:'s| is) (?:today's date|the date|the year|the month)\b|\bcount (?:back|down|from|by|to)|\bhow many fingers\b|\brepeat after me\b|\bspell (?:\w+ )?backwards?\b|\bpresident\b/;

/** What the patient wants done next, or makes of a plan. */
const ofPlan =
  /\bhow (?:does|do|would) (?:that|this|it|those) (?:all )?(?:sound|work for you)\b|\bwhich way (?:are|would|do) you\b|\bwhat do you think(?: about (?:that|this|it))?\s*\?|\b(?:any|what|other|more) questions\b|\bquestions (?:for|about|on) (?:me|us|that|this|any)\b|\bdo you follow\b|\b(?:ok(?:ay)?|all right|fine|comfortable) with (?:that|this|the plan)\b/;

/** "What about", "tell me about": words that are nobody’s symptom. */
function withoutOpening({ words, text }: Sentence): readonly Word[] {
  return /^(?:and |or |so )?(?:what|how) about\b/.test(text)
    ? words.slice(words.findIndex((word) => word.text === 'about') + 1)
    : words;
}

/** The phrases in a sentence; what is meant word for word goes before what is meant loosely. */
function phrasesIn(words: readonly Word[], context: ReadingContext, lexicon: Lexicon): Found<LexiconEntry>[] {
  const exact = lexicon.exact.find(words);
  const isBusy = contentOf(words).length > 2;
  const loose = lexicon.phrases
    .find(words)
    .filter(({ payload }) => !isBusy || payload.isEveryday !== true)
    .filter(({ first, last }) => !exact.some((one) => one.first <= first && one.last >= last));
  const isOfSkin = context.focus.some(({ finding }) =>
    /^(?:rash|itching)$/.test(lexicon.body.complaintOf(finding ?? '') ?? ''),
  );
  return [...exact.filter((one) => !loose.some(({ first, last }) => first <= one.first && last >= one.last)), ...loose]
    .filter((phrase) => isOfSkin || !isPlaceOfRash(phrase) || !lexicon.body.isPart(words, phrase))
    .sort((a, b) => a.first - b.first);
}

/** "Your hands" alone asks for the hands where a rash is spoken of. */
function isPlaceOfRash({ payload }: Found<LexiconEntry>): boolean {
  return payload.findings.every((id) => id.endsWith('-affected') || id === 'small-hand-joints-affected');
}

/** What phrases name, and complaints put together from what is wrong and where. */
function mentionsIn(
  words: readonly Word[],
  found: readonly Found<LexiconEntry>[],
  asked: Aspect | null,
  context: ReadingContext,
  lexicon: Lexicon,
): Mention[] {
  const spoken = context.focus.flatMap(({ finding }) => finding ?? []).slice(0, 2);
  const isBare = ({ payload }: Found<LexiconEntry>) => payload.findings.every((id) => lexicon.body.isBare(id));
  const body = lexicon.body.mentions(
    words,
    found.filter((phrase) => !isBare(phrase)),
    spoken,
  );
  const placed = body.filter(({ part }) => part !== null);
  // "Pain anywhere" is a pain without a place, whatever phrase says so; "get hurt" is an injury, and no pain.
  const saysTheSame = ({ payload }: Found<LexiconEntry>, complaint: string) =>
    payload.findings.every((id) => lexicon.body.complaintOf(id) === complaint);
  const phrases = found.filter(
    (phrase) =>
      !placed.some((one) => !one.isListed && one.first >= phrase.first && one.first <= phrase.last) &&
      !(
        isBare(phrase) &&
        body.some((one) => one.first >= phrase.first && one.first <= phrase.last && saysTheSame(phrase, one.complaint))
      ),
  );
  const named = new Set([
    ...phrases.flatMap(({ payload }) => payload.findings),
    ...placed.map(({ finding }) => finding),
  ]);
  // "Any pain, fever or cough, and for how long?" asks for three presences first.
  const shared = named.size <= 2 ? asked : null;
  const complaints = new Set([...named].map((finding) => lexicon.body.complaintOf(finding)));
  const read: ReadStretch[] = [];
  for (const { payload, first, last } of phrases)
    for (const finding of payload.findings)
      read.push({
        first,
        last,
        weight: contentOf(words.slice(first, last + 1)).length,
        mention: mentionOf(finding, payload.aspect ?? shared),
      });
  for (const { finding, complaint, part, first, last } of body) {
    if (part !== null) read.push({ first, last, weight: 2, mention: mentionOf(finding, shared) });
    else if (phrases.some((phrase) => first >= phrase.first && first <= phrase.last)) continue;
    // "Any chest pain? Is the pain bad?": a bare pain is the one that was named.
    else if (!complaints.has(complaint)) {
      const meant = context.focus.find(
        (one) => one.finding !== null && lexicon.body.complaintOf(one.finding) === complaint,
      );
      read.push({
        first,
        last,
        weight: 1,
        mention: meant ? { ...meant, aspect: asked ?? 'presence', resolved: true } : mentionOf(finding, asked),
      });
    }
  }
  const mentions: Mention[] = [];
  addNew(
    mentions,
    [...mainOf(read, words)].sort((a, b) => a.first - b.first).map(({ mention }) => mention),
  );
  return mentions;
}

/** What a sentence that does not ask speaks of. */
function namedIn(sentence: Sentence, context: ReadingContext, lexicon: Lexicon): Mention[] {
  const found = phrasesIn(sentence.words, context, lexicon);
  const frame = framed(sentence, found, context, lexicon);
  if (frame !== null) return frame.map((finding) => mentionOf(finding, null));
  return mentionsIn(sentence.words, found, null, context, lexicon);
}

function painsOf({ words }: Sentence, lexicon: Lexicon): Mention[] {
  return lexicon.body
    .mentions(words, [])
    .filter(({ part, complaint }) => part !== null && complaint === 'pain')
    .map(({ finding }) => mentionOf(finding, null));
}

function requestsIn({ words }: Sentence, lexicon: Lexicon): Mention[] {
  const findings = lexicon.requests.find(words).flatMap(({ payload }) => payload.findings);
  return [...new Set(findings)].map((finding) => mentionOf(finding, null));
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
