import type { FinderWeights, SenseWeights } from '../../catalog/sense-weights.ts';
import type { Lexicon } from '../lexicon.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { type Candidate, candidatesOf, type Signals } from './candidates.ts';
import { createChoice } from './choice.ts';
import { createEvidence } from './evidence.ts';
import { featuresOf } from './features.ts';
import { createNetwork, type Network, slotsOf } from './network.ts';

/** What a turn may ask for, with all that the choice goes by. */
interface Considered {
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

/** Finds what a turn may ask for by what was trained, beside what the rules read. */
export interface Finder {
  consider(text: string, read: ReadQuestion, context: ReadingContext, lexicon: Lexicon): Considered;
  /** How many of a text's words it has learnt. */
  readonly knows: Network['knows'];
}

/** Hears what a turn asks for by what it was trained on. */
export interface Sense extends Finder {
  /** The likelihood that a candidate is asked for, 0 to 1. */
  likelihood(features: readonly number[]): number;
}

export function createSense(weights: SenseWeights): Sense {
  return { ...createFinder(weights), likelihood: createChoice(weights.choice) };
}

/** What finds candidates; the choice among them is trained on what it finds. */
export function createFinder(weights: FinderWeights): Finder {
  const network = createNetwork(weights);
  const indexOf = new Map(network.classes.map((id, i) => [id, i]));
  const asked = createEvidence(weights.asked, network.classes.length);
  const told = createEvidence(weights.told, network.classes.length);
  return {
    consider: (text, read, context, lexicon) => {
      const [said, askedBefore] = slotsOf(context.earlier);
      const own = asked.of(text);
      const signals: Signals = {
        network: network.sense(text, context.earlier),
        asked: own.scores,
        most: own.most,
        told: told.of(said).scores,
        before: asked.of(askedBefore).scores,
      };
      const candidates = candidatesOf(read, context, signals, indexOf, network.classes).filter(
        ({ finding }) => lexicon.findings.has(finding) && !views.has(finding),
      );
      return { candidates, features: featuresOf(text, candidates, signals, read, context, lexicon) };
    },
    knows: network.knows,
  };
}
