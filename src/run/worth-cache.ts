import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CaseWorth, WorthCache } from '../assessor/case-worth.ts';
import { cacheFolder } from '../base/cache-folder.ts';

const worth = {
  totalBits: z.number(),
  bits: z.record(z.string(), z.number()),
  rank: z.int(),
};
/** What was drawn has its errors: files from before they were kept are computed anew. */
const Kept = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('exact'), ...worth }),
  z.strictObject({ method: z.literal('sampled'), ...worth, errors: z.record(z.string(), z.number()) }),
]);

/** Shapley values kept in memory alone, for tests and for where nothing can be written. */
export function memoryWorthCache(): WorthCache {
  return new Map<string, CaseWorth>();
}

/**
 * Shapley values kept on disk, a file a case and knowledge base. What cannot be read or written is computed again:
 * the cache is never the reason for a failure.
 */
export function diskWorthCache(folder: string = join(cacheFolder(), 'shapley')): WorthCache {
  const memory = new Map<string, CaseWorth>();
  const fileOf = (key: string) => join(folder, `${key}.json`);
  return {
    get: (key) => {
      const known = memory.get(key) ?? readKept(fileOf(key));
      if (known) memory.set(key, known);
      return known;
    },
    set: (key, worth) => {
      memory.set(key, worth);
      try {
        mkdirSync(folder, { recursive: true });
        // Written beside and renamed: two processes may fill the cache at once.
        const draft = `${fileOf(key)}.${process.pid}`;
        writeFileSync(draft, JSON.stringify(worth));
        renameSync(draft, fileOf(key));
      } catch {
        // a folder that cannot be written to costs time, nothing else
      }
    },
  };
}

function readKept(file: string): CaseWorth | undefined {
  try {
    return Kept.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}
