import { randomInt } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache-folder.ts';
import { contentHash } from './hash.ts';

/** What took long to work out, kept in the cache folder for the next process. */
export interface KeptResults {
  /**
   * What came of a content of this kind and hash before, in this build of the program; undefined where nothing is kept. It
   * is as it was kept: no schema has to pass it again.
   */
  before(kind: string, hash: string): unknown;
  /** Keeps what came of it. A cache that cannot be written costs time, nothing else. */
  keep(kind: string, hash: string, result: unknown): void;
}

const folder = 'parsed';

/** @param maker `import.meta.url` of the module that works it out: once a file beside it changes, all is worked out anew */
export function keptResults(maker: string): KeptResults {
  const source = dirname(fileURLToPath(maker));
  let build: string | undefined;
  const placeOf = (kind: string, hash: string) => {
    build ??= buildIn(source);
    return join(cacheFolder(), folder, `${build}-${kind}-${hash}.json`);
  };
  return {
    before: (kind, hash) => {
      try {
        return JSON.parse(readFileSync(placeOf(kind, hash), 'utf8'));
      } catch {
        return undefined; // never kept, or not to be trusted: it is worked out again
      }
    },
    keep: (kind, hash, result) => {
      try {
        mkdirSync(join(cacheFolder(), folder), { recursive: true });
        // Written beside and renamed: several processes may fill the cache at once, and none reads half a file.
        const draft = `${placeOf(kind, hash)}.${randomInt(2 ** 47)}`;
        writeFileSync(draft, JSON.stringify(result));
        renameSync(draft, placeOf(kind, hash));
      } catch {
        // as above
      }
    },
  };
}

/** Names the code in use: by when and how large its files were written. */
function buildIn(source: string): string {
  const files = readdirSync(source).filter((name) => /\.(ts|js)$/.test(name));
  return contentHash(
    files.sort().map((name) => {
      const { mtimeMs, size } = statSync(join(source, name));
      return [name, mtimeMs, size];
    }),
  );
}
