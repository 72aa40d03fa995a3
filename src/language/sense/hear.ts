import { remembered } from '../../base/remembered.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Sentence } from '../clauses.ts';
import type { Lexicon } from '../lexicon.ts';
import { namedIn } from '../named.ts';
import { isChat, isNoHistory } from '../no-history.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { contentOf, wordsOf } from '../words.ts';
import type { Candidate } from './candidates.ts';
import { createSense, type Sense } from './sense.ts';

/**
 * How likely a candidate has to be to be heard. They were chosen on dialogues that nothing was trained with: a patient who answers
 * what was not asked is worse than one who asks back.
 */
const least = {
  /** By itself, or beside one thing. */
  alone: 0.5,
  /** Beside other things of a list that the rules read. */
  listed: 0.4,
  /** Where the words alone speak for another, and lean on nothing that was said before. */
  unnamed: 0.6,
  /** What the rules read, where nothing is likelier. */
  read: 0.05,
};
/** What the rules read is heard from this share of the likelihood on that the likeliest has. */
const leastOfBest = 0.4;

/** The share that the words alone give to what they name, where they do not lean on what was said before. */
const leastOwn = 0.05;

const senseOf = remembered(createSense);

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first where what was trained was heard. */
  readonly likeliest: readonly Mention[];
}

/** Hears what a turn asks for: by the rules, and where they leave it open by what was trained as well. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  const byRules = { read, likeliest: read.mentions };
  if (lexicon.sense === null) return byRules;
  const sense = senseOf(lexicon.sense);
  const open = leftOpen(text, read, context, lexicon);
  if (open === null || sense.knows(text) === 'none') return byRules;
  const { candidates, features } = sense.consider(open, read, context, lexicon);
  const weighed = candidates.map((candidate, i) => ({ ...candidate, likelihood: sense.likelihood(features[i] ?? []) }));
  const mayLean = leansOnEarlier(read, lexicon, sense);
  const likely = likelyOf(weighed, read, { mayLean, isKnown: sense.knows(open) === 'all' });
  const likeliest = oneOfAKind(oneReferent(likely, read), read, lexicon).flatMap(({ finding }) =>
    mentionsOf(finding, read, context),
  );
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  const added = likeliest.filter((mention) => !inOrder.includes(mention));
  return { read: { ...read, mentions: [...inOrder, ...added] }, likeliest };
}

/**
 * The words of a turn that are read by what was trained: without what is said before a question and names nothing, a greeting, a
 * kind word, the doctor's own thoughts. Null where the rules alone are heard.
 */
export function leftOpen(text: string, read: ReadQuestion, context: ReadingContext, lexicon: Lexicon): string | null {
  return isReadByRules(read, lexicon) || asksForNone(read, lexicon) ? null : wordsMeant(text, read, context, lexicon);
}

function wordsMeant(text: string, { sentences }: ReadQuestion, context: ReadingContext, lexicon: Lexicon): string {
  const first = sentences.findIndex(({ kind }) => kind === 'question');
  if (first < 1) return text;
  const kept = sentences.filter(
    (sentence, i) => i >= first || sentence.kind !== 'statement' || namedIn(sentence, context, lexicon).length > 0,
  );
  return kept.length === sentences.length ? text : kept.map((sentence) => sentence.text).join(' ');
}

interface Weighed extends Candidate {
  readonly likelihood: number;
}

/** Those that are likely enough, the likeliest first. */
function likelyOf(
  weighed: readonly Weighed[],
  { mentions, sentences }: ReadQuestion,
  { mayLean, isKnown }: { readonly mayLean: boolean; readonly isKnown: boolean },
): readonly Weighed[] {
  const wasRead = new Set(mentions.map(({ finding }) => finding));
  const inOrder = [...weighed].sort((a, b) => b.likelihood - a.likelihood);
  const bar = wasRead.size > 1 ? least.listed : least.alone;
  // "Complete this sentence: I have" asks for nothing by itself, and who says what nobody understands is asked what was meant.
  const mayBeUnnamed = isKnown && sentences.some(({ kind }) => kind === 'question' || kind === 'fragment');
  const barOfUnnamed = mayBeUnnamed ? Math.max(bar, least.unnamed) : 1;
  const barOf = ({ finding, own }: Weighed) => {
    if (wasRead.has(finding)) return leastOfBest * (inOrder[0]?.likelihood ?? 0);
    return mayLean || own > leastOwn ? bar : barOfUnnamed;
  };
  const heard = inOrder.filter((one) => one.likelihood > barOf(one));
  // Where nothing is likely enough the rules are believed, unless what they read is most unlikely.
  return heard.length > 0
    ? heard
    : inOrder.filter(({ finding, likelihood }) => wasRead.has(finding) && likelihood > least.read);
}

/** "It" stands for one thing: what the rules took it for, or the likeliest. */
function oneReferent(heard: readonly Weighed[], { mentions }: ReadQuestion): readonly Weighed[] {
  const named = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? [] : finding)));
  const resolved = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? finding : [])));
  const leaning = heard.filter(({ finding, own }) => own <= leastOwn && !named.has(finding));
  const meant = leaning.find(({ finding }) => resolved.has(finding)) ?? leaning[0];
  return heard.filter((one) => one === meant || !leaning.includes(one));
}

