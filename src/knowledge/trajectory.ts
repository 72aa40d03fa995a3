import type { Differential } from './differential.ts';

/** How a belief moved over the turns of a consultation, as DDXPlus' authors grade it. All from 0 to 1. */
export interface Trajectory {
  /** By turn, from the opening: exp(−KL(right ‖ belief)), how near the belief is to the right differential. */
  readonly confirm: readonly number[];
  /** By turn: 1 − exp(−KL(opening ‖ belief)), how far it went from where it began. */
  readonly explore: readonly number[];
  /** Mean over the turns of α · explore + (1 − α) · confirm; α falls evenly from 1 to 0, and is ½ where there is one turn. */
  readonly score: number;
  /** Mean over conditions of the highest belief minus the lowest one. */
  readonly variation: number;
}

/**
 * What every condition's probability is raised by before a divergence is taken. With 1e-10, as in DDXPlus, the score falls to
 * nothing as soon as one condition that is right is given up; with one in a thousand it does not.
 */
const usualSmoothing = 1e-3;

/**
 * Whether a doctor first looks around and then makes sure: the trajectory score of DDXPlus' authors.
 *
 * The divergence is in nats. Before it is taken both sides are raised by `smoothing` for each condition that occurs anywhere,
 * and scaled to 1: so it is 0 for equal sides and above 0 for others.
 *
 * @param beliefs after each turn, the opening's first; throws where there is none
 * @param right the right differential
 * @see the metrics in the code of DDXPlus (code/basd/metrics.py)
 */
export function trajectoryOf(
  beliefs: readonly Differential[],
  right: Differential,
  { smoothing = usualSmoothing }: { readonly smoothing?: number } = {},
): Trajectory {
  if (beliefs.length === 0) throw new Error('a trajectory has at least the belief at the opening');
  if (!(smoothing > 0)) throw new Error(`a smoothing is above 0, not ${smoothing}`);
  const conditions = [...new Set([right, ...beliefs].flatMap((differential) => [...differential.keys()]))];
  const smooth = (differential: Differential) => smoothed(differential, conditions, smoothing);
  const over = beliefs.map(smooth);
  const [aim, opening = []] = [smooth(right), over[0]];
  const confirm = over.map((belief) => Math.exp(-divergence(aim, belief)));
  const explore = over.map((belief) => 1 - Math.exp(-divergence(opening, belief)));
  const score = over.reduce((sum, _, turn) => {
    const looking = over.length === 1 ? 0.5 : 1 - turn / (over.length - 1);
    return sum + looking * (explore[turn] ?? 0) + (1 - looking) * (confirm[turn] ?? 0);
  }, 0);
  return { confirm, explore, score: score / over.length, variation: variationOf(beliefs) };
}

function smoothed(differential: Differential, conditions: readonly string[], smoothing: number): number[] {
  const raised = conditions.map((condition) => (differential.get(condition) ?? 0) + smoothing);
  const sum = raised.reduce((total, weight) => total + weight, 0);
  return raised.map((weight) => weight / sum);
}

/** KL(of ‖ from) in nats, from 0 on; both have every condition at the same place. */
function divergence(of: readonly number[], from: readonly number[]): number {
  const nats = of.reduce((sum, p, at) => sum + p * Math.log(p / (from[at] ?? 0)), 0);
  return Math.max(0, nats); // rounding must not make it negative
}

function variationOf(beliefs: readonly Differential[]): number {
  const conditions = new Set(beliefs.flatMap((belief) => [...belief.keys()]));
  let sum = 0;
  for (const condition of conditions) {
    const over = beliefs.map((belief) => belief.get(condition) ?? 0);
    sum += Math.max(...over) - Math.min(...over);
  }
  return conditions.size === 0 ? 0 : sum / conditions.size;
}
