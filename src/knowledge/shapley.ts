import { drawFor } from '../base/random.ts';
import { beliefOf, type Evidence } from './belief.ts';
import type { KnowledgeModel, Variable } from './model.ts';

/** Facts up to this many are counted out; beyond, orders are drawn. */
const exactLimit = 16;

/** Orders drawn for larger sets, in pairs of an order and its reverse. */
const drawnOrders = 2048;

/** One fact that could be told: a variable with the value it truly has. */
export interface Player {
  readonly variable: Variable;
  readonly value: number;
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
 * Exact up to `limit` facts: O(2^n · conditions). Beyond, orders are drawn in antithetic pairs and each value carries a
 * standard error.
 *
 * @param opening E_0, what the patient says unasked
 * @param truth place of the true condition in the model
 * @see Shapley 1953; ProMed, arXiv 2508.13514, section 3; sampling after Castro et al. 2009
 */
export function shapleyValues(
  model: KnowledgeModel,
  opening: Evidence,
  truth: number,
  players: readonly Player[],
  { limit = exactLimit }: { limit?: number } = {},
): Shapley {
  const start = beliefOf(model, opening);
  const telling = players.filter(({ variable, value }) => isTelling(variable, value));
  const rows = telling.map(({ variable, value }) => relativeRow(variable, value, truth));
  const method = telling.length <= limit ? 'exact' : 'sampled';
  // log2 p(truth | S) = −log2 of the summed odds of every condition against the truth
  const odds = start.map((p) => p / (start[truth] ?? 0));
  const total = worth(odds, rows) - worth(odds, []);
  const { bits, errors } = method === 'exact' ? countedOut(odds, rows) : drawn(odds, rows);
  const sum = bits.reduce((soFar, value) => soFar + value, 0);
  if (Math.abs(sum - total) > 1e-6 * Math.max(1, Math.abs(total)))
    throw new Error(`Shapley values sum to ${sum} bits, all facts together to ${total}`);
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

/** P(value | c) / P(value | truth) for each condition. */
function relativeRow(variable: Variable, value: number, truth: number): Float64Array {
  const row = variable.likelihoods[value] ?? new Float64Array(0);
  return row.map((p) => p / (row[truth] ?? 0));
}

/** log2 p(truth) where the odds of all conditions against the truth are multiplied by the rows. */
function worth(odds: Float64Array, rows: readonly Float64Array[]): number {
  const product = Float64Array.from(odds);
  for (const row of rows) for (let c = 0; c < product.length; c++) product[c] = (product[c] ?? 0) * (row[c] ?? 0);
  let sum = 0;
  for (const value of product) sum += value;
  return -Math.log2(sum);
}

/** v of every subset, then the values of that game. */
function countedOut(odds: Float64Array, rows: readonly Float64Array[]): { bits: number[]; errors: number[] } {
  const n = rows.length;
  const v = new Float64Array(2 ** n);
  const width = odds.length;
  // products[d] holds the odds times the rows chosen among the first d facts
  const products = Array.from({ length: n + 1 }, () => new Float64Array(width));
  (products[0] as Float64Array).set(odds); // it has at least one row
  const visit = (depth: number, subset: number): void => {
    const product = products[depth] as Float64Array; // depth is at most n
    if (depth === n) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += product[c] as number; // Float64Array, in range
      v[subset] = -Math.log2(sum);
      return;
    }
    const next = products[depth + 1] as Float64Array;
    const row = rows[depth] as Float64Array;
    next.set(product);
    visit(depth + 1, subset);
    for (let c = 0; c < width; c++) next[c] = (product[c] as number) * (row[c] as number);
    visit(depth + 1, subset | (1 << depth));
  };
  visit(0, 0);

  return { bits: shapleyOfGame(v), errors: rows.map(() => 0) };
}

/**
 * The Shapley values of a game that is given in full: φ_i = Σ_{S ∌ i} |S|! (n − |S| − 1)! / n! · (v(S ∪ i) − v(S)).
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
  return Array.from({ length: n }, (_, i) => {
    const player = 1 << i;
    let mean = 0;
    for (let subset = 0; subset < v.length; subset++)
      if ((subset & player) === 0)
        mean += (weights[bitCount(subset)] as number) * ((v[subset | player] as number) - (v[subset] as number)); // in range
    return mean;
  });
}

/** |S|! (n − |S| − 1)! / n! for each size of S. */
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

/** Mean marginal contribution over drawn orders; an order and its reverse make one observation. */
function drawn(odds: Float64Array, rows: readonly Float64Array[]): { bits: number[]; errors: number[] } {
  const n = rows.length;
  const pairs = drawnOrders / 2;
  const sums = new Float64Array(n);
  const squares = new Float64Array(n);
  const pair = new Float64Array(n);
  const draw = drawFor('shapley', n);
  const product = new Float64Array(odds.length);
  const walk = (order: readonly number[]): void => {
    product.set(odds);
    let before = worthOf(product);
    for (const i of order) {
      const row = rows[i] as Float64Array; // i is one of the rows
      for (let c = 0; c < product.length; c++) product[c] = (product[c] as number) * (row[c] as number);
      const after = worthOf(product);
      pair[i] = (pair[i] ?? 0) + (after - before) / 2;
      before = after;
    }
  };
  const places = rows.map((_, i) => i);
  for (let sample = 0; sample < pairs; sample++) {
    const order = draw.shuffle(places);
    pair.fill(0);
    walk(order);
    walk(order.reverse());
    for (let i = 0; i < n; i++) {
      const gain = pair[i] ?? 0;
      sums[i] = (sums[i] ?? 0) + gain;
      squares[i] = (squares[i] ?? 0) + gain * gain;
    }
  }
  const bits = Array.from(sums, (sum) => sum / pairs);
  const errors = bits.map((mean, i) => {
    const variance = Math.max(0, ((squares[i] ?? 0) / pairs - mean * mean) * (pairs / (pairs - 1)));
    return Math.sqrt(variance / pairs);
  });
  return { bits, errors };
}

function worthOf(product: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < product.length; c++) sum += product[c] as number; // in range
  return -Math.log2(sum);
}
