import { drawClusters, type Interval, percentileInterval, type Resampling } from './bootstrap.ts';
import { addTables, countTables, eachOnce } from './counted-tables.ts';

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
  const all = tablesOf(graded.map(({ cluster, met }) => ({ cluster, met, right: met })));
  const known = tablesOf(labelled);
  const [sumOfAll, sumOfKnown] = [new Float64Array(4), new Float64Array(4)];
  const figure = (drawnOfAll: Uint32Array, drawnOfKnown: Uint32Array, resample: number) => {
    addTables(all, sumOfAll, drawnOfAll, resample * all.length, (resample + 1) * all.length);
    addTables(known, sumOfKnown, drawnOfKnown, resample * known.length, (resample + 1) * known.length);
    return corrected(sumOfAll, sumOfKnown);
  };
  const value = figure(eachOnce(all.length), eachOnce(known.length), 0);
  const found = { value, n: graded.length, clusters: all.length };
  if (all.length < 2 || known.length < 2) return { ...found, low: null, high: null };

  const ofAll = drawClusters(all.length, resampling);
  const ofKnown = drawClusters(known.length, { ...resampling, seed: JSON.stringify([resampling.seed, 'labelled']) });
  const resamples = ofAll.length / all.length;
  const estimates = new Float64Array(resamples).map((_, resample) => figure(ofAll, ofKnown, resample) ?? Number.NaN);
  return { ...found, ...percentileInterval(estimates, resampling) };
}

/** Of each cluster what was said by what is right: not met and not, not met and met, met and not, met and met. */
function tablesOf(rows: readonly Labelled[]): Float64Array[] {
  const counts = rows.map(({ cluster, met, right }) => ({ cluster, row: Number(met), column: Number(right) }));
  return [...countTables(counts, 2).values()];
}

function corrected(all: Float64Array, known: Float64Array): number | null {
  const [notMetAtAll = 0, , , metAtAll = 0] = all;
  const [trueNegative = 0, falseNegative = 0, falsePositive = 0, truePositive = 0] = known;
  const [graded, met, notMet] = [metAtAll + notMetAtAll, truePositive + falseNegative, trueNegative + falsePositive];
  if (graded === 0 || met === 0 || notMet === 0) return null;
  return roganGladen(metAtAll / graded, { sensitivity: truePositive / met, specificity: trueNegative / notMet });
}
