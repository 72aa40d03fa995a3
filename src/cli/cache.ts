import { readdir, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inBatches } from '../base/batches.ts';
import { cacheFolder } from '../base/cache-folder.ts';
import { AnamnesisError, systemCode } from '../base/error.ts';
import { noneOf } from '../base/nearest.ts';

interface Kind {
  readonly folder: string;
  /** What one of them is called, and several. */
  readonly names: readonly [string, string];
  /** Files of ours, by their path inside the folder. Nothing else is touched: the user may have named any folder. */
  readonly files: RegExp;
}

/** What is kept, whole files and drafts that a crash left. */
const kinds: Readonly<Record<string, Kind>> = {
  responses: {
    folder: 'responses',
    names: ['reply of a model', 'replies of models'],
    files: /^[0-9a-f]{2}[/\\][0-9a-f]{62}-\d+\.json(\.[0-9a-f-]{36})?$/,
  },
  shapley: {
    folder: 'shapley',
    names: ['case’s Shapley values', 'cases’ Shapley values'],
    files: /^[0-9a-f]{16}\.json(\.\d+)?$/,
  },
  parsed: {
    folder: 'parsed',
    names: ['file as it was read', 'files as they were read'],
    files: /^[0-9a-f]{16}-[\w.-]+\.json(\.\d+)?$/,
  },
};

export interface ClearCacheOptions {
  only?: string[];
}

/** `anamnesis cache clear`: removes what can be had again, and says what that was. */
export async function clearCache({ only = Object.keys(kinds) }: ClearCacheOptions): Promise<void> {
  const chosen = [...new Set(only)].map((name) => {
    const kind = kinds[name];
    if (kind === undefined) throw noneOf('kind of cache', name, Object.keys(kinds));
    return kind;
  });
  const lines: string[] = [];
  for (const kind of chosen) {
    const { count, bytes } = await removeFiles(join(cacheFolder(), kind.folder), kind.files);
    if (count > 0) lines.push(`${count} ${kind.names[count === 1 ? 0 : 1]} (${sizeOf(bytes)})`);
  }
  process.stdout.write(
    lines.length > 0
      ? `removed from ${cacheFolder()}: ${lines.join(', ')}\n`
      : `nothing to remove in ${cacheFolder()}\n`,
  );
}

/** Files that are looked at or removed at a time. */
const filesAtOnce = 64;

async function removeFiles(folder: string, isOurs: RegExp): Promise<{ count: number; bytes: number }> {
  const paths = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw notRemoved(folder, error);
  });
  try {
    const sizes = await inBatches(
      paths.filter((path) => isOurs.test(path)),
      filesAtOnce,
      async (path) => {
        const { size } = await stat(join(folder, path));
        await rm(join(folder, path));
        return size;
      },
    );
    for (const path of ['', ...paths].sort((a, b) => b.length - a.length))
      await rmdir(join(folder, path)).catch(() => {}); // no folder, or not empty: it stays
    return { count: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
  } catch (error) {
    throw notRemoved(folder, error);
  }
}

function notRemoved(folder: string, error: unknown): AnamnesisError {
  const why = error instanceof Error ? error.message : String(error);
  return new AnamnesisError('unwritable', `${folder} cannot be cleared: ${why}`, { at: folder, cause: error });
}

function sizeOf(bytes: number): string {
  const kB = bytes / 1000;
  return kB < 1000 ? `${kB.toFixed(1)} kB` : `${(kB / 1000).toFixed(1)} MB`;
}
