import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/audit/flaws/compared.ts';
import { rowsOfTable, sectionOf } from '../support/doc-tables.ts';

const rows = rowsOfTable(await sectionOf('scoring.md', 'Is the assessor any good?'), 'points');

test('the page’s grades of a criterion have the outcomes that it says', () => {
  const numberOf = (text = '') => (text === '–' ? null : Number(text.replace('−', '-')));
  const gradeOf = (text = '') => ({ met: numberOf(text), reason: '', turn: null });
  const outcomes = rows.map(([points, before, after]) =>
    outcomeOf({
      rubric: 'r',
      criterion: 'c',
      points: numberOf(points) ?? 0,
      before: gradeOf(before),
      after: gradeOf(after),
    }),
  );
  expect(outcomes).toEqual(rows.map((row) => row[3]));
  expect([outcomes.filter((outcome) => outcome === 'caught').length, outcomes.length]).toEqual([3, 8]);
});
