import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readHints } from '../../src/run/hints.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

const here = scratchFolder();
const file = () => join(here.folder, 'hints.csv');

test('predictions are read by case, likeliest first', async () => {
  await here.write({ 'hints.csv': '# mine\ncase,label,score\na,eczema,0.2\na,shingles,0.7\nb,acne,1\n' });
  const { byCase, simulated } = await readHints(file(), ['a', 'b']);
  expect(byCase.get('a')).toEqual([
    { label: 'shingles', score: 0.7 },
    { label: 'eczema', score: 0.2 },
  ]);
  expect(simulated).toBe(false);
});

test.each([
  { what: 'a score that is none', text: 'case,label,score\na,eczema,high\n', message: '<folder>/hints.csv:2 score' },
  { what: 'a column that is none', text: 'case,label,score,colour\na,b,1,red\n', message: '<folder>/hints.csv:2' },
  { what: 'a row too short', text: 'case,label,score\na,eczema\n', message: 'is no CSV' },
  {
    what: 'a case without any',
    text: 'case,label,score\nb,eczema,1\n',
    message: 'no prediction for 1 of 1 cases, such as a',
  },
])('$what is an error that names the place', async ({ text, message }) => {
  await here.write({ 'hints.csv': text });
  const error = await readHints(file(), ['a']).catch((reason: Error) => reason);
  expect(error).toMatchObject({ code: 'bad-file' });
  expect(here.plain(String(error))).toContain(message);
});

test('a file that is not there is named', async () => {
  await expect(readHints(file(), ['a'])).rejects.toMatchObject({ code: 'bad-file' });
});

test('the shipped ones say that they are simulated, and are about as good as their table says', async () => {
  const cases = [...catalog.cases.keys()];
  const { byCase, simulated } = await readHints(undefined, cases);
  expect(simulated).toBe(true);
  const places = cases.map((id) => {
    const name = catalog.conditions.get(catalog.cases.get(id)?.truth.condition ?? '')?.names[0];
    return byCase.get(id)?.findIndex(({ label }) => label === name);
  });
  const table = { 0: 0.7, 1: 0.14, 2: 0.06, [-1]: 0.1 };
  for (const [place, share] of Object.entries(table)) {
    const found = places.filter((one) => one === Number(place)).length / cases.length;
    expect(Math.abs(found - share), `place ${place}`).toBeLessThan(0.1);
  }
});
