import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLimiter, createLimits, limited, type Time } from '../../src/models/limits.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

/** A time that passes when somebody waits for it, and is woken from. */
function quickTime(): Time & { passed: number } {
  const time = {
    passed: 0,
    now: () => time.passed,
    wait: async (ms: number, signal: AbortSignal) => {
      await new Promise((resolve) => setImmediate(resolve)); // whoever can run does so first
      signal.throwIfAborted();
      time.passed += ms;
    },
  };
  return time;
}

/** A time that stands until a test lets it pass. */
function standingTime(): Time & { pass(ms: number): Promise<void> } {
  let now = 0;
  const waiters = new Set<{ until: number; resolve: () => void }>();
  return {
    now: () => now,
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        const waiter = { until: now + ms, resolve };
        waiters.add(waiter);
        signal.addEventListener('abort', () => {
          waiters.delete(waiter);
          reject(signal.reason);
        });
      }),
    pass: async (ms) => {
      now += ms;
      for (const waiter of waiters) if (waiter.until <= now) waiter.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

/** Whether something has come about by now. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  promise.then(
    () => {
      done = true;
    },
    () => {}, // whoever waits for it sees it fail
  );
  await new Promise((resolve) => setImmediate(resolve));
  return done;
}

describe('a limiter', () => {
  test('lets so many calls through in a minute, and the next one when the first is a minute old', async () => {
    const time = standingTime();
    const limiter = createLimiter({ requestsPerMinute: 2 }, time);
    await limiter.admit(1, never);
    await time.pass(10_000);
    await limiter.admit(1, never);
    const third = limiter.admit(1, never);
    await time.pass(49_999);
    expect(await isDone(third)).toBe(false);
    await time.pass(1);
    expect(await isDone(third)).toBe(true);
  });

  test('lets nobody overtake', async () => {
    const time = standingTime();
    const limiter = createLimiter({ tokensPerMinute: 100 }, time);
    await limiter.admit(60, never);
    const large = limiter.admit(50, never);
    const small = limiter.admit(10, never);
    expect([await isDone(large), await isDone(small)]).toEqual([false, false]);
    await time.pass(60_000);
    expect([await isDone(large), await isDone(small)]).toEqual([true, true]);
  });

  test('goes on at once where a call took fewer tokens than was thought', async () => {
    const limiter = createLimiter({ tokensPerMinute: 100 }, standingTime());
    const settle = await limiter.admit(90, never);
    const next = limiter.admit(50, never);
    expect(await isDone(next)).toBe(false);
    settle(40);
    expect(await isDone(next)).toBe(true);
  });

  test('holds back where a call took more', async () => {
    const limiter = createLimiter({ tokensPerMinute: 100 }, standingTime());
    (await limiter.admit(10, never))(90);
    expect(await isDone(limiter.admit(20, never))).toBe(false);
  });

  test('lets a call larger than the rate through alone', async () => {
    const time = standingTime();
    const limiter = createLimiter({ tokensPerMinute: 100 }, time);
    await limiter.admit(500, never);
    const next = limiter.admit(1, never);
    expect(await isDone(next)).toBe(false);
    await time.pass(60_000);
    expect(await isDone(next)).toBe(true);
  });

  test('lets go who is told to stop while waiting, and the next one takes its place', async () => {
    const limiter = createLimiter({ tokensPerMinute: 100 }, standingTime());
    await limiter.admit(60, never);
    const stop = new AbortController();
    const large = limiter.admit(90, stop.signal);
    const small = limiter.admit(30, never);
    expect(await isDone(small)).toBe(false);
    stop.abort(new Error('enough'));
    await expect(large).rejects.toThrow('enough');
    expect(await isDone(small)).toBe(true);
  });

  test('never lets more through in any 60 seconds than its rate, and all in the end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 50, max: 200 }),
        fc.array(fc.record({ tokens: fc.integer({ min: 1, max: 50 }), after: fc.nat(20_000) }), { maxLength: 25 }),
        async (requestsPerMinute, tokensPerMinute, calls) => {
          const time = quickTime();
          const limiter = createLimiter({ requestsPerMinute, tokensPerMinute }, time);
          const admitted: { at: number; tokens: number }[] = [];
          for (const { tokens, after } of calls) {
            time.passed += after;
            await limiter.admit(tokens, never);
            admitted.push({ at: time.passed, tokens });
          }
          for (const { at } of admitted) {
            const recent = admitted.filter((other) => other.at > at - 60_000 && other.at <= at);
            expect(recent.length).toBeLessThanOrEqual(requestsPerMinute);
            expect(recent.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(tokensPerMinute);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('the limits of a run', () => {
  test('are one for all models of an endpoint, and the strictest that anyone named', async () => {
    const limits = createLimits(standingTime());
    const doctor = limits.of('http://a:1/v1', { requestsPerMinute: 2 });
    const judge = limits.of('http://a:1/other/v1', { requestsPerMinute: 1, tokensPerMinute: 1000 });
    const patient = limits.of('http://b:1/v1', {});
    await judge.admit(1, never);
    expect(await isDone(doctor.admit(1, never))).toBe(false);
    for (let calls = 0; calls < 5; calls++) await patient.admit(1e6, never);
  });
});

describe('a model with a limit', () => {
  test('waits for its turn, counts the tokens that its endpoint counted, and stops waiting when told to', async () => {
    const time = standingTime();
    const limits = createLimits(time);
    const model = scriptedModel(() => replyOf('yes', [400, 100]));
    const slow = limited(model, limits.of('http://a/v1', { tokensPerMinute: 1600 }), 500);
    await slow.reply(asks('Hello'), never); // guessed at 506 tokens, counted as 500
    await slow.reply(asks('Hello'), never);
    await slow.reply(asks('Hello'), never);
    const stop = new AbortController();
    const fourth = slow.reply(asks('Hello'), stop.signal);
    expect(await isDone(fourth)).toBe(false);
    stop.abort();
    await expect(fourth).rejects.toMatchObject({ code: 'interrupted' });
    expect(model.requests).toHaveLength(3);
  });
});
