import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../base/cache-folder.ts';
import { systemCode } from '../base/error.ts';
import { makeFolder } from '../base/make-folder.ts';
import { type ChatModel, ChatReply } from './model.ts';
import { requestHash } from './request-hash.ts';
import { stopped, unlessAborted } from './stopped.ts';

/** Replies kept from one run to the next, by what was asked. */
export interface ResponseCache {
  /**
   * The reply kept under a name; without one, what `ask` brings, which is then kept. Whoever wants the same at the
   * same time waits for the first one's call and makes none.
   */
  reply(
    name: string,
    ask: () => Promise<ChatReply>,
    signal: AbortSignal,
  ): Promise<{ readonly reply: ChatReply; readonly isKept: boolean }>;
}

/** The model with a cache before it: the same request, as the same sample, is asked once. Failures are not kept. */
export function cached(model: ChatModel, cache: ResponseCache): ChatModel {
  return {
    spec: model.spec,
    settings: model.settings,
    async reply(request, signal) {
      if (signal.aborted) throw stopped(signal.reason, model.spec);
      const name = `${requestHash(model, request)}-${request.sample ?? 0}`;
      const { reply, isKept } = await cache
        .reply(name, () => model.reply(request, signal), signal)
        .catch((error) => {
          throw signal.aborted ? stopped(signal.reason, model.spec) : error;
        });
      if (isKept) {
        request.onKept?.();
        if (reply.text !== '') request.onWords?.(reply.text);
      }
      return reply;
    },
  };
}

/** A file of the cache. It says its own name, so that one that was moved or copied is seen to be foreign. */
const Kept = z.strictObject({ v: z.literal(1), name: z.string(), reply: ChatReply });

/**
 * Replies on disk, a file each, for any number of processes at once. A file that is torn or foreign is a miss and is
 * replaced; a folder that cannot be written to costs time and money, nothing else.
 */
export function diskResponseCache(folder: string = join(cacheFolder(), 'responses')): ResponseCache {
  const asking = new Map<string, { readonly reply: Promise<ChatReply>; readonly signal: AbortSignal }>();
  const fileOf = (name: string) => join(folder, name.slice(0, 2), `${name.slice(2)}.json`);

  return {
    async reply(name, ask, signal) {
      for (let other = asking.get(name); other !== undefined; other = asking.get(name)) {
        try {
          return { reply: await unlessAborted(other.reply, signal), isKept: true };
        } catch (error) {
          // The other one was told to stop, not this one: somebody has to ask again.
          if (signal.aborted || !other.signal.aborted) throw error;
        }
      }
      let isKept = true;
      const found = (async () => {
        const kept = await read(fileOf(name), name);
        if (kept !== null) return kept;
        isKept = false;
        const reply = await ask();
        await keep(fileOf(name), { v: 1, name, reply });
        return reply;
      })();
      asking.set(name, { reply: found, signal });
      try {
        return { reply: await found, isKept };
      } finally {
        asking.delete(name);
      }
    },
  };
}

async function read(file: string, name: string): Promise<ChatReply | null> {
  try {
    const kept = Kept.parse(JSON.parse(await readFile(file, 'utf8')));
    return kept.name === name ? kept.reply : null;
  } catch {
    return null; // not there, or not to be trusted
  }
}

async function keep(file: string, kept: z.infer<typeof Kept>): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  const write = () => writeFile(draft, JSON.stringify(kept));
  try {
    // The folder is nearly always there: making it each time would take as long as the writing.
    await write().catch(async (error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
      await makeFolder(dirname(file));
      await write();
    });
    // Written beside and renamed: nobody ever reads half a file, whoever else writes the same one.
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => {}); // a cache that cannot be filled costs the next call, nothing else
  }
}
