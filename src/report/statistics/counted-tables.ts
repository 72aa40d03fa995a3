import { type Interval, overDrawnClusters, type Resampling } from './bootstrap.ts';

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
 * A figure of the sum of all tables, with an interval from drawing whole clusters: a resample only has to add tables.
 *
 * @param figure NaN where it is undefined
 */
export function overTables(
  tables: CountedTables,
  size: number,
  figure: (sum: Float64Array) => number,
  resampling: Resampling,
): Omit<Interval, 'n'> {
  const each = [...tables.values()];
  const sum = new Float64Array(size * size);
  return overDrawnClusters(
    each.length,
    (drawn, from, to) => {
      sum.fill(0);
      for (let at = from; at < to; at++) {
        const table = each[drawn[at] as number]; // draws are indices of clusters
        if (table) for (let cell = 0; cell < sum.length; cell++) sum[cell] = (sum[cell] ?? 0) + (table[cell] ?? 0);
      }
      return figure(sum);
    },
    resampling,
  );
}
