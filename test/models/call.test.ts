import { expect, test } from 'vitest';
import { AnsweredError } from '../../src/models/answered-error.ts';
import { Call, recorded } from '../../src/models/call.ts';
import { asks, never, replyOf, scriptedModel } from '../support/scripted-model.ts';

const price = { input: 1, output: 10 };

async function recordOf(model = scriptedModel(), cost: typeof price | null = price): Promise<Call[]> {
  const calls: Call[] = [];
  const record = async (call: Call) => void calls.push(call);
  await recorded(model, { record }, { price: cost }).reply(asks('Hello'), never);
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
  const model = recorded(inner, { record: async (call) => void calls.push(call) }, { price });
  await model.reply(asks('Hello', { onKept: () => told++ }), never);
  expect(calls).toMatchObject([{ cached: true, costUsd: 0.0003 }]);
  expect(told).toBe(1);
});

test('a line from before calls were priced still reads', async () => {
  const old = { ...asks('').key, request: 'hash', reply: replyOf('yes'), ms: 5 };
  expect(Call.parse(old)).toEqual({ ...old, failed: null, costUsd: null, cached: false });
});

test('an answer that nobody can use is recorded with what it cost, and recalled as what it was', async () => {
  const usage = { inputTokens: 100, outputTokens: 20 };
  const refusing = scriptedModel(() => {
    throw new AnsweredError('model-refused', 'no', { usage });
  });
  const calls: Call[] = [];
  const kept = { record: async (call: Call) => void calls.push(call) };
  const refusal = { code: 'model-refused', message: 'no', usage };
  await expect(recorded(refusing, kept, { price }).reply(asks('Hello'), never)).rejects.toMatchObject(refusal);
  expect(calls).toMatchObject([{ reply: null, failed: refusal, costUsd: 0.0003 }]);
  expect(Call.parse(JSON.parse(JSON.stringify(calls[0])))).toEqual(calls[0]);
  const again = recorded(scriptedModel(), { recall: () => calls[0] });
  await expect(again.reply(asks('Hello'), never)).rejects.toMatchObject(refusal);
});

test('where tokens are not counted, the most that they can have cost is kept', async () => {
  const [call] = await recordOf(scriptedModel(() => ({ ...replyOf('yes'), usage: null })));
  expect(call?.costUsd).toBeNull();
  expect(call?.mostUsd).toBeGreaterThan(0.08); // 8192 tokens at 10 USD a million, and the words
});
