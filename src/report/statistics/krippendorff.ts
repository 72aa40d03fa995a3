import type { Interval, Resampling } from './bootstrap.ts';
import { countTables, overTables } from './counted-tables.ts';

/** What all raters made of one thing; who did not rate it is not in it. */
export interface RatedThing {
  /** The rated unit, such as a consultation: drawn as a whole. */
  readonly cluster: string;
  readonly ratings: readonly number[];
}

/** How far apart two ratings are: different or not; by how many ratings lie between them; by their difference. */
export type Distance = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's α = 1 − D_o / D_e: the disagreement within things over that among all ratings. Any number of raters, any
 * of them missing; a thing with under two ratings says nothing and is left out.
 *
 * @returns 1 for full agreement, 0 for what chance would bring, below 0 for worse; null where all ratings are the same. `n`
 * counts the ratings of things that at least two rated.
 * @see Krippendorff 2011, "Computing Krippendorff's alpha-reliability"
 */
export function krippendorff(things: readonly RatedThing[], distance: Distance, resampling: Resampling): Interval {
  const paired = things.filter(({ ratings }) => ratings.length >= 2);
  const levels = [...new Set(paired.flatMap(({ ratings }) => ratings))].sort((one, other) => one - other);
  const places = new Map(levels.map((level, place) => [level, place]));
  const placed = paired.map(({ cluster, ratings }) => ({
    cluster,
    ratings: ratings.map((rating) => places.get(rating) as number), // every rating has a place
  }));
  const size = levels.length;
  const { alpha } = overTables(
    countTables(placed.flatMap(coincidences), size),
    size,
    { alpha: (table) => alphaOf(table, levels, distance) },
    paired.reduce((sum, { ratings }) => sum + ratings.length, 0),
    resampling,
  );
  return alpha;
}

/** Every pair of two raters' ratings, in both orders, counted 1 / (m − 1) so that each rating counts 1. */
function coincidences({ cluster, ratings }: RatedThing) {
  const weight = 1 / (ratings.length - 1);
  return ratings.flatMap((row, one) =>
    ratings.flatMap((column, other) => (one === other ? [] : [{ cluster, row, column, weight }])),
  );
}

function alphaOf(table: Float64Array, levels: readonly number[], distance: Distance): number {
  const size = levels.length;
  const given = levels.map((_, i) => levels.reduce((sum, _, j) => sum + (table[i * size + j] ?? 0), 0));
  const n = given.reduce((sum, count) => sum + count, 0);
  const scale = distance === 'ordinal' ? midRanks(given) : levels;
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const apart = distance === 'nominal' ? Number(i !== j) : ((scale[i] ?? 0) - (scale[j] ?? 0)) ** 2;
      observed += (apart * (table[i * size + j] ?? 0)) / n;
      expected += (apart * (given[i] ?? 0) * (given[j] ?? 0)) / (n * (n - 1));
    }
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** Each level's place in the middle of its ratings, all ratings being put in order. */
function midRanks(given: readonly number[]): number[] {
  let below = 0;
  return given.map((count) => {
    below += count;
    return below - count / 2;
  });
}
