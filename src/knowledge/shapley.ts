import { drawFor } from '../base/random.ts';
import type { Evidence } from './belief.ts';
import type { KnowledgeModel, Variable } from './model.ts';
import { beliefValue, type Player, type ValueFunction } from './value-function.ts';

/** Facts up to this many are counted out; beyond, orders are drawn. */
export const exactLimit = 16;

/** The same where a run asks for it by `--exact`. */
export const raisedExactLimit = 20;

/** Orders drawn for larger sets, in pairs of an order and its reverse. */
const drawnOrders = 2048;

export interface ShapleyOptions {
  /** Facts up to this many are counted out; 16. */
  readonly limit?: number;
  /** Orders that are drawn beyond, in pairs; 2,048. */
  readonly orders?: number;
}

interface ShapleyValue extends Player {
  /** Bits of log-belief in the truth that the fact is worth, averaged over all orders of telling; may be negative. */
  readonly bits: number;
  /** Standard error of `bits` where orders were drawn; 0 where all were counted. */
  readonly error: number;
}

export interface Shapley {
  readonly values: readonly ShapleyValue[];
  /** v(N): bits that all facts together add to the log-belief in the truth. */
  readonly total: number;
  readonly method: 'exact' | 'sampled';
}

/**
 * What each fact of a case is worth: the Shapley values of the game v(S) = log2 p(truth | E_0 ∪ S) − log2 p(truth | E_0).
 * Facts that no condition tells apart (null players) are dropped. Their sum is v(N).
 *
 * @param opening E_0, what the patient says unasked
 * @param truth place of the true condition in the model
 * @see sharesOf; ProMed, arXiv 2508.13514, section 3
 */
export function shapleyValues(
  model: KnowledgeModel,
  opening: Evidence,
  truth: number,
  players: readonly Player[],
  options: ShapleyOptions = {},
): Shapley {
  const telling = players.filter(({ variable, value }) => isTelling(variable, value));
  const { method, total, bits, errors } = sharesOf(beliefValue(model, opening, truth, telling), options);
  return {
    method,
    total,
    values: telling.map((player, i) => ({ ...player, bits: bits[i] ?? 0, error: errors[i] ?? 0 })),
  };
}

/** False where every condition makes the value equally likely: the fact says nothing. */
function isTelling(variable: Variable, value: number): boolean {
  const row = variable.likelihoods[value];
  if (!row) throw new Error(`${variable.key} has no value ${value}`);
  return row.some((p) => Math.abs(p - (row[0] ?? 0)) > 1e-12);
}

/** Each fact's share of what all are worth together, by its place. */
export interface Shares {
  readonly method: 'exact' | 'sampled';
  /** v(N), in bits. */
  readonly total: number;
  readonly bits: readonly number[];
  /** Standard errors of `bits`: 0 where all sets were counted, NaN where a single pair of orders leaves none to be known. */
  readonly errors: readonly number[];
}

/**
 * The Shapley values of a value function, whoever values the facts. Exact up to `limit` facts, over all 2^n sets. Beyond,
 * orders are drawn in antithetic pairs (an order and its reverse), and each value carries the standard error of the mean
 * over pairs, which shrinks as one over the root of their number. Either way the values sum to v(N); where they do not, the
 * function is none, and that is thrown.
 *
 * @see Shapley 1953, "A value for n-person games"; sampling after Castro et al. 2009
 */
export function sharesOf(
  value: ValueFunction,
  { limit = exactLimit, orders = drawnOrders }: ShapleyOptions = {},
): Shares {
  const method = value.facts <= limit ? 'exact' : 'sampled';
  const { total, bits, errors } = method === 'exact' ? countedOut(value) : drawn(value, ordersOf(value.facts, orders));
  const sum = bits.reduce((soFar, share) => soFar + share, 0);
  if (!(Math.abs(sum - total) <= 1e-6 * Math.max(1, Math.abs(total))))
    throw new Error(`Shapley values sum to ${sum} bits, all facts together to ${total}`);
  return { method, total, bits, errors };
}

