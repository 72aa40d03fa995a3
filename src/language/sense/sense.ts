import type { FinderWeights, SenseWeights } from '../../catalog/sense-weights.ts';
import { views } from '../views.ts';
import { type Candidate, candidatesOf, type Signals } from './candidates.ts';
import { type Choice, createChoice } from './choice.ts';
import { createEnsemble, type Ensemble, slotsOf } from './ensemble.ts';
import { createEvidence } from './evidence.ts';
import { type Features, featuresOf } from './features.ts';

import type { Reading } from './reading.ts';

/** What a turn may ask for, with all that is decided by. */
interface Considered {
  readonly candidates: readonly Candidate[];
  readonly features: Features;
}

/** Finds what a turn may ask for by what was trained, beside what the rules read. */
export interface Finder {
  consider(reading: Reading): Considered;
  /** How many of a text's words it has learnt. */
  readonly knows: Ensemble['knows'];
}

/** Hears what a turn asks for by what it was trained on. */
export interface Sense extends Finder {
  /** The likelihood that a candidate is asked for, by the features of the turn and its own. */
  readonly likelihood: Choice;
  /** The likelihood that a turn asks for nothing, by its features and `featuresOfNothing`. */
  readonly nothing: Choice;
}

export function createSense(weights: SenseWeights): Sense {
  return {
    ...createFinder(weights),
    likelihood: createChoice(weights.choice),
    nothing: createChoice(weights.nothing),
  };
}

/** What finds candidates; the choice among them is trained on what it finds. */
export function createFinder(weights: FinderWeights): Finder {
  const { classes } = weights;
  const ensemble = createEnsemble(weights);
  const indexOf = new Map(classes.map((id, i) => [id, i]));
  const asked = createEvidence(weights.asked, classes.length);
  const told = createEvidence(weights.told, classes.length);
  return {
    consider: (reading) => {
      const { words, read, context, lexicon } = reading;
      const [said, askedBefore] = slotsOf(context.earlier);
      const own = asked.of(words);
      const signals: Signals = {
        network: ensemble.sense(words, context.earlier),
        asked: own.scores,
        most: own.most,
        told: told.of(said).scores,
        before: asked.of(askedBefore).scores,
      };
      const candidates = candidatesOf(read, context, signals, indexOf, classes).filter(
        ({ finding }) => lexicon.findings.has(finding) && !views.has(finding),
      );
      return { candidates, features: featuresOf(candidates, signals, reading) };
    },
    knows: ensemble.knows,
  };
}
