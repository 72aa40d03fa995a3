import { beliefOf, type Evidence } from './belief.ts';
import type { KnowledgeModel, Variable } from './model.ts';

/**
 * v(S): what a set of facts is worth, in bits, counted from where none of them is told. Facts go by their places, from 0 on.
 * Whoever values them (the knowledge base, or a model), the shares are worked out alike.
 */
export interface ValueFunction {
  /** How many facts there are: n. */
  readonly facts: number;
  /** v after none, one, two … and all facts of an order: n + 1 values. The next call may overwrite them. */
  along(order: readonly number[]): ArrayLike<number>;
  /** v of all 2^n sets; bit i of a place says whether fact i belongs to the set. */
  everySet(): Float64Array;
}

/** One fact that could be told: a variable with the value it truly has. */
export interface Player {
  readonly variable: Variable;
  readonly value: number;
}

/**
 * The value function of the knowledge base: v(S) = log2 p(truth | E_0 ∪ S) − log2 p(truth | E_0).
 *
 * @param opening E_0, what the patient says unasked
 * @param truth place of the true condition in the model
 * @see docs/scoring.md, Shapley value
 */
export function beliefValue(
  model: KnowledgeModel,
  opening: Evidence,
  truth: number,
  players: readonly Player[],
): ValueFunction {
  const start = beliefOf(model, opening);
  // p(truth | S) is one over the summed odds of every condition against the truth, and a fact multiplies each of them.
  const odds = start.map((p) => p / (start[truth] ?? 0));
  const none = bitsOf(odds);
  const rows = players.map(({ variable, value }) => relativeRow(variable, value, truth));
  const product = new Float64Array(odds.length);
  const values = new Float64Array(players.length + 1);
  return {
    facts: players.length,
    along: (order) => {
      product.set(odds);
      for (const [place, fact] of order.entries()) {
        const sum = multiplied(product, rows[fact] as Float64Array); // an order names facts that there are
        values[place + 1] = -Math.log2(sum) - none;
      }
      return values;
    },
    everySet: () => everySet(odds, rows, none),
  };
}

/** P(value | c) / P(value | truth) for each condition. */
function relativeRow(variable: Variable, value: number, truth: number): Float64Array {
  const row = variable.likelihoods[value];
  if (!row) throw new Error(`${variable.key} has no value ${value}`);
  return row.map((p) => p / (row[truth] ?? 0));
}

/** log2 p(truth) of the odds of all conditions against it. */
function bitsOf(odds: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < odds.length; c++) sum += odds[c] as number; // in range
  return -Math.log2(sum);
}

/** Multiplies in place, and returns the sum: drawing orders does little else. Two sums, for one would wait for itself. */
function multiplied(product: Float64Array, row: Float64Array): number {
  const { length } = product;
  let even = 0;
  let odd = 0;
  let c = 0;
  for (; c + 1 < length; c += 2) {
    const first = (product[c] as number) * (row[c] as number); // in range, as all below: one entry a condition
    const second = (product[c + 1] as number) * (row[c + 1] as number);
    product[c] = first;
    product[c + 1] = second;
    even += first;
    odd += second;
  }
  if (c < length) {
    const last = (product[c] as number) * (row[c] as number);
    product[c] = last;
    even += last;
  }
  return even + odd;
}

/** Sets that differ in their last facts share the product of the others: a set costs two multiplications a condition. */
function everySet(odds: Float64Array, rows: readonly Float64Array[], none: number): Float64Array {
  const n = rows.length;
  const v = new Float64Array(2 ** n);
  const width = odds.length;
  const products = rows.map(() => new Float64Array(width));
  const last = rows[n - 1];
  if (last === undefined) return v; // nobody plays: the empty set alone, which is worth nothing
  const visit = (depth: number, product: Float64Array, subset: number): void => {
    if (depth === n - 1) {
      let without = 0;
      let within = 0;
      for (let c = 0; c < width; c++) {
        const weight = product[c] as number; // in range, as below
        without += weight;
        within += weight * (last[c] as number);
      }
      v[subset] = -Math.log2(without) - none;
      v[subset | (1 << depth)] = -Math.log2(within) - none;
      return;
    }
    visit(depth + 1, product, subset);
    const next = products[depth] as Float64Array; // one for each depth
    const row = rows[depth] as Float64Array;
    for (let c = 0; c < width; c++) next[c] = (product[c] as number) * (row[c] as number);
    visit(depth + 1, next, subset | (1 << depth));
  };
  visit(0, odds, 0);
  return v;
}
