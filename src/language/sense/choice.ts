import type { ChoiceWeights } from '../../catalog/sense-weights.ts';

/** How likely a candidate with these features is asked for, 0 to 1. */
export function likelihoodOf(features: readonly number[], weights: ChoiceWeights): number {
  const { mean, deviation, hidden, hiddenBias, out, outBias } = weights;
  const scaled = features.map((value, i) => (value - (mean[i] ?? 0)) / (deviation[i] ?? 1));
  let sum = outBias;
  for (let unit = 0; unit < hidden.length; unit++) {
    const row = hidden[unit] ?? [];
    let value = hiddenBias[unit] ?? 0;
    for (let i = 0; i < scaled.length; i++) value += (row[i] ?? 0) * (scaled[i] ?? 0);
    if (value > 0) sum += value * (out[unit] ?? 0);
  }
  return 1 / (1 + Math.exp(-sum));
}
