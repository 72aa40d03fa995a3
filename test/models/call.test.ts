import { expect, test } from 'vitest';
import { Call, recorded } from '../../src/models/call.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

const price = { input: 1, output: 10 };

async function recordOf(model = scriptedModel(), cost: typeof price | null = price): Promise<Call[]> {
  const calls: Call[] = [];
  const record = async (call: Call) => void calls.push(call);
  await recorded(model, { record }, cost).reply(asks('Hello'), never);
  return calls;
}

test('a call is recorded with what it cost', async () => {
  // 100 tokens at 1 and 20 at 10 USD a million
  expect(await recordOf()).toMatchObject([{ costUsd: 0.0003, cached: false, reply: replyOf('answer 1') }]);
});

test('a call whose price or tokens are not known has no cost, and not 0', async () => {
  expect(await recordOf(scriptedModel(), null)).toMatchObject([{ costUsd: null }]);
  expect(await recordOf(scriptedModel(() => ({ ...replyOf('yes'), usage: null })))).toMatchObject([{ costUsd: null }]);
});

test('a reply that was kept further in is recorded as cached, and whoever asked is told', async () => {
  const calls: Call[] = [];
  const inner = scriptedModel((request) => {
    request.onKept?.();
    return replyOf('kept');
  });
  let told = 0;
  const model = recorded(inner, { record: async (call) => void calls.push(call) }, price);
  await model.reply(asks('Hello', { onKept: () => told++ }), never);
  expect(calls).toMatchObject([{ cached: true, costUsd: 0.0003 }]);
  expect(told).toBe(1);
});

test('a line from before calls were priced still reads', async () => {
  const old = { ...asks('').key, request: 'hash', reply: replyOf('yes'), ms: 5 };
  expect(Call.parse(old)).toEqual({ ...old, costUsd: null, cached: false });
});
