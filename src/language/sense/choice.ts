import type { ChoiceWeights } from '../../catalog/sense-weights.ts';
import { createArithmetic } from './arithmetic.ts';

/** How likely what has these features is, 0 to 1. The first are shared by all of a turn. */
export type Choice = (shared: readonly number[]) => (own: readonly number[]) => number;

/** One layer between the features and the answer; each unit counts where it is above 0. */
export function createChoice({ mean, deviation, hidden, hiddenBias, out, outBias }: ChoiceWeights): Choice {
  const { room, put, look, matrix, multiply } = createArithmetic();
  const size = mean.length;
  const units = hidden.length;
  // Scaling the features is part of the weights: w × (x − mean) / deviation.
  const scaled = hidden.map((row) => Float32Array.from(row, (weight, i) => weight / (deviation[i] ?? 1)));
  const biases = hidden.map((row, unit) =>
    row.reduce((sum, weight, i) => sum - (weight * (mean[i] ?? 0)) / (deviation[i] ?? 1), hiddenBias[unit] ?? 0),
  );
  const layer = matrix(units, size, (unit) => scaled[unit] ?? new Float32Array(size));
  const [features, sums] = [room(size), room(units)];
  return (shared) => (own) => {
    if (shared.length + own.length !== size)
      throw new Error(`${shared.length + own.length} features where the choice has ${size}`);
    put(shared, features);
    put(own, features + shared.length * Float32Array.BYTES_PER_ELEMENT);
    multiply(layer, features, sums);
    const values = look(sums, units);
    let sum = outBias;
    for (let unit = 0; unit < units; unit++) {
      const value = (values[unit] as number) + (biases[unit] as number); // as many as units, as is out
      if (value > 0) sum += value * (out[unit] as number);
    }
    return 1 / (1 + Math.exp(-sum));
  };
}
