import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayed, taped } from '../../src/models/cassette.ts';
import { openCassette, openRecorder } from '../../src/run/cassette.ts';
import { scratchFolder } from '../support/scratch.ts';
import { asks, never, scriptedModel } from '../support/scripted-model.ts';

const scratch = scratchFolder();
const file = () => join(scratch.folder, 'cassette.jsonl');
const lines = async () => (await readFile(file(), 'utf8')).trimEnd().split('\n');

/** Records the answers to some questions, as one run. */
async function recordAll(questions: readonly string[]): Promise<void> {
  const recorder = await openRecorder(file());
  const model = taped(
    scriptedModel((request) => ({ text: `to ${request.messages[1]?.content}`, toolCalls: [], usage: null })),
    {},
    recorder.write,
  );
  await Promise.all(questions.map((question) => model.reply(asks(question), never)));
  await recorder.close();
}

test('what was recorded is replayed from the file', async () => {
  await recordAll(['a', 'b', 'c']);
  const model = replayed('openai:test', {}, await openCassette(file()));
  expect((await model.reply(asks('b'), never)).text).toBe('to b');
});

test('a run that goes on adds to its cassette, and writes nothing twice', async () => {
  await recordAll(['a', 'b']);
  await recordAll(['b', 'c']);
  expect(await lines()).toHaveLength(3);
});

test('a line torn by a crash is cut off', async () => {
  await recordAll(['a']);
  await appendFile(file(), '{"key": {"consul');
  await recordAll(['b']);
  expect(await lines()).toHaveLength(2);
  await openCassette(file());
});

test('a file that is no cassette is told by its line, and stays as it is', async () => {
  await writeFile(file(), 'notes\n');
  await expect(openRecorder(file())).rejects.toMatchObject({ code: 'journal-damaged', at: `${file()}:1` });
  await expect(openCassette(file())).rejects.toMatchObject({ code: 'journal-damaged' });
  expect(await readFile(file(), 'utf8')).toBe('notes\n');
});

test('a place that cannot be written to is found before anything is asked', async () => {
  await expect(openRecorder(join(scratch.folder, 'no', 'such', 'folder.jsonl'))).rejects.toMatchObject({
    code: 'unwritable',
  });
});

test('a cassette that is not there is an error that says how one is made', async () => {
  await expect(openCassette(file())).rejects.toMatchObject({
    code: 'bad-file',
    hint: expect.stringContaining('--record'),
  });
});
