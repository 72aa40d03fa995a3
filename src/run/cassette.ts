import { stat } from 'node:fs/promises';
import { AnamnesisError, systemCode } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { type Cassette, CassetteLine, cassetteOf } from '../models/cassette.ts';
import { createLineWriter, readLines, repairTornLine } from './journal.ts';

/** Writes a cassette as the calls of a run are answered. */
export interface CassetteRecorder {
  write(line: CassetteLine): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens a file to record into. What it holds stays: a run that is resumed goes on with its cassette, and a line that is
 * there already is not written twice. A line torn by a crash is cut off. Throws `journal-damaged` for a file that is no
 * cassette, and `unwritable` where it cannot be written.
 */
export async function openRecorder(file: string): Promise<CassetteRecorder> {
  const known = new Set<string>();
  if (await exists(file)) {
    await repairTornLine(file);
    for await (const line of readLines(file, CassetteLine)) known.add(contentHash(line));
  }
  const writer = createLineWriter(file);
  await writer.drained();
  return {
    write: async (line) => {
      const hash = contentHash(line);
      if (known.has(hash)) return;
      known.add(hash);
      writer.write(line);
      await writer.drained();
    },
    close: () => writer.close(),
  };
}

/** Reads a cassette. Throws `bad-file` where there is none, and `journal-damaged` for a line that is none of a cassette. */
export async function openCassette(file: string): Promise<Cassette> {
  if (!(await exists(file)))
    throw new AnamnesisError('bad-file', `${file} does not exist`, {
      at: file,
      hint: 'a cassette is written by `anamnesis run … --record FILE`',
    });
  const lines: CassetteLine[] = [];
  for await (const line of readLines(file, CassetteLine)) lines.push(line);
  return cassetteOf(lines);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    (error: unknown) => {
      if (systemCode(error) === 'ENOENT') return false;
      throw new AnamnesisError('bad-file', `${file} cannot be read`, { at: file, cause: error });
    },
  );
}
