import type { ChoiceWeights } from '../../catalog/sense-weights.ts';

/** How likely a candidate with these features is asked for, 0 to 1. */
export type Choice = (features: readonly number[]) => number;

/** One layer between the features and the answer; each unit counts where it is above 0. */
export function createChoice({ mean, deviation, hidden, hiddenBias, out, outBias }: ChoiceWeights): Choice {
  const size = mean.length;
  // Scaling the features is part of the weights: w × (x − mean) / deviation.
  const rows = Float64Array.from(hidden.flatMap((row) => row.map((weight, i) => weight / (deviation[i] ?? 1))));
  const biases = Float64Array.from(hidden, (row, unit) =>
    row.reduce((sum, weight, i) => sum - (weight * (mean[i] ?? 0)) / (deviation[i] ?? 1), hiddenBias[unit] ?? 0),
  );
  return (features) => {
    if (features.length !== size) throw new Error(`${features.length} features where the choice has ${size}`);
    let sum = outBias;
    for (let unit = 0; unit < biases.length; unit++) {
      let value = biases[unit] as number; // in range, as is all below
      const start = unit * size;
      for (let i = 0; i < size; i++) value += (rows[start + i] as number) * (features[i] as number);
      if (value > 0) sum += value * (out[unit] as number);
    }
    return 1 / (1 + Math.exp(-sum));
  };
}
