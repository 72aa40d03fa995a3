import { expect, test } from 'vitest';
import { balancedF1 } from '../../../src/report/statistics/balanced-f1.ts';

const seed = 'a run';
const pairsOf = (graded: string, right: string) =>
  [...graded].map((grade, at) => ({ cluster: `consultation ${at}`, graded: grade === 'm', right: right[at] === 'm' }));

test('6 of 10 met by both, 1 by the grader alone, 1 by the person alone, 2 by nobody: (6/7 + 2/3) / 2 = .761905', () => {
  const figures = balancedF1(pairsOf('mmmmmmmnnn', 'mmmmmmnmnn'), { seed });
  expect(figures.ofMet.value).toBeCloseTo(12 / 14, 12);
  expect(figures.ofNotMet.value).toBeCloseTo(4 / 6, 12);
  expect(figures.balanced).toMatchObject({ value: expect.closeTo(0.761905, 6), n: 10, clusters: 10 });
  expect(figures.balanced.low).toBeLessThan(0.761905);
});

test('who always says “met” has no more than ½, however much is met', () => {
  expect(balancedF1(pairsOf('mmmmmmmmmm', 'mmmmmmmmmn'), { seed }).balanced.value).toBeCloseTo((18 / 19 + 0) / 2, 12);
});

test('where nobody ever said “not met”, its F1 and the mean are undefined', () => {
  const { balanced, ofMet, ofNotMet } = balancedF1(pairsOf('mm', 'mm'), { seed });
  expect([balanced.value, ofMet.value, ofNotMet.value]).toEqual([null, 1, null]);
});
