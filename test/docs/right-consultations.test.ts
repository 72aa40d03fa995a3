import { expect, test } from 'vitest';
import { furtherMetrics, metrics } from '../../src/report/metrics.ts';
import { line } from '../support/assessments.ts';
import { rowsOfTable, sectionOf } from '../support/doc-tables.ts';

const rows = rowsOfTable(await sectionOf('scoring.md', 'Over a run'), 'share');

const played = (verdict: 'clean' | 'helped the doctor') => ({
  verdict,
  attempts: 0,
  fallbacks: 0,
  disagreement: { turns: 3, different: 0 },
});
const sound = played('clean');
/** The five consultations of the page. */
const five = [
  line({ case: 'a', simulator: sound }),
  line({ case: 'b', simulator: sound, wasGivenAway: true }),
  line({ case: 'c', simulator: sound, correct: false, condition: 'common-cold' }),
  line({ case: 'd', simulator: played('helped the doctor'), correct: false, condition: 'common-cold' }),
  line({ case: 'e', simulator: sound, correct: false, condition: null, how: 'exhausted' }),
];

test('every share of the page is what five consultations come to', () => {
  expect(rows.map(([share]) => share)).toEqual([
    'accuracy',
    'macroF1',
    'accuracyNotGivenAway',
    'accuracySimulatorClean',
    'concluded',
  ]);
  for (const [share = '', , , , example = ''] of rows) {
    const metric = [...metrics, ...furtherMetrics].find(({ id }) => id === share);
    expect(metric?.of(five, { seed: 'the page' })?.value, share).toBeCloseTo(Number(example), 2);
  }
});
