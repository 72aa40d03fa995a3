/** One row of a confusion table: what the case is, and what was said (null: nothing, which is a miss). */
export interface NamedRow {
  case: string;
  /** The condition the case has. */
  truth: string;
  /** The condition named. A name that is no case's truth counts as a miss of this one and as nobody's false alarm. */
  predicted: string | null;
}

/** The rows of one case, counted once, so that a resample only has to add counts. */
export interface CountedCase {
  /** Index of its condition. */
  truth: number;
  rows: number;
  /** How many rows name which condition; names outside the conditions are in `rows` alone. */
  named: readonly { condition: number; rows: number }[];
}

/**
 * The conditions that are a truth in the rows, and each case's counts; both in the order of names.
 *
 * @param abstaining cases without any row, which a resample may draw all the same
 */
export function countCases(
  rows: readonly NamedRow[],
  abstaining: readonly Omit<NamedRow, 'predicted'>[] = [],
): { conditions: string[]; cases: CountedCase[] } {
  const byCase = new Map<string, { truth: string; said: (string | null)[] }>();
  const entryOf = (row: Omit<NamedRow, 'predicted'>) => {
    const entry = byCase.get(row.case) ?? { truth: row.truth, said: [] };
    if (entry.truth !== row.truth) throw new Error(`case ${row.case} cannot be both ${entry.truth} and ${row.truth}`);
    byCase.set(row.case, entry);
    return entry;
  };
  for (const row of rows) entryOf(row).said.push(row.predicted);
  for (const row of abstaining) entryOf(row);

  const conditions = [...new Set([...byCase.values()].map(({ truth }) => truth))].sort();
  const indexOf = new Map(conditions.map((condition, index) => [condition, index]));
  const cases = [...byCase]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { truth, said }]) => {
      const counts = new Map<number, number>();
      for (const name of said) {
        const condition = name === null ? undefined : indexOf.get(name);
        if (condition !== undefined) counts.set(condition, (counts.get(condition) ?? 0) + 1);
      }
      const named = [...counts].map(([condition, count]) => ({ condition, rows: count }));
      return { truth: indexOf.get(truth) as number, rows: said.length, named }; // every truth has an index
    });
  return { conditions, cases };
}

/** What F1 needs to know of each condition: rows that have it, rows that name it, rows that do both. */
export class Confusion {
  readonly having: Float64Array;
  readonly naming: Float64Array;
  readonly both: Float64Array;

  constructor(conditions: number) {
    this.having = new Float64Array(conditions);
    this.naming = new Float64Array(conditions);
    this.both = new Float64Array(conditions);
  }

  clear(): void {
    this.having.fill(0);
    this.naming.fill(0);
    this.both.fill(0);
  }

  add({ truth, rows, named }: CountedCase): void {
    increase(this.having, truth, rows);
    for (const { condition, rows } of named) {
      increase(this.naming, condition, rows);
      if (condition === truth) increase(this.both, condition, rows);
    }
  }

  /** F1 = 2 · both / (having + naming), from 0 to 1; 0 for a condition that no row has or names. */
  f1(condition: number): number {
    const rows = (this.having[condition] ?? 0) + (this.naming[condition] ?? 0);
    return rows === 0 ? 0 : (2 * (this.both[condition] ?? 0)) / rows;
  }
}

function increase(counts: Float64Array, index: number, by: number): void {
  counts[index] = (counts[index] ?? 0) + by;
}
