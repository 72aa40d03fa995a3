import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AnamnesisError } from '../../src/base/error.ts';
import type { Call } from '../../src/models/call.ts';
import type { ChatReply, ChatRequest } from '../../src/models/model.ts';
import { chatModel, type ModelOptions } from '../../src/models/models.ts';
import {
  type Answer,
  breaksOff,
  type ChatEndpoint,
  calls,
  chatEndpoint,
  fails,
  hangs,
  refuses,
  replies,
  resets,
  resetsLate,
  says,
  sendsNoChoices,
  sendsPage,
  stalls,
} from '../support/chat-endpoint.ts';

const key = 'secret-0123456789abcdef';
const asks: ChatRequest = {
  key: { consultation: 'c1', turn: 1, role: 'doctor', step: 'act', attempt: 1 },
  messages: [
    { role: 'system', content: 'You are a doctor.' },
    { role: 'user', content: 'My chest hurts.' },
  ],
};
const look = { name: 'look', description: 'Look at something.', schema: z.object({ at: z.string().nullish() }) };

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function asked(script: readonly Answer[], options: Partial<ModelOptions> = {}, request = asks) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  const waits: number[] = [];
  const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, {
    env: { OPENAI_API_KEY: key },
    retries: { retries: 2, baseMs: 100, maxMs: 5_000, wait: async (ms) => void waits.push(ms) },
    ...options,
  });
  const reply = model.reply(request, new AbortController().signal);
  return { endpoint, waits, model, reply };
}

async function failureOf(reply: Promise<ChatReply>): Promise<AnamnesisError> {
  const error = await reply.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AnamnesisError)) throw new Error(`no AnamnesisError: ${inspect(error)}`);
  return error;
}

