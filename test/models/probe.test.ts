import { afterEach, expect, test } from 'vitest';
import { probe } from '../../src/models/probe.ts';
import { type Answer, type ChatEndpoint, chatEndpoint, fails, refuses, says } from '../support/chat-endpoint.ts';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

async function probed(answer: Answer) {
  const endpoint = await chatEndpoint(() => answer);
  open.push(endpoint);
  const record = async () => {
    throw new Error('a probe is no call of the run');
  };
  const retries = { retries: 0, baseMs: 1, maxMs: 1, wait: async () => {} };
  const { signal } = new AbortController();
  await probe(`openai:test-model@${endpoint.baseUrl}`, { env: {}, record, retries }, signal);
  return endpoint;
}

test('one short call is made, and none is recorded', async () => {
  const { requests } = await probed(says('Yes.'));
  expect(requests).toHaveLength(1);
  expect(requests[0]).toMatchObject({ max_tokens: 16, messages: [{ role: 'user', content: 'Say yes.' }] });
});

test.each([
  { answer: fails(401, 'Incorrect API key'), code: 'key-refused' },
  { answer: fails(403, 'Not for you'), code: 'access-refused' },
  { answer: fails(404, 'No such model'), code: 'model-unknown' },
  { answer: fails(429, 'Over', { code: 'insufficient_quota' }), code: 'rate-limited' },
  { answer: fails(500, 'Down'), code: 'unreachable' },
])('what every call would meet is found: $code', async ({ answer, code }) => {
  await expect(probed(answer)).rejects.toMatchObject({ code });
});

test.each([{ answer: says('') }, { answer: refuses('No.') }, { answer: fails(400, 'max_tokens is too small') }])(
  'what only this call would meet is let go',
  async ({ answer }) => {
    await probed(answer);
  },
);
