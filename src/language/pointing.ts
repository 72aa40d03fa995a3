import type { Aspect } from '../catalog/finding.ts';
import type { Mention } from '../events/event.ts';
import { aspectOf } from './aspect.ts';
import type { Sentence } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import type { ReadingContext } from './reading-context.ts';
import { habits, meant } from './referent.ts';
import { contentOf, type Word } from './words.ts';

/** "How many times?" asks how much there is of it. */
const amount = /\bhow (?:many|much|far)\b/;

/** A question whose subject is what was last spoken of: "is it worse when you walk?" */
const pointer =
  /^(?:and |or |so |but )*(?:(?:when|if|while|after) [^,?]+,? )?(?:does|do|did|is|was|are|were|has|have|would|will|how (?:is|does|did|was|often (?:does|do|did)|long (?:does|do|did))|what (?:makes|brings|sets|triggers|causes)|what's making|anything (?:that )?(?:makes?|sets|brings|triggers|eases|settles|helps|relieves)) (?:it|that|this|they|them|those|these|the (?:pain|discomfort|feeling|problem)|(?:your|the|these|those|his|her) symptoms?)\b/;
const pronouns = new Set(['it', 'that', 'this', 'they', 'them', 'those', 'these']);
const circumstance = new Set([
  'when',
  'while',
  'if',
  'with',
  'after',
  'during',
  'before',
  'on',
  'at',
  'by',
  'in',
  'worse',
  'better',
  'from',
  'into',
  'down',
  'up',
  'to',
  'make',
  'makes',
  'wake',
  'wakes',
]);

/** What is asked of a complaint, and no complaint itself. */
const aboutComplaint = new Set([
  'possible-trigger',
  'both-eyes-affected',
  'growth-changing-or-bleeding',
  'previous-similar-episodes',
  'joint-stiffness',
  'cannot-move-joint',
  'one-joint-only',
  'joints-alike-on-both-sides',
  'cough-for-months',
  'eyelid-lump-for-weeks',
  'spots-gone-within-a-day',
  'daily-function',
  'sleep-habits',
]);

/** What a complaint is like, in alternatives: "more of a throbbing or a burning?" */
const likeness =
  /\b(?:sharp|dull|throbbing|burning|stab(?:bing)?|cramp(?:y|ing)?|ach(?:y|ing|e)|burn|throb|sting|itch|pressure|squeezing|shooting|tingl\w+|pins and needles|electric\w*|stinging|tight(?:ness)?|tearing|pounding|gnawing|heav(?:y|iness)|crushing|itchy|numb(?:ness)?|knife|band)\b/;

/** True where a question offers words for what the last complaint is like, and names no complaint beside them. */
function isLikeness({ text, words }: Sentence, found: readonly Found<LexiconEntry>[]): boolean {
  if (
    !/\b(?:is|was|are|were|it's|feels?|more|say) (?:it |that |this |they |the pain |like )?(?:more )?(?:of |like )?(?:a |an )?/.test(
      text,
    )
  )
    return false;
  if (!/\bor\b/.test(text) || !/\b(?:it|it's|that|this|they|the pain|more of|more like)\b/.test(text)) return false;
  return found.every(
    ({ first, last }) =>
      likeness.test(
        words
          .slice(first, last + 1)
          .map((word) => word.text)
          .join(' '),
      ) && contentIn(words, first, last) === 1,
  );
}

/** "Anything that sets it off, like stress?": what follows is an example. */
function isExample(words: readonly Word[], i: number): boolean {
  return (
    /^(?:like|such|including|maybe)$/.test(words[i]?.text ?? '') && i > 0 && words[i]?.clause !== words[i - 1]?.clause
  );
}

const ofVisit = new Set(['expectations', 'concerns', 'ideas']);

/** What such a question is about, where all that it names besides only says when or where. */
export function pointing(
  { text, words }: Sentence,
  found: readonly Found<LexiconEntry>[],
  asked: Aspect | null,
  { focus }: ReadingContext,
  lexicon: Lexicon,
): Mention | null {
  const last = meant(text, focus, lexicon);
  if (last === undefined || last.finding === null || found.length === 0) return null;
  if (isLikeness({ text, words, kind: 'question' }, found))
    return focus.find(({ finding }) => lexicon.findings.get(finding ?? '')?.kind === 'symptom') ?? null;
  // "Is there anything that brings it on, stairs or cold air?": what follows "it" is not asked for itself.
  // "These headaches" are named, and point to nothing else.
  const it = words.findIndex(
    ({ text: word }, i) =>
      pronouns.has(word) &&
      !/^(?:week|month|year|morning|time|point|one)$/.test(words[i + 1]?.text ?? '') &&
      !found.some(({ first }) => word !== 'it' && first === i + 1),
  );
  const isOfIt = asked !== null && it >= 0 && found.every(({ first }) => first > it);
  if (!isOfIt && !pointer.test(text)) return null;
  if (/\b(?:happened|had (?:it|this|that)|like this|occurred|experienced) .*before\b/.test(text)) return null;
  // "Was it a sudden headache?" names it.
  const isCalled = /\b(?:is|was|are|were) (?:it|this|that|they|these|those) (?:like )?(?:a|an|the)\b/.test(text);
  const isSymptom = (id: string) => lexicon.findings.get(id)?.kind === 'symptom';
  // "Is it any easier today, the cough?"
  const isNamedLast = found.some(
    ({ payload, first, last }) =>
      last === words.length - 1 &&
      words[first]?.clause !== words[0]?.clause &&
      words[first - 1]?.text === 'the' &&
      words[first - 2]?.clause !== words[first - 1]?.clause &&
      payload.findings.some(isSymptom),
  );
  if (isNamedLast) return null;
  if (isCalled && found.some(({ payload }) => payload.findings.some((id) => isSymptom(id) && !aboutComplaint.has(id))))
    return null;
  // "Is it tablets you were hoping for?" is asked of the visit.
  if (found.every(({ payload }) => payload.findings.every((id) => ofVisit.has(id)))) return null;
  const ids = found.flatMap(({ payload }) => payload.findings);
  const isAbout = ids.every((id) => aboutComplaint.has(id) || lexicon.body.modified(id).length > 0);
  // "Is that because you go to the gym?" is asked of what "that" is.
  const isReason = ids.every((id) => !isSymptom(id));
  const at = words.findIndex(
    ({ text: word }, i) => circumstance.has(word) || (isReason && word === 'because') || isExample(words, i),
  );
  if (found.some((phrase) => isTelling(phrase, words, at, focus, lexicon))) return null;
  if (
    !isOfIt &&
    !isAbout &&
    (at < 0 ||
      found.some(({ first, payload }) => first < at && !payload.findings.every((id) => aboutComplaint.has(id))))
  )
    return null;
  // What belongs to the complaint at hand is asked for itself.
  const complaint = focus.find(({ finding }) => lexicon.findings.get(finding ?? '')?.kind === 'symptom') ?? last;
  // After "does it hurt when you press on it?" the complaint is still the pain.
  const atHand = complaint.finding ?? '';
  const complaints = [atHand, ...lexicon.body.modified(atHand)];
  const fits = (id: string) => lexicon.body.modified(id).some((of) => complaints.includes(of));
  // "Does the pain spread to your arm or jaw?" says where by itself, whatever pain was spoken of.
  const goes = found.find(
    ({ first, last, payload }) =>
      payload.findings.some((id) => id.includes('-radiating-')) &&
      lexicon.body.complaintOf(complaint.finding ?? '') === 'pain' &&
      contentIn(words, first, last) > 1 &&
      lexicon.body.partsIn(words.slice(first, last + 1)).length > 0,
  );
  const specific = ids.find(fits) ?? goes?.payload.findings[0];
  return specific === undefined ? complaint : { ...complaint, finding: specific, fact: null };
}

/**
 * What tells conditions apart, said in several words that begin with the verb or belong to the skin at hand: "does it wake
 * you to pee?", "is it in the backs of your knees?" It is no mere when or where of the last complaint.
 */
function isTelling(
  { first, last, payload }: Found<LexiconEntry>,
  words: readonly Word[],
  at: number,
  focus: ReadingContext['focus'],
  lexicon: Lexicon,
): boolean {
  if (payload.aspect !== null || contentIn(words, first, last) < 2) return false;
  // "Does it hurt when you bite on the tooth?" names what hurts, where another pain was spoken of.
  const isElsewhere = (id: string) => {
    const of = lexicon.body.modified(id);
    return of.length > 0 && !focus.some(({ finding }) => finding !== null && of.includes(finding));
  };
  if (lexicon.body.partsIn(words.slice(first, last + 1)).length > 0 && payload.findings.every(isElsewhere)) return true;
  const isOfSkin = focus.some(({ finding }) =>
    /^(?:rash|itching)$/.test(lexicon.body.complaintOf(finding ?? '') ?? ''),
  );
  return payload.findings.every((id) => {
    if (lexicon.findings.get(id)?.purpose !== 'diagnosis' || lexicon.body.modified(id).length > 0) return false;
    return id.endsWith('-affected') ? isOfSkin : at < 0 || (first <= at && last >= at);
  });
}

function contentIn(words: readonly Word[], first: number, last: number): number {
  return words.slice(first, last + 1).filter(({ isSmall }) => !isSmall).length;
}

/** A complaint that is named in so many words: more than a when or how of another. */
export function isNamed({ first, last, payload }: Found<LexiconEntry>, words: readonly Word[]): boolean {
  let content = 0;
  for (let i = first; i <= last; i++) if (words[i]?.isSmall === false) content++;
  // "Dark urine?" is all of itself; "one eye or both?" is asked of what was spoken of.
  const isWhole = last - first + 1 === words.length && !payload.findings.every((id) => aboutComplaint.has(id));
  // "How many years did you smoke, and how much?" says itself what it asks for.
  return (
    (content > 3 && contentOf(words.slice(first, last + 1)).length > 1) ||
    (content > 1 && (first > 0 || isWhole || content > 2) && words.length - content < 4)
  );
}

/** "How long have you had the nausea?" asks for the nausea: it is what somebody has, and no when or how of another. */
export function isSubject(
  { first, last, payload }: Found<LexiconEntry>,
  { words }: Sentence,
  lexicon: Lexicon,
): boolean {
  if (payload.findings.every((id) => aboutComplaint.has(id) || lexicon.body.modified(id).length > 0)) return false;
  // A phrase may hold the question itself: "how long have you had your cough".
  const before = words
    .slice(0, first === 0 ? last : first)
    .map(({ text }) => text)
    .join(' ');
  if (/^how (?:many|much)(?: \w+)?$/.test(before)) return true;
  return /\b(?:have|has|had|did|do|does|are|is|was|were|been) (?:you|he|she|they|the|your|his|her|this|that)(?: \w+){0,3}$/.test(
    before,
  );
}

export function placed({ words, text }: Sentence, mention: Mention, lexicon: Lexicon): Mention {
  const [part] = lexicon.body.partsIn(words);
  const moved = part === undefined || mention.finding === null ? null : lexicon.body.moved(mention.finding, part);
  const isSided = /\b(?:one|which|either|both|left|right|other) (?:side|half)/.test(text);
  const there = moved ?? (part !== undefined && isSided ? lexicon.body.moved('pain', part) : null);
  return {
    ...mention,
    ...(there !== null && { finding: there, fact: null }),
    aspect: aspectOf(text) ?? (amount.test(text) ? 'severity' : 'modifiers'),
    resolved: true,
  };
}

/** "Ever tried to cut down?" goes on with the habit that was spoken of. */
export function cuttingDown({ text }: Sentence, { focus, topic }: ReadingContext): Mention | null {
  if (
    !/\b(?:cut(?:ting)? (?:it )?(?:down|back)|quit(?:ting)?|giv(?:e|en|ing) (?:it |that )?up|stop(?:ping|ped)?|kick)\b/.test(
      text,
    )
  )
    return null;
  const habit = [...focus, ...topic].find(({ finding }) => finding !== null && habits.has(finding));
  return habit === undefined || /\b(?:smok|drink|alcohol|drug|breath)/.test(text)
    ? null
    : { ...habit, aspect: 'course', resolved: true };
}
