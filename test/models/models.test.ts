import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBudget } from '../../src/models/budget.ts';
import type { Call } from '../../src/models/call.ts';
import type { CassetteLine } from '../../src/models/cassette.ts';
import { createLimits } from '../../src/models/limits.ts';
import { chatModel, type ModelOptions, withCalls } from '../../src/models/models.ts';
import { loadPrices } from '../../src/models/prices.ts';
import { diskResponseCache } from '../../src/models/response-cache.ts';
import { costOf } from '../../src/models/run-cost.ts';
import { createCallKeeper } from '../../src/run/calls.ts';
import { openCassette, openRecorder } from '../../src/run/cassette.ts';
import { type Answer, type ChatEndpoint, chatEndpoint, fails, replies } from '../support/chat-endpoint.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

const scratch = scratchFolder();
const key = 'secret-0123456789abcdef';
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function endpointFor(script: (call: number) => Answer): Promise<ChatEndpoint> {
  let call = 0;
  const endpoint = await chatEndpoint(() => script(++call));
  open.push(endpoint);
  return endpoint;
}

const counting = () => endpointFor((call) => replies({ text: `answer ${call}`, usage: [1000, 100] }));

/** A model as a run makes it, whose calls are kept in a list. */
async function modelAt(endpoint: ChatEndpoint, options: ModelOptions = {}, name = 'gpt-4o-mini') {
  const calls: Call[] = [];
  const model = await chatModel(`openai:${name}@${endpoint.baseUrl}`, {
    env: { OPENAI_API_KEY: key },
    retries: { retries: 0, baseMs: 1, maxMs: 1, wait: async () => {} },
    record: async (call) => void calls.push(call),
    ...options,
  });
  return { model, calls };
}

describe('a run with prices and a cache', () => {
  test('pays once, and its record says what was paid and what was kept', async () => {
    const endpoint = await counting();
    const prices = await loadPrices();
    const first = await modelAt(endpoint, { prices, cache: diskResponseCache(scratch.folder) });
    await first.model.reply(asks('Hello'), never);
    await first.model.reply(asks('Hello', { sample: 1 }), never);
    const second = await modelAt(endpoint, { prices, cache: diskResponseCache(scratch.folder) });
    expect((await second.model.reply(asks('Hello', { sample: 1 }), never)).text).toBe('answer 2');
    expect(endpoint.requests).toHaveLength(2);

    // 1,000 tokens at 0.15 and 100 at 0.60 USD a million
    const usd = 0.00021;
    expect(costOf(first.calls).total).toMatchObject({ calls: 2, cached: 0, savedUsd: 0 });
    expect(costOf(first.calls).total.costUsd).toBeCloseTo(2 * usd, 12);
    expect(costOf(second.calls).total).toMatchObject({ calls: 1, cached: 1, costUsd: 0, inputTokens: 0 });
    expect(costOf(second.calls).total.savedUsd).toBeCloseTo(usd, 12);
  });

  test('spends neither money nor its endpoint’s minute on what is kept', async () => {
    const budget = createBudget(1);
    const endpoint = await counting();
    const options = { prices: await loadPrices(), cache: diskResponseCache(scratch.folder) };
    await (await modelAt(endpoint, options)).model.reply(asks('Hello'), never);
    const { model } = await modelAt(endpoint, { ...options, budget });
    for (let times = 0; times < 3; times++) await model.reply(asks('Hello'), never);
    expect(budget.spentUsd).toBe(0);
  });
});

describe('a run on a budget', () => {
  test('is a wrong call for a model without a price, before anything is asked', async () => {
    const budget = createBudget(1);
    const asked = chatModel('openai:my-model', { prices: await loadPrices(), budget, env: { OPENAI_API_KEY: key } });
    await expect(asked).rejects.toMatchObject({
      code: 'bad-call',
      message: '--max-cost needs a price for my-model, and models/prices.yaml has none',
      hint: expect.stringContaining('--prices FILE'),
    });
  });

  test('costs nothing at an address of this machine', async () => {
    const budget = createBudget(0);
    const { model } = await modelAt(await counting(), { prices: await loadPrices(), budget }, 'llama3:8b');
    expect((await model.reply(asks('Hello'), never)).text).toBe('answer 1');
  });

  test('stops before it is passed, with many calls at a time and over all models, and loses no reply', async () => {
    const endpoint = await counting();
    const budget = createBudget(0.02);
    const prices = await loadPrices();
    const models = await Promise.all(
      ['gpt-4o-mini', 'gpt-4.1-mini'].map((name) => modelAt(endpoint, { prices, budget }, name)),
    );
    const { key: place } = asks('');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, turn) =>
        models[turn % 2]?.model.reply(asks('Hello', { key: { ...place, turn } }), never),
      ),
    );
    const refused = outcomes.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'budget-spent' } });
    const paid = costOf(models.flatMap(({ calls }) => calls)).total;
    expect(paid.calls).toBe(endpoint.requests.length);
    expect(paid.costUsd).toBeCloseTo(budget.spentUsd, 12);
    expect(budget.spentUsd).toBeLessThanOrEqual(0.02);
    expect(budget.spentUsd).toBeGreaterThan(0.02 - 0.014); // one call's bound: 8,192 tokens at 1.60 USD a million
    expect(budget.isSpent.aborted).toBe(true);
  });

  test('that is gone on with counts what its calls.jsonl holds', async () => {
    const endpoint = await counting();
    const prices = await loadPrices();
    const keeper = createCallKeeper();
    await keeper.open(scratch.folder);
    const first = await modelAt(endpoint, { prices, record: keeper.record ?? (async () => {}) });
    await first.model.reply(asks('Hello'), never);
    await keeper.close();

    const again = createCallKeeper();
    await again.open(scratch.folder);
    const budget = createBudget(0.0002); // less than the call of before
    budget.count(again.cost().total.costUsd);
    expect(budget.spentUsd).toBeCloseTo(0.00021, 12);
    const { model } = await modelAt(endpoint, { prices, budget, ...again });
    expect((await model.reply(asks('Hello'), never)).text).toBe('answer 1'); // recalled: it costs nothing again
    const { key: place } = asks('');
    await expect(model.reply(asks('More', { key: { ...place, turn: 2 } }), never)).rejects.toMatchObject({
      code: 'budget-spent',
    });
    expect(endpoint.requests).toHaveLength(1);
  });

  test('is not charged for a call that its endpoint refuses', async () => {
    const budget = createBudget(1);
    const endpoint = await endpointFor(() => fails(401, 'no'));
    const { model } = await modelAt(endpoint, { prices: await loadPrices(), budget });
    await expect(model.reply(asks('Hello'), never)).rejects.toMatchObject({ code: 'key-refused' });
    expect(budget.spentUsd).toBe(0);
  });
});

