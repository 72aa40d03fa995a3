import { afterEach, describe, expect, test } from 'vitest';
import type { ChatRequest } from '../../src/models/model.ts';
import { chatModel } from '../../src/models/models.ts';
import {
  type Answer,
  type ChatEndpoint,
  chatEndpoint,
  type EndpointSetting,
  replies,
} from '../support/chat-endpoint.ts';
import { asks, never } from '../support/scripted-model.ts';

let endpoint: ChatEndpoint | undefined;
afterEach(() => endpoint?.close());

async function weighed(
  script: readonly Answer[],
  request: Partial<ChatRequest>,
  setting: EndpointSetting = {},
  model = 'm',
) {
  endpoint = await chatEndpoint(script, setting);
  const noRetries = { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} };
  const chat = await chatModel(`openai:${model}@${endpoint.baseUrl}`, {
    env: {},
    retries: noRetries,
    settings: { maxTokens: 1 },
  });
  return chat.reply(asks('Which one?', request), never);
}

describe('the tokens that a reply could begin with', () => {
  test('are told with their logarithms, the likeliest first; the words themselves are dropped', async () => {
    const reply = await weighed([replies({ text: 'B', likeliest: { A: 0.25, B: 0.5 } })], { weigh: 'next' });
    expect(reply).toMatchObject({ text: '', tokens: [{ text: 'B' }, { text: 'A' }] });
    expect(reply.tokens?.[0]?.logprob).toBeCloseTo(Math.log(0.5), 12);
    expect(endpoint?.requests[0]).toMatchObject({ logprobs: true, top_logprobs: 20, max_tokens: 1 });
  });

  test('are not asked for where words are wanted', async () => {
    const reply = await weighed([replies({ text: 'Yes', likeliest: { Yes: 1 } })], {});
    expect(reply.tokens).toBeUndefined();
    expect(endpoint?.requests[0]).not.toHaveProperty('logprobs', true);
  });

  test('that the endpoint keeps to itself are no reply', async () => {
    await expect(weighed([replies({ text: 'B' })], { weigh: 'next' })).rejects.toMatchObject({
      code: 'unusable-reply',
      message: expect.stringContaining('does not say how probable its words are'),
    });
  });

  test('of a model that thinks first are refused by its endpoint', async () => {
    await expect(weighed([], { weigh: 'next' }, {}, 'o3')).rejects.toMatchObject({ code: 'call-refused' });
  });
});

describe('the tokens of a given answer', () => {
  const messages = [
    { role: 'user', content: 'It itches. The diagnosis is:' },
    { role: 'assistant', content: ' scabies' },
  ] as const;
  const tokens = [
    ['It itches', null],
    ['. The diagnosis is', 1e-6],
    [':', 1e-6],
    [' sca', 0.5],
    ['bies', 0.25],
  ] as const;

  test('are those that follow the prompt, however improbable the prompt is', async () => {
    const reply = await weighed([], { messages, weigh: 'answer' }, { echoes: () => tokens });
    expect(endpoint?.echoed).toEqual(['It itches. The diagnosis is: scabies']);
    expect(reply.tokens?.map(({ text }) => text)).toEqual([' sca', 'bies']);
    expect(reply.tokens?.map(({ logprob }) => Math.exp(logprob))).toEqual([
      expect.closeTo(0.5, 9),
      expect.closeTo(0.25, 9),
    ]);
    expect(reply.usage).toEqual({ inputTokens: 5, outputTokens: 0 });
  });

  test('include one that lies across the border', async () => {
    const joined = [
      ['It itches. The diagnosis is', null],
      [': sca', 0.125],
      ['bies', 0.5],
    ] as const;
    const reply = await weighed([], { messages, weigh: 'answer' }, { echoes: () => joined });
    expect(reply.tokens?.map(({ text }) => text)).toEqual([': sca', 'bies']);
  });

  test.each([
    { what: 'without an address for it', echoes: undefined, code: 'model-unknown' },
    {
      what: 'that says nothing of them',
      echoes: () => tokens.map(([text]) => [text, null] as const),
      code: 'unusable-reply',
    },
    { what: 'that stops before them', echoes: () => tokens.slice(0, 3), code: 'unusable-reply' },
  ])('are not had of an endpoint $what', async ({ echoes, code }) => {
    await expect(weighed([], { messages, weigh: 'answer' }, echoes ? { echoes } : {})).rejects.toMatchObject({ code });
  });
});
