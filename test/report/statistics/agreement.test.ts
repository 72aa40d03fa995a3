import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreement } from '../../../src/report/statistics/agreement.ts';

const seed = 'a run';
const pairsOf = (...pairs: readonly (readonly [number, number])[]) =>
  pairs.map(([one, other], at) => ({ cluster: `consultation ${at}`, one, other }));

describe('the pairs 1 1, 2 2, 3 3, 3 4, 4 4, 1 2, 2 2, 4 3 on four levels', () => {
  const pairs = pairsOf([1, 1], [2, 2], [3, 3], [3, 4], [4, 4], [1, 2], [2, 2], [4, 3]);
  const figures = agreement(pairs, [1, 2, 3, 4], { seed });

  test.each([
    { figure: 'percent', value: 5 / 8 },
    // by chance (2·1 + 2·3 + 2·2 + 2·2) / 64 = ¼ are alike: (5/8 − ¼) / ¾
    { figure: 'kappa', value: 0.5 },
    // three are one level apart: observed 3 · 1/3 / 8 = .125; by chance 2 · (1·6 + 3·4 + 2·4 + 2·6) / 3 / 64 = .395833
    { figure: 'linearKappa', value: 0.684211 },
    // observed 3 · 1/9 / 8 = .041667; by chance 2 · (1·14 + 3·6 + 2·6 + 2·14) / 9 / 64 = .25
    { figure: 'quadraticKappa', value: 0.833333 },
    // π = 3/16, 5/16, 4/16, 4/16: Σ π (1 − π) / 3 = (39 + 55 + 48 + 48) / 768 = .247396
    { figure: 'ac1', value: 0.50173 },
  ] as const)('$figure is $value', ({ figure, value }) => {
    expect(figures[figure]).toMatchObject({ value: expect.closeTo(value, 6), n: 8, clusters: 8 });
  });

  test('each has an interval around it', () => {
    for (const { value, low, high } of Object.values(figures)) {
      expect(low).toBeLessThan(value ?? Number.NaN);
      expect(high).toBeGreaterThan(value ?? Number.NaN);
    }
  });
});

test('where nearly all is met κ is near 0 and AC1 near the percent', () => {
  const pairs = pairsOf(...Array.from({ length: 18 }, () => [1, 1] as const), [1, 0], [0, 1]);
  const { percent, kappa, ac1 } = agreement(pairs, [0, 1], { seed });
  expect(percent.value).toBeCloseTo(0.9, 12);
  expect(kappa.value).toBeCloseTo(-0.052632, 6); // (.9 − .905) / .095
  expect(ac1.value).toBeCloseTo(0.889503, 6); // (.9 − .095) / .905
});

test('where both rate all alike κ is undefined and AC1 is 1', () => {
  const { percent, kappa, ac1 } = agreement(pairsOf([1, 1], [1, 1]), [0, 1], { seed });
  expect([percent.value, kappa.value, ac1.value]).toEqual([1, null, 1]);
});

test('a rating that is no level is a fault of the caller', () => {
  expect(() => agreement(pairsOf([2, 1]), [0, 1], { seed })).toThrow('none of the levels');
});

test('whole consultations are drawn: copies of a rating within one make no interval narrower', () => {
  const pairs = pairsOf([1, 1], [0, 1], [1, 1], [0, 0], [1, 0]);
  const tenfold = pairs.flatMap((pair) => Array.from({ length: 10 }, () => pair));
  const once = agreement(pairs, [0, 1], { seed }).percent;
  expect(agreement(tenfold, [0, 1], { seed }).percent).toEqual({ ...once, n: 50 });
});

test('who comes first changes nothing, and nothing is above 1', () => {
  const level = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 20 }), (list) => {
      const one = agreement(pairsOf(...list), [0, 1, 2, 3], { seed, resamples: 1 });
      const swapped = list.map(([first, second]) => [second, first] as const);
      const other = agreement(pairsOf(...swapped), [0, 1, 2, 3], { seed, resamples: 1 });
      for (const key of ['percent', 'kappa', 'linearKappa', 'quadraticKappa', 'ac1'] as const) {
        const [value, swappedValue] = [one[key].value, other[key].value];
        if (value === null || swappedValue === null) expect(value).toBe(swappedValue);
        else {
          expect(value).toBeLessThanOrEqual(1);
          expect(swappedValue).toBeCloseTo(value, 9);
        }
      }
    }),
  );
});
