import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worstAtK, worstRates } from '../../../src/report/statistics/worst-at-k.ts';

test('the worst of two of .2 .5 .9: (.2 + .2 + .5) / 3 = .3', () => {
  expect(worstAtK([0.5, 0.9, 0.2], 2)).toBeCloseTo(0.3, 12);
});

test('of one it is the mean, of all the smallest', () => {
  expect(worstAtK([0.2, 0.5, 0.9], 1)).toBeCloseTo(1.6 / 3, 12);
  expect(worstAtK([0.2, 0.5, 0.9], 3)).toBeCloseTo(0.2, 12);
});

test.each([0, 4, 1.5])('of three scores one cannot pick %d', (k) => {
  expect(() => worstAtK([0.2, 0.5, 0.9], k)).toThrow('cannot pick');
});

test('over patients: .2 .5 .9 of the one and 1 1 of the other are (1.6/3 + 1) / 2 at k = 1, (.3 + 1) / 2 at k = 2', () => {
  const consult = (case_: string, ...scores: number[]) =>
    scores.map((score) => ({ case: case_, persona: 'sanguine', score }));
  const rates = worstRates([...consult('c1', 0.2, 0.5, 0.9), ...consult('c2', 1, 1)], { seed: 'a run' });
  expect(rates.map(({ value }) => value)).toEqual([expect.closeTo((1.6 / 3 + 1) / 2, 12), expect.closeTo(0.65, 12)]);
  expect(rates[0]).toMatchObject({ n: 2, clusters: 2 });
  expect(worstRates([], { seed: 'a run' })).toEqual([]);
});

test('it is the mean of the smallest over all sets of k', () => {
  const scores = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 1, max: 7 }), (all, k) => {
      fc.pre(k <= all.length);
      const smallest = setsOf(all, k).map((set) => Math.min(...set));
      expect(worstAtK(all, k)).toBeCloseTo(smallest.reduce((sum, one) => sum + one, 0) / smallest.length, 9);
    }),
  );
});

function setsOf(scores: readonly number[], k: number): number[][] {
  if (k === 0) return [[]];
  return scores.flatMap((score, at) => setsOf(scores.slice(at + 1), k - 1).map((rest) => [score, ...rest]));
}
