import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { isScored } from '../assessor/scored.ts';
import { AnamnesisError, systemCode } from '../base/error.ts';
import { ConsultationEvent } from '../events/event.ts';

/** Names of a run's files. */
export const runFiles = {
  run: 'run.json',
  library: 'library',
  events: 'events.jsonl',
  calls: 'calls.jsonl',
  assessments: 'assessments.jsonl',
} as const;

/** Appends lines to a file as they come; nothing is held back beyond what the system buffers. */
export interface LineWriter {
  write(line: object): void;
  /** Resolves when the system has everything written; slows writers down to its speed. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

export function createLineWriter(file: string): LineWriter {
  const stream: WriteStream = createWriteStream(file, { flags: 'a' });
  let failure: Error | null = null;
  stream.on('error', (error) => {
    failure = new AnamnesisError('unwritable', `${file} cannot be written: ${error.message}`, {
      at: file,
      cause: error,
    });
  });
  const check = () => {
    if (failure) throw failure;
  };
  return {
    write: (line) => {
      check();
      stream.write(`${JSON.stringify(line)}\n`);
    },
    drained: async () => {
      check();
      // What is written after all else is done when all else is, or has failed.
      await new Promise<void>((resolve) => stream.write('', () => resolve()));
      check();
    },
    close: async () => {
      stream.end();
      await finished(stream).catch(() => {});
      check();
    },
  };
}

/**
 * The lines of a JSONL file, each parsed and checked, one at a time.
 *
 * A last line without its end was torn by a crash: it is left out (`repairTornLine` cuts it off). Anything else that
 * cannot be read throws `journal-damaged` with the file and line.
 */
export async function* readLines<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const end = await lastWholeByte(file);
  if (end === 0) return;
  const lines = createInterface({
    input: createReadStream(file, { end: end - 1 }),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let number = 0;
  for await (const line of lines) {
    number++;
    yield parsed(line, schema, `${file}:${number}`);
  }
}

function parsed<T>(line: string, schema: z.ZodType<T>, at: string): T {
  const damaged = (why: string, cause?: unknown) =>
    new AnamnesisError('journal-damaged', `${at} ${why}`, {
      at,
      cause,
      hint: 'restore the file from a copy, or remove the run folder and start again',
    });
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch (error) {
    throw damaged('is not JSON', error);
  }
  const checked = schema.safeParse(content);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw damaged(`is no line of this journal: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Leaves out the lines that are not kept. The file is written anew beside itself and renamed when it is whole. */
export async function keepLines<T extends object>(
  file: string,
  schema: z.ZodType<T>,
  isKept: (line: T) => boolean,
): Promise<void> {
  const draft = `${file}.partial`;
  await rm(draft, { force: true });
  const writer = createLineWriter(draft);
  for await (const line of readLines(file, schema)) if (isKept(line)) writer.write(line);
  await writer.close();
  await rename(draft, file);
}

/** Leaves of several lines with one name the last alone, in the place where it stands. */
export async function keepLast<T extends object>(
  file: string,
  schema: z.ZodType<T>,
  nameOf: (line: T) => string,
): Promise<void> {
  const last = new Map<string, number>();
  let count = 0;
  for await (const line of readLines(file, schema)) last.set(nameOf(line), count++);
  if (last.size === count) return;
  let at = 0;
  await keepLines(file, schema, (line) => last.get(nameOf(line)) === at++);
}

/** Which consultation a line of assessments.jsonl is about, and whether its judge answered. */
export const AssessmentKey = z.looseObject({
  consultation: z.string(),
  how: z.enum(['concluded', 'exhausted', 'abandoned', 'failed']),
  by: z.enum(['doctor', 'patient', 'infrastructure']).nullable(),
  judge: z.looseObject({ failures: z.array(z.unknown()) }).nullish(), // older lines know of no judge
  value: z.looseObject({ failure: z.unknown() }).nullish(), // nor of models that value facts
  simulator: z.looseObject({ verdict: z.string() }).nullish(), // nor of a simulator's verdict
});
type AssessmentKey = z.infer<typeof AssessmentKey>;

/** Whether a consultation counts and its patient was at fault: one that failed is made again for that, not for this. */
export function isFaulty({ simulator, ...line }: Pick<AssessmentKey, 'how' | 'by'> & Simulated): boolean {
  return isScored(line) && simulator != null && simulator.verdict !== 'clean';
}

interface Simulated {
  readonly simulator?: { readonly verdict: string } | null | undefined;
}

/** Whether an assessment is all that it can be: one whose judge, or whoever valued its facts, gave no answer is made again. */
export function isWhole({ judge, value }: AssessmentKey): boolean {
  return (judge?.failures.length ?? 0) === 0 && (value?.failure ?? null) === null;
}

/** The events of a run, in the order they were written. */
export function readEvents(folder: string): AsyncGenerator<ConsultationEvent> {
  return readLines(join(folder, runFiles.events), ConsultationEvent);
}

/**
 * Cuts off a last line that a crash left without its end.
 *
 * @returns bytes cut off; 0 where the file was whole
 */
export async function repairTornLine(file: string): Promise<number> {
  const size = await sizeOf(file);
  const whole = await lastWholeByte(file);
  if (whole < size) await truncate(file, whole);
  return size - whole;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return 0;
      throw error;
    },
  );
}

/** Bytes up to and with the last line's end. */
async function lastWholeByte(file: string): Promise<number> {
  let end = await sizeOf(file);
  if (end === 0) return 0;
  const handle = await open(file);
  try {
    const chunk = Buffer.alloc(64 * 1024);
    while (end > 0) {
      const from = Math.max(0, end - chunk.length);
      const { bytesRead } = await handle.read(chunk, 0, end - from, from);
      const at = chunk.subarray(0, bytesRead).lastIndexOf(10);
      if (at >= 0) return from + at + 1;
      end = from;
    }
    return 0;
  } finally {
    await handle.close();
  }
}
