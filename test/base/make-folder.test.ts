import { mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../src/base/make-folder.ts';

const inTemporary = async (...parts: string[]) => join(await mkdtemp(join(tmpdir(), 'folder-')), ...parts);

test('a folder is made with those above it, once or twice, and by several at a time', async () => {
  const folder = await inTemporary('a', 'b', 'c');
  await Promise.all([makeFolder(folder), makeFolder(folder), makeFolder(join(folder, 'd'))]);
  await makeFolder(folder);
  expect((await stat(folder)).isDirectory()).toBe(true);
});

test('whoever makes what is above meanwhile is in nobody’s way', async () => {
  for (let round = 0; round < 100; round++) {
    const folder = await inTemporary('a', 'b', 'c');
    const below = ['d', 'e', 'f'].map((name) => join(folder, name));
    await Promise.all([folder, ...below].map(makeFolder));
    for (const one of below) expect((await stat(one)).isDirectory()).toBe(true);
  }
});

test('below a file, or in its place, none is made', async () => {
  const file = await inTemporary('file');
  await writeFile(file, '');
  await expect(makeFolder(file)).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(makeFolder(join(file, 'below'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(process.platform === 'linux')('where nobody can make one it ends', async () => {
  await expect(makeFolder('/proc/anamnesis/run')).rejects.toMatchObject({ code: 'ENOENT' });
});
