import { drawClusters, type Interval, percentileInterval, type Resampling } from './bootstrap.ts';

/** How good an instrument is, both 0 to 1. */
export interface Accuracy {
  /** Share of what is met that it calls met. */
  readonly sensitivity: number;
  /** Share of what is not met that it calls not met. */
  readonly specificity: number;
}

/**
 * What share is met, from the share that an instrument calls met: (p + specificity − 1) / (sensitivity + specificity − 1),
 * clipped to [0, 1].
 *
 * @returns null where the instrument is no better than chance: its figure then says nothing of the true share
 * @see Rogan and Gladen 1978, "Estimating prevalence from the results of a screening test"
 */
export function roganGladen(share: number, { sensitivity, specificity }: Accuracy): number | null {
  const youden = sensitivity + specificity - 1;
  if (!(youden > 0)) return null;
  return Math.min(1, Math.max(0, (share + specificity - 1) / youden));
}

/** One grade of the instrument. */
export interface Graded {
  /** What is drawn as a whole: the consultation. */
  readonly cluster: string;
  readonly met: boolean;
}

/** A grade of the instrument where it is known what is right. */
export interface Labelled extends Graded {
  readonly right: boolean;
}

/**
 * The corrected share of what an instrument graded, its errors known from some that people graded as well. The interval
 * holds both: which were graded, and which of them people looked at.
 *
 * @returns `n` and `clusters` of all that was graded; null where no error rate can be had, or none better than chance
 */
export function correctedShare(
  graded: readonly Graded[],
  labelled: readonly Labelled[],
  resampling: Resampling,
): Interval {
  const all = countsOf(graded.map(({ cluster, met }) => ({ cluster, met, right: met })));
  const known = countsOf(labelled);
  const figure = { value: corrected(sumOf(all), sumOf(known)), n: graded.length, clusters: all.length };
  if (all.length < 2 || known.length < 2) return { ...figure, low: null, high: null };

  const ofAll = drawClusters(all.length, resampling);
  const ofKnown = drawClusters(known.length, { ...resampling, seed: JSON.stringify([resampling.seed, 'labelled']) });
  const estimates = Float64Array.from({ length: ofAll.length / all.length }, (_, resample) => {
    const pick = (counts: readonly Counts[], draws: Uint32Array) =>
      sumOf(counts.map((_, at) => counts[draws[resample * counts.length + at] ?? 0] ?? none));
    return corrected(pick(all, ofAll), pick(known, ofKnown)) ?? Number.NaN;
  });
  return { ...figure, ...percentileInterval(estimates, resampling) };
}

/** Grades of a cluster by what was said and what is right. */
interface Counts {
  readonly truePositive: number;
  readonly falsePositive: number;
  readonly trueNegative: number;
  readonly falseNegative: number;
}

const none: Counts = { truePositive: 0, falsePositive: 0, trueNegative: 0, falseNegative: 0 };

function countsOf(rows: readonly Labelled[]): Counts[] {
  const counts = new Map<string, Counts>();
  for (const { cluster, met, right } of rows) {
    const one: Counts = {
      truePositive: Number(met && right),
      falsePositive: Number(met && !right),
      trueNegative: Number(!met && !right),
      falseNegative: Number(!met && right),
    };
    counts.set(cluster, added(counts.get(cluster) ?? none, one));
  }
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, each]) => each);
}

function added(one: Counts, other: Counts): Counts {
  return {
    truePositive: one.truePositive + other.truePositive,
    falsePositive: one.falsePositive + other.falsePositive,
    trueNegative: one.trueNegative + other.trueNegative,
    falseNegative: one.falseNegative + other.falseNegative,
  };
}

const sumOf = (counts: readonly Counts[]) => counts.reduce(added, none);

function corrected(all: Counts, known: Counts): number | null {
  const graded = all.truePositive + all.trueNegative;
  const met = known.truePositive + known.falseNegative;
  const notMet = known.trueNegative + known.falsePositive;
  if (graded === 0 || met === 0 || notMet === 0) return null;
  const accuracy = { sensitivity: known.truePositive / met, specificity: known.trueNegative / notMet };
  return roganGladen(all.truePositive / graded, accuracy);
}
