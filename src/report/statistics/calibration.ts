import { clusteredInterval, clusteredStatistic, type Interval, type Resampling } from './bootstrap.ts';

/** How sure a doctor said it was of its first diagnosis, and whether that was right. */
export interface StatedProbability {
  /** What is drawn again and again for an interval: the case. */
  readonly cluster: string;
  /** 0 to 1. */
  readonly probability: number;
  readonly correct: boolean;
}

/** Cases that were said to be about as sure. */
export interface CalibrationBin {
  /** Probabilities from `from` on and below `to`; the last bin has those of 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean probability stated; null, like `accuracy`, in an empty bin. */
  readonly stated: number | null;
  readonly accuracy: number | null;
}

export interface Calibration {
  /** Mean (probability − correct)²: 0 to 1, best at 0. */
  readonly brier: Interval;
  /** Mean −log2 of the probability given to what happened: 0 to 7.64 bits, best at 0; who always says ½ has 1. */
  readonly logScoreBits: Interval;
  /** Expected calibration error: Σ n_b / N · |accuracy − stated| over the bins. 0 to 1, best at 0. */
  readonly expectedError: Interval;
  /** Area under the risk–coverage curve: 0 to 1, best at 0. */
  readonly riskCoverage: Interval;
  readonly bins: readonly CalibrationBin[];
}

/** Bins of equal width; ten is what most papers use. The error depends on it, so it is told with the figure. */
const usualBins = 10;

/** Nobody is believed to be surer than this, so that one "100 %" that was wrong does not outweigh a run (DESIGN: [0.005, 0.995]). */
const mostSure = 0.995;

/** How far the probabilities that a doctor states can be believed. */
export function calibration(
  rows: readonly StatedProbability[],
  resampling: Resampling,
  { bins = usualBins }: { readonly bins?: number } = {},
): Calibration {
  const mean = (value: (row: StatedProbability) => number) =>
    clusteredInterval(
      rows.map((row) => ({ cluster: row.cluster, value: value(row) })),
      resampling,
    );
  return {
    brier: mean(({ probability, correct }) => (probability - Number(correct)) ** 2),
    logScoreBits: mean(logScore),
    expectedError: clusteredStatistic(rows, (drawn) => expectedError(calibrationBins(drawn, bins)), resampling),
    riskCoverage: clusteredStatistic(rows, areaUnderRiskCoverage, resampling),
    bins: calibrationBins(rows, bins),
  };
}

function logScore({ probability, correct }: StatedProbability): number {
  const held = Math.min(mostSure, Math.max(1 - mostSure, probability));
  return -Math.log2(correct ? held : 1 - held);
}

/** The rows by how sure they were said to be, in bins of equal width. */
export function calibrationBins(rows: readonly StatedProbability[], bins = usualBins): CalibrationBin[] {
  const sums = Array.from({ length: bins }, () => ({ n: 0, stated: 0, correct: 0 }));
  for (const { probability, correct } of rows) {
    if (!(probability >= 0 && probability <= 1)) throw new Error(`${probability} is no probability`);
    const bin = sums[Math.min(bins - 1, Math.floor(probability * bins))];
    if (!bin) continue; // there is one: the index lies from 0 to bins − 1
    bin.n++;
    bin.stated += probability;
    if (correct) bin.correct++;
  }
  return sums.map(({ n, stated, correct }, index) => ({
    from: index / bins,
    to: (index + 1) / bins,
    n,
    stated: n === 0 ? null : stated / n,
    accuracy: n === 0 ? null : correct / n,
  }));
}

function expectedError(bins: readonly CalibrationBin[]): number | null {
  const all = bins.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return null;
  return bins.reduce((sum, { n, stated, accuracy }) => sum + (n / all) * Math.abs((accuracy ?? 0) - (stated ?? 0)), 0);
}

/**
 * The mean, over every number of cases kept, of the share of errors among the ones that the doctor was surest of. It is low
 * where the doctor knows which of its diagnoses are the wrong ones. Cases of the same probability count as the mean of
 * their orders.
 *
 * @returns 0 to 1; null without rows
 * @see Geifman and El-Yaniv 2017, arXiv 1705.08500
 */
export function areaUnderRiskCoverage(
  rows: readonly Pick<StatedProbability, 'probability' | 'correct'>[],
): number | null {
  if (rows.length === 0) return null;
  const equals = new Map<number, { n: number; wrong: number }>();
  for (const { probability, correct } of rows) {
    const { n, wrong } = equals.get(probability) ?? { n: 0, wrong: 0 };
    equals.set(probability, { n: n + 1, wrong: wrong + Number(!correct) });
  }
  let [kept, errors, area] = [0, 0, 0];
  for (const [, { n, wrong }] of [...equals].sort(([one], [other]) => other - one))
    for (let one = 0; one < n; one++) {
      kept++;
      errors += wrong / n;
      area += errors / kept;
    }
  return area / rows.length;
}
