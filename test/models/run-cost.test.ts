import { expect, test } from 'vitest';
import type { Usage } from '../../src/events/usage.ts';
import type { Call } from '../../src/models/call.ts';
import { costOf } from '../../src/models/run-cost.ts';
import { asks } from '../support/scripted-model.ts';

const call = (role: Call['role'], usage: Usage | null, costUsd: number | null, cached = false): Call => ({
  ...asks('').key,
  role,
  request: 'hash',
  reply: { text: '', toolCalls: [], usage },
  ms: 1,
  costUsd,
  cached,
});

test('calls, tokens and money are added up, in all and for each role', () => {
  const { total, roles } = costOf([
    call('doctor', { inputTokens: 100, outputTokens: 20, cachedInputTokens: 60, reasoningTokens: 15 }, 0.25),
    call('doctor', { inputTokens: 200, outputTokens: 30 }, 0.5),
    call('patient', { inputTokens: 10, outputTokens: 1 }, 0.125),
  ]);
  const none = { cached: 0, cachedInputTokens: 0, reasoningTokens: 0, uncounted: 0, unpriced: 0, savedUsd: 0 };
  expect(roles).toEqual({
    doctor: {
      ...none,
      calls: 2,
      inputTokens: 300,
      cachedInputTokens: 60,
      outputTokens: 50,
      reasoningTokens: 15,
      costUsd: 0.75,
    },
    patient: { ...none, calls: 1, inputTokens: 10, outputTokens: 1, costUsd: 0.125 },
  });
  expect(total).toEqual({
    ...none,
    calls: 3,
    inputTokens: 310,
    cachedInputTokens: 60,
    outputTokens: 51,
    reasoningTokens: 15,
    costUsd: 0.875,
  });
});

test('what was kept from before is counted, and neither its tokens nor its price are paid again', () => {
  const { total } = costOf([call('doctor', { inputTokens: 100, outputTokens: 20 }, 0.25, true)]);
  expect(total).toMatchObject({ calls: 1, cached: 1, inputTokens: 0, costUsd: 0, savedUsd: 0.25, unpriced: 0 });
});

test('what nobody knows is counted beside the sums, not as nothing', () => {
  const { total } = costOf([call('doctor', null, null), call('doctor', { inputTokens: 1, outputTokens: 1 }, null)]);
  expect(total).toMatchObject({ calls: 2, uncounted: 1, unpriced: 2, costUsd: 0 });
});

test('no call at all costs nothing, for no role', () => {
  expect(costOf([])).toMatchObject({ total: { calls: 0, costUsd: 0 }, roles: {} });
});
