import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prompt, promptFolders, promptsByName, readPrompt } from '../../src/models/prompt.ts';
import { scratchFolder } from '../support/scratch.ts';

test('every blank is filled with its value, wherever it stands', () => {
  const { fill } = prompt('Seen in {{setting}}, aged {{ age }}. ({{age}})\n', ['setting', 'age'], 'p.md');
  expect(fill({ setting: 'a ward', age: '40 years' })).toBe('Seen in a ward, aged 40 years. (40 years)');
});

test('a blank without a value is an error that names its place', () => {
  expect(() => prompt('One\nTwo {{settng}} {{setting}}', ['setting'], 'p.md')).toThrowErrorMatchingInlineSnapshot(
    `[AnamnesisError: p.md:2:5 {{settng}} is no blank of this prompt]`,
  );
});

test('a value without a blank is an error', () => {
  expect(() => prompt('Nothing here', ['setting'], 'p.md')).toThrow('p.md does not use its blank {{setting}}');
});

test('a value is put in as it is, whatever it looks like', () => {
  const { fill } = prompt('<{{words}}>', ['words'], 'p.md');
  expect(fill({ words: '{{words}} $& $1' })).toBe('<{{words}} $& $1>');
  fc.assert(fc.property(fc.string(), (words) => fill({ words }) === `<${words}>`));
});

test('a file that is not there is named', async () => {
  await expect(readPrompt(['/nowhere'], 'doctor.md', [])).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringContaining('no doctor.md in /nowhere'),
  });
});

describe('a folder of prompts of one’s own', () => {
  const here = scratchFolder();
  const shipped = fileURLToPath(new URL('../../prompts', import.meta.url));

  test('stands before the shipped one, file by file', async () => {
    await here.write({ 'doctor-explain.md': 'Explain.' });
    const folders = await promptFolders(shipped, here.folder);
    expect((await readPrompt(folders, 'doctor-explain.md', [])).fill({})).toBe('Explain.');
    expect((await readPrompt(folders, 'doctor-conclude.md', [])).file).toBe(join(shipped, 'doctor-conclude.md'));
    expect(await promptFolders(shipped, undefined)).toEqual([shipped]);
  });

  test('with a file that no prompt is called by is an error that names the nearest', async () => {
    await here.write({ 'docter.md': 'x' });
    await expect(promptFolders(shipped, here.folder)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('did you mean `doctor.md`'),
    });
  });

  test('without a prompt, or that is none, is an error', async () => {
    await expect(promptFolders(shipped, here.folder)).rejects.toMatchObject({ code: 'bad-file' });
    await expect(promptFolders(shipped, join(here.folder, 'none'))).rejects.toMatchObject({ code: 'bad-file' });
  });
});

test('prompts of several roles stand beside one another by the names of their files', async () => {
  const [doctor, patient] = await Promise.all(
    ['doctor-again.md', 'patient-again.md'].map((name) =>
      readPrompt([fileURLToPath(new URL('../../prompts', import.meta.url))], name, ['problem']),
    ),
  );
  if (!doctor || !patient) throw new Error('both are shipped');
  const used = promptsByName({ again: doctor }, { again: patient }, undefined);
  expect(Object.keys(used)).toEqual(['doctor-again', 'patient-again']);
});
