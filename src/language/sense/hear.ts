import { remembered } from '../../base/remembered.ts';
import type { Aspect } from '../../catalog/finding.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import { isAsking } from '../clauses.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Candidate } from './candidates.ts';
import { type Features, featuresOfNothing, type Weighed } from './features.ts';
import { type Meant, meantIn } from './meant.ts';
import type { Reading } from './reading.ts';
import { createSense, type Sense } from './sense.ts';
import { verdictOf } from './verdict.ts';

/** From this likelihood on that a turn asks for nothing, nothing is heard. */
const mostNothing = 0.15;

/**
 * How likely a candidate has to be to be heard. These bars and the one above were chosen on dialogues that nothing was trained
 * with: a patient who answers what was not asked is worse than one who asks back.
 */
const least = {
  /** Where nothing is likelier. */
  first: 0.3,
  /** Where the words name it by themselves, or those of a part of theirs do. */
  named: 0.35,
  /** Where it is known from what was said before. */
  leaning: 0.4,
  /** Beside what the rules are sure of, one thing whose names hold every word or that nothing is asked; where nothing was said. */
  beside: 0.5,
};
/** The share that the words alone give to what they name by themselves. */
const leastNamed = 0.5;

/** What the rules read is heard from this share of the likelihood on that the likeliest has. */
const leastOfBest = 0.4;

/** The share that the words alone give to what they name; below it they lean on what was said before. */
const leastOwn = 0.05;

/** What was not heard is named up to this number. */
const mostNext = 3;

const senseOf = remembered(createSense);

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first where what was trained was heard. */
  readonly likeliest: readonly Mention[];
  /** What was not heard and is next in likelihood, the likeliest first. */
  readonly next: readonly Mention[];
}

/** Hears what a turn asks for: by the rules, and where they leave it open by what was trained as well. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  const byRules = { read, likeliest: read.mentions, next: [] };
  if (lexicon.sense === null) return byRules;
  const sense = senseOf(lexicon.sense);
  const meant = meantIn(text, read, context, lexicon);
  const verdict = verdictOf(meant.read, lexicon);
  if (verdict === 'theirs' || sense.knows(meant.words) === 'none') return byRules;
  const reading = { ...meant, verdict, context, lexicon };
  const { candidates, features } = sense.consider(reading);
  const weighed = weighedBy(sense, candidates, features, read);
  const isOfNothing = sense.nothing(features.turn)(featuresOfNothing(weighed)) > mostNothing;
  const likely = isOfNothing ? [] : likelyOf(weighed, reading, mayLean(meant, sense));
  const likeliest = oneOfAKind(oneReferent(likely, read), lexicon).flatMap(({ finding }) =>
    mentionsOf(finding, read, context),
  );
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  const added = likeliest.filter((mention) => !inOrder.includes(mention));
  const isHeard = new Set(likeliest.map(({ finding }) => finding));
  const next = likeliestOf(weighed.filter(({ finding }) => !isHeard.has(finding)))
    .slice(0, mostNext)
    .flatMap(({ finding }) => mentionsOf(finding, read, context));
  return { read: { ...read, mentions: [...inOrder, ...added] }, likeliest, next };
}

/** A candidate with how likely it is asked for. */
type Likely = Candidate & Weighed;

/** Candidates with how likely each is asked for. */
function weighedBy(
  { likelihood }: Pick<Sense, 'likelihood'>,
  candidates: readonly Candidate[],
  features: Features,
  { mentions }: ReadQuestion,
): readonly Likely[] {
  const read = new Set(mentions.map(({ finding }) => finding));
  const likelihoodOf = likelihood(features.turn);
  return candidates.map((candidate, i) => ({
    ...candidate,
    likelihood: likelihoodOf(features.candidates[i] ?? []),
    wasRead: read.has(candidate.finding),
  }));
}

/**
 * Whether words that name nothing may be about what was spoken of: "complete this sentence: I have" asks for nothing by itself,
 * and who says what nobody understands is asked what was meant.
 */
function mayLean({ words, read }: Meant, { knows }: Sense): boolean {
  return knows(words) === 'all' && read.sentences.some(isAsking);
}