describe('a reply', () => {
  test('carries the words and the tokens that the endpoint counted', async () => {
    const { reply, endpoint } = await asked([says('Where does it hurt?')]);
    expect(await reply).toEqual({
      text: 'Where does it hurt?',
      toolCalls: [],
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    expect(endpoint.requests[0]).toMatchObject({ model: 'test-model', messages: asks.messages, temperature: 0 });
    expect(endpoint.requests[0]).not.toHaveProperty('seed');
    expect(endpoint.requests[0]).not.toHaveProperty('tools');
    expect(endpoint.keys).toEqual([key]);
  });

  test('has no usage where the endpoint gave none', async () => {
    const { reply } = await asked([replies({ text: 'Yes?', usage: null })]);
    expect((await reply).usage).toBeNull();
  });

  test('carries tool calls as JSON, the broken ones too', async () => {
    const script = [calls('look', { at: 'skin' }), calls('look', '{"at": ')];
    const { reply, model, endpoint } = await asked(script, {}, { ...asks, tools: [look], seed: 7 });
    expect((await reply).toolCalls).toEqual([{ name: 'look', arguments: '{"at":"skin"}' }]);
    const second = await model.reply({ ...asks, tools: [look] }, new AbortController().signal);
    expect(second.toolCalls).toEqual([{ name: 'look', arguments: '{"at": ' }]);
    expect(endpoint.requests[0]).toMatchObject({
      seed: 7,
      tools: [{ type: 'function', function: { name: 'look', parameters: { properties: { at: {} } } } }],
    });
  });

  test('comes from the textual form where the endpoint refuses tools, and tools are not offered again', async () => {
    const script = [fails(400, 'test-model does not support tools'), says('EXAMINE: chest'), says('TEST: ECG')];
    const { reply, model, endpoint } = await asked(script, {}, { ...asks, tools: [look] });
    expect((await reply).text).toBe('EXAMINE: chest');
    await model.reply({ ...asks, tools: [look] }, new AbortController().signal);
    expect(endpoint.requests.map(({ tools }) => tools !== undefined)).toEqual([true, false, false]);
  });

  test('is asked for without a temperature where the model accepts only its own', async () => {
    const endpoint = await chatEndpoint([says('Yes?')]);
    open.push(endpoint);
    const model = await chatModel(`openai:o3-mini@${endpoint.baseUrl}`, { env: {} });
    await model.reply(asks, new AbortController().signal);
    expect(endpoint.requests[0]).not.toHaveProperty('temperature');
    expect(model.settings).toMatchObject({ temperature: null });
  });
});

describe('a failure', () => {
  const tooLong = "This model's maximum context length is 8192 tokens.";
  test.each<{ what: string; script: Answer[]; code: string; requests: number }>([
    { what: 'a refused key', script: [fails(401, 'Incorrect API key provided')], code: 'key-refused', requests: 1 },
    { what: 'a forbidden model', script: [fails(403, 'Not allowed')], code: 'access-refused', requests: 1 },
    { what: 'a bad request', script: [fails(400, 'Bad temperature')], code: 'call-refused', requests: 1 },
    { what: 'an unknown model', script: [fails(404, 'No such model')], code: 'model-unknown', requests: 1 },
    {
      what: 'a conversation too long by code',
      script: [fails(400, 'Too long', { code: 'context_length_exceeded' })],
      code: 'context-too-long',
      requests: 1,
    },
    { what: 'a conversation too long by words', script: [fails(400, tooLong)], code: 'context-too-long', requests: 1 },
    {
      what: 'a spent quota',
      script: [fails(429, 'Over', { code: 'insufficient_quota' })],
      code: 'rate-limited',
      requests: 1,
    },
    { what: 'a page', script: [sendsPage], code: 'unreachable', requests: 1 },
    { what: 'JSON that breaks off', script: [breaksOff], code: 'unreachable', requests: 1 },
    { what: 'no choices', script: [sendsNoChoices], code: 'unusable-reply', requests: 1 },
    { what: 'a refusal', script: [refuses('I cannot help with that.')], code: 'model-refused', requests: 1 },
    { what: 'a limit that stays', script: Array(4).fill(fails(429, 'Slow down')), code: 'rate-limited', requests: 3 },
    { what: 'a server that stays down', script: Array(4).fill(fails(503, 'Down')), code: 'unreachable', requests: 3 },
    {
      what: 'a request time-out that stays',
      script: Array(4).fill(fails(408, 'Slow')),
      code: 'timed-out',
      requests: 3,
    },
    { what: 'a connection that keeps breaking', script: Array(4).fill(resets), code: 'unreachable', requests: 3 },
  ])('by $what is $code after $requests requests', async ({ script, code, requests }) => {
    const { reply, endpoint } = await asked(script);
    const error = await failureOf(reply);
    expect(error.code).toBe(code);
    expect(error.message).toContain('openai:test-model');
    expect(endpoint.requests).toHaveLength(requests);
  });

  test.each([
    { what: '500', fault: fails(500, 'Oops') },
    { what: '409', fault: fails(409, 'Busy') },
    { what: '429', fault: fails(429, 'Slow down') },
    { what: 'a reset', fault: resets },
    { what: 'a reset within the answer', fault: resetsLate },
  ])('by $what is forgotten where the next attempt succeeds', async ({ fault }) => {
    const { reply, waits, endpoint } = await asked([fault, says('Yes?')]);
    expect((await reply).text).toBe('Yes?');
    expect(endpoint.requests).toHaveLength(2);
    expect(waits).toHaveLength(1);
  });

  test.each([{ answer: hangs }, { answer: stalls }])(
    'to answer in time is timed-out, and tried again',
    async ({ answer }) => {
      const { reply, endpoint } = await asked([answer, answer, answer], { settings: { timeoutMs: 40 } });
      const error = await failureOf(reply);
      expect(error.code).toBe('timed-out');
      expect(error.message).toContain('40 ms');
      expect(endpoint.requests).toHaveLength(3);
    },
  );

  test('to connect is unreachable', async () => {
    const endpoint = await chatEndpoint([]);
    await endpoint.close();
    const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {} });
    const error = await failureOf(model.reply(asks, new AbortController().signal));
    expect(error.code).toBe('unreachable');
  });

  test('keeps the original as its cause', async () => {
    const { reply } = await asked([fails(404, 'No such model')]);
    expect((await failureOf(reply)).cause).toMatchObject({ status: 404 });
  });

  test.each([
    fails(401, `Incorrect API key provided: ${key}. Authorization: Bearer ${key}`),
    fails(400, `Bad header Bearer ${key}`, { headers: { 'x-echo': key } }),
    refuses(`I will not use ${key}.`),
  ])('shows no key, however deep one looks', async (answer) => {
    const { reply } = await asked([answer]);
    const error = await failureOf(reply);
    expect(inspect(error, { depth: 12, showHidden: true })).not.toContain(key);
    expect(error.message).toContain('[key]');
  });
});

