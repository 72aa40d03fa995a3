import { expect, test } from 'vitest';
import { overallScore } from '../../src/report/statistics/overall-score.ts';
import { passAtK, passHatK } from '../../src/report/statistics/pass-k.ts';
import { worstAtK } from '../../src/report/statistics/worst-at-k.ts';
import { rowsOfTable, sectionOf } from '../support/doc-tables.ts';

const rows = rowsOfTable(await sectionOf('scoring.md', 'Over a run'), 'figure');
const numbers = (text: string) => (text.replaceAll('−', '-').match(/-?\d+(\.\d+)?/g) ?? []).map(Number);

/** What the page gives and what it comes to, of the examples that it has. */
const worked: Record<string, (given: number[]) => number | null> = {
  'overall score by a rubric': (scores) => overallScore(scores, { seed: 'the page' }).score,
  'pass^k': ([n = 0, c = 0, k = 0]) => passHatK(n, c, k),
  'pass@k': ([n = 0, c = 0, k = 0]) => passAtK(n, c, k),
  'worst of k': (given) => worstAtK(given.slice(0, -1), given.at(-1) ?? 0),
};

test('every example of the page is worked, and comes to what it says', () => {
  const examples = rows.filter((row) => row.at(-1) !== '');
  expect(examples.map(([figure]) => figure)).toEqual(Object.keys(worked));
  for (const [figure = '', , , example = ''] of examples) {
    const [given = '', result = ''] = example.split(': ');
    expect(worked[figure]?.(numbers(given)), figure).toBeCloseTo(Number(result), 6);
  }
});
