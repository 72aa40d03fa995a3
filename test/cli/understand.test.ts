import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { understandCommand } from '../../src/cli/understand.ts';

async function read(...lines: string[]) {
  const written: string[] = [];
  const output = new Writable({
    write: (chunk, _, done) => {
      written.push(String(chunk));
      done();
    },
  });
  const reading = understandCommand({ library: [] }, Readable.from(lines.map((line) => `${line}\n`)), output);
  const refused = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  return {
    refused,
    answers: written.map(
      (line) => JSON.parse(line) as { findings: { id: string; aspect: string; heard: boolean }[]; acts: string[] },
    ),
  }; // our own command wrote it
}

describe('anamnesis understand', () => {
  test('writes a line for each line: what was asked, how, and what was done', async () => {
    const { answers: all, refused } = await read(
      '{"text": "Any fever or chills?"}',
      '',
      '{"text": "And at night?", "context": [{"speaker": "patient", "text": "I have a cough."}], "more": 1}',
      '{"text": "Take a deep breath."}',
    );
    const [list, followUp, examination] = all;
    expect(refused).toBeNull();
    expect(list?.findings.flatMap(({ id, heard }) => (heard ? [id] : [])).sort()).toEqual(['chills', 'fever']);
    expect(list?.findings).toContainEqual(
      expect.objectContaining({ name: 'fever', synonyms: expect.arrayContaining(['high temperature']) }),
    );
    expect(followUp?.findings[0]).toMatchObject({ id: 'cough', aspect: 'modifiers' });
    expect(examination).toMatchObject({ findings: [], acts: ['examine'] });
  });

  test.each([
    ['{', 'line 2 is not JSON'],
    ['[]', 'line 2 the row: should be a block of keys, not a list'],
    ['{"text": 1}', 'line 2 text: should be a text, not 1'],
    ['{"text": "a", "context": [{"speaker": "me", "text": "b"}]}', expect.stringContaining('line 2 context.0.speaker')],
  ])('a line that is %s is named by its number, and the next is read', async (line, message) => {
    const { refused, answers } = await read('{"text": "Any fever?"}', line, '{"text": "Any cough?"}');
    expect(refused).toMatchObject({ code: 'bad-file', message });
    expect(answers[1]).toEqual({ error: message });
    expect(answers[2]?.findings[0]).toMatchObject({ id: 'cough', heard: true });
  });

  test('of several bad lines the first is named', async () => {
    const { refused, answers } = await read('{', '{"text": "Any cough?"}', '[');
    expect(refused).toMatchObject({ message: '2 lines were not read, first line 1 is not JSON' });
    expect(answers).toHaveLength(3);
  });
});
