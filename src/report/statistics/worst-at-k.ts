import { clusteredInterval, type Interval, type Resampling } from './bootstrap.ts';

/**
 * Worst-at-k: the score to be expected of the worst of k repeats, picked without replacement from those there are. It asks
 * whether a doctor can be relied on, as pass^k does for correct and wrong.
 *
 * @returns Σ_i C(n − i, k − 1) · s_(i) / C(n, k), scores ascending and i from 1; throws where there are fewer than k
 * @see HealthBench, arXiv 2505.08775, section on reliability
 */
export function worstAtK(scores: readonly number[], k: number): number {
  const n = scores.length;
  if (!(Number.isInteger(k) && 1 <= k && k <= n)) throw new Error(`cannot pick ${k} of ${n} scores`);
  const ascending = [...scores].sort((one, other) => one - other);
  let chance = k / n; // that the smallest is picked: C(n − 1, k − 1) / C(n, k)
  let expected = 0;
  for (const [smaller, score] of ascending.entries()) {
    expected += chance * score;
    const left = n - smaller - 1; // scores above this one
    if (left < k) break;
    chance *= (left - k + 1) / left; // C(left − 1, k − 1) / C(left, k − 1)
  }
  return expected;
}

/**
 * Worst-at-k for every k that all patients have the repeats for, from 1. A patient is a case with a persona: each is a mean
 * over patients (`n` counts them), with cases as clusters.
 */
export function worstRates(
  consultations: readonly { readonly case: string; readonly persona: string; readonly score: number }[],
  resampling: Resampling,
): Interval[] {
  const patients = new Map<string, { cluster: string; scores: number[] }>();
  for (const { case: cluster, persona, score } of consultations) {
    const key = JSON.stringify([cluster, persona]);
    const patient = patients.get(key) ?? { cluster, scores: [] };
    patient.scores.push(score);
    patients.set(key, patient);
  }
  const all = [...patients.values()];
  const fewestRepeats = all.reduce((fewest, { scores }) => Math.min(fewest, scores.length), all[0]?.scores.length ?? 0);
  return Array.from({ length: fewestRepeats }, (_, index) =>
    clusteredInterval(
      all.map(({ cluster, scores }) => ({ cluster, value: worstAtK(scores, index + 1) })),
      resampling,
    ),
  );
}
