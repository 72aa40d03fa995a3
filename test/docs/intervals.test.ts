import { expect, test } from 'vitest';
import { signFlip } from '../../src/report/statistics/sign-flip.ts';
import { wilson } from '../../src/report/statistics/wilson.ts';
import { rowsOfTable, sectionOf } from '../support/doc-tables.ts';

const rows = rowsOfTable(await sectionOf('scoring.md', 'Intervals'), 'figure');
const worked: Record<string, (given: number[]) => number> = {
  'Wilson, lower end': ([hits = 0, of = 0]) => wilson(hits, of).low,
  'Wilson, upper end': ([hits = 0, of = 0]) => wilson(hits, of).high,
  'p of a known pair': (differences) => signFlip(differences, 'the page'),
};

test('every example of "Intervals" comes to what it says', () => {
  expect(rows.map(([figure]) => figure)).toEqual(Object.keys(worked));
  for (const [figure = '', , , , example = ''] of rows) {
    const [given = '', result = ''] = example.split(': ');
    const numbers = (given.match(/\d+(\.\d+)?/g) ?? []).map(Number);
    expect(worked[figure]?.(numbers), figure).toBeCloseTo(Number(result), 4);
  }
});
