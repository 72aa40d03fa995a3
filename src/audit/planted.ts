import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { packageRoot } from '../base/package-root.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { aspects } from '../catalog/finding.ts';
import { wilson } from '../report/statistics/wilson.ts';
import { type AuditSummary, auditReplies } from './audit-replies.ts';

const kinds = ['leak', 'contradiction', 'undue'] as const;

const Row = z.object({
  id: z.string(),
  case: z.string(),
  persona: z.string(),
  rapport: z.enum(['guarded', 'neutral', 'trusting']),
  question: z.string(),
  told: z.array(
    z.object({
      fact: z.string().nullable(),
      finding: z.string().optional(),
      aspect: z.enum(aspects),
      value: z.string().nullable(),
    }),
  ),
  reply: z.string(),
  fault: z.enum(kinds).nullable(),
});

/** Share of the planted faults that a reader must catch before its zeros count. */
const neededShare = 0.95;

/** How good the reader of spoken words is, on replies whose faults are known: before it judges, it is judged. */
export interface ReaderCheck {
  readonly planted: number;
  readonly caught: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly sound: number;
  readonly falseAlarms: number;
  /** Whether the zeros of an audit by this reader count. */
  readonly counts: boolean;
}

/**
 * Reads the replies with planted faults that come with the library, written by hand and without a look at the reader. The
 * reader is not developed on them, so they are not to be read; whoever has looked at one moves the file to the tests.
 * Throws `bad-file` where a line is none.
 */
export async function checkReader(catalog: Catalog): Promise<ReaderCheck> {
  const file = join(packageRoot(), 'knowledge/audit/planted-replies.jsonl');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const rows = lines.map((line, i) => {
    const row = Row.safeParse(JSON.parse(line));
    if (row.success) return row.data;
    throw new AnamnesisError('bad-file', `line ${i + 1} is no planted reply: ${row.error.issues[0]?.message}`, {
      at: `${file}:${i + 1}`,
    });
  });
  return readerCheckOf(auditReplies(rows, catalog));
}

/** What a reader is worth that caught so many of the faulty replies, and took so many sound ones for faulty. */
export function readerCheckOf({
  faulty,
  caught,
  sound,
  falseAlarms,
}: Pick<AuditSummary, 'faulty' | 'caught' | 'sound' | 'falseAlarms'>): ReaderCheck {
  const share = caught / Math.max(1, faulty);
  return {
    planted: faulty,
    caught,
    share,
    ...wilson(caught, faulty),
    sound,
    falseAlarms,
    counts: share >= neededShare,
  };
}
