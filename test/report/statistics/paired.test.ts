import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairedComparison } from '../../../src/report/statistics/paired.ts';

const seed = 'a run';
const row = (name: string, value: number, persona = 'sanguine', repeat = 1) => ({ case: name, persona, repeat, value });

describe('two doctors on the same consultations', () => {
  test('by hand: matched by case, persona and repeat, in whatever order', () => {
    const first = [row('c1', 1), row('c1', 1, 'choleric'), row('c2', 0), row('c3', 1)];
    const second = [row('c3', 0), row('c1', 0, 'choleric'), row('c2', 0), row('c1', 1)];
    // differences 1−1, 1−0, 0−0, 1−0: mean 2/4; by case 1, 0, 1: signs give ±2, 0, 0, so p = 2/4
    const { difference, p, mcnemar, unmatched } = pairedComparison(first, second, { seed });
    expect(difference).toMatchObject({ value: 0.5, n: 4, clusters: 3 });
    expect({ p, mcnemar, unmatched }).toEqual({ p: 0.5, mcnemar: null, unmatched: 0 });
  });

  test('a consultation that only one had is left out and counted', () => {
    const first = [row('c1', 1), row('c2', 1), row('c2', 0, 'sanguine', 2)];
    const second = [row('c1', 0), row('c4', 1)];
    const { difference, unmatched } = pairedComparison(first, second, { seed });
    expect(difference).toEqual({ value: 1, low: null, high: null, n: 1, clusters: 1 });
    expect(unmatched).toBe(3); // two of the first doctor, one of the second
  });

  test('without a common consultation there is nothing to say', () => {
    expect(pairedComparison([row('c1', 1)], [row('c2', 1)], { seed })).toEqual({
      difference: { value: null, low: null, high: null, n: 0, clusters: 0 },
      p: null,
      mcnemar: null,
      unmatched: 2,
    });
  });

  test('two values for one consultation are a fault of the caller', () => {
    expect(() => pairedComparison([row('c1', 1), row('c1', 0)], [], { seed })).toThrow('two values');
  });
});

describe('McNemar', () => {
  /** 2 cases that the first alone gets right, 9 that the second does, 4 that both do. */
  const first = Array.from({ length: 15 }, (_, index) => row(`c${index}`, index < 2 || index >= 11 ? 1 : 0));
  const second = Array.from({ length: 15 }, (_, index) => row(`c${index}`, index < 2 ? 0 : 1));

  test('is given where each case occurs once: 2 against 9 has p 0.065430, and so has flipping signs', () => {
    const { difference, p, mcnemar } = pairedComparison(first, second, { seed });
    expect(mcnemar).toEqual({ onlyFirst: 2, onlySecond: 9, p: expect.closeTo(0.06543, 6) });
    expect(p).toBe(134 / 2048); // 11 cases differ, by 1 each: the same binomial
    expect(difference.value).toBeCloseTo(-7 / 15, 12);
  });

  test('is not given where a case occurs twice, nor for scores between 0 and 1', () => {
    const twice = (rows: typeof first) => [...rows, row('c0', 1, 'choleric')];
    expect(pairedComparison(twice(first), twice(second), { seed }).mcnemar).toBeNull();
    expect(pairedComparison([row('c1', 0.5)], [row('c1', 0)], { seed }).mcnemar).toBeNull();
  });
});

describe('swapping the doctors', () => {
  const rows = fc.uniqueArray(
    fc.record({
      case: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
      persona: fc.constantFrom('sanguine', 'choleric'),
      repeat: fc.integer({ min: 1, max: 2 }),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { selector: ({ case: name, persona, repeat }) => `${name} ${persona} ${repeat}` },
  );

  test('negates the difference and its interval, and leaves p as it is', () => {
    fc.assert(
      fc.property(rows, rows, (first, second) => {
        const one = pairedComparison(first, second, { seed, resamples: 40 });
        const other = pairedComparison(second, first, { seed, resamples: 40 });
        const near = (figure: number | null) => (figure === null ? null : expect.closeTo(-figure, 9));
        expect(other.difference.value).toEqual(near(one.difference.value));
        expect(other.difference.low).toEqual(near(one.difference.high));
        expect(other.difference.high).toEqual(near(one.difference.low));
        expect(other.p).toBe(one.p);
        expect(other.unmatched).toBe(one.unmatched);
      }),
    );
  });

  test('a doctor compared with itself differs by 0, p 1', () => {
    fc.assert(
      fc.property(rows, (same) => {
        const { difference, p } = pairedComparison(same, [...same].reverse(), { seed, resamples: 20 });
        expect([difference.value, p]).toEqual(same.length === 0 ? [null, null] : [0, 1]);
      }),
    );
  });
});
