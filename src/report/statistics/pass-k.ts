import { clusteredInterval, type Interval, type Resampling } from './bootstrap.ts';

/**
 * pass^k: the chance that k repeats, picked without replacement from n of which c are correct, are all correct.
 *
 * @returns C(c, k) / C(n, k), from 0 to 1
 * @see tau-bench, arXiv 2406.12045
 */
export function passHatK(n: number, c: number, k: number): number {
  return chanceThatAll(n, c, k);
}

/**
 * pass@k: the chance that of k repeats, picked without replacement from n of which c are correct, at least one is.
 *
 * @returns 1 − C(n − c, k) / C(n, k), from 0 to 1
 * @see Chen et al. 2021, arXiv 2107.03374
 */
export function passAtK(n: number, c: number, k: number): number {
  return 1 - chanceThatAll(n, n - c, k);
}

export interface PassRates {
  k: number;
  /** Reliable: all of k repeats correct. */
  passHat: Interval;
  /** Lucky: at least one of k repeats correct. */
  passAt: Interval;
}

/**
 * Both rates for every k that all patients have the repeats for. A patient is a case with a persona: the rates are
 * means over patients (`n` counts them), with cases as clusters.
 */
export function passRates(
  consultations: readonly { readonly case: string; readonly persona: string; readonly correct: boolean }[],
  resampling: Resampling,
): PassRates[] {
  const patients = new Map<string, { cluster: string; n: number; c: number }>();
  for (const { case: cluster, persona, correct } of consultations) {
    const key = JSON.stringify([cluster, persona]);
    const patient = patients.get(key) ?? { cluster, n: 0, c: 0 };
    patients.set(key, { cluster, n: patient.n + 1, c: patient.c + (correct ? 1 : 0) });
  }
  const all = [...patients.values()];
  const fewestRepeats = all.reduce((fewest, { n }) => Math.min(fewest, n), all[0]?.n ?? 0);
  return Array.from({ length: fewestRepeats }, (_, index) => {
    const k = index + 1;
    const mean = (rate: typeof passHatK) =>
      clusteredInterval(
        all.map(({ cluster, n, c }) => ({ cluster, value: rate(n, c, k) })),
        resampling,
      );
    return { k, passHat: mean(passHatK), passAt: mean(passAtK) };
  });
}

/** C(some, k) / C(n, k), multiplied out so that no factorial overflows. */
function chanceThatAll(n: number, some: number, k: number): number {
  if (!(1 <= k && k <= n && 0 <= some && some <= n))
    throw new Error(`cannot pick ${k} of ${n} with ${some} among them`);
  if (some < k) return 0;
  let chance = 1;
  for (let picked = 0; picked < k; picked++) chance *= (some - picked) / (n - picked);
  return chance;
}
