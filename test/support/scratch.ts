import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A folder of its own for each test, gone after it. */
export interface Scratch {
  readonly folder: string;
  /** Writes files by their path inside the folder; the folders between are made. */
  write(files: Readonly<Record<string, string>>): Promise<void>;
  /** A message without the place the folder happens to have. */
  plain(text: string): string;
}

/** Gives every test of the file its own folder. */
export function scratchFolder(): Scratch {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'anamnesis-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  return {
    get folder() {
      return folder;
    },
    write: async (files) => {
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    },
    plain: (text) => text.replaceAll(folder, '<folder>'),
  };
}
