import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnamnesisError, type ErrorCode } from '../../src/base/error.ts';
import { budgeted, createBudget } from '../../src/models/budget.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

const refused = { code: 'budget-spent' };

describe('a budget', () => {
  test('lets calls through until the next could pass it, and says so once to whoever listens', async () => {
    const budget = createBudget(1);
    let times = 0;
    budget.isSpent.addEventListener('abort', () => times++);
    for (const cost of [0.3, 0.3, 0.1]) (await budget.reserve(0.3, never))(cost);
    expect(budget.spentUsd).toBeCloseTo(0.7);
    expect(budget.isSpent.aborted).toBe(false);
    await expect(budget.reserve(0.31, never)).rejects.toMatchObject({
      ...refused,
      message: 'the next call may cost up to 0.310 USD, and 0.700 USD of 1.00 USD are spent',
      hint: 'go on with --resume and a higher --max-cost',
    });
    await expect(budget.reserve(0.1, never)).rejects.toMatchObject(refused); // it would fit, but the run is stopping
    expect(times).toBe(1);
    expect(budget.isSpent.reason).toMatchObject(refused);
  });

  test('of nothing refuses the first call that costs, and none that is free', async () => {
    const budget = createBudget(0);
    (await budget.reserve(0, never))(0);
    await expect(budget.reserve(1e-9, never)).rejects.toMatchObject(refused);
  });

  test('counts what was paid before', async () => {
    const budget = createBudget(1);
    budget.count(0.9);
    await expect(budget.reserve(0.2, never)).rejects.toMatchObject(refused);
  });

  test('lets wait who only fits where calls under way turn out cheap, in the order they came', async () => {
    const budget = createBudget(1);
    const settle = await budget.reserve(0.9, never);
    const order: string[] = [];
    const large = budget.reserve(0.5, never).then((settled) => {
      order.push('large');
      return settled;
    });
    const small = budget.reserve(0.05, never).then(() => order.push('small'));
    await Promise.resolve();
    expect(order).toEqual([]);
    settle(0.1);
    (await large)(0.1);
    await small;
    expect(order).toEqual(['large', 'small']);
    expect(budget.isSpent.aborted).toBe(false);
  });

  test('refuses who waited where the calls under way turn out dear', async () => {
    const budget = createBudget(1);
    const settle = await budget.reserve(0.9, never);
    const waiting = budget.reserve(0.2, never);
    settle(0.85);
    await expect(waiting).rejects.toMatchObject(refused);
  });

  test('lets go who is told to stop while waiting, and whoever stood behind it', async () => {
    const budget = createBudget(1);
    const settle = await budget.reserve(0.6, never);
    const stop = new AbortController();
    const large = budget.reserve(0.9, stop.signal);
    const small = budget.reserve(0.4, never);
    stop.abort(new AnamnesisError('interrupted', 'stopped'));
    await expect(large).rejects.toMatchObject({ code: 'interrupted' });
    await small;
    settle(0.6);
    await expect(budget.reserve(0.1, stop.signal)).rejects.toMatchObject({ code: 'interrupted' });
  });

  test('is told what a call cost only once: more is a bug', async () => {
    const settle = await createBudget(1).reserve(0.5, never);
    settle(0.1);
    expect(() => settle(0.1)).toThrow('settled twice');
  });

  test('is never passed, and nobody waits for ever, whatever the order, while calls stay below their bounds', async () => {
    const call = fc.record({
      bound: fc.integer({ min: 0, max: 40 }),
      share: fc.integer({ min: 0, max: 100 }),
      isStopped: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 100 }),
        fc.array(call, { minLength: 1, maxLength: 40 }),
        fc.scheduler(),
        async (max, calls, scheduler) => {
          const budget = createBudget(max);
          const outcomes = calls.map(async ({ bound, share, isStopped }) => {
            const stop = new AbortController();
            const stopping = isStopped ? scheduler.schedule(Promise.resolve()).then(() => stop.abort()) : null;
            await scheduler.schedule(Promise.resolve());
            try {
              const settle = await budget.reserve(bound, stop.signal);
              await scheduler.schedule(Promise.resolve());
              settle((bound * share) / 100);
              return 'done';
            } catch (error) {
              return error instanceof AnamnesisError ? error.code : 'stopped';
            } finally {
              expect(budget.spentUsd).toBeLessThanOrEqual(max + 1e-9);
              await stopping;
            }
          });
          const ends = await scheduler.waitFor(Promise.all(outcomes));
          expect(ends.includes('budget-spent')).toBe(budget.isSpent.aborted);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('a model on a budget', () => {
  const price = { input: 1, cachedInput: 0.5, output: 10 };

  test('is asked while its calls fit, and what they did cost is counted', async () => {
    const budget = createBudget(1);
    const model = scriptedModel(() => ({
      ...replyOf('yes'),
      usage: { inputTokens: 1000, cachedInputTokens: 400, outputTokens: 100 },
    }));
    await budgeted(model, { budget, price, maxTokens: 200 }).reply(asks('Hello'), never);
    // (600 · 1 + 400 · 0.5 + 100 · 10) / 1,000,000
    expect(budget.spentUsd).toBeCloseTo(0.0018, 12);
  });

  test('is not asked where input and longest reply could pass the budget', async () => {
    // 256 + 2 · 16 + 17 + 5 bytes of input at 1 USD a million, and 200 tokens of output at 10
    const bound = (256 + 32 + 22) / 1e6 + 2000 / 1e6;
    const model = scriptedModel();
    const on = (maxUsd: number) => budgeted(model, { budget: createBudget(maxUsd), price, maxTokens: 200 });
    await expect(on(bound - 1e-7).reply(asks('Hello'), never)).rejects.toMatchObject(refused);
    expect(model.requests).toHaveLength(0);
    await on(bound + 1e-7).reply(asks('Hello'), never);
    expect(model.requests).toHaveLength(1);
  });

  test('without a limit of its own is taken to say 8,192 tokens, or twice the longest that it said', async () => {
    const budget = createBudget(1);
    const model = scriptedModel((_, __, call) => replyOf('so much', [0, call === 1 ? 10_000 : 0]));
    const on = budgeted(model, { budget, price: { input: 0, output: 10 }, maxTokens: null });
    await expect(
      budgeted(model, { budget: createBudget(0.08), price: { input: 0, output: 10 }, maxTokens: null }).reply(
        asks('Hello'),
        never,
      ),
    ).rejects.toMatchObject({
      message: expect.stringContaining('up to 0.0819 USD'),
    });
    await on.reply(asks('Hello'), never);
    budget.count(0.85); // 0.1 + 0.85 are spent; 20,000 tokens would be 0.2 more
    await expect(on.reply(asks('Hello'), never)).rejects.toMatchObject({
      message: expect.stringContaining('up to 0.200 USD'),
    });
  });

  test('whose endpoint counts no tokens is taken to have cost the most it can', async () => {
    const budget = createBudget(1);
    const model = scriptedModel(() => ({ ...replyOf('yes'), usage: null }));
    await budgeted(model, { budget, price: { input: 0, output: 10 }, maxTokens: 1000 }).reply(asks('Hello'), never);
    expect(budget.spentUsd).toBeCloseTo(0.01, 12);
  });

  test.each<{ code: ErrorCode; usd: number }>([
    { code: 'call-refused', usd: 0 },
    { code: 'rate-limited', usd: 0 },
    { code: 'timed-out', usd: 0.01 },
    { code: 'unusable-reply', usd: 0.01 },
  ])('that fails with $code is counted at $usd USD, and its money is free for others', async ({ code, usd }) => {
    const budget = createBudget(0.02);
    const model = scriptedModel(() => Promise.reject(new AnamnesisError(code, 'no')));
    const on = budgeted(model, { budget, price: { input: 0, output: 10 }, maxTokens: 1000 });
    await expect(on.reply(asks('Hello'), never)).rejects.toMatchObject({ code });
    expect(budget.spentUsd).toBeCloseTo(usd, 12);
    await budget.reserve(0.02 - usd - 1e-9, never);
  });
});
