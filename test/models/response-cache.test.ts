import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import type { ChatRequest } from '../../src/models/model.ts';
import { cached, diskResponseCache } from '../../src/models/response-cache.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

const scratch = scratchFolder();

/** The kept files, by their path in the cache. */
async function files(): Promise<string[]> {
  const paths = await readdir(scratch.folder, { recursive: true });
  return paths.filter((path) => path.endsWith('.json'));
}

/** A call that ends when it is told to. */
function held() {
  let release: (text: string) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const reply = new Promise<string>((resolve, reject) => {
    release = resolve;
    fail = reject;
  });
  return { answer: async () => replyOf(await reply), release, fail };
}

describe('a reply', () => {
  test('is had from disk by a later process, and nobody is asked', async () => {
    const model = scriptedModel();
    expect(await cached(model, diskResponseCache(scratch.folder)).reply(asks('Hello'), never)).toEqual(
      replyOf('answer 1'),
    );
    expect(await cached(model, diskResponseCache(scratch.folder)).reply(asks('Hello'), never)).toEqual(
      replyOf('answer 1'),
    );
    expect(model.requests).toHaveLength(1);
    expect(await files()).toEqual([expect.stringMatching(/^[0-9a-f]{2}[/\\][0-9a-f]{62}-0\.json$/)]);
  });

  test('that was kept is told, word for word, to whoever listens', async () => {
    const heard: string[] = [];
    let kept = 0;
    const model = cached(scriptedModel(), diskResponseCache(scratch.folder));
    const request = asks('Hello', { onWords: (piece) => heard.push(piece), onKept: () => kept++ });
    await model.reply(request, never);
    expect({ heard, kept }).toEqual({ heard: [], kept: 0 }); // the model itself would have told it
    await model.reply(request, never);
    expect({ heard, kept }).toEqual({ heard: ['answer 1'], kept: 1 });
  });

  test('to another turn or consultation with the same words is the same', async () => {
    const model = scriptedModel();
    const cache = cached(model, diskResponseCache(scratch.folder));
    const { key } = asks('Hello');
    await cache.reply(asks('Hello'), never);
    await cache.reply(asks('Hello', { key: { ...key, consultation: 'c2', turn: 4 } }), never);
    expect(model.requests).toHaveLength(1);
  });

  const image = { mediaType: 'image/png', base64: 'aGVsbG8=' };
  test.each<{ what: string; request: ChatRequest }>([
    { what: 'words', request: asks('Good day') },
    { what: 'seed', request: asks('Hello', { seed: 1 }) },
    { what: 'sample', request: asks('Hello', { sample: 1 }) },
    { what: 'picture', request: asks('', { messages: [{ role: 'user', content: 'Hello', images: [image] }] }) },
  ])('to another $what is another one', async ({ request }) => {
    const model = scriptedModel();
    const cache = cached(model, diskResponseCache(scratch.folder));
    await cache.reply(asks('Hello'), never);
    await cache.reply(asks('', { messages: [{ role: 'user', content: 'Hello' }] }), never);
    expect(await cache.reply(request, never)).toEqual(replyOf('answer 3'));
  });

  test.each([{ spec: 'openai:other' }, { settings: { baseUrl: 'http://b/v1' } }])(
    'of another model is another one: %j',
    async (other) => {
      const cache = diskResponseCache(scratch.folder);
      await cached(scriptedModel(), cache).reply(asks('Hello'), never);
      const model = scriptedModel(() => replyOf('from the other'), other);
      expect(await cached(model, cache).reply(asks('Hello'), never)).toEqual(replyOf('from the other'));
    },
  );
});

