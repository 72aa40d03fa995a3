import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prompt, readPrompt } from '../../src/models/prompt.ts';

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