/** Of two things of which one is a kind of the other the likelier is meant, unless both were named. */
function oneOfAKind(
  heard: readonly Weighed[],
  { mentions }: ReadQuestion,
  { answeredBy }: Lexicon,
): readonly Weighed[] {
  const wasRead = new Set(mentions.map(({ finding }) => finding));
  const isKind = (one: Weighed, other: Weighed) => answeredBy.get(one.finding)?.includes(other.finding) ?? false;
  return heard.filter(
    (one, i) =>
      !heard
        .slice(0, i) // the likelier ones
        .some(
          (other) =>
            (isKind(one, other) || isKind(other, one)) && !(wasRead.has(one.finding) && wasRead.has(other.finding)),
        ),
  );
}

/** Words that carry content, from which on a question speaks of something of its own. */
const mostOwn = 3;

/**
 * Whether words that name nothing may be about what was spoken of: they ask, are few, name no examination and no test, and every
 * word of theirs is known. Who says what nobody understands is asked what was meant.
 */
function leansOnEarlier({ mentions, sentences, requested }: ReadQuestion, lexicon: Lexicon, { knows }: Sense): boolean {
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  return (
    mentions.every(({ resolved }) => resolved) &&
    requested.length === 0 &&
    asking.length > 0 &&
    asking.every(
      ({ text, words }) =>
        contentOf(words).length < mostOwn && knows(text) === 'all' && lexicon.requests.find(words).length === 0,
    )
  );
}

/**
 * What the rules alone read: one question for one thing that holds every word of it in its names; what only this case tells of
 * and what patients think of it, for which nothing was trained; and whether all is well.
 */
function isReadByRules({ mentions, questions, sentences }: ReadQuestion, lexicon: Lexicon): boolean {
  if (mentions.some(({ finding }) => finding === null || views.has(finding))) return true;
  // Whether all is well with something is asked of all that could be wrong with it: "Are your bowels regular?"
  if (mentions.some(({ direction }) => direction === 'absence')) return true;
  const [first, ...others] = new Set(mentions.map(({ finding }) => finding));
  return (
    typeof first === 'string' &&
    others.length === 0 &&
    questions < 2 &&
    mentions.every(({ resolved }) => !resolved) &&
    namesAll(first, sentences, lexicon)
  );
}

/**
 * Words that name nothing and are known to ask for no finding: "go on", "what do you have?", what is arranged, small talk, a sound
 * of listening, what is for the clinic, what is examined.
 */
function asksForNone({ mentions, sentences, tags }: ReadQuestion, lexicon: Lexicon): boolean {
  // "Let me look at your tummy" is for whoever examines.
  if (sentences.every(({ text, kind }) => isChat(text) || kind === 'examination' || kind === 'plan')) return true;
  if (mentions.length > 0) return false;
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  return (
    tags.has('open') ||
    tags.has('fishing') ||
    (asking.length > 0 && asking.every(({ text }) => isNoHistory(text) || isChat(text))) ||
    // "Is your troponin raised?" is for the clinic.
    asking.some(({ words }) => lexicon.requests.find(words).length > 0)
  );
}

const knownStems = remembered((_: Lexicon) => new Map<string, ReadonlySet<string>>());

/** The stems of everything that a finding is called, and of what it can be like: "is the itching mild or severe?" */
function stemsOf(finding: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = knownStems(lexicon);
  const one = lexicon.findings.get(finding);
  const sides = [...(one?.aspectWords.values() ?? [])].flatMap((values) => Object.values(values).flat());
  const names = [...(one?.names.medical ?? []), ...(one?.names.lay ?? []), ...(one?.called ?? [])];
  const stems =
    known.get(finding) ??
    new Set([...names, ...sides].flatMap((name) => contentOf(wordsOf(name)).map(({ stem }) => stem)));
  known.set(finding, stems);
  return stems;
}

/** Whether every word of a question is one of a finding's names: nothing is left that could mean another. */
function namesAll(finding: string, sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  const stems = stemsOf(finding, lexicon);
  return sentences.every(({ words }) => contentOf(words).every(({ stem }) => stems.has(stem)));
}

/** A finding as the rules read it, or in the aspect that the last words that ask are put in. */
function mentionsOf(finding: string, read: ReadQuestion, { focus, topic }: ReadingContext): readonly Mention[] {
  const own = read.mentions.filter((mention) => mention.finding === finding);
  if (own.length > 0) return own;
  const vague = read.vague.filter((mention) => mention.finding === finding);
  if (vague.length > 0) return vague;
  const last = read.sentences.findLast(({ kind }) => kind === 'question' || kind === 'fragment');
  return [
    {
      finding,
      fact: null,
      aspect: (last && aspectOf(last.text)) ?? 'presence',
      resolved: [...focus, ...topic].some((one) => one.finding === finding),
      // Nobody knows which way it was asked: a bare yes or no may mean either.
      direction: 'unclear',
    },
  ];
}
