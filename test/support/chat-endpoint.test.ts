import { ChatOpenAI } from '@langchain/openai';
import type { AIMessageChunk } from 'langchain';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { endpoint as endpointAt } from '../../src/models/endpoint.ts';
import { httpPools } from '../../src/models/http-pool.ts';
import { replies, says } from './chat/answers.ts';
import { type ChatEndpoint, chatEndpoint, type EndpointSetting } from './chat-endpoint.ts';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function serving(script: Parameters<typeof chatEndpoint>[0], setting?: EndpointSetting): Promise<ChatEndpoint> {
  const endpoint = await chatEndpoint(script, setting);
  open.push(endpoint);
  return endpoint;
}

const client = ({ baseUrl }: ChatEndpoint, more: object = {}) =>
  new ChatOpenAI({ model: 'test-model', apiKey: 'any', maxRetries: 0, configuration: { baseURL: baseUrl }, ...more });

/** The status and the words that a body is answered with. */
async function refusal(body: unknown, setting?: EndpointSetting): Promise<[number, string]> {
  const { baseUrl } = await serving([says('Yes?')], setting);
  const answer = await fetch(`${baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer mine' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const read = z.object({ error: z.object({ message: z.string() }).optional() }).parse(await answer.json());
  return [answer.status, read.error?.message ?? ''];
}

const user = (content: unknown) => ({ role: 'user', content });
const asks = (more: object = {}) => ({ model: 'test-model', messages: [user('Hello')], ...more });
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const image = (url: string) => user([{ type: 'image_url', image_url: { url } }]);
const tool = (parameters: object, more: object = {}) => ({
  type: 'function',
  function: { name: 'look', parameters, ...more },
});
const called = {
  role: 'assistant',
  content: null,
  tool_calls: [{ id: 'c1', type: 'function', function: { name: 'look', arguments: '{}' } }],
};

describe('OpenAI’s own client reads', () => {
  test('a reply with all its tokens', async () => {
    const usage = { input: 2000, output: 80, cached: 1920, reasoning: 64 };
    const endpoint = await serving([replies({ text: 'Since when?', usage })]);
    const message = await client(endpoint).invoke('My chest hurts.');
    expect(message.text).toBe('Since when?');
    expect(message.usage_metadata).toMatchObject({
      input_tokens: 2000,
      output_tokens: 80,
      input_token_details: { cache_read: 1920 },
      output_token_details: { reasoning: 64 },
    });
  });

  test('streamed words and tool calls whose arguments come in pieces', async () => {
    const script = { text: 'Let me see: 37 °C.', toolCalls: [{ name: 'look', arguments: { at: 'the skin' } }] };
    const endpoint = await serving([replies({ ...script, usage: [7, 5] })]);
    const chunks: AIMessageChunk[] = [];
    for await (const chunk of await client(endpoint, { streamUsage: true }).stream('My chest hurts.'))
      chunks.push(chunk);
    const [first, ...others] = chunks;
    const whole = others.reduce((so, chunk) => so?.concat(chunk), first);
    expect(chunks.length).toBeGreaterThan(6);
    expect(whole).toMatchObject({
      text: script.text,
      tool_calls: [{ name: 'look', args: { at: 'the skin' } }],
      usage_metadata: { input_tokens: 7, output_tokens: 5 },
    });
    expect(whole?.response_metadata.finish_reason).toBe('tool_calls');
  });

  test('an answer by a JSON schema, and sees a request for one accepted', async () => {
    const endpoint = await serving([says('{"met":true}')]);
    const judge = client(endpoint).withStructuredOutput(z.object({ met: z.boolean() }), { method: 'jsonSchema' });
    expect(await judge.invoke('Was it met?')).toEqual({ met: true });
    expect(endpoint.requests[0]?.response_format).toMatchObject({ type: 'json_schema', json_schema: { strict: true } });
  });

  test('an answer cut off where the tokens end', async () => {
    const endpoint = await serving([says('Since when does it hurt?')]);
    const message = await client(endpoint, { maxTokens: 2 }).invoke('My chest hurts.');
    expect(message.text).toBe('Since wh');
    expect(message.response_metadata.finish_reason).toBe('length');
  });
});

describe('what the protocol allows is answered', () => {
  test.each<{ what: string; body: object }>([
    { what: 'a picture as a data URL', body: asks({ messages: [image(pixel)] }) },
    {
      what: 'a tool call with its result',
      body: asks({ messages: [called, { role: 'tool', content: '', tool_call_id: 'c1' }] }),
    },
    { what: 'tools', body: asks({ tools: [tool({ type: 'object', properties: {} })], tool_choice: 'auto' }) },
    { what: 'usage in a stream', body: asks({ stream: false, seed: 7, top_p: 0.5, max_tokens: 5, stop: ['\n'] }) },
    { what: 'what vLLM knows', body: asks({ top_k: 5, chat_template_kwargs: { enable_thinking: false } }) },
    { what: 'effort', body: asks({ model: 'o3', reasoning_effort: 'low', max_completion_tokens: 5 }) },
  ])('$what', async ({ body }) => {
    expect(await refusal(body)).toEqual([200, '']);
  });
});

describe('what OpenAI refuses is refused', () => {
  const strict = { type: 'json_schema', json_schema: { name: 'a', strict: true } };
  test.each<{ what: string; body: unknown; words: string }>([
    { what: 'no JSON', body: '{', words: 'Invalid value' },
    { what: 'no model', body: asks({ model: '' }), words: "'model'" },
    { what: 'no messages', body: asks({ messages: [] }), words: "'messages'" },
    {
      what: 'an unknown role',
      body: asks({ messages: [{ role: 'patient', content: 'Hi' }] }),
      words: 'messages.0.role',
    },
    { what: 'a message without content', body: asks({ messages: [{ role: 'user' }] }), words: 'messages.0.content' },
    {
      what: 'an assistant’s message of nothing',
      body: asks({ messages: [{ role: 'assistant' }] }),
      words: 'expected a string',
    },
    {
      what: 'a tool’s message without its call',
      body: asks({ messages: [user('Hi'), { role: 'tool', content: '', tool_call_id: 'c1' }] }),
      words: 'must be a response to a preceding message',
    },
    {
      what: 'a call without its result',
      body: asks({ messages: [called, user('Hi')] }),
      words: 'did not have response messages: c1',
    },
    { what: 'an empty list of tools', body: asks({ tools: [] }), words: "'tools'" },
    {
      what: 'a tool whose name has a space',
      body: asks({ tools: [tool({ type: 'object' }, { name: 'a b' })] }),
      words: 'function.name',
    },
    {
      what: 'a tool that takes no object',
      body: asks({ tools: [tool({ type: 'string' })] }),
      words: 'got \'type: "string"\'',
    },
    {
      what: 'a list of anything',
      body: asks({ tools: [tool({ type: 'object', properties: { a: { type: 'array' } } })] }),
      words: 'array schema missing items',
    },
    {
      what: 'a strict tool with an optional argument',
      body: asks({
        tools: [tool({ type: 'object', properties: { a: {} }, additionalProperties: false }, { strict: true })],
      }),
      words: "Missing 'a'",
    },
    { what: 'a choice of no tools', body: asks({ tool_choice: 'auto' }), words: "only allowed when 'tools'" },
    {
      what: 'a strict format that is open',
      body: asks({
        response_format: { ...strict, json_schema: { ...strict.json_schema, schema: { type: 'object' } } },
      }),
      words: "'additionalProperties' is required",
    },
    {
      what: 'JSON that nobody spoke of',
      body: asks({ response_format: { type: 'json_object' } }),
      words: "the word 'json'",
    },
    {
      what: 'a picture elsewhere',
      body: asks({ messages: [image('https://example.org/a.png')] }),
      words: 'Failed to download',
    },
    {
      what: 'a picture of another kind',
      body: asks({ messages: [image(pixel.replace('png', 'jpeg'))] }),
      words: 'no jpeg',
    },
    { what: 'a broken picture', body: asks({ messages: [image('data:image/png;base64,??')] }), words: 'Invalid image' },
    {
      what: 'a picture from the assistant',
      body: asks({ messages: [{ ...image(pixel), role: 'assistant' }] }),
      words: 'messages.0.content',
    },
    { what: 'heat', body: asks({ temperature: 3 }), words: "'temperature'" },
    { what: 'heat where the model thinks', body: asks({ model: 'o3', temperature: 0 }), words: 'Unsupported value' },
    {
      what: 'max_tokens where the model thinks',
      body: asks({ model: 'gpt-5', max_tokens: 5 }),
      words: "Use 'max_completion_tokens'",
    },
    {
      what: 'options of a stream that is none',
      body: asks({ stream_options: { include_usage: true } }),
      words: "when 'stream' is enabled",
    },
    {
      what: 'what nobody knows',
      body: asks({ temprature: 1 }),
      words: 'Unrecognized request argument supplied: temprature',
    },
  ])('$what', async ({ body, words }) => {
    const [status, message] = await refusal(body);
    expect(status).toBe(400);
    expect(message).toContain(words);
  });

  test.each([
    {
      what: 'a key it does not know',
      setting: { key: 'other' },
      status: 401,
      words: 'Incorrect API key provided: mine',
    },
    { what: 'a model it does not know', setting: { models: ['other'] }, status: 404, words: 'does not exist' },
  ])('$what', async ({ setting, status, words }) => {
    const answer = await refusal(asks(), setting);
    expect(answer).toEqual([status, expect.stringContaining(words)]);
  });

  test('what is beyond the script', async () => {
    expect(await refusal(asks(), {})).toEqual([200, '']);
    const { baseUrl } = await serving([]);
    const answer = await fetch(`${baseUrl}/chat/completions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asks()),
    });
    expect(answer.status).toBe(400);
  });
});

test('connections are counted, and kept for further requests', async () => {
  const endpoint = await serving(() => says('Yes?'));
  const pools = httpPools(2);
  const { post } = endpointAt(`${endpoint.baseUrl}/chat/completions`, null, pools);
  const { signal } = new AbortController();
  for (let i = 0; i < 3; i++) await Promise.all([post(asks(), signal), post(asks(), signal)]);
  await pools.close();
  expect(endpoint.sockets).toBe(2);
  expect(endpoint.requests).toHaveLength(6);
});
