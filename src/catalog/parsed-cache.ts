import { readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from '../base/cache-folder.ts';
import { contentHash } from '../base/hash.ts';

/**
 * What a file was read to before, by the hash of its text and the kind of file it is; undefined where it was never read
 * as it stands by this build of the program. Reading YAML takes most of a command's time otherwise.
 */
export async function parsedBefore(kind: string, hash: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(placeOf(kind, hash), 'utf8'));
  } catch {
    return undefined; // never read, or not to be trusted: it is read again
  }
}

/** Keeps what a sound file was read to. A cache that cannot be written costs time, nothing else. */
export async function keepParsed(kind: string, hash: string, value: unknown): Promise<void> {
  try {
    await mkdir(join(cacheFolder(), folder), { recursive: true });
    // Written beside and renamed: two processes may fill the cache at once.
    const draft = `${placeOf(kind, hash)}.${process.pid}`;
    await writeFile(draft, JSON.stringify(value));
    await rename(draft, placeOf(kind, hash));
  } catch {
    // as above
  }
}

const folder = 'parsed';

function placeOf(kind: string, hash: string): string {
  return join(cacheFolder(), folder, `${build()}-${kind}-${hash}.json`);
}

let known: string | undefined;

/** Names the schemas in use: by when and how large the files were written that they may stand in. */
function build(): string {
  if (known !== undefined) return known;
  const here = dirname(fileURLToPath(import.meta.url));
  const files = readdirSync(here).filter((name) => /\.(ts|js)$/.test(name));
  known = contentHash(
    files.sort().map((name) => {
      const { mtimeMs, size } = statSync(join(here, name));
      return [name, mtimeMs, size];
    }),
  );
  return known;
}
