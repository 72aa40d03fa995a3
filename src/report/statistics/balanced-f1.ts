import type { Interval, Resampling } from './bootstrap.ts';
import { countTables, overTables } from './counted-tables.ts';

/** Whether a criterion was met, by a grader and by one of those whose word counts. */
export interface GradePair {
  /** The rated unit, such as a consultation: drawn as a whole. */
  readonly cluster: string;
  readonly graded: boolean;
  readonly right: boolean;
}

/** A grader against people, `n` (grader, person) pairs. */
export interface BalancedF1 {
  /** Mean of the F1 of what is met and the F1 of what is not: who always says the same has ½ at most. */
  readonly balanced: Interval;
  readonly ofMet: Interval;
  readonly ofNotMet: Interval;
}

/**
 * The figure of HealthBench's meta-evaluation: F1 of "met" and F1 of "not met" over all (grader, person) pairs, and their
 * mean, each from 0 to 1. An F1 is null where neither side gave that grade, and so is the mean.
 *
 * @see HealthBench, arXiv 2505.08775, section on its grader
 */
export function balancedF1(pairs: readonly GradePair[], resampling: Resampling): BalancedF1 {
  const counts = pairs.map(({ cluster, graded, right }) => ({ cluster, row: Number(graded), column: Number(right) }));
  return overTables(
    countTables(counts, 2),
    2,
    {
      balanced: (table) => (f1(table, 0) + f1(table, 1)) / 2,
      ofMet: (table) => f1(table, 1),
      ofNotMet: (table) => f1(table, 0),
    },
    pairs.length,
    resampling,
  );
}

/** 2 · both / (graded so + right so), the grade being a place of the table: 0 not met, 1 met. NaN where nobody gave it. */
function f1(table: Float64Array, grade: number): number {
  const both = table[grade * 2 + grade] ?? 0;
  const either = (table[1] ?? 0) + (table[2] ?? 0) + 2 * both;
  return either === 0 ? Number.NaN : (2 * both) / either;
}