function countedOut(value: ValueFunction): Omit<Shares, 'method'> {
  const v = value.everySet();
  const bits = shapleyOfGame(v);
  return { total: (v[v.length - 1] ?? 0) - (v[0] ?? 0), bits, errors: bits.map(() => 0) };
}

/**
 * The Shapley values of a game that is given in full: φ_i = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)).
 *
 * It is summed as Σ_{S ∋ i} (w_{|S|−1} + w_{|S|}) v(S) − Σ_S w_{|S|} v(S), w being those weights: one look at each set for
 * all players together, which is what makes a million sets quick.
 *
 * @param v the worth of each of the 2^n sets of players; bit i of an index says whether player i belongs to the set
 *
 * @returns a value for each player, in the unit of v; they sum to v(all) − v(none)
 * @see Shapley 1953, "A value for n-person games"
 */
export function shapleyOfGame(v: Float64Array): number[] {
  const n = Math.log2(v.length);
  if (!Number.isInteger(n)) throw new Error(`a game has a worth for each of its 2^n sets, not ${v.length}`);
  const weights = marginalWeights(n);
  const ofMembers = Array.from({ length: n + 1 }, (_, size) => (weights[size - 1] ?? 0) + (weights[size] ?? 0));
  const weighted = new Float64Array(v.length);
  let left = 0;
  for (let subset = 0; subset < v.length; subset++) {
    const size = bitCount(subset);
    const worth = v[subset] as number; // in range
    weighted[subset] = (ofMembers[size] as number) * worth; // a set has 0 to n members
    left += (weights[size] ?? 0) * worth;
  }
  const values = new Array<number>(n);
  // The upper half of the sets has the last player; then the halves are laid on each other, and the next one is the last.
  for (let i = n - 1, half = v.length / 2; i >= 0; i--, half /= 2) {
    let within = 0;
    for (let subset = 0; subset < half; subset++) {
      const other = weighted[subset + half] as number; // in range
      within += other;
      weighted[subset] = (weighted[subset] as number) + other;
    }
    values[i] = within - left;
  }
  return values;
}

/** |S|! (n − |S| − 1)! / n! for each size of S below n. */
function marginalWeights(n: number): number[] {
  const weights: number[] = [];
  let weight = 1 / Math.max(1, n);
  for (let size = 0; size < n; size++) {
    weights.push(weight);
    weight *= (size + 1) / Math.max(1, n - size - 1);
  }
  return weights;
}

function bitCount(subset: number): number {
  let rest = subset - ((subset >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Orders of n facts, each followed by its reverse: the same ones whoever draws them. */
export function* ordersOf(n: number, count: number): Generator<readonly number[]> {
  const draw = drawFor('shapley', n);
  const places = Array.from({ length: n }, (_, i) => i);
  for (let pair = 0; pair < Math.max(1, count / 2); pair++) {
    const order = draw.shuffle(places);
    yield order;
    yield order.reverse();
  }
}

/** Mean marginal contribution over drawn orders; an order and its reverse make one observation. */
function drawn(value: ValueFunction, orders: Iterable<readonly number[]>): Omit<Shares, 'method'> {
  const n = value.facts;
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  const pair = new Float64Array(n);
  let total = 0;
  let walks = 0;
  for (const order of orders) {
    if (walks % 2 === 0) pair.fill(0);
    const v = value.along(order);
    for (const [place, fact] of order.entries())
      pair[fact] = (pair[fact] ?? 0) + ((v[place + 1] ?? 0) - (v[place] ?? 0)) / 2;
    total = (v[n] ?? 0) - (v[0] ?? 0);
    walks++;
    if (walks % 2 === 1) continue;
    for (let i = 0; i < n; i++) {
      const gain = pair[i] ?? 0;
      sums[i] = (sums[i] ?? 0) + gain;
      squares[i] = (squares[i] ?? 0) + gain * gain;
    }
  }
  const pairs = walks / 2;
  const bits = Array.from(sums, (sum) => sum / pairs);
  const errors = bits.map((mean, i) => {
    const variance = Math.max(0, ((squares[i] ?? 0) / pairs - mean * mean) * (pairs / (pairs - 1)));
    return Math.sqrt(variance / pairs);
  });
  return { total, bits, errors };
}
