import type { SenseWeights } from '../../catalog/sense-weights.ts';
import type { Lexicon } from '../lexicon.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { type Candidate, candidatesOf, type Signals } from './candidates.ts';
import { createChoice } from './choice.ts';
import { createEvidence } from './evidence.ts';
import { featuresOf } from './features.ts';
import { createNetwork, slotsOf } from './network.ts';

/** What a turn may ask for, with all that the choice goes by. */
interface Weighed {
  readonly candidates: readonly Candidate[];
  readonly features: readonly (readonly number[])[];
}

/** Hears what a turn asks for by what it was trained on, beside what the rules read. */
export interface Sense {
  /** What may be asked for. */
  weigh(text: string, read: ReadQuestion, context: ReadingContext, lexicon: Lexicon): Weighed;
  /** Whether it has learnt every word of a text. */
  knows(text: string): boolean;
  /** The likelihood that a candidate is asked for, 0 to 1. */
  likelihood(features: readonly number[]): number;
}

export function createSense(weights: SenseWeights): Sense {
  const network = createNetwork(weights);
  const indexOf = new Map(network.classes.map((id, i) => [id, i]));
  const asked = createEvidence(weights.asked, network.classes.length);
  const told = createEvidence(weights.told, network.classes.length);
  const choice = weights.choice === undefined ? null : createChoice(weights.choice);
  return {
    weigh: (text, read, context, lexicon) => {
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
    likelihood: (features) => choice?.(features) ?? 0,
  };
}
