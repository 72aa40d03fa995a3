import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../../src/base/package-root.ts';
import { Finding } from '../../src/catalog/finding.ts';
import { badFiles, readYaml } from '../../src/catalog/load-yaml.ts';
import { Persona } from '../../src/catalog/persona.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const shipped = await readFile(join(packageRoot(), 'personas/choleric.yaml'), 'utf8');

/** What is wrong with a file of this text, a line each. */
async function problemsOf(text: string, schema: z.ZodType = Persona): Promise<string> {
  await scratch.write({ 'ada.yaml': text });
  const read = await readYaml(join(scratch.folder, 'ada.yaml'), schema);
  if (!Array.isArray(read)) throw new Error('the file was read');
  return scratch.plain(badFiles(read).message);
}

const edited = (...changes: readonly [string | RegExp, string][]) =>
  changes.reduce((text, [from, to]) => {
    if (text.replace(from, '') === text) throw new Error(`nothing to change: ${from}`);
    return text.replace(from, to);
  }, shipped);

test('a sound file is read, with the hash of its text', async () => {
  await scratch.write({ 'ada.yaml': shipped });
  const read = await readYaml(join(scratch.folder, 'ada.yaml'), Persona);
  expect(read).toMatchObject({ value: { id: 'choleric', dials: { patience: 2 } }, hash: /^[0-9a-f]{16}$/ });
});

test('every problem is told at once, each at its line and column', async () => {
  const text = edited(
    ['temperament: choleric', 'temperament: angry'],
    ['recall: 1', 'recall: 1.5'],
    ['patience: 2', 'patience: two'],
    ['id: choleric', 'id: Choleric One'],
  );
  expect(await problemsOf(text)).toMatchInlineSnapshot(`
    "<folder>/ada.yaml:2:5 id: "Choleric One" is no id; use lower-case letters, digits and hyphens
    <folder>/ada.yaml:4:14 temperament: "angry" is no temperament; choose sanguine, choleric, melancholic, phlegmatic
    <folder>/ada.yaml:15:11 dials.recall: is too great: 1 is the most
    <folder>/ada.yaml:24:13 dials.patience: should be a number, not "two""
  `);
});

test('an unknown key is marked itself', async () => {
  const text = edited(['recall: 1', 'recal: 1\n  recall: 1'], ['title:', 'colour: red\ntitle:']);
  expect(await problemsOf(text)).toMatchInlineSnapshot(`
    "<folder>/ada.yaml:16:3 dials.recal: is not a key of this file
    <folder>/ada.yaml:3:1 colour: is not a key of this file"
  `);
});

test('a missing key points at its parent', async () => {
  const text = edited([/ {2}recall: 1\n/, ''], [/^title: .*\n/m, '']);
  expect(await problemsOf(text)).toMatchInlineSnapshot(`
    "<folder>/ada.yaml:2:1 title: is missing
    <folder>/ada.yaml:11:3 dials.recall: is missing"
  `);
});

test('a problem inside a list points at the item', async () => {
  const text = edited(['"Yes, I have."', '7'], ['  hold:\n', '  hold:\n    - ""\n']);
  expect(await problemsOf(text)).toMatchInlineSnapshot(`
    "<folder>/ada.yaml:31:7 phrases.affirm.1: should be a text, not 7
    <folder>/ada.yaml:71:7 phrases.hold.0: is empty"
  `);
});

test('a problem inside a list of maps points at the item', async () => {
  const text = `
- id: fever
  kind: feeling
  purpose: diagnosis
  names: {lay: [], medical: [pyrexia]}
  asks: [Are you hot?, Have you a fever?]
  background: 1.2
`;
  expect(await problemsOf(text, z.array(Finding))).toMatchInlineSnapshot(`
    "<folder>/ada.yaml:3:9 0.kind: "feeling" is none of symptom, history, exposure, examination, test
    <folder>/ada.yaml:5:16 0.names.lay: is empty
    <folder>/ada.yaml:6:9 0.asks: has too few entries: 3 are the least
    <folder>/ada.yaml:7:15 0.background: is too great: 1 is the most"
  `);
});

test.each([
  ['an empty file', ''],
  ['a file of comments', '# nothing yet\n'],
  ['a list where a map is expected', '- id: ada\n- id: bea\n'],
  ['a word where a map is expected', 'ada\n'],
])('%s is one problem at its beginning', async (_, text) => {
  expect(await problemsOf(text)).toMatch(
    /^<folder>\/ada\.yaml:\d:1 should be a block of keys, not (?:nothing|a list|"ada")$/,
  );
});

test('broken YAML is told by line and column, without a schema’s complaints', async () => {
  expect(await problemsOf('id: ada\ntitle: "no end\ntemperament: choleric\n')).toMatchInlineSnapshot(
    `"<folder>/ada.yaml:4:1 is not YAML: Missing closing "quote"`,
  );
  expect(await problemsOf('id: ada\n\ttitle: a tab\n')).toMatchInlineSnapshot(
    `"<folder>/ada.yaml:2:1 is not YAML: Tabs are not allowed as indentation"`,
  );
  expect(await problemsOf('id: ada\nid: bea\n')).toMatchInlineSnapshot(
    `"<folder>/ada.yaml:2:1 is not YAML: Map keys must be unique"`,
  );
});

test('a file that unfolds without end is refused at once', async () => {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const name = String.fromCharCode(98 + i);
    const before = i === 0 ? 'lol' : `*${String.fromCharCode(97 + i)}`;
    return `${name}: &${name} [${Array(9).fill(before).join(', ')}]`;
  });
  const started = performance.now();
  expect(await problemsOf(levels.join('\n'))).toMatchInlineSnapshot(
    `"<folder>/ada.yaml:1:1 has too many aliases (at most 50): Excessive alias count indicates a resource exhaustion attack"`,
  );
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('a few aliases are no attack', async () => {
  await scratch.write({ 'ada.yaml': 'a: &a [1]\nb: *a\nc: *a\n' });
  const read = await readYaml(join(scratch.folder, 'ada.yaml'), z.record(z.string(), z.array(z.number())));
  expect(read).toMatchObject({ value: { a: [1], b: [1], c: [1] } });
});

test('a file over 1 MiB is refused before it is read', async () => {
  await scratch.write({ 'ada.yaml': `id: ada\n# ${'x'.repeat(1024 * 1024)}\n` });
  const reading = readYaml(join(scratch.folder, 'ada.yaml'), Persona);
  await expect(reading).rejects.toMatchObject({
    code: 'bad-file',
    hint: 'split it into several files',
    at: join(scratch.folder, 'ada.yaml'),
  });
});

test('a file that is not there, and a folder in its place, are errors that name it', async () => {
  await expect(readYaml(join(scratch.folder, 'bea.yaml'), Persona)).rejects.toMatchObject({
    code: 'bad-file',
    message: expect.stringMatching(/bea\.yaml does not exist$/),
  });
  await expect(readYaml(scratch.folder, Persona)).rejects.toMatchObject({ code: 'bad-file', at: scratch.folder });
});

test('Windows line ends and a byte-order mark are read as they are meant', async () => {
  await scratch.write({ 'ada.yaml': `\uFEFF${shipped.replaceAll('\n', '\r\n')}` });
  expect(await readYaml(join(scratch.folder, 'ada.yaml'), Persona)).toMatchObject({ value: { id: 'choleric' } });
  const text = edited(['recall: 1', 'recall: 2']).replaceAll('\n', '\r\n');
  expect(await problemsOf(text)).toMatch(/^<folder>\/ada\.yaml:15:11 dials\.recall: /);
});