describe('a recorded run', () => {
  const file = () => join(scratch.folder, 'cassette.jsonl');

  async function record(endpoint: ChatEndpoint): Promise<string> {
    const recorder = await openRecorder(file());
    const model = await chatModel('openai:gpt-4o-mini', {
      env: { OPENAI_API_KEY: key, OPENAI_BASE_URL: endpoint.baseUrl },
      tape: recorder.write,
    });
    const { text } = await model.reply(asks('Hello', { seed: 3 }), never);
    await recorder.close();
    return text;
  }

  test('is repeated without key, network or LangChain, wherever it was recorded', async () => {
    const endpoint = await counting();
    const text = await record(endpoint);
    vi.resetModules();
    vi.doMock('../../src/models/openai.ts', () => {
      throw new Error('LangChain was loaded');
    });
    try {
      const { chatModel: unloaded } = await import('../../src/models/models.ts');
      const env = { OPENAI_BASE_URL: 'http://elsewhere.example/v1' };
      await expect(unloaded('openai:gpt-4o-mini', { env })).rejects.toThrow(); // the trap works
      const calls: Call[] = [];
      const cassette = await openCassette(file());
      const model = await unloaded('openai:gpt-4o-mini', {
        env,
        cassette,
        record: async (call) => void calls.push(call),
      });
      expect((await model.reply(asks('Hello', { seed: 3 }), never)).text).toBe(text);
      expect(calls).toMatchObject([{ cached: true }]);
      await expect(model.reply(asks('Good day', { seed: 3 }), never)).rejects.toMatchObject({ code: 'not-recorded' });
    } finally {
      vi.doUnmock('../../src/models/openai.ts');
      vi.resetModules();
    }
    expect(endpoint.requests).toHaveLength(1);
  });

  test('holds neither the key nor the address that the environment named', async () => {
    const endpoint = await counting();
    await record(endpoint);
    const text = await readFile(file(), 'utf8');
    expect(text).toContain('"answer 1"');
    expect(text).not.toContain(key);
    expect(text).not.toContain(new URL(endpoint.baseUrl).port);
  });

  test('has what was recalled or kept, too: a cassette is whole', async () => {
    const tape: CassetteLine[] = [];
    const options = { asked: {}, baseUrl: 'http://a/v1', tape: async (line: CassetteLine) => void tape.push(line) };
    const model = scriptedModel();
    const cache = diskResponseCache(scratch.folder);
    await withCalls(model, { ...options, cache }).reply(asks('Hello'), never);
    await withCalls(model, { ...options, cache }).reply(asks('Hello'), never);
    await withCalls(model, { ...options, recall: () => replyOf('recalled') }).reply(asks('Hello'), never);
    expect(tape.map(({ reply }) => reply.text)).toEqual(['answer 1', 'answer 1', 'recalled']);
  });
});

test('models of one endpoint wait for one another', async () => {
  const waits: number[] = [];
  let now = 0;
  const limits = createLimits({
    now: () => now,
    wait: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  });
  const setting = { asked: {}, baseUrl: 'http://a:1/v1', limits };
  const doctor = withCalls(scriptedModel(), { ...setting, settings: { requestsPerMinute: 2 } });
  const patient = withCalls(scriptedModel(), setting);
  const elsewhere = withCalls(scriptedModel(), { ...setting, baseUrl: 'http://b:1/v1' });
  for (const model of [doctor, patient, elsewhere, elsewhere, elsewhere]) await model.reply(asks('Hello'), never);
  expect(waits).toEqual([]);
  await patient.reply(asks('Hello'), never);
  expect(waits).toEqual([60_000]);
});