describe('a retry', () => {
  test('waits as long as Retry-After says', async () => {
    const { reply, waits } = await asked([fails(429, 'Slow down', { headers: { 'retry-after': '3' } }), says('Yes?')]);
    await reply;
    expect(waits).toEqual([3000]);
  });

  test('is not made where the endpoint asks for more patience than there is', async () => {
    const { reply, endpoint } = await asked([fails(429, 'Slow down', { headers: { 'retry-after': '3600' } })]);
    expect((await failureOf(reply)).code).toBe('rate-limited');
    expect(endpoint.requests).toHaveLength(1);
  });

  test('waits twice as long each time, less up to a half', async () => {
    const { reply, waits } = await asked(Array(3).fill(fails(500, 'Oops')));
    await failureOf(reply);
    const [first = 0, second = 0, ...more] = waits;
    expect(more).toEqual([]);
    expect(first).toBeGreaterThanOrEqual(50);
    expect(first).toBeLessThanOrEqual(100);
    expect(second).toBeGreaterThanOrEqual(100);
    expect(second).toBeLessThanOrEqual(200);
  });
});

describe('an abort', () => {
  test('during a call rejects with interrupted and is not tried again', async () => {
    const stop = new AbortController();
    const endpoint = await chatEndpoint(() => {
      stop.abort();
      return hangs;
    });
    open.push(endpoint);
    const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {} });
    expect((await failureOf(model.reply(asks, stop.signal))).code).toBe('interrupted');
    expect(endpoint.requests).toHaveLength(1);
  });

  test('for a reason of ours rejects with that reason', async () => {
    const spent = new AnamnesisError('budget-spent', 'the time is up');
    const endpoint = await chatEndpoint([]);
    open.push(endpoint);
    const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {} });
    await expect(model.reply(asks, AbortSignal.abort(spent))).rejects.toBe(spent);
  });
});

describe('the record', () => {
  test('holds a call before its reply is used', async () => {
    const order: string[] = [];
    const kept: Call[] = [];
    const record = async (call: Call) => {
      await Promise.resolve();
      kept.push(call);
      order.push('recorded');
    };
    const { reply } = await asked([says('Yes?')], { record });
    await reply.then(() => order.push('used'));
    expect(order).toEqual(['recorded', 'used']);
    expect(kept).toMatchObject([
      { ...asks.key, reply: { text: 'Yes?' }, request: expect.stringMatching(/^[0-9a-f]{16}$/) },
    ]);
    expect(JSON.stringify(kept)).not.toContain(key);
  });

  test('fails the call where it cannot be written', async () => {
    const record = async () => {
      throw new AnamnesisError('unwritable', 'the disk is full');
    };
    const { reply } = await asked([says('Yes?')], { record });
    expect((await failureOf(reply)).code).toBe('unwritable');
  });

  test('answers in place of the endpoint where the call was answered before', async () => {
    const known: ChatReply = { text: 'As before', toolCalls: [], usage: null };
    const recorded: Call[] = [];
    const { reply, endpoint } = await asked([], {
      recall: ({ consultation, attempt }) => (consultation === 'c1' && attempt === 1 ? known : undefined),
      record: async (call) => void recorded.push(call),
    });
    expect(await reply).toBe(known);
    expect(endpoint.requests).toEqual([]);
    expect(recorded).toEqual([]);
  });

  test('gives the same request the same hash, and another request another', async () => {
    const hashes: string[] = [];
    const recall = (_: unknown, hash: string): ChatReply => {
      hashes.push(hash);
      return { text: '', toolCalls: [], usage: null };
    };
    const { model, reply } = await asked([], { recall });
    await reply;
    const { signal } = new AbortController();
    await model.reply({ ...asks, key: { ...asks.key, attempt: 2 } }, signal);
    await model.reply({ ...asks, seed: 1 }, signal);
    await model.reply({ ...asks, tools: [look] }, signal);
    expect(hashes[1]).toBe(hashes[0]);
    expect(new Set(hashes).size).toBe(3);
  });
});
