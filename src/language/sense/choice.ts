import type { ChoiceWeights } from '../../catalog/sense-weights.ts';
import { createArithmetic } from './arithmetic.ts';

/** How likely what has these features is, 0 to 1. The first are shared by all of a turn. */
export type Choice = (shared: readonly number[]) => (own: readonly number[]) => number;

/** One layer between the features and the answer; each unit counts where it is above 0. */
export function createChoice({ mean, deviation, hidden, hiddenBias, out, outBias }: ChoiceWeights): Choice {
  const { room, put, look, addShare } = createArithmetic();
  const [size, units] = [mean.length, hidden.length];
  // Scaling the features is part of the weights: w × (x − mean) / deviation.
  const columns = mean.map((_, i) => {
    const at = room(units);
    put(
      hidden.map((row) => (row[i] ?? 0) / (deviation[i] ?? 1)),
      at,
    );
    return at;
  });
  const biases = hidden.map((row, unit) =>
    row.reduce((sum, weight, i) => sum - (weight * (mean[i] ?? 0)) / (deviation[i] ?? 1), hiddenBias[unit] ?? 0),
  );
  const sums = room(units);
  const add = (features: readonly number[], first: number) => {
    // Most of what is asked of a candidate is not so: 0 adds nothing.
    features.forEach((value, i) => {
      if (value !== 0) addShare(sums, columns[first + i] as number, units, value); // more than columns are refused below
    });
  };
  return (shared) => {
    // What the turn's features come to is the same for all of its candidates.
    put(biases, sums);
    add(shared, 0);
    const ofTurn = look(sums, units).slice();
    return (own) => {
      if (shared.length + own.length !== size)
        throw new Error(`${shared.length + own.length} features where the choice has ${size}`);
      put(ofTurn, sums);
      add(own, shared.length);
      const values = look(sums, units);
      let sum = outBias;
      for (let unit = 0; unit < units; unit++) {
        const value = values[unit] as number; // as many as units, as is out
        if (value > 0) sum += value * (out[unit] as number);
      }
      return 1 / (1 + Math.exp(-sum));
    };
  };
}
