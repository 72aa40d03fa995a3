import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AnamnesisError, unreadable } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { packageRoot } from '../base/package-root.ts';
import { plainIssue } from '../base/plain-issue.ts';
import type { CaseHints } from '../doctor/system-prompt.ts';

/** Which predictions a run was made with. */
export interface HintsUsed {
  readonly hash: string;
  readonly file: string;
  /** Drawn from a stated table, and no classifier's work: every table says so. */
  readonly simulated: boolean;
}

export interface Hints extends HintsUsed {
  /** A classifier's predictions for a case, likeliest first. */
  readonly byCase: ReadonlyMap<string, CaseHints>;
}

/** The shipped predictions; how they were drawn stands beside them. */
const shipped = 'benchmarks/hints/simulated.csv';

const Row = z.strictObject({
  case: z.string().min(1),
  label: z.string().min(1),
  score: z.coerce.number().min(0).max(1),
  origin: z.enum(['classifier', 'simulated']).default('classifier'),
});

/**
 * Reads predictions: a CSV with the columns case, label and score from 0 to 1, and origin where they are simulated.
 * Without a file of one's own, the shipped ones.
 *
 * Throws `bad-file` with the line where it cannot be read, or has nothing for one of the cases.
 */
export async function readHints(file: string | undefined, cases: readonly string[]): Promise<Hints> {
  const at = file ?? join(packageRoot(), shipped);
  const text = await readFile(at, 'utf8').catch((error: unknown) => {
    throw unreadable(at, error);
  });
  const rows = rowsOf(text, at);
  const byCase = new Map<string, { label: string; score: number }[]>();
  for (const { case: id, label, score } of rows) byCase.set(id, [...(byCase.get(id) ?? []), { label, score }]);
  for (const hints of byCase.values()) hints.sort((a, b) => b.score - a.score);
  const missing = cases.filter((id) => !byCase.has(id));
  if (missing.length > 0)
    throw new AnamnesisError(
      'bad-file',
      `${at} has no prediction for ${missing.length} of ${cases.length} cases, such as ${missing[0]}`,
      {
        at,
        hint: file === undefined ? 'give predictions for your own cases with --hints FILE' : 'each case needs one',
      },
    );
  return { byCase, file: at, hash: contentHash(text), simulated: rows.some(({ origin }) => origin === 'simulated') };
}

function rowsOf(text: string, at: string): z.infer<typeof Row>[] {
  let records: { record: unknown; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, info: true, skip_empty_lines: true, trim: true, comment: '#' });
  } catch (error) {
    throw new AnamnesisError('bad-file', `${at} is no CSV: ${(error as Error).message}`, { at, cause: error }); // csv-parse throws Errors
  }
  return records.map(({ record, info }) => {
    const row = Row.safeParse(record, { error: plainIssue });
    if (row.success) return row.data;
    const issue = row.error.issues[0];
    throw new AnamnesisError('bad-file', `${at}:${info.lines} ${issue?.path.join('.')}: ${issue?.message}`, {
      at,
      hint: 'its columns are case, label, score (0 to 1) and, where they are simulated, origin',
    });
  });
}