function likeliestOf(weighed: readonly Likely[]): readonly Likely[] {
  return [...weighed].sort((a, b) => b.likelihood - a.likelihood);
}

/** Those that are likely enough, the likeliest first. */
function likelyOf(weighed: readonly Likely[], reading: Reading, mayLean: boolean): readonly Likely[] {
  const { verdict, context } = reading;
  const isDenied = deniedIn(reading);
  const inOrder = likeliestOf(
    weighed.filter(({ finding, own, wasRead }) => wasRead || own > leastOwn || (mayLean && !isDenied.has(finding))),
  );
  const [best] = inOrder;
  const most = best?.likelihood ?? 0;
  // "When did it start?" is about nothing where nothing was said.
  const isFirst = context.earlier.length === 0;
  const barOf = ({ own, wasRead }: Likely) => {
    if (wasRead) return leastOfBest * most;
    if (verdict === 'unasked') return own > leastNamed ? least.beside : 1;
    if (verdict === 'named' || isFirst) return least.beside;
    return own > leastNamed ? least.named : least.leaning;
  };
  const heard = inOrder.filter((one) => one.likelihood > barOf(one));
  if (heard.length === 0 && isDenied.size > 0) return inOrder.filter(({ wasRead }) => wasRead);
  const mayBeGuessed = verdict === 'open' && !isFirst && best !== undefined && most > least.first;
  return heard.length === 0 && mayBeGuessed ? [best] : heard;
}

/** What was asked last and denied, where the words ask how it is: that is asked of something else. */
function deniedIn({ read, context: { focus, topic } }: Reading): ReadonlySet<string | null> {
  const aspect = aspectAsked(read);
  if (aspect === null || aspect === 'presence') return new Set();
  const there = new Set(focus.map(({ finding }) => finding));
  return new Set(topic.flatMap(({ finding }) => (there.has(finding) ? [] : finding)));
}

/** The aspect that the last words that ask are put in. */
function aspectAsked({ sentences }: ReadQuestion): Aspect | null {
  const last = sentences.findLast(isAsking);
  return last === undefined ? null : aspectOf(last.text);
}

/** "It" stands for one thing: what the rules took it for, or the likeliest. */
function oneReferent(heard: readonly Likely[], { mentions }: ReadQuestion): readonly Likely[] {
  const named = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? [] : finding)));
  const resolved = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? finding : [])));
  const leaning = heard.filter(({ finding, own }) => own <= leastOwn && !named.has(finding));
  const meant = leaning.find(({ finding }) => resolved.has(finding)) ?? leaning[0];
  return heard.filter((one) => one === meant || !leaning.includes(one));
}

/** Of two things of which one is a kind of the other one is meant, unless both were named: the kind where it was named, else the likelier. */
function oneOfAKind(heard: readonly Likely[], { answeredBy }: Lexicon): readonly Likely[] {
  const isKind = (one: Likely, other: Likely) => answeredBy.get(other.finding)?.includes(one.finding) ?? false;
  const yields = (one: Likely, other: Likely) => {
    if (one.wasRead && other.wasRead) return false;
    if (isKind(one, other)) return !one.wasRead && other.likelihood > one.likelihood;
    return isKind(other, one) && (other.wasRead || other.likelihood > one.likelihood);
  };
  return heard.filter((one) => !heard.some((other) => yields(one, other)));
}

/** A finding as the rules read it, or in the aspect that the last words that ask are put in. */
function mentionsOf(finding: string, read: ReadQuestion, { focus, topic }: ReadingContext): readonly Mention[] {
  const own = read.mentions.filter((mention) => mention.finding === finding);
  if (own.length > 0) return own;
  const vague = read.vague.filter((mention) => mention.finding === finding);
  if (vague.length > 0) return vague;
  return [
    {
      finding,
      fact: null,
      aspect: aspectAsked(read) ?? 'presence',
      resolved: [...focus, ...topic].some((one) => one.finding === finding),
      // Nobody knows which way it was asked: a bare yes or no may mean either.
      direction: 'unclear',
    },
  ];
}
