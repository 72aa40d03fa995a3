import type { Belief, Evidence } from './belief.ts';
import { entropyTerm, type KnowledgeModel, type Means, type Variable } from './model.ts';

/** A maximum below this many bits says nothing about who asked: such turns are left out of denominators. */
export const negligibleBits = 0.02;

/** Joint outcomes that are counted out; beyond, the least informative variables are left aside. */
const maxOutcomes = 2 ** 10;

/**
 * What asking for one variable is worth before the answer is known: EIG(F) = H − Σ_v P(v) H(p | F = v).
 * It is computed as the mutual information H(F) − Σ_c p(c) H(F | c), which is the same number at a fraction of the work.
 *
 * @returns bits, 0 or more
 * @see Lindley 1956, "On a measure of the information provided by an experiment"
 */
export function expectedGain(belief: Belief, variable: Variable): number {
  const { likelihoods, spread } = variable;
  const [first] = likelihoods;
  // Of two values the second has what the first leaves: the belief sums to 1, and so do the rows.
  if (first && likelihoods.length === 2) return gainOfTwo(belief, first, spread);
  let bits = 0;
  for (const row of likelihoods) bits += entropyTerm(dot(belief, row));
  return Math.max(0, bits - dot(belief, spread));
}

/** Both sums in one walk: scoring a turn weighs some 500 variables. */
function gainOfTwo(belief: Belief, likelihoods: Float64Array, spread: Float64Array): number {
  let p = 0;
  let left = 0;
  for (let c = 0; c < belief.length; c++) {
    const share = belief[c] as number; // in range, as both below: one entry a condition
    p += share * (likelihoods[c] as number);
    left += share * (spread[c] as number);
  }
  return Math.max(0, entropyTerm(p) + entropyTerm(1 - p) - left);
}

/**
 * What asking for several variables at once is worth. Less than the sum of the single values, and never more than the
 * entropy of the belief: their answers overlap.
 *
 * Counted out over all combinations of values, up to 1,024 of them, which is ten yes-or-no findings. Beyond that the least informative variables are
 * left aside, which can only make the figure smaller.
 *
 * @returns bits, 0 or more
 */
export function jointGain(belief: Belief, variables: readonly Variable[]): number {
  const counted = withinOutcomes(belief, [...new Set(variables)]);
  const [only] = counted;
  if (only === undefined) return 0;
  if (counted.length === 1) return expectedGain(belief, only);
  let spread = 0;
  for (const variable of counted) spread += dot(belief, variable.spread);
  return Math.max(0, outcomeEntropy(belief, counted, 0) - spread);
}

function withinOutcomes(belief: Belief, variables: readonly Variable[]): readonly Variable[] {
  let outcomes = 1;
  for (const { values } of variables) outcomes *= values.length;
  if (outcomes <= maxOutcomes) return variables;
  const byGain = [...variables].sort((a, b) => expectedGain(belief, b) - expectedGain(belief, a));
  outcomes = 1;
  return byGain.filter(({ values }) => {
    if (outcomes * values.length > maxOutcomes) return false;
    outcomes *= values.length;
    return true;
  });
}

/** −Σ P(o) log2 P(o) over all combinations of the values of the variables from `first` on. */
function outcomeEntropy(weights: Float64Array, variables: readonly Variable[], first: number): number {
  const variable = variables[first];
  if (variable === undefined) {
    let total = 0;
    for (const weight of weights) total += weight;
    return entropyTerm(total);
  }
  let bits = 0;
  for (const row of variable.likelihoods) {
    const narrowed = new Float64Array(weights.length);
    for (let c = 0; c < weights.length; c++) narrowed[c] = (weights[c] ?? 0) * (row[c] ?? 0);
    bits += outcomeEntropy(narrowed, variables, first + 1);
  }
  return bits;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < a.length; c++) sum += (a[c] as number) * (b[c] as number); // in range: one entry a condition
  return sum;
}

/**
 * Whether it makes sense to ask for a variable now: an aspect only once its finding is known to be present.
 */
export function isAskable(variable: Variable, evidence: Evidence, model: KnowledgeModel): boolean {
  if (variable.aspect === 'presence') return true;
  const presence = model.byKey.get(variable.finding);
  return presence !== undefined && evidence.get(presence) === presence.values.indexOf('present');
}

/**
 * The best that could be asked now by one means (a question, an examination, a test), among what was not asked yet.
 *
 * @param asked keys of variables that were asked for, answered or not
 *
 * @returns the variable and its expected gain in bits, or null where nothing is left
 */
export function bestOf(
  model: KnowledgeModel,
  belief: Belief,
  evidence: Evidence,
  means: Means,
  asked: ReadonlySet<string>,
): { variable: Variable; bits: number } | null {
  let best: { variable: Variable; bits: number } | null = null;
  for (const variable of model.variables) {
    if (variable.means !== means || asked.has(variable.key) || evidence.has(variable)) continue;
    if (!isAskable(variable, evidence, model)) continue;
    const bits = expectedGain(belief, variable);
    if (best === null || bits > best.bits) best = { variable, bits };
  }
  return best;
}
