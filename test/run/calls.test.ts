import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Call, recorded } from '../../src/models/call.ts';
import type { ChatModel, ChatReply, ChatRequest } from '../../src/models/model.ts';
import { createCallKeeper } from '../../src/run/calls.ts';
import { runFiles } from '../../src/run/journal.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const file = () => join(scratch.folder, runFiles.calls);

const replyOf = (text: string): ChatReply => ({ text, toolCalls: [], usage: null });

const asks = (content: string, turn = 1): ChatRequest => ({
  key: { consultation: 'c1', turn, role: 'doctor', step: 'act', attempt: 1 },
  messages: [{ role: 'user', content }],
});

const callOf = (turn: number, text = 'Since when?'): Call => ({
  ...asks('', turn).key,
  request: 'hash',
  reply: replyOf(text),
  ms: 5,
  costUsd: null,
  cached: false,
});

/** A model that counts how often it was asked. */
function counting(): ChatModel & { times: number } {
  const model = {
    spec: 'openai:test',
    settings: {},
    times: 0,
    reply: async () => replyOf(`answer ${++model.times}`),
  };
  return model;
}

async function opened() {
  const keeper = createCallKeeper();
  await keeper.open(scratch.folder);
  return keeper;
}

const signal = new AbortController().signal;

test('a call that was answered is answered from the file after a restart, and nobody is asked again', async () => {
  const model = counting();
  const first = await opened();
  expect(await recorded(model, first).reply(asks('Hello'), signal)).toEqual(replyOf('answer 1'));
  expect(await recorded(model, first).reply(asks('Hello', 2), signal)).toEqual(replyOf('answer 2'));
  await first.close();

  const second = await opened();
  expect(await recorded(model, second).reply(asks('Hello'), signal)).toEqual(replyOf('answer 1'));
  expect(await recorded(model, second).reply(asks('Hello', 2), signal)).toEqual(replyOf('answer 2'));
  expect(model.times).toBe(2);
  expect(await recorded(model, second).reply(asks('Hello', 3), signal)).toEqual(replyOf('answer 3'));
  await second.close();
  expect((await readFile(file(), 'utf8')).trim().split('\n')).toHaveLength(3);
});

test('a reply is in the file before it is used', async () => {
  const keeper = await opened();
  await recorded(counting(), keeper).reply(asks('Hello'), signal);
  expect(await readFile(file(), 'utf8')).toContain('"answer 1"');
  await keeper.close();
});

test('other words at the same place are not answered with what was said to the first', async () => {
  const keeper = await opened();
  await recorded(counting(), keeper).reply(asks('Hello'), signal);
  await keeper.close();
  const again = await opened();
  await expect(recorded(counting(), again).reply(asks('Good day'), signal)).rejects.toMatchObject({
    code: 'journal-damaged',
    message: 'the recorded call c1 1 doctor act 1 was made with other words',
  });
});

test('a line torn by a crash is cut off, and its call is made anew', async () => {
  const keeper = await opened();
  await keeper.record?.(callOf(1));
  await keeper.close();
  const whole = await readFile(file(), 'utf8');
  await appendFile(file(), JSON.stringify(callOf(2)).slice(0, 40));

  const again = await opened();
  expect(again.recall?.(callOf(1), 'hash')).toEqual(replyOf('Since when?'));
  expect(again.recall?.(callOf(2), 'hash')).toBeUndefined();
  expect([1, 2].map((turn) => again.has?.(callOf(turn)))).toEqual([true, false]);
  expect(await readFile(file(), 'utf8')).toBe(whole);
  await again.record?.(callOf(2, 'Any fever?'));
  await again.close();
  expect((await opened()).recall?.(callOf(2), 'hash')).toEqual(replyOf('Any fever?'));
});

test('any other damage is told with file and line', async () => {
  await appendFile(file(), `${JSON.stringify(callOf(1))}\n{"consultation":"c1"}\n`);
  await expect(opened()).rejects.toMatchObject({ code: 'journal-damaged', at: `${file()}:2` });
});

test('where the answer cannot be kept, the call fails', async () => {
  const keeper = await opened();
  await mkdir(file());
  await expect(recorded(counting(), keeper).reply(asks('Hello'), signal)).rejects.toMatchObject({ code: 'unwritable' });
});

test('a keeper without a folder keeps nothing: that is a bug', async () => {
  await expect(createCallKeeper().record?.(callOf(1))).rejects.toThrow('before its run had a folder');
});

test('a run in which no model is asked has no file of calls', async () => {
  const keeper = await opened();
  await keeper.close();
  await expect(readFile(file())).rejects.toThrow('ENOENT');
});
