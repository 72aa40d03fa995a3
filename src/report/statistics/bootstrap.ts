import { drawFor } from '../../base/random.ts';

/** A figure with its percentile interval. What does not apply has `value: null, n: 0`. */
export interface Interval {
  value: number | null;
  /** Null, like `high`, where an interval cannot be had: under two clusters, or a figure undefined in too many resamples. */
  low: number | null;
  high: number | null;
  /** Rows behind the figure. */
  n: number;
  /** Clusters behind the figure: what was drawn again and again, usually cases. */
  clusters: number;
}

export interface Resampling {
  /** Says which draws are made: the same seed gives the same interval, whatever the order of the rows. */
  seed: string | number;
  /** How often the clusters are drawn anew; 2000 unless told. */
  resamples?: number;
  /** Share of the resamples inside the interval, between 0 and 1; 0.95 unless told. */
  level?: number;
}

/**
 * The mean of the rows, with an interval that knows rows of one cluster to be alike: whole clusters are drawn, never
 * rows. Where all clusters have the same mean the interval has no width, which says little about other cases.
 *
 * @see Efron and Tibshirani 1993, chapter 13 (percentile interval); Field and Welsh 2007 (clusters)
 */
export function clusteredInterval(
  rows: readonly { readonly cluster: string; readonly value: number }[],
  resampling: Resampling,
): Interval {
  return clusteredRatio(
    rows.map(({ cluster, value }) => ({ cluster, numerator: value, denominator: 1 })),
    resampling,
  );
}

/**
 * A ratio of sums, Σ numerator / Σ denominator, with an interval from drawing whole clusters: a share whose rows carry
 * different weights, such as questions not understood out of questions asked.
 */
export function clusteredRatio(
  rows: readonly { readonly cluster: string; readonly numerator: number; readonly denominator: number }[],
  resampling: Resampling,
): Interval {
  const sums = [...byCluster(rows).values()].map((members) => ({
    numerator: orderlySum(members.map(({ numerator }) => numerator)),
    denominator: orderlySum(members.map(({ denominator }) => denominator)),
  }));
  const numerators = Float64Array.from(sums, ({ numerator }) => numerator);
  const denominators = Float64Array.from(sums, ({ denominator }) => denominator);
  const ratio = (drawn: ArrayLike<number>, from: number, to: number) => {
    let top = 0;
    let bottom = 0;
    for (let at = from; at < to; at++) {
      const cluster = drawn[at] as number; // from and to lie inside the draws
      top += numerators[cluster] as number; // draws are indices of clusters
      bottom += denominators[cluster] as number;
    }
    return bottom === 0 ? Number.NaN : top / bottom;
  };
  return { ...overDrawnClusters(sums.length, ratio, resampling), n: rows.length };
}

/**
 * Any statistic over rows, with an interval from drawing whole clusters. Slower than the mean and the ratio, for it
 * computes the statistic anew from the rows of every resample.
 *
 * @param statistic null where it is undefined; rows come by cluster, and a cluster drawn twice has its rows twice
 */
export function clusteredStatistic<Row extends { readonly cluster: string }>(
  rows: readonly Row[],
  statistic: (rows: readonly Row[]) => number | null,
  resampling: Resampling,
): Interval {
  const clusters = [...byCluster(rows).values()];
  const ofDrawn = (drawn: ArrayLike<number>, from: number, to: number) => {
    const sample: Row[] = [];
    for (let at = from; at < to; at++) {
      const cluster = clusters[drawn[at] as number] ?? []; // from and to lie inside the draws
      for (const row of cluster) sample.push(row);
    }
    return statistic(sample) ?? Number.NaN;
  };
  return { ...overDrawnClusters(clusters.length, ofDrawn, resampling), n: rows.length };
}

/**
 * A statistic of clusters named by their index, on each once and on every resample of them.
 *
 * @param statistic is given draws and the range of them to use, so that nothing is copied; NaN where it is undefined
 */
