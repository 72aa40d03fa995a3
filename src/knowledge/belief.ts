import { entropyTerm, type KnowledgeModel, scaledToOne, type Variable } from './model.ts';

/** P(condition), in the order of the model’s conditions; sums to 1. */
export type Belief = Float64Array;

/** What is known of a patient: each variable’s value, by index. A finding told again replaces its earlier value. */
export type Evidence = ReadonlyMap<Variable, number>;

/**
 * The belief after some evidence: p(c) ∝ prior(c | age, sex) · ∏ P(value | c), findings independent given the condition.
 *
 * @see docs/scoring.md, belief
 */
export function beliefOf(model: KnowledgeModel, evidence: Evidence): Belief {
  const belief = Float64Array.from(model.prior);
  for (const [variable, value] of evidence) {
    multiply(belief, variable, value);
    scaledToOne(belief); // at each step, so that a hundred small factors cannot underflow
  }
  return belief;
}

function multiply(weights: Float64Array, variable: Variable, value: number): void {
  const row = variable.likelihoods[value];
  if (!row) throw new Error(`${variable.key} has no value ${value}`);
  for (let c = 0; c < weights.length; c++) weights[c] = (weights[c] ?? 0) * (row[c] ?? 0);
}

/**
 * How much is still unknown: the Shannon entropy of a belief.
 *
 * @returns bits (log base 2), from 0 (certain) to log2(number of conditions)
 * @see Shannon 1948, section 6
 */
export function entropy(belief: Belief): number {
  let bits = 0;
  for (const p of belief) bits += entropyTerm(p);
  return bits;
}

/**
 * How far the belief moved: the Kullback–Leibler divergence of the new belief from the old.
 *
 * @returns bits, 0 or more
 */
export function surprise(before: Belief, after: Belief): number {
  let bits = 0;
  for (let c = 0; c < after.length; c++) {
    const p = after[c] ?? 0;
    if (p > 0) bits += p * Math.log2(p / (before[c] ?? 0));
  }
  return Math.max(0, bits); // rounding may leave −1e-17
}

/** The place of the likeliest condition. */
export function topOf(belief: Belief): number {
  let top = 0;
  for (let c = 1; c < belief.length; c++) if ((belief[c] ?? 0) > (belief[top] ?? 0)) top = c;
  return top;
}

/** The places of the conditions, likeliest first. */
export function ranked(belief: Belief): number[] {
  return Array.from(belief.keys()).sort((a, b) => (belief[b] ?? 0) - (belief[a] ?? 0));
}
