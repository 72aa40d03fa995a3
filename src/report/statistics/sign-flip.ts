import { drawFor } from '../../base/random.ts';

/** Up to so many cases with a difference all 2^12 = 4096 patterns of signs are tried; beyond, patterns are sampled. */
const mostEnumerated = 12;
/** Sampled patterns; with the observed one 10,000, so that p is a multiple of 0.0001. */
const sampledPatterns = 9_999;

/**
 * Sign-flip permutation test: if two doctors were alike, each case's difference might as well have had the other sign.
 *
 * @param differences one sum a case, in an order that does not depend on the rows'
 * @returns the two-sided p: the share of sign patterns whose sum is at least as far from 0 as the observed one
 */
export function signFlip(differences: readonly number[], seed: string | number): number {
  const moving = Float64Array.from(differences.filter((difference) => difference !== 0)); // a zero has no sign to flip
  const observed = Math.abs(moving.reduce((sum, difference) => sum + difference, 0));
  const scale = moving.reduce((sum, difference) => sum + Math.abs(difference), 0);
  const least = observed - 1e-9 * scale; // sums that are equal on paper differ in their last bits
  const isAsFar = (isNegative: (index: number) => boolean) => {
    let sum = 0;
    for (let index = 0; index < moving.length; index++) {
      const difference = moving[index] as number; // in range
      sum += isNegative(index) ? -difference : difference;
    }
    return Math.abs(sum) >= least;
  };

  if (moving.length <= mostEnumerated) {
    const patterns = 2 ** moving.length;
    let asFar = 0;
    for (let pattern = 0; pattern < patterns; pattern++)
      if (isAsFar((index) => ((pattern >> index) & 1) === 1)) asFar++;
    return asFar / patterns;
  }

  const draw = drawFor(seed, 'sign flip', moving.length);
  let asFar = 1; // the observed pattern is one of those that could have been
  let bits = 0;
  const isNegative = (index: number) => {
    if (index % 30 === 0) bits = draw.index(2 ** 30); // 30 signs a draw
    return ((bits >> (index % 30)) & 1) === 1;
  };
  for (let sample = 0; sample < sampledPatterns; sample++) if (isAsFar(isNegative)) asFar++;
  return asFar / (sampledPatterns + 1);
}
