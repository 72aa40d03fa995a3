import { type Interval, percentileInterval, type Resampling, sharedDraws } from './bootstrap.ts';

/** A square table of counts, row after row, of each cluster: who gave which rating where another gave which. */
export type CountedTables = ReadonlyMap<string, Float64Array>;

/** One count in the table of a cluster. */
interface Count {
  readonly cluster: string;
  readonly row: number;
  readonly column: number;
  /** How much it counts; 1 unless told. */
  readonly weight?: number;
}

/** Counts by cluster, in the order of their names, so that the order of counts changes no draw. */
export function countTables(counts: Iterable<Count>, size: number): CountedTables {
  const tables = new Map<string, Float64Array>();
  for (const { cluster, row, column, weight = 1 } of counts) {
    const table = tables.get(cluster) ?? new Float64Array(size * size);
    table[row * size + column] = (table[row * size + column] ?? 0) + weight;
    tables.set(cluster, table);
  }
  return new Map([...tables].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * Figures of the sum of all tables, with intervals from drawing whole clusters: a resample only has to add tables, once for
 * all figures.
 *
 * @param figures each NaN where it is undefined
 * @param n rows behind the figures
 */
export function overTables<Name extends string>(
  tables: CountedTables,
  size: number,
  figures: Readonly<Record<Name, (sum: Float64Array) => number>>,
  n: number,
  resampling: Resampling,
): Record<Name, Interval> {
  const each = [...tables.values()];
  const clusters = each.length;
  const names = Object.keys(figures) as Name[]; // a record has no other keys
  const sum = new Float64Array(size * size);
  addTables(each, sum, eachOnce(clusters), 0, clusters);
  const values = names.map((name) => (clusters === 0 ? Number.NaN : figures[name](sum)));

  const drawn = clusters < 2 ? new Uint32Array() : sharedDraws(clusters, resampling);
  const resamples = clusters < 2 ? 0 : drawn.length / clusters;
  const estimates = names.map(() => new Float64Array(resamples));
  for (let resample = 0; resample < resamples; resample++) {
    addTables(each, sum, drawn, resample * clusters, (resample + 1) * clusters);
    for (const [at, name] of names.entries()) (estimates[at] as Float64Array)[resample] = figures[name](sum); // one for each name
  }
  const intervals = names.map((name, at): [Name, Interval] => {
    const value = values[at] ?? Number.NaN;
    const interval = percentileInterval(estimates[at] ?? new Float64Array(), resampling);
    return [name, { value: Number.isNaN(value) ? null : value, ...interval, n, clusters }];
  });
  return Object.fromEntries(intervals) as Record<Name, Interval>; // an entry for each name
}

/** The draw of those that there are. */
export const eachOnce = (clusters: number) => Uint32Array.from({ length: clusters }, (_, index) => index);

/** The sum of the tables that a range of draws names, in place of what `sum` held. */
export function addTables(
  tables: readonly Float64Array[],
  sum: Float64Array,
  drawn: ArrayLike<number>,
  from: number,
  to: number,
): void {
  sum.fill(0);
  for (let at = from; at < to; at++) {
    const table = tables[drawn[at] as number]; // draws are indices of clusters
    if (table) for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + (table[cell] ?? 0);
  }
}
