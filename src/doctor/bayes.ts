import { bestOf } from '../knowledge/information.ts';
import { allMeans } from '../knowledge/model.ts';
import type { Strategy } from './reference.ts';

/** Sure enough to conclude: the belief in the likeliest condition. */
const sure = 0.99;

/** A question worth less than this is not asked: bits. */
const worthAsking = 0.02;

/** While talking is still worth this much, nothing is examined; while examining is, nothing is tested: bits. */
const worthStaying = 0.15;

/**
 * Asks for the finding with the highest expected information gain: history first, then examination, then tests, going on
 * to the next once the best of the present one is worth little. Concludes when sure, or when no question is worth much.
 */
export const bayes: Strategy = ({ model, belief, evidence, asked }) => {
  if (belief.some((p) => p >= sure)) return null;
  const options = allMeans.flatMap((means) => bestOf(model, belief, evidence, means, asked) ?? []);
  const staying = options.find(({ bits }) => bits >= worthStaying);
  if (staying) return staying.variable.key;
  const best = options.reduce<(typeof options)[number] | null>((a, b) => (a === null || b.bits > a.bits ? b : a), null);
  return best !== null && best.bits >= worthAsking ? best.variable.key : null;
};
