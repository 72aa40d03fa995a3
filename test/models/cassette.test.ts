import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CassetteLine, cassetteOf, replayed, taped } from '../../src/models/cassette.ts';
import type { ChatReply, ChatRequest } from '../../src/models/model.ts';
import { asks, never, scriptedModel } from '../support/scripted-model.ts';

const asked = { temperature: 0 };
const look = { name: 'look', description: 'Look at something.', schema: z.object({ at: z.string().nullish() }) };
const image = { mediaType: 'image/png', base64: 'aGVsbG8=' };

/** What was recorded of some requests, as it comes back from a file. */
async function recording(requests: readonly ChatRequest[], answer?: (request: ChatRequest) => ChatReply) {
  const lines: CassetteLine[] = [];
  const model = taped(
    scriptedModel(answer, { settings: { baseUrl: 'http://one.example/v1' } }),
    asked,
    async (line) => {
      lines.push(CassetteLine.parse(JSON.parse(JSON.stringify(line))));
    },
  );
  for (const request of requests) await model.reply(request, never);
  return lines;
}

const playing = (lines: readonly CassetteLine[], settings: Record<string, number> = asked) =>
  replayed('openai:test', settings, cassetteOf(lines));

describe('a recorded call', () => {
  test('is answered as it was, to the last mark, and nobody is paid', async () => {
    const reply: ChatReply = {
      text: ' “Où?”\n\u2028 ',
      toolCalls: [{ name: 'look', arguments: '{"at": "skin' }],
      usage: { inputTokens: 7, outputTokens: 3, reasoningTokens: 2 },
    };
    const request = asks('Hello', { tools: [look], seed: 5, sample: 2 });
    const lines = await recording([request], () => reply);
    const heard: string[] = [];
    let kept = 0;
    const listening = { ...request, onWords: (piece: string) => heard.push(piece), onKept: () => kept++ };
    expect(await playing(lines).reply(listening, never)).toEqual(reply);
    expect({ heard, kept }).toEqual({ heard: [reply.text], kept: 1 });
  });

  test('knows what was asked of whom, and neither where it was served nor the picture itself', async () => {
    const messages = [{ role: 'user', content: 'See?', images: [image] } as const];
    const [line] = await recording([asks('', { messages })]);
    expect(line?.request).toMatchObject({ spec: 'openai:test', settings: asked, seed: null, tools: [] });
    expect(JSON.stringify(line)).not.toMatch(/one\.example|aGVsbG8=/);
    await expect(
      playing(line ? [line] : []).reply(
        asks('', { messages: [{ role: 'user', content: 'See?', images: [{ ...image, base64: 'b3RoZXI=' }] }] }),
        never,
      ),
    ).rejects.toMatchObject({ code: 'not-recorded', message: expect.stringContaining('sha256') });
  });

  test('is one of several that were recorded for the same place; of two alike the later counts', async () => {
    let n = 0;
    const answer = () => ({ text: `take ${++n}`, toolCalls: [], usage: null });
    const lines = await recording([asks('Hello'), asks('Good day'), asks('Hello')], answer);
    expect((await playing(lines).reply(asks('Hello'), never)).text).toBe('take 3');
    expect((await playing(lines).reply(asks('Good day'), never)).text).toBe('take 2');
  });
});

describe('a call that was not recorded', () => {
  const missing = async (request: ChatRequest, settings?: Record<string, number>): Promise<string> => {
    const lines = await recording([asks('Hello,\nsince when does your chest hurt?', { tools: [look], seed: 1 })]);
    const error = await playing(lines, settings)
      .reply(request, never)
      .catch((reason) => reason);
    expect(error).toMatchObject({ code: 'not-recorded', hint: expect.stringContaining('--record') });
    return error.message;
  };

  test('names consultation, turn and role, and the first line that is another', async () => {
    const request = asks('Hello,\nsince when does your back hurt?', { tools: [look], seed: 1 });
    expect(await missing(request)).toMatchInlineSnapshot(`
      "turn 1, doctor (act) of c1 was recorded with another request; first difference at line 10:
        recorded: since when does your chest hurt?
        asked:    since when does your back hurt?"
    `);
  });

  test('names the setting that is another', async () => {
    const request = asks('Hello,\nsince when does your chest hurt?', { tools: [look], seed: 1 });
    expect(await missing(request, { temperature: 1 })).toMatchInlineSnapshot(`
      "turn 1, doctor (act) of c1 was recorded with another request; first difference at line 3:
        recorded: temperature: 0
        asked:    temperature: 1"
    `);
  });

  test('shows of a long line what stands round the difference', async () => {
    const long = (word: string) => `${'so it went on '.repeat(30)}${word}${' and on it went'.repeat(30)}`;
    const lines = await recording([asks(long('red'))]);
    await expect(playing(lines).reply(asks(long('blue')), never)).rejects.toThrow(
      /recorded: ….{0,45}on red and on.*…\n {2}asked: {4}….{0,45}on blue and on.*…$/,
    );
  });

  test('says where the other request ends', async () => {
    const { messages } = asks('Hello');
    const lines = await recording([asks('Hello', { messages: [...messages, { role: 'assistant', content: 'Yes?' }] })]);
    await expect(playing(lines).reply(asks('Hello'), never)).rejects.toThrow('recorded: - role: assistant');
  });

  test('says where nothing was recorded for its place', async () => {
    const { key } = asks('');
    expect(await missing(asks('Hello', { key: { ...key, turn: 3, attempt: 2 }, sample: 1 }))).toBe(
      'nothing was recorded for turn 3, doctor (act, attempt 2, sample 1) of c1',
    );
  });
});

test('a call that was told to stop is not answered', async () => {
  const lines = await recording([asks('Hello')]);
  await expect(playing(lines).reply(asks('Hello'), AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' });
});
