import { copyFile, mkdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../src/catalog/catalog.ts';
import { scratchFolder } from '../support/scratch.ts';

const drawings = fileURLToPath(new URL('../fixtures/images', import.meta.url));
const scratch = scratchFolder();

const caseWith = (file: string) => `
id: ring
title: A ring on the skin
source: written for a test
licence: MIT
demographics: {age: 30, sex: female}
setting: general practice
opening: I have a rash.
unlisted: absent
facts: [{finding: rash, tier: volunteered, says: {presence: "Yes, a rash."}}]
examinations:
  - name: Photograph of the skin
    report: A ring.
    image: {file: ${file}, caption: Left forearm, alternative: A red ring on pale skin, licence: drawn for a test}
tests: []
truth: {name: ringworm, mustAsk: [], redFlags: []}
`;

async function problemsWith(file: string): Promise<string[]> {
  await scratch.write({ 'cases/ring.yaml': caseWith(file) });
  const { problems } = await loadCatalog({ libraries: [scratch.folder] });
  return problems.map(({ at, message }) => scratch.plain(`${at} ${message}`));
}

async function draw(name: string, as = name): Promise<string> {
  const file = join(scratch.folder, 'cases', as);
  await mkdir(join(scratch.folder, 'cases'), { recursive: true });
  await copyFile(join(drawings, name), file);
  return file;
}

describe('the picture of a report', () => {
  test.each(['ring-on-skin.png', 'heart-trace.png', 'eye.gif'])('%s is one that can be shown', async (name) => {
    await draw(name);
    expect(await problemsWith(name)).toEqual([]);
  });

  test('has to be there', async () => {
    expect(await problemsWith('none.png')).toEqual([
      expect.stringMatching(/ring\.yaml:14:\d+ .*`none\.png` does not exist/),
    ]);
  });

  test('is told by its bytes, whatever it is called', async () => {
    await draw('eye.gif', 'eye.png');
    expect(await problemsWith('eye.png')).toEqual([]);
    await scratch.write({ 'cases/words.png': 'no picture at all' });
    expect(await problemsWith('words.png')).toEqual([expect.stringContaining('`words.png` is no picture')]);
  });

  test('cut off within its first bytes is none', async () => {
    for (const bytes of [1, 4, 9, 12]) {
      await truncate(await draw('ring-on-skin.png'), bytes);
      const [problem] = await problemsWith('ring-on-skin.png');
      expect(problem).toContain('`ring-on-skin.png` is no picture');
    }
  });

  test('has less than 4 MiB', async () => {
    await truncate(await draw('ring-on-skin.png'), 4 * 1024 * 1024);
    expect(await problemsWith('ring-on-skin.png')).toEqual([
      expect.stringContaining('4.0 MiB; it must have less than 4'),
    ]);
  });
});
