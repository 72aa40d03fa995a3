import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passAtK, passHatK, passRates } from '../../../src/report/statistics/pass-k.ts';

const seed = 'a run';

describe('5 repeats of which 3 are correct', () => {
  test.each([
    { k: 1, hat: 0.6, at: 0.6 }, // 3/5; 1 − 2/5
    { k: 2, hat: 0.3, at: 0.9 }, // 3/10; 1 − 1/10
    { k: 3, hat: 0.1, at: 1 }, // 1/10; 1 − 0/10
    { k: 4, hat: 0, at: 1 },
  ])('pass^$k is $hat, pass@$k is $at', ({ k, hat, at }) => {
    expect(passHatK(5, 3, k)).toBeCloseTo(hat, 12);
    expect(passAtK(5, 3, k)).toBeCloseTo(at, 12);
  });
});

test.each([
  [5, 3, 0],
  [5, 3, 6],
  [5, 6, 1],
])('of %d with %d correct one cannot pick %d', (n, c, k) => {
  expect(() => passHatK(n, c, k)).toThrow('cannot pick');
});

test('0 ≤ pass^k ≤ pass@k ≤ 1; more repeats make it harder to be reliable and easier to be lucky', () => {
  const counts = fc
    .integer({ min: 1, max: 60 })
    .chain((n) => fc.tuple(fc.constant(n), fc.nat({ max: n }), fc.integer({ min: 1, max: n })));
  fc.assert(
    fc.property(counts, ([n, c, k]) => {
      const [hat, at] = [passHatK(n, c, k), passAtK(n, c, k)];
      expect(hat).toBeGreaterThanOrEqual(0);
      expect(hat).toBeLessThanOrEqual(at + 1e-12);
      expect(at).toBeLessThanOrEqual(1);
      if (k === n) return;
      expect(passHatK(n, c, k + 1)).toBeLessThanOrEqual(hat + 1e-12);
      expect(passAtK(n, c, k + 1)).toBeGreaterThanOrEqual(at - 1e-12);
    }),
  );
});

describe('the rates of a run', () => {
  const consult = (name: string, persona: string, ...results: number[]) =>
    results.map((result) => ({ case: name, persona, correct: result === 1 }));

  test('are means over patients, for every k that all have the repeats for', () => {
    const consultations = [
      ...consult('c1', 'sanguine', 1, 1, 0),
      ...consult('c1', 'choleric', 1, 1),
      ...consult('c2', 'sanguine', 0, 0),
    ];
    const rates = passRates(consultations, { seed });
    // pass^1 = (2/3 + 1 + 0) / 3 = 5/9; pass^2 = (1/3 + 1 + 0) / 3 = 4/9; pass@2 = (1 + 1 + 0) / 3 = 2/3
    expect(rates.map(({ k }) => k)).toEqual([1, 2]);
    expect(rates[0]?.passHat).toMatchObject({ value: expect.closeTo(5 / 9, 12), n: 3, clusters: 2 });
    expect(rates[0]?.passAt.value).toBeCloseTo(5 / 9, 12);
    expect(rates[1]?.passHat.value).toBeCloseTo(4 / 9, 12);
    expect(rates[1]?.passAt.value).toBeCloseTo(2 / 3, 12);
  });

  test('there are none without consultations', () => {
    expect(passRates([], { seed })).toEqual([]);
  });
});
