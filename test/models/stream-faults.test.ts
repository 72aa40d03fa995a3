import { afterEach, describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import type { ChatReply, ChatRequest } from '../../src/models/model.ts';
import { chatModel } from '../../src/models/models.ts';
import { type Answer, calls, fails, refuses, replies, says } from '../support/chat/answers.ts';
import {
  filters,
  hangs,
  resets,
  sendsErrorAsSuccess,
  sendsPage,
  streamsAndResets,
  streamsError,
  streamsHalf,
  streamsInPackets,
  streamsWithoutReason,
} from '../support/chat/faults.ts';
import { type ChatEndpoint, chatEndpoint } from '../support/chat-endpoint.ts';

const words = 'Où avez-vous mal ? 37 °C, μ = 0,5 — and 🩺.';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

/** A reply that somebody watches, and all that was heard of it. */
async function watched(script: readonly Answer[], timeoutMs = 60_000) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, {
    env: {},
    settings: { timeoutMs },
    retries: { retries: 2, baseMs: 100, maxMs: 5_000, wait: async () => {} },
  });
  const heard: string[] = [];
  const request: ChatRequest = {
    key: { consultation: 'c1', turn: 1, role: 'doctor', step: 'act', attempt: 1 },
    messages: [{ role: 'user', content: 'My chest hurts.' }],
    onWords: (all) => heard.push(all),
  };
  const reply: ChatReply | AnamnesisError = await model
    .reply(request, new AbortController().signal)
    .catch((error: unknown) => {
      if (error instanceof AnamnesisError) return error;
      throw error;
    });
  return { reply, heard, endpoint };
}

test.each([1, 2, 3, 7])('characters torn by packets of %i bytes are heard whole', async (bytes) => {
  const { reply, heard } = await watched([streamsInPackets(words, bytes)]);
  expect(reply).toMatchObject({ text: words });
  expect(heard.at(-1)).toBe(words);
  expect(heard.every((so) => words.startsWith(so))).toBe(true);
});

test('arguments that come in pieces are one call', async () => {
  const { reply } = await watched([calls('order_test', { what: 'a blood count, and an ECG' })]);
  expect(reply).toMatchObject({
    toolCalls: [{ name: 'order_test', arguments: '{"what":"a blood count, and an ECG"}' }],
  });
});

test.each([
  { what: 'that the model broke', fault: calls('order_test', '{"what": "a blood') },
  {
    what: 'cut off at the limit',
    fault: replies({ text: 'Well.', toolCalls: [{ name: 'order_test', arguments: '{"what": "a blood' }] }),
  },
])('arguments $what are not mended', async ({ fault }) => {
  const { reply } = await watched([fault]);
  expect(reply).toMatchObject({ toolCalls: [{ name: 'order_test', arguments: '{"what": "a blood' }] });
});

test('tokens are counted as without a stream', async () => {
  const usage = { input: 2000, output: 80, cached: 1920, reasoning: 64 };
  const { reply } = await watched([replies({ text: words, usage })]);
  expect(reply).toMatchObject({
    usage: { inputTokens: 2000, outputTokens: 80, cachedInputTokens: 1920, reasoningTokens: 64 },
  });
});

describe('a stream', () => {
  test.each([
    { what: 'that ends without a reason', fault: streamsWithoutReason(words) },
    { what: 'that ends within its words', fault: streamsHalf(words) },
    { what: 'whose connection breaks', fault: streamsAndResets(words) },
    { what: 'that tells of a failure', fault: streamsError(words, 503) },
    { what: 'that is an error', fault: sendsErrorAsSuccess(500) },
    { what: 'that never begins', fault: resets },
    { what: 'refused for a moment', fault: fails(429, 'Slow down') },
  ])('$what is begun anew, and its words with it', async ({ fault }) => {
    const { reply, heard, endpoint } = await watched([fault, says(words)]);
    expect(reply).toMatchObject({ text: words });
    expect(endpoint.requests).toHaveLength(2);
    expect(heard.at(-1)).toBe(words);
  });

  test.each([
    { what: 'that ends without a reason', fault: streamsWithoutReason(words), code: 'unreachable', requests: 3 },
    { what: 'that tells of a limit', fault: streamsError(words, 429), code: 'rate-limited', requests: 3 },
    { what: 'that tells of a wrong call', fault: streamsError(words, 400), code: 'call-refused', requests: 1 },
    { what: 'that is a page', fault: sendsPage, code: 'unreachable', requests: 1 },
    { what: 'that is a refusal', fault: refuses('I will not.'), code: 'model-refused', requests: 1 },
    { what: 'that a filter took away', fault: filters, code: 'model-refused', requests: 1 },
  ])('$what every time is $code after $requests requests', async ({ fault, code, requests }) => {
    const { reply, endpoint } = await watched(Array(4).fill(fault));
    expect(reply).toMatchObject({ name: 'AnamnesisError', code });
    expect(endpoint.requests).toHaveLength(requests);
  });

  test('that hangs is given up in time', async () => {
    const { reply } = await watched(Array(3).fill(hangs), 40);
    expect(reply).toMatchObject({ code: 'timed-out' });
  });

  test('cut off at the limit of tokens says so', async () => {
    const { reply } = await watched([replies({ text: words, finish: 'length' })]);
    expect(reply).toMatchObject({ text: words, cutOff: true });
  });
});
