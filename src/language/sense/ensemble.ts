import type { FinderWeights } from '../../catalog/sense-weights.ts';
import { createNetwork, type Network, type Sensed } from './network.ts';

/**
 * Networks that were trained alike from different beginnings, heard together: what one of them takes wrongly the others mostly do
 * not. Each share is the mean of theirs.
 *
 * @throws Error where the weights are not as many as the words and findings that they are for
 */
export function createEnsemble({ networks, words, classes }: FinderWeights): Network {
  const [first, ...others] = networks.map((weights) => createNetwork(weights, words, classes));
  if (first === undefined) throw new Error('no network'); // the schema asks for one
  if (others.length === 0) return first;
  return {
    knows: first.knows, // all have learnt the same words
    sense: (text, turns) => meanOf([first, ...others].map((network) => network.sense(text, turns))),
  };
}

function meanOf(all: readonly Sensed[]): Sensed {
  const turns = Math.max(...all.map(({ before }) => before.length));
  return {
    shares: meanShares(all.map(({ shares }) => shares)),
    own: meanShares(all.map(({ own }) => own)),
    listed: meanShares(all.map(({ listed }) => listed)),
    before: Array.from({ length: turns }, (_, turn) => meanShares(all.flatMap(({ before }) => before[turn] ?? []))),
    gates: meanShares(all.map(({ gates }) => gates)),
  };
}

/** An empty list is one of zeros: that turn counts for nothing to one of them. */
function meanShares(all: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(Math.max(...all.map(({ length }) => length)));
  for (const shares of all)
    for (let i = 0; i < shares.length; i++) mean[i] = (mean[i] as number) + (shares[i] as number) / all.length; // as long, or empty
  return mean;
}
