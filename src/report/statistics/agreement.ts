import type { Interval, Resampling } from './bootstrap.ts';
import { countTables, overTables } from './counted-tables.ts';

/** What two raters made of one thing. */
export interface RatingPair {
  /** The rated unit, such as a consultation: its ratings are alike, and it is drawn as a whole. */
  readonly cluster: string;
  readonly one: number;
  readonly other: number;
}

/** How far two raters agree. What chance would bring alone is 0 of κ and AC1, and full agreement is 1. */
export interface Agreement {
  /** Share of the things that both rated alike, 0 to 1. */
  readonly percent: Interval;
  /** Cohen's κ = 1 − D_o / D_e, every disagreement counted alike; undefined where either needs no second level. */
  readonly kappa: Interval;
  /** κ with a disagreement counted |i − j| / (k − 1), i and j being places among the k levels. */
  readonly linearKappa: Interval;
  /** κ with a disagreement counted by the square of that. */
  readonly quadraticKappa: Interval;
  /** Gwet's AC1: near the percent where nearly all is rated alike, where κ falls to 0 and says little. */
  readonly ac1: Interval;
}

/**
 * Percent agreement, Cohen's κ (plain, linear, quadratic) and Gwet's AC1 of two raters, with intervals from drawing whole
 * rated units.
 *
 * @param levels all that could be rated, in their order, also what nobody used: AC1 depends on how many there are
 * @see Cohen 1960 and 1968; Gwet 2008, "Computing inter-rater reliability and its variance in the presence of high agreement"
 */
export function agreement(pairs: readonly RatingPair[], levels: readonly number[], resampling: Resampling): Agreement {
  const size = levels.length;
  const placeOf = (rating: number) => {
    const place = levels.indexOf(rating);
    if (place < 0) throw new Error(`${rating} is none of the levels ${levels.join(', ')}`);
    return place;
  };
  const counts = pairs.map(({ cluster, one, other }) => ({ cluster, row: placeOf(one), column: placeOf(other) }));
  return overTables(
    countTables(counts, size),
    size,
    {
      percent: (table) => agreeing(table, size),
      kappa: (table) => kappa(table, size, (i, j) => Number(i !== j)),
      linearKappa: (table) => kappa(table, size, (i, j) => Math.abs(i - j) / (size - 1)),
      quadraticKappa: (table) => kappa(table, size, (i, j) => ((i - j) / (size - 1)) ** 2),
      ac1: (table) => ac1(table, size),
    },
    pairs.length,
    resampling,
  );
}

/** NaN without counts, as all figures here. */
function agreeing(table: Float64Array, size: number): number {
  let alike = 0;
  for (let i = 0; i < size; i++) alike += table[i * size + i] ?? 0;
  return alike / sumOf(table);
}

/** 1 − disagreement observed / disagreement that the raters' own habits would bring by chance. */
function kappa(table: Float64Array, size: number, weight: (i: number, j: number) => number): number {
  const n = sumOf(table);
  const { rows, columns } = margins(table, size);
  let observed = 0;
  let expected = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      observed += weight(i, j) * (table[i * size + j] ?? 0);
      expected += (weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)) / n;
    }
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** (p_o − p_e) / (1 − p_e) with p_e = Σ π (1 − π) / (k − 1), π the share of a level among both raters' ratings. */
function ac1(table: Float64Array, size: number): number {
  const n = sumOf(table);
  const { rows, columns } = margins(table, size);
  let chance = 0;
  for (let level = 0; level < size; level++) {
    const share = ((rows[level] ?? 0) + (columns[level] ?? 0)) / (2 * n);
    chance += (share * (1 - share)) / (size - 1);
  }
  return (agreeing(table, size) - chance) / (1 - chance);
}

function margins(table: Float64Array, size: number): { rows: Float64Array; columns: Float64Array } {
  const rows = new Float64Array(size);
  const columns = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      rows[i] = (rows[i] ?? 0) + (table[i * size + j] ?? 0);
      columns[j] = (columns[j] ?? 0) + (table[i * size + j] ?? 0);
    }
  return { rows, columns };
}

const sumOf = (table: Float64Array) => table.reduce((sum, count) => sum + count, 0);