describe('a file', () => {
  test.each([
    { what: 'torn', spoil: (text: string) => text.slice(0, 30) },
    { what: 'empty', spoil: () => '' },
    { what: 'of another request', spoil: (text: string) => text.replace(/"name":"../, '"name":"zz') },
    { what: 'of another form', spoil: (text: string) => text.replace('"text"', '"words"') },
  ])('that is $what is a miss, and replaced', async ({ spoil }) => {
    const model = scriptedModel();
    const fresh = () => cached(model, diskResponseCache(scratch.folder)).reply(asks('Hello'), never);
    await fresh();
    const [path = ''] = await files();
    await writeFile(join(scratch.folder, path), spoil(await readFile(join(scratch.folder, path), 'utf8')));
    expect((await fresh()).text).toBe('answer 2');
    expect((await fresh()).text).toBe('answer 2');
  });

  test('that cannot be written costs the next call, nothing else', async () => {
    const model = scriptedModel();
    const notAFolder = join(scratch.folder, 'file');
    await writeFile(notAFolder, '');
    const cache = diskResponseCache(join(notAFolder, 'responses'));
    expect((await cached(model, cache).reply(asks('Hello'), never)).text).toBe('answer 1');
    expect((await cached(model, cache).reply(asks('Hello'), never)).text).toBe('answer 2');
  });

  test('is never half there: no draft is left beside it', async () => {
    await cached(scriptedModel(), diskResponseCache(scratch.folder)).reply(asks('Hello'), never);
    const [path = ''] = await files();
    expect(await readdir(dirname(join(scratch.folder, path)))).toHaveLength(1);
  });
});

describe('the same request at the same time', () => {
  test('is asked once', async () => {
    const { answer, release } = held();
    const model = scriptedModel(answer);
    const cache = cached(model, diskResponseCache(scratch.folder));
    const kept: number[] = [];
    const replies = [1, 2, 3].map((n) => cache.reply(asks('Hello', { onKept: () => kept.push(n) }), never));
    release('one for all');
    expect((await Promise.all(replies)).map(({ text }) => text)).toEqual(Array(3).fill('one for all'));
    expect(model.requests).toHaveLength(1);
    expect(kept).toEqual([2, 3]);
  });

  test('is asked again by the next one where the first was told to stop', async () => {
    const model = scriptedModel((_, signal, call) => {
      if (call > 1) return replyOf('second');
      return new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new AnamnesisError('interrupted', 'stopped'))),
      );
    });
    const cache = cached(model, diskResponseCache(scratch.folder));
    const stop = new AbortController();
    const first = cache.reply(asks('Hello'), stop.signal);
    const others = [cache.reply(asks('Hello'), never), cache.reply(asks('Hello'), never)];
    await expect.poll(() => model.requests.length).toBe(1);
    stop.abort();
    await expect(first).rejects.toMatchObject({ code: 'interrupted' });
    expect((await Promise.all(others)).map(({ text }) => text)).toEqual(['second', 'second']);
    expect(model.requests).toHaveLength(2);
  });

  test('fails for all where it fails, and is not kept', async () => {
    const { answer, fail } = held();
    const model = scriptedModel((_, __, call) => (call === 1 ? answer() : replyOf('better')));
    const cache = cached(model, diskResponseCache(scratch.folder));
    const replies = [cache.reply(asks('Hello'), never), cache.reply(asks('Hello'), never)];
    const settled = Promise.allSettled(replies);
    await expect.poll(() => model.requests.length).toBe(1);
    fail(new AnamnesisError('rate-limited', 'too many'));
    expect(await settled).toEqual(
      Array(2).fill({ status: 'rejected', reason: expect.objectContaining({ code: 'rate-limited' }) }),
    );
    expect((await cache.reply(asks('Hello'), never)).text).toBe('better');
  });

  test('lets go whoever is told to stop while waiting for it', async () => {
    const { answer, release } = held();
    const cache = cached(scriptedModel(answer), diskResponseCache(scratch.folder));
    const first = cache.reply(asks('Hello'), never);
    const stop = new AbortController();
    const second = cache.reply(asks('Hello'), stop.signal);
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: 'interrupted' });
    release('done');
    expect((await first).text).toBe('done');
  });
});

test('several caches on one folder give every request one of its own replies, and agree afterwards', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ cache: fc.nat(2), question: fc.nat(3) }), { minLength: 1, maxLength: 30 }),
      fc.nat(),
      async (calls, run) => {
        const folder = join(scratch.folder, String(run));
        await mkdir(folder, { recursive: true });
        const model = scriptedModel((request, _, call) => replyOf(`${request.messages[1]?.content} #${call}`));
        const caches = [0, 1, 2].map(() => cached(model, diskResponseCache(folder)));
        const ask = async ({ cache, question }: { cache: number; question: number }) =>
          (await caches[cache]?.reply(asks(`question ${run} ${question}`), never))?.text;
        const texts = await Promise.all(calls.map(ask));
        for (const [i, { question }] of calls.entries()) expect(texts[i]).toMatch(`question ${run} ${question} #`);

        const asked = model.requests.length;
        for (const { question } of calls) {
          const after = await Promise.all([0, 1, 2].map((cache) => ask({ cache, question })));
          expect(new Set(after).size).toBe(1);
        }
        expect(model.requests).toHaveLength(asked);
      },
    ),
    { numRuns: 30 },
  );
});
