import { remembered } from '../../base/remembered.ts';
import type { Aspect } from '../../catalog/finding.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import { isAsking } from '../clauses.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import type { Candidate } from './candidates.ts';
import { type Features, featuresOfNothing, type Weighed } from './features.ts';
import { type Meant, meantIn } from './meant.ts';
import type { Reading } from './reading.ts';
import { createSense, type Sense } from './sense.ts';
import { verdictOf } from './verdict.ts';

/** From this likelihood on that a turn asks for nothing, nothing is heard; what asks how it is that was spoken of asks for something. */
const mostNothing = { ofIt: 0.5, else: 0.3 };

/**
 * How likely a candidate has to be to be heard. The bars were chosen on dialogues that the networks had not learnt from, the choice
 * had (docs/understanding.md says which were not): a patient who answers what was not asked is worse than one who asks back.
 */
const least = {
  /** Where nothing is likelier. */
  first: 0.25,
  /** Where the words name it by themselves, or those of a part of theirs do. */
  named: 0.3,
  /** Where it is known from what was said before. */
  leaning: 0.35,
  /** Beside what the rules are sure of, one thing whose names hold every word or that nothing is asked; where nothing was said. */
  beside: 0.4,
  /** In place of what patients think of it, or of whether all is well. */
  instead: 0.6,
};
/** The share that the words alone give to what they name by themselves, and to what they name without doubt. */
const [leastNamed, surelyNamed] = [0.5, 0.9];

/** From this likelihood on two things of which one is a kind of the other are both meant, and so are two that "it" may be. */
const both = { kinds: 0.6, referents: 0.5 };

/** What the rules read is heard from this share of the likelihood on that the likeliest has. */
const leastOfBest = 0.4;

/** The share that the words alone give to what they name; below it they lean on what was said before. */
const leastOwn = 0.05;

/** What may have been meant as well, from this likelihood on, so many things together with what was heard. */
const unsure = { least: 0.1, most: 3 };

const senseOf = remembered(createSense);

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first where what was trained was heard. */
  readonly likeliest: readonly Mention[];
  /** What was not heard beside it and may have been meant as well, the likeliest first. */
  readonly unsure: readonly Mention[];
}

/** Hears what a turn asks for: by the rules, and where they leave it open by what was trained as well. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  const byRules = { read, likeliest: read.mentions, unsure: [] };
  if (lexicon.sense === null) return byRules;
  const sense = senseOf(lexicon.sense);
  const meant = meantIn(text, read, context, lexicon);
  const verdict = verdictOf(meant.read, lexicon);
  if (verdict === 'theirs' || sense.knows(meant.words) === 'none') return byRules;
  const reading = { ...meant, verdict, context, lexicon };
  const { candidates, features } = sense.consider(reading);
  const weighed = weighedBy(sense, candidates, features, read);
  if (verdict === 'read') return insteadOf(weighed, reading) ?? byRules;
  const bar = asksHowItIs(meant.read) ? mostNothing.ofIt : mostNothing.else;
  const isOfNothing = sense.nothing(features.turn)(featuresOfNothing(weighed)) > bar;
  const likely = isOfNothing ? [] : likelyOf(weighed, reading, mayLean(meant, sense));
  return heardIn(read, oneOfAKind(oneReferent(likely, read), lexicon), weighed, context);
}

/** A turn in which these are heard, those that the rules read in their order, and before all what nothing else can hear. */
function heardIn(
  read: ReadQuestion,
  likely: readonly Likely[],
  weighed: readonly Likely[],
  context: ReadingContext,
): Heard {
  const likeliest = likely.flatMap(({ finding }) => mentionsOf(finding, read, context));
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention) || views.has(mention.finding ?? ''));
  const added = likeliest.filter((mention) => !inOrder.includes(mention));
  const others = unsureOf(weighed, new Set(likeliest.map(({ finding }) => finding)));
  return {
    read: { ...read, mentions: [...inOrder, ...added] },
    likeliest,
    unsure: others.flatMap(({ finding }) => mentionsOf(finding, read, context)),
  };
}

