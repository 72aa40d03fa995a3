import type { SenseWeights } from '../../catalog/sense-weights.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Lexicon } from '../lexicon.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { type Candidate, candidatesOf, type Signals } from './candidates.ts';
import { likelihoodOf } from './choice.ts';
import { featuresOf } from './features.ts';
import { createEvidence } from './evidence.ts';
import { createNetwork, slotsOf } from './network.ts';

/** What a turn may ask for, with all that the choice goes by. */
export interface Weighed {
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

/** Hears what a turn asks for by what it was trained on, beside what the rules read. */
export interface Sense {
  /** What may be asked for. */
  weigh(text: string, read: ReadQuestion, context: ReadingContext, lexicon: Lexicon): Weighed;
  /** The likelihood that a candidate is asked for, 0 to 1. */
  likelihood(features: readonly number[]): number;
}

export function createSense(weights: SenseWeights): Sense {
  const network = createNetwork(weights);
  const indexOf = new Map(network.classes.map((id, i) => [id, i]));
  const asked = createEvidence(weights.asked, network.classes.length);
  const told = createEvidence(weights.told, network.classes.length);
  const { choice } = weights;
  return {
    weigh: (text, read, context, lexicon) => {
      const [said, askedBefore] = slotsOf(context.earlier);
      const signals: Signals = {
        ...network.sense(text, context.earlier),
        asked: asked.scores(text),
        most: asked.most(text),
        told: told.scores(said),
        before: asked.scores(askedBefore),
      };
      const candidates = candidatesOf(read, context, signals, indexOf, network.classes).filter(
        ({ finding }) => lexicon.findings.has(finding) && !views.has(finding),
      );
      return { candidates, features: featuresOf(text, candidates, signals, read, context, lexicon) };
    },
    likelihood: (features) => (choice === undefined ? 0 : likelihoodOf(features, choice)),
  };
}

/** Above this a candidate counts as asked for. */
const likelyEnough = 0.5;

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first. */
  readonly likeliest: readonly Mention[];
}

/** Hears what a turn asks for: by the rules, and of their reading and the network's whatever is likely. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  if (lexicon.sense === null) return { read, likeliest: read.mentions };
  const sense = lexicon.sense();
  const { candidates, features } = sense.weigh(text, read, context, lexicon);
  const likely = candidates
    .map(({ finding }, i) => ({ finding, likelihood: sense.likelihood(features[i] ?? []) }))
    .filter(({ likelihood }) => likelihood > likelyEnough)
    .sort((a, b) => b.likelihood - a.likelihood)
    .map(({ finding }) => mentionsOf(finding, read, context));
  const untrained = read.mentions.filter(({ finding }) => finding === null || views.has(finding));
  const likeliest = [...likely.flat(), ...untrained];
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  return {
    read: { ...read, mentions: [...inOrder, ...likeliest.filter((mention) => !inOrder.includes(mention))] },
    likeliest,
  };
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
