import { appendFileSync, truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AnamnesisError, systemCode, unreadable } from '../base/error.ts';
import { plainIssue } from '../base/plain-issue.ts';

/** One grade of a person: a line of a ratings file. */
export const Rating = z.object({
  rater: z.string().min(1),
  consultation: z.string().min(1),
  rubric: z.string().min(1),
  criterion: z.string().min(1),
  /** 1 met, 0 not met, between for a level; null where the person could not say. */
  met: z
    .string()
    .refine((text) => text === '' || (Number(text) >= 0 && Number(text) <= 1), 'is 1, 0, a share between, or empty')
    .transform((text) => (text === '' ? null : Number(text))),
  note: z.string().default(''),
  at: z.string().default(''),
});
export type Rating = z.infer<typeof Rating>;

const columns = ['rater', 'consultation', 'rubric', 'criterion', 'met', 'note', 'at'] as const;

/** A ratings file that is being written, a line for each grade. */
export interface RatingsFile {
  readonly file: string;
  /** What it held when it was opened; of a criterion that was graded twice the last grade alone. */
  readonly before: readonly Rating[];
  /** A last line that a crash left half-written was cut off. */
  readonly wasTorn: boolean;
  /** Resolved to the disk when it returns. Throws `unwritable`. */
  append(rating: Rating): void;
}

/** Reads a ratings file: a CSV with a header. Throws `bad-file` with the line where it cannot be understood. */
export async function readRatings(file: string): Promise<Rating[]> {
  return latest(ratingsOf(await textOf(file), file));
}

/**
 * Opens a ratings file to go on with it; it is made with the first grade. A file that others wrote is gone on with only
 * where it has this program's columns in their order.
 */
export async function openRatings(file: string): Promise<RatingsFile> {
  const written = await textOf(file).catch((error: AnamnesisError) => {
    if (systemCode(error.cause) === 'ENOENT') return '';
    throw error;
  });
  const text = wholeLines(written);
  const wasTorn = text.length < written.length;
  const before = text === '' ? [] : latest(ratingsOf(text, file));
  const head = `${columns.join(',')}\n`;
  if (text !== '' && text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] !== columns.join(','))
    throw new AnamnesisError('bad-file', `${file}:1 has other columns than a ratings file of this program`, {
      at: file,
      hint: `its first line is ${columns.join(',')}; choose another file with --out`,
    });
  // An editor may have saved the last line without its end: the next grade begins a line of its own.
  let missing = text === '' ? head : text.endsWith('\n') ? '' : '\n';
  let cutTo = wasTorn ? Buffer.byteLength(text) : null;
  return {
    file,
    before,
    wasTorn,
    append: (rating) => {
      try {
        if (cutTo !== null) truncateSync(file, cutTo);
        cutTo = null;
        appendFileSync(file, `${missing}${rowOf(rating)}\n`, { flush: true });
        missing = '';
      } catch (error) {
        throw new AnamnesisError('unwritable', `${file} cannot be written: ${(error as Error).message}`, {
          at: file,
          hint: 'choose another file with --out',
          cause: error,
        });
      }
    },
  };
}

function rowOf(rating: Rating): string {
  const cells = columns.map((column) => String(rating[column] ?? ''));
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

/** The text without a last line that was not written to its end. One that only lacks its line break is whole. */
function wholeLines(text: string): string {
  if (text === '' || text.endsWith('\n')) return text;
  try {
    ratingsOf(text, '');
    return text;
  } catch {
    return text.slice(0, text.lastIndexOf('\n') + 1);
  }
}

function ratingsOf(text: string, file: string): Rating[] {
  let records: { record: unknown; info: { lines: number } }[];
  try {
    records = parse(text, { columns: true, info: true, skip_empty_lines: true, bom: true });
  } catch (error) {
    throw new AnamnesisError('bad-file', `${file} is no CSV: ${(error as Error).message}`, { at: file, cause: error }); // csv-parse throws Errors
  }
  return records.map(({ record, info }) => {
    const row = Rating.safeParse(record, { error: plainIssue });
    if (row.success) return row.data;
    const issue = row.error.issues[0];
    throw new AnamnesisError('bad-file', `${file}:${info.lines} ${issue?.path.join('.')}: ${issue?.message}`, {
      at: file,
      hint: `its columns are ${columns.join(', ')}; the last two may be left out`,
    });
  });
}

/** Who goes back and grades anew means the new grade. */
function latest(ratings: readonly Rating[]): Rating[] {
  const byPlace = new Map(ratings.map((rating) => [placeOf(rating), rating]));
  return [...byPlace.values()];
}

const placeOf = ({ rater, consultation, rubric, criterion }: Rating) =>
  JSON.stringify([rater, consultation, rubric, criterion]);

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw unreadable(file, error);
  });
}