/** What is heard in place of what the rules read, where something else is much likelier than all of it; null where nothing is. */
function insteadOf(weighed: readonly Likely[], { read, context, lexicon }: Reading): Heard | null {
  const isWider = ({ finding }: Likely) =>
    weighed.some((one) => one.wasRead && lexicon.answeredBy.get(finding)?.includes(one.finding));
  const others = weighed.filter(
    (one) => !one.wasRead && one.own > leastOwn && one.likelihood > least.instead && !isWider(one),
  );
  if (others.length === 0) return null;
  const most = Math.max(...weighed.map(({ likelihood }) => likelihood));
  const kept = weighed.filter(({ wasRead, likelihood }) => wasRead && likelihood > leastOfBest * most);
  return heardIn(read, oneOfAKind(likeliestOf([...others, ...kept]), lexicon), weighed, context);
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
  // "How old is he?" asks for nothing that was told, whatever is likely.
  const isNamed = verdict === 'named' && weighed.some(({ wasRead, own }) => wasRead && own > surelyNamed);
  const inOrder = likeliestOf(
    weighed.filter(
      ({ finding, own, wasRead }) => wasRead || own > leastOwn || (mayLean && !isNamed && !isDenied.has(finding)),
    ),
  );
  const [best] = inOrder;
  const most = best?.likelihood ?? 0;
  // "When did it start?" is about nothing where nothing was said.
  const isFirst = context.earlier.length === 0;
  const barOf = ({ own, wasRead, likelihood }: Likely) => {
    if (wasRead) return leastOfBest * most;
    // Where one thing is named, that is meant or what the words lean on, and not both.
    if (verdict === 'named' && own <= leastOwn && likelihood < most) return 1;
    if (verdict === 'unasked') return own > leastNamed ? least.beside : 1;
    if (verdict === 'named' || isFirst) return least.beside;
    return own > leastNamed ? least.named : least.leaning;
  };
  const heard = inOrder.filter((one) => one.likelihood > barOf(one));
  if (heard.length === 0 && isDenied.size > 0) return inOrder.filter(({ wasRead }) => wasRead);
  const mayBeGuessed = verdict === 'open' && !isFirst && best !== undefined && most > least.first;
  return heard.length === 0 && mayBeGuessed ? [best] : heard;
}

/** What may have been meant beside what was heard, the likeliest first. */
function unsureOf(weighed: readonly Likely[], heard: ReadonlySet<string | null>): readonly Likely[] {
  if (heard.size === 0) return [];
  return likeliestOf(weighed)
    .filter(({ finding, likelihood }) => !heard.has(finding) && likelihood >= unsure.least)
    .slice(0, Math.max(0, unsure.most - heard.size));
}

/** Whether the words ask how it is that was spoken of: "how long has that been going on?" */
function asksHowItIs(read: ReadQuestion): boolean {
  const aspect = aspectAsked(read);
  return aspect !== null && aspect !== 'presence' && read.mentions.some(({ resolved }) => resolved);
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

/** "It" stands for one thing, what the rules took it for or the likeliest, unless others are likely as well ("both of them?"). */
function oneReferent(heard: readonly Likely[], { mentions }: ReadQuestion): readonly Likely[] {
  const named = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? [] : finding)));
  const resolved = new Set(mentions.flatMap(({ finding, resolved }) => (resolved ? finding : [])));
  const leaning = heard.filter(({ finding, own }) => own <= leastOwn && !named.has(finding));
  const meant = leaning.find(({ finding }) => resolved.has(finding)) ?? leaning[0];
  return heard.filter((one) => one === meant || one.likelihood > both.referents || !leaning.includes(one));
}

/**
 * Of two things of which one is a kind of the other one is meant, unless both were named or both are likely: the kind where it was
 * named, else the likelier.
 */
function oneOfAKind(heard: readonly Likely[], { answeredBy }: Lexicon): readonly Likely[] {
  const isKind = (one: Likely, other: Likely) => answeredBy.get(other.finding)?.includes(one.finding) ?? false;
  const yields = (one: Likely, other: Likely) => {
    if (one.wasRead && other.wasRead) return false;
    if (!other.wasRead && one.likelihood > both.kinds) return false;
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
