import { describe, expect, test } from 'vitest';
import { krippendorff } from '../../../src/report/statistics/krippendorff.ts';

const seed = 'a run';
const thingsOf = (...things: readonly (readonly number[])[]) =>
  things.map((ratings, at) => ({ cluster: `consultation ${at}`, ratings }));

describe('the pairs 1 1, 2 2, 3 3, 3 4, 4 4, 1 2, 2 2, 4 3', () => {
  const things = thingsOf([1, 1], [2, 2], [3, 3], [3, 4], [4, 4], [1, 2], [2, 2], [4, 3]);

  test.each([
    // D_o = 3 · 2 / 16; D_e = (256 − 9 − 25 − 16 − 16) / (16 · 15) = 190 / 240
    { distance: 'nominal', value: 1 - 6 / 16 / (190 / 240) },
    // mid-ranks 1.5, 5.5, 10, 14
    { distance: 'ordinal', value: 0.858491 },
    // D_o = 6 / 16; D_e = 2 · 16 · Σ (x − x̄)² / 240 with Σ (x − x̄)² = 17.9375
    { distance: 'interval', value: 1 - 6 / 16 / ((32 * 17.9375) / 240) },
  ] as const)('$distance α is $value', ({ distance, value }) => {
    const figure = krippendorff(things, distance, { seed });
    expect(figure).toMatchObject({ value: expect.closeTo(value, 6), n: 16, clusters: 8 });
    expect(figure.low).toBeLessThan(value);
    expect(figure.high).toBeGreaterThan(value);
  });

  test('nominal .526316 and interval .843206, as the peers have them', () => {
    expect(krippendorff(things, 'nominal', { seed }).value).toBeCloseTo(0.526316, 6);
    expect(krippendorff(things, 'interval', { seed }).value).toBeCloseTo(0.843206, 6);
  });
});

test('a missing rating is left out, and a thing that one alone rated says nothing', () => {
  const whole = krippendorff(thingsOf([1, 1], [0, 0], [1, 0, 1]), 'nominal', { seed });
  expect(krippendorff(thingsOf([1, 1], [0, 0], [1, 0, 1], [0], []), 'nominal', { seed })).toEqual(whole);
  // n = 7, of 1 four and of 0 three; D_o = (2 · 2 / 2) / 7 = 2/7, D_e = 2 · 4 · 3 / 42 = 4/7
  expect(whole).toMatchObject({ value: expect.closeTo(0.5, 12), n: 7 });
});

test('on two levels all distances are the same', () => {
  const things = thingsOf([1, 1], [0, 1], [0, 0], [1, 0], [1, 1]);
  const [nominal, ordinal, interval] = (['nominal', 'ordinal', 'interval'] as const).map(
    (distance) => krippendorff(things, distance, { seed }).value ?? Number.NaN,
  );
  expect(ordinal).toBeCloseTo(nominal ?? 0, 12);
  expect(interval).toBeCloseTo(nominal ?? 0, 12);
});

test('ratings that are all the same, and none, have no α', () => {
  expect(krippendorff(thingsOf([1, 1], [1, 1]), 'nominal', { seed })).toMatchObject({ value: null, n: 4 });
  expect(krippendorff([], 'nominal', { seed })).toEqual({ value: null, low: null, high: null, n: 0, clusters: 0 });
});