export function overDrawnClusters(
  clusters: number,
  statistic: (drawn: ArrayLike<number>, from: number, to: number) => number,
  resampling: Resampling,
): Omit<Interval, 'n'> {
  if (clusters === 0) return { value: null, low: null, high: null, clusters };
  const value = statistic(
    Uint32Array.from({ length: clusters }, (_, index) => index),
    0,
    clusters,
  );
  if (clusters < 2) return { value: definedOrNull(value), low: null, high: null, clusters };

  const drawn = sharedDraws(clusters, resampling);
  const estimates = new Float64Array(drawn.length / clusters);
  for (let resample = 0; resample < estimates.length; resample++)
    estimates[resample] = statistic(drawn, resample * clusters, (resample + 1) * clusters);
  return { value: definedOrNull(value), ...percentileInterval(estimates, resampling), clusters };
}

/**
 * The middle share of the estimates (quantiles interpolated between neighbours, type 7 of Hyndman and Fan 1996).
 *
 * NaN marks a resample in which the statistic is undefined. Those are left out, but where they are more than the
 * interval leaves outside anyway, its ends would be anybody's guess: both are null then.
 */
export function percentileInterval(
  estimates: Float64Array,
  { level = 0.95 }: Pick<Resampling, 'level'>,
): Pick<Interval, 'low' | 'high'> {
  if (!(level > 0 && level < 1)) throw new Error(`a level lies between 0 and 1, not ${level}`);
  const defined = estimates.filter((estimate) => !Number.isNaN(estimate)).sort();
  const undefinedShare = 1 - defined.length / estimates.length;
  if (defined.length === 0 || undefinedShare > 1 - level) return { low: null, high: null };
  return { low: quantile(defined, (1 - level) / 2), high: quantile(defined, (1 + level) / 2) };
}

/** Which clusters each resample holds: one row of `clusters` indices after another. */
export function drawClusters(clusters: number, { seed, resamples = 2000 }: Resampling): Uint32Array {
  if (!Number.isInteger(resamples) || resamples < 1) throw new Error(`resamples are a count, not ${resamples}`);
  const draw = drawFor(seed, 'bootstrap', clusters);
  return new Uint32Array(clusters * resamples).map(() => draw.index(clusters));
}

/**
 * The same draws for all metrics over as many clusters, so that their intervals differ by the metric and not by luck.
 * Drawing costs more than summing, so the last few sets are kept: 4 bytes a draw, 3.6 MB for 448 clusters.
 */
export function sharedDraws(clusters: number, resampling: Resampling): Uint32Array {
  const key = JSON.stringify([resampling.seed, clusters, resampling.resamples]);
  const drawn = recentDraws.get(key) ?? drawClusters(clusters, resampling);
  const [oldest] = recentDraws.keys();
  if (!recentDraws.has(key) && recentDraws.size >= 4 && oldest !== undefined) recentDraws.delete(oldest);
  recentDraws.set(key, drawn);
  return drawn;
}

const recentDraws = new Map<string, Uint32Array>();

/** The rows of each cluster. Clusters come in the order of their names, so that the order of rows changes no draw. */
function byCluster<Row extends { readonly cluster: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const members = found.get(row.cluster);
    if (members) members.push(row);
    else found.set(row.cluster, [row]);
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A sum that does not depend on the order of its terms, which the order of additions would otherwise let through. */
function orderlySum(terms: readonly number[]): number {
  let sum = 0;
  for (const term of Float64Array.from(terms).sort()) {
    if (!Number.isFinite(term)) throw new Error(`${term} cannot be averaged; leave out rows that have no value`);
    sum += term;
  }
  return sum;
}

/** @param sorted ascending, not empty */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] as number; // 0 ≤ position ≤ length − 1
  const above = sorted[Math.ceil(position)] as number;
  return Math.min(above, below + (above - below) * (position - Math.floor(position))); // rounding must not overshoot
}

const definedOrNull = (value: number) => (Number.isNaN(value) ? null : value);
