import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { contentHash } from '../../src/base/hash.ts';
import { keptResults } from '../../src/base/kept-results.ts';
import { cached, diskResponseCache } from '../../src/models/response-cache.ts';
import { diskWorthCache } from '../../src/run/worth-cache.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { asks, never, scriptedModel } from '../support/scripted-model.ts';

const here = workingFolder();

/** Fills a cache of the test's own with one of each kind. */
beforeEach(async () => {
  vi.stubEnv('ANAMNESIS_CACHE', here.folder);
  await cached(scriptedModel(), diskResponseCache()).reply(asks('Hello'), never);
  await cached(scriptedModel(), diskResponseCache()).reply(asks('Good day'), never);
  diskWorthCache().set(contentHash('a case'), { method: 'exact', totalBits: 1, bits: { fever: 1 }, rank: 1 });
  keptResults(import.meta.url).keep('personas', '0123456789abcdef', { id: 'ada' });
  return () => vi.unstubAllEnvs();
});

test('clear removes what is kept, and says how much that was', async () => {
  const { code, out, err } = await anamnesis('cache', 'clear');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(here.plain(out)).toMatch(
    /^removed from <here>: 2 replies of models \(0\.\d kB\), 1 case’s Shapley values \(0\.\d kB\), 1 file as it was read \(0\.\d kB\)\n$/,
  );
  expect(await readdir(here.folder)).toEqual([]);
  expect(here.plain((await anamnesis('cache', 'clear')).out)).toBe('nothing to remove in <here>\n');
});

test('clear --only removes one kind', async () => {
  const { out } = await anamnesis('cache', 'clear', '--only', 'shapley,parsed');
  expect(out).not.toContain('replies');
  expect(await readdir(here.folder)).toEqual(['responses']);
});

test('clear leaves files that are not its own, whatever folder it was given', async () => {
  await here.write({ 'responses/ab/notes.json': '{}', 'responses/survey.csv': 'a,b', 'parsed/notes.json': '{}' });
  await anamnesis('cache', 'clear');
  const left = await readdir(here.folder, { recursive: true });
  expect(left.filter((path) => path.includes('.')).sort()).toEqual(
    [join('parsed', 'notes.json'), join('responses', 'ab', 'notes.json'), join('responses', 'survey.csv')].sort(),
  );
});

test.each([
  { args: ['--only', 'respones'], says: 'unknown kind of cache `respones`; did you mean `responses`?' },
  { args: ['--all'], says: "unknown option '--all'" },
])('clear $args is a wrong call, and removes nothing', async ({ args, says }) => {
  const { code, out, err } = await anamnesis('cache', 'clear', ...args);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(says);
  expect((await readdir(here.folder)).sort()).toEqual(['parsed', 'responses', 'shapley']);
});
