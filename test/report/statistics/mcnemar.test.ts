import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemarExact } from '../../../src/report/statistics/mcnemar.ts';

test('2 against 9: 2 · (C(11,0) + C(11,1) + C(11,2)) / 2^11 = 2 · (1 + 11 + 55) / 2048 = 0.065430', () => {
  expect(mcnemarExact(2, 9)).toBeCloseTo(134 / 2048, 12);
});

test.each([
  { onlyFirst: 0, onlySecond: 0, p: 1 },
  { onlyFirst: 3, onlySecond: 3, p: 1 },
  { onlyFirst: 0, onlySecond: 5, p: 2 / 32 },
])('$onlyFirst against $onlySecond has p $p', ({ onlyFirst, onlySecond, p }) => {
  expect(mcnemarExact(onlyFirst, onlySecond)).toBeCloseTo(p, 12);
});

test('thousands of cases neither overflow nor vanish', () => {
  expect(mcnemarExact(2000, 2000)).toBe(1);
  expect(mcnemarExact(1900, 2100)).toBeCloseTo(0.00166, 4); // normal: z = (200 − 1) / √4000 = 3.146
});

test('p lies above 0 and at most at 1, whoever comes first', () => {
  const count = fc.nat({ max: 200 });
  fc.assert(
    fc.property(count, count, (one, other) => {
      const p = mcnemarExact(one, other);
      expect(p > 0 && p <= 1).toBe(true);
      expect(mcnemarExact(other, one)).toBe(p);
    }),
  );
});
