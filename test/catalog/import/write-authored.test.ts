import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CaseFile } from '../../../src/catalog/case.ts';
import { authoredYaml, writeAuthored } from '../../../src/catalog/import/write-authored.ts';
import { readYaml } from '../../../src/catalog/load-yaml.ts';

const hiccups: CaseFile = {
  id: 'hiccups-1',
  title: '50-year-old man: hiccups',
  source: 'A book of cases, page 12',
  licence: 'CC0',
  demographics: { age: 50, sex: 'male' },
  setting: 'outpatient clinic',
  opening: 'I have hiccups: they do not stop.',
  unlisted: 'unknown',
  facts: [
    { name: 'symptoms-1', section: 'symptoms', value: 'present', tier: 'volunteered', says: { presence: 'Hiccups.' } },
  ],
  examinations: [{ name: 'Vital signs', report: 'Temperature: 37 °C; Pulse: 80/min.' }],
  tests: [],
  truth: { name: 'Uremia', mustAsk: [], redFlags: [] },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cases-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('the first line names source and licence, the next ones the notes', () => {
  expect(authoredYaml(hiccups, hiccups, ['the sex is assumed']).split('\n').slice(0, 3)).toEqual([
    '# A book of cases, page 12. Licence: CC0.',
    '# Note: the sex is assumed.',
    'id: hiccups-1',
  ]);
});

test('a written case is read back by the loader as it was', async () => {
  const path = join(folder, 'imported', 'hiccups-1.yaml');
  await writeAuthored(path, authoredYaml(hiccups, hiccups));
  expect(await readYaml(path, CaseFile)).toMatchObject({ value: hiccups });
});

test('any words survive the writing', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (words) => {
      expect(parse(authoredYaml({ ...hiccups, opening: words }, { source: words, licence: words }))).toMatchObject({
        opening: words,
      });
    }),
  );
});

test('a folder that is a file is an error that names it', async () => {
  const taken = join(folder, 'taken');
  await writeFile(taken, '');
  await expect(writeAuthored(join(taken, 'one.yaml'), '')).rejects.toMatchObject({
    code: 'unwritable',
    at: join(taken, 'one.yaml'),
  });
  expect(await readFile(taken, 'utf8')).toBe('');
});
