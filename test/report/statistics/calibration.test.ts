import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnderRiskCoverage, calibration, calibrationBins } from '../../../src/report/statistics/calibration.ts';

const seed = 'a run';
const rowsOf = (...rows: readonly (readonly [probability: number, correct: boolean])[]) =>
  rows.map(([probability, correct], at) => ({ cluster: `case ${at}`, probability, correct }));

describe('said .9 and .8 of what was right, .6 and .3 of what was wrong', () => {
  const rows = rowsOf([0.9, true], [0.8, true], [0.6, false], [0.3, false]);
  const figures = calibration(rows, { seed, resamples: 50 });

  test('Brier: (.01 + .04 + .36 + .09) / 4 = .125', () => {
    expect(figures.brier).toMatchObject({ value: expect.closeTo(0.125, 12), n: 4, clusters: 4 });
  });

  test('log score: (.152003 + .321928 + 1.321928 + .514573) / 4 = .577608 bits', () => {
    expect(figures.logScoreBits.value).toBeCloseTo(0.577608, 6);
  });

  test('expected calibration error, each in a bin of its own: (.1 + .2 + .6 + .3) / 4 = .3', () => {
    expect(figures.expectedError.value).toBeCloseTo(0.3, 12);
    expect(figures.bins).toHaveLength(10);
    expect(figures.bins[6]).toEqual({ from: 0.6, to: 0.7, n: 1, stated: 0.6, accuracy: 0 });
  });

  test('in two bins, .9 .8 .6 and .3: ¾ · |2/3 − 2.3/3| + ¼ · .3 = .15', () => {
    const { expectedError } = calibration(rows, { seed, resamples: 50 }, { bins: 2 });
    expect(expectedError.value).toBeCloseTo(0.15, 12);
  });

  test('risk by coverage 0, 0, 1/3, 2/4: their mean is .208333', () => {
    expect(figures.riskCoverage.value).toBeCloseTo((1 / 3 + 1 / 2) / 4, 12);
  });
});

test('equally sure rows count as the mean of their orders: of two, one wrong, ½ and ½', () => {
  expect(areaUnderRiskCoverage(rowsOf([0.7, true], [0.7, false]))).toBe(0.5);
  expect(areaUnderRiskCoverage(rowsOf([0.7, false], [0.7, true]))).toBe(0.5);
});

test('“100 %” and wrong costs 7.64 bits, and not all there is', () => {
  expect(calibration(rowsOf([1, false]), { seed }).logScoreBits.value).toBeCloseTo(-Math.log2(0.005), 9);
});

test('a probability of 1 is in the last bin; what is none is refused', () => {
  expect(calibrationBins(rowsOf([1, true], [0, false])).flatMap(({ n }, at) => (n > 0 ? [at] : []))).toEqual([0, 9]);
  expect(() => calibrationBins(rowsOf([90, true]))).toThrow('90 is no probability');
});

test('without rows there is nothing to say', () => {
  const { brier, expectedError, riskCoverage } = calibration([], { seed });
  expect([brier.value, expectedError.value, riskCoverage.value]).toEqual([null, null, null]);
});

test('Brier, error and area lie from 0 to 1, and the order of the rows changes nothing', () => {
  const row = fc.tuple(
    fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20),
    fc.boolean(),
  );
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (list) => {
      const rows = rowsOf(...list);
      const one = calibration(rows, { seed, resamples: 2 });
      const other = calibration([...rows].reverse(), { seed, resamples: 2 });
      for (const key of ['brier', 'expectedError', 'riskCoverage'] as const) {
        expect(one[key].value).toBeGreaterThanOrEqual(0);
        expect(one[key].value).toBeLessThanOrEqual(1);
        expect(other[key].value).toBeCloseTo(one[key].value ?? Number.NaN, 9);
      }
    }),
    { numRuns: 50 },
  );
});
