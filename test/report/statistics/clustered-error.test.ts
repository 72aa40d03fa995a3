import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusteredError } from '../../../src/report/statistics/clustered-error.ts';

const rowsOf = (...clusters: number[][]) =>
  clusters.flatMap((values, index) => values.map((value) => ({ cluster: `case ${index}`, value })));

test('{1,1,0} {0,0,0} {1,1,1} {1,0,1}: mean 0.583333, naive 0.148647, clustered 0.209718', () => {
  // residual sums 2 − 1.75, 0 − 1.75, 3 − 1.75, 2 − 1.75; squared 0.0625 + 3.0625 + 1.5625 + 0.0625 = 4.75
  // clustered √(4/3 · 4.75) / 12 = 2.516611 / 12
  // naive: variance 12/11 · 7/12 · 5/12 = 0.265152, √(0.265152 / 12)
  expect(clusteredError(rowsOf([1, 1, 0], [0, 0, 0], [1, 1, 1], [1, 0, 1]))).toEqual({
    mean: expect.closeTo(0.583333, 6),
    naive: expect.closeTo(0.148647, 6),
    clustered: expect.closeTo(0.209718, 6),
    n: 12,
    clusters: 4,
  });
});

test.each([
  { rows: rowsOf(), mean: null, naive: null, clustered: null },
  { rows: rowsOf([2]), mean: 2, naive: null, clustered: null },
  { rows: rowsOf([1, 3]), mean: 2, naive: 1, clustered: null },
])('$rows.length rows of one case have no clustered error', ({ rows, mean, naive, clustered }) => {
  expect(clusteredError(rows)).toMatchObject({ mean, naive, clustered });
});

test('with one row a cluster both errors are the same', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 20 }), (values) => {
      const { naive, clustered } = clusteredError(rowsOf(...values.map((value) => [value])));
      expect(clustered).toBeCloseTo(naive ?? Number.NaN, 9);
    }),
  );
});
