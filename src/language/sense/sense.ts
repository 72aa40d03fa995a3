import type { SenseWeights } from '../../catalog/sense-weights.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Turn } from '../focus.ts';
import type { Lexicon } from '../lexicon.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { type Candidate, candidatesOf } from './candidates.ts';
import { likelihoodOf } from './choice.ts';
import { featuresOf } from './features.ts';
import { createNetwork, type Sensed } from './network.ts';

/** What a turn may ask for, with all that the choice goes by. */
export interface Weighed {
  readonly sensed: Sensed;
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

/** Hears what a turn asks for by what it was trained on, beside what the rules read. */
export interface Sense {
  /** What may be asked for. `turns` are the last before it, the latest last. */
  weigh(
    text: string,
    turns: readonly Turn[],
    read: ReadQuestion,
    context: ReadingContext,
    lexicon: Lexicon,
  ): Weighed;
  /** The likelihood that a candidate is asked for, 0 to 1. */
  likelihood(features: readonly number[]): number;
}

export function createSense(weights: SenseWeights): Sense {
  const network = createNetwork(weights);
  const indexOf = new Map(network.classes.map((id, i) => [id, i]));
  const { choice } = weights;
  return {
    weigh: (text, turns, read, context, lexicon) => {
      const sensed = network.sense(text, turns);
      const candidates = candidatesOf(read, context, sensed, indexOf, network.classes).filter(({ finding }) =>
        lexicon.findings.has(finding),
      );
      return { sensed, candidates, features: featuresOf(text, candidates, sensed, read, context, lexicon) };
    },
    likelihood: (features) => (choice === undefined ? 0 : likelihoodOf(features, choice)),
  };
}

/** Above this a candidate counts as asked for. */
const asked = 0.5;

/** What a turn asks for: of the rules' reading and the network's, whatever is likely; the likeliest first. */
export function chosen(
  text: string,
  turns: readonly Turn[],
  read: ReadQuestion,
  context: ReadingContext,
  lexicon: Lexicon,
): readonly Mention[] {
  const { sense } = lexicon;
  if (sense === null) return read.mentions;
  const { candidates, features } = sense().weigh(text, turns, read, context, lexicon);
  const likely = candidates
    .map(({ finding }, i) => ({ finding, likelihood: sense().likelihood(features[i] ?? []) }))
    .filter(({ likelihood }) => likelihood > asked)
    .sort((a, b) => b.likelihood - a.likelihood);
  return [
    ...read.mentions.filter(({ finding }) => finding === null),
    ...likely.flatMap(({ finding }) => mentionsOf(finding, read, context)),
  ];
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
