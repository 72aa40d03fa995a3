import { drawFor } from '../../base/random.ts';

/** A doctor's overall score by a rubric. */
export interface OverallScore {
  /** Mean of the consultations' scores, clipped to [0, 1] here only; null without any. */
  readonly score: number | null;
  /** The mean as it is: penalties can make it negative. */
  readonly unclipped: number | null;
  /** Standard deviation of the clipped mean over the resamples; null under two scores. */
  readonly deviation: number | null;
  readonly n: number;
}

/** As many as HealthBench draws. */
const resamples = 1_000;

/**
 * HealthBench's overall score: the mean is clipped and not the scores, so that harm done in one consultation counts against
 * what was good in others. Its deviation is of resampled consultations, as HealthBench's own is, so that figures compare; an
 * interval by cases stands beside it in the leaderboard.
 *
 * @param seed the same seed gives the same deviation; HealthBench draws without one
 * @see HealthBench, arXiv 2505.08775
 */
export function overallScore(scores: readonly number[], { seed }: { readonly seed: string | number }): OverallScore {
  const n = scores.length;
  if (n === 0) return { score: null, unclipped: null, deviation: null, n };
  const sorted = Float64Array.from(scores).sort(); // the order of the scores changes no draw
  const unclipped = sorted.reduce((sum, score) => sum + score, 0) / n;

  if (n < 2) return { score: clipped(unclipped), unclipped, deviation: null, n };
  const draw = drawFor(seed, 'overall score', n);
  const means = Float64Array.from({ length: resamples }, () => {
    let sum = 0;
    for (let picked = 0; picked < n; picked++) sum += sorted[draw.index(n)] ?? 0; // always in range
    return clipped(sum / n);
  });
  const centre = means.reduce((sum, mean) => sum + mean, 0) / resamples;
  const variance = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / resamples;
  return { score: clipped(unclipped), unclipped, deviation: Math.sqrt(variance), n };
}

const clipped = (score: number) => Math.min(1, Math.max(0, score));
