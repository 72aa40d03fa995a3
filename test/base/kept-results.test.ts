import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { readYaml } from '../../src/catalog/load-yaml.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const Note = z.strictObject({ id: z.string(), words: z.number().default(7) });
const cache = () => join(scratch.folder, 'cache', 'parsed');

beforeEach(() => vi.stubEnv('ANAMNESIS_CACHE', join(scratch.folder, 'cache')));
afterEach(() => vi.unstubAllEnvs());

async function read(text: string, schema: z.ZodType<{ id: string; words: number }> = Note) {
  await scratch.write({ 'note.yaml': text });
  return readYaml(join(scratch.folder, 'note.yaml'), schema, 'note');
}

test('a sound file is kept as it was read, defaults included, and is not read again', async () => {
  const first = await read('id: a\n');
  expect(first).toMatchObject({ value: { id: 'a', words: 7 } });
  const [name = ''] = await readdir(cache());
  expect(JSON.parse(await readFile(join(cache(), name), 'utf8'))).toEqual({ id: 'a', words: 7 });
  // A schema that would refuse everything is not asked: the file stands as it was.
  expect(await read('id: a\n', z.never())).toMatchObject({ value: { id: 'a', words: 7 } });
});

test('a file that changed is read anew', async () => {
  await read('id: a\n');
  expect(await read('id: b\nwords: 9\n')).toMatchObject({ value: { id: 'b', words: 9 } });
});

test('a faulty file is not kept', async () => {
  await read('id: 5\n');
  expect(await readdir(cache()).catch(() => [])).toEqual([]);
});

test('a problem of a file that was kept still points at its line', async () => {
  await read('id: a\nwords: 9\n');
  const again = await read('id: a\nwords: 9\n');
  if (Array.isArray(again)) throw new Error('the file was read');
  expect(scratch.plain(again.problem(['words'], 'too many').at)).toBe('<folder>/note.yaml:2:8');
});

test('a cache that was damaged, or cannot be written, changes nothing', async () => {
  await read('id: a\n');
  const [name = ''] = await readdir(cache());
  await writeFile(join(cache(), name), '{"id": ');
  expect(await read('id: a\n')).toMatchObject({ value: { id: 'a', words: 7 } });
  vi.stubEnv('ANAMNESIS_CACHE', join(scratch.folder, 'note.yaml', 'below-a-file'));
  expect(await read('id: c\n')).toMatchObject({ value: { id: 'c', words: 7 } });
});
