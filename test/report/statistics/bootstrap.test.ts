import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clusteredInterval,
  clusteredRatio,
  clusteredStatistic,
  overDrawnClusters,
  percentileInterval,
} from '../../../src/report/statistics/bootstrap.ts';

const seed = 'a run';
const someRows = fc.array(
  fc.record({
    cluster: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    value: fc.double({ min: -10, max: 10, noNaN: true }),
  }),
  { maxLength: 30 },
);

describe('the mean', () => {
  test('is of rows, not of clusters: (1 + 1 + 1 + 0) / 4', () => {
    const rows = [
      { cluster: 'a', value: 1 },
      { cluster: 'a', value: 1 },
      { cluster: 'a', value: 1 },
      { cluster: 'b', value: 0 },
    ];
    expect(clusteredInterval(rows, { seed })).toMatchObject({ value: 0.75, n: 4, clusters: 2 });
  });

  test('has no value without rows, and no interval from one cluster', () => {
    expect(clusteredInterval([], { seed })).toEqual({ value: null, low: null, high: null, n: 0, clusters: 0 });
    const one = [3, 5].map((value) => ({ cluster: 'only', value }));
    expect(clusteredInterval(one, { seed })).toEqual({ value: 4, low: null, high: null, n: 2, clusters: 1 });
  });

  test('a value that is no number is a fault of the caller', () => {
    expect(() => clusteredInterval([{ cluster: 'a', value: Number.NaN }], { seed })).toThrow('cannot be averaged');
  });
});

describe('the interval', () => {
  test('of two clusters with means 0 and 1 reaches from 0 to 1: a quarter of the resamples is 0, a quarter is 1', () => {
    const rows = [0, 1].map((value) => ({ cluster: `case ${value}`, value }));
    expect(clusteredInterval(rows, { seed })).toMatchObject({ value: 0.5, low: 0, high: 1 });
  });

  test('of 100 independent rows is near the normal one: 0.5 ± 1.96 · √(0.25 / 100)', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ cluster: `case ${index}`, value: index % 2 }));
    const { low, high } = clusteredInterval(rows, { seed });
    expect(low).toBeCloseTo(0.402, 1);
    expect(high).toBeCloseTo(0.598, 1);
  });

  test('does not shrink where every row is there four times', () => {
    const once = Array.from({ length: 20 }, (_, index) => ({ cluster: `case ${index}`, value: index % 3 }));
    const fourTimes = [...once, ...once, ...once, ...once];
    const { low, high } = clusteredInterval(once, { seed });
    const repeated = clusteredInterval(fourTimes, { seed });
    expect([repeated.low, repeated.high]).toEqual([low, high]);
  });

  test('its ends are interpolated quantiles: of 0 to 10 at level 0.5, 2.5 and 7.5', () => {
    const estimates = Float64Array.from({ length: 11 }, (_, index) => 10 - index);
    expect(percentileInterval(estimates, { level: 0.5 })).toEqual({ low: 2.5, high: 7.5 });
  });

  test('is given up where more resamples are undefined than it leaves outside', () => {
    const withUndefined = (count: number) =>
      Float64Array.from({ length: 20 }, (_, at) => (at < count ? Number.NaN : 1));
    expect(percentileInterval(withUndefined(2), { level: 0.9 })).toEqual({ low: 1, high: 1 });
    expect(percentileInterval(withUndefined(3), { level: 0.9 })).toEqual({ low: null, high: null });
  });

  test.each([0, 1, 95])('at level %d is a fault of the caller', (level) => {
    expect(() => percentileInterval(new Float64Array(3), { level })).toThrow('between 0 and 1');
  });

  test('its low end is never above its high end, and both lie within the values', () => {
    fc.assert(
      fc.property(someRows, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (rows, level) => {
        const { low, high } = clusteredInterval(rows, { seed, resamples: 50, level });
        if (low === null || high === null) return;
        const values = rows.map(({ value }) => value);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
      }),
    );
  });

  test('is the same to the last bit for the same seed, in whatever order the rows come', () => {
    const shuffled = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, ([rows, reordered]) => {
        const options = { seed: 7, resamples: 50 };
        expect(clusteredInterval(reordered, options)).toEqual(clusteredInterval(rows, options));
      }),
    );
  });

  test('moves with the values: adding 1 to each adds 1 to its ends', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const options = { seed, resamples: 50 };
        const before = clusteredInterval(rows, options);
        const after = clusteredInterval(
          rows.map((row) => ({ ...row, value: row.value + 1 })),
          options,
        );
        if (before.low === null || before.high === null) return;
        expect(after.low).toBeCloseTo(before.low + 1, 9);
        expect(after.high).toBeCloseTo(before.high + 1, 9);
      }),
    );
  });

  test('another seed draws other resamples', () => {
    const rows = Array.from({ length: 30 }, (_, index) => ({ cluster: `case ${index}`, value: Math.sin(index) }));
    expect(clusteredInterval(rows, { seed: 1 })).not.toEqual(clusteredInterval(rows, { seed: 2 }));
  });
});

describe('a ratio of sums', () => {
  test('weighs rows by their denominator: (1 + 3) / (2 + 8)', () => {
    const rows = [
      { cluster: 'a', numerator: 1, denominator: 2 },
      { cluster: 'b', numerator: 3, denominator: 8 },
    ];
    const { value, low, high } = clusteredRatio(rows, { seed });
    expect(value).toBe(0.4);
    expect([low, high]).toEqual([0.375, 0.5]); // b drawn twice: 6/16; a drawn twice: 2/4
  });

  test('has no value where nothing is below the line', () => {
    const rows = ['a', 'b'].map((cluster) => ({ cluster, numerator: 0, denominator: 0 }));
    expect(clusteredRatio(rows, { seed })).toEqual({ value: null, low: null, high: null, n: 2, clusters: 2 });
  });
});

describe('any statistic', () => {
  test('that is the mean agrees with the fast mean', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const options = { seed, resamples: 40 };
        const mean = (sample: readonly { value: number }[]) =>
          sample.length === 0 ? null : sample.reduce((sum, { value }) => sum + value, 0) / sample.length;
        const fast = clusteredInterval(rows, options);
        const slow = clusteredStatistic(rows, mean, options);
        for (const end of ['value', 'low', 'high'] as const) {
          if (fast[end] === null) expect(slow[end]).toBeNull();
          else expect(slow[end]).toBeCloseTo(fast[end], 9);
        }
      }),
    );
  });

  test('sees the rows of a cluster together, as often as it was drawn', () => {
    const rows = ['a', 'a', 'b', 'c', 'c'].map((cluster) => ({ cluster }));
    const drawsOf = (sample: readonly { cluster: string }[], cluster: string) =>
      sample.filter((row) => row.cluster === cluster).length;
    clusteredStatistic(
      rows,
      (sample) => {
        expect(drawsOf(sample, 'a') / 2 + drawsOf(sample, 'b') + drawsOf(sample, 'c') / 2).toBe(3);
        return 0;
      },
      { seed, resamples: 20 },
    );
  });

  test('over clusters by index is given each once, then as many draws as there are clusters', () => {
    const seen: number[][] = [];
    const note = (drawn: ArrayLike<number>, from: number, to: number) => {
      seen.push(Array.from(drawn).slice(from, to));
      return 0;
    };
    overDrawnClusters(3, note, { seed, resamples: 5 });
    expect(seen).toHaveLength(6);
    expect(seen[0]).toEqual([0, 1, 2]);
    expect(seen.flat().every((index) => index >= 0 && index < 3)).toBe(true);
    expect(seen.every((resample) => resample.length === 3)).toBe(true);
  });
});
