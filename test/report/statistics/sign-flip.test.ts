import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signFlip } from '../../../src/report/statistics/sign-flip.ts';

const seed = 'a run';

test.each([
  { differences: [1, 1, 1], p: 2 / 8, why: 'only +++ and −−− reach 3' },
  { differences: [1, 2, -1], p: 6 / 8, why: 'sums ±4, ±2, ±2, ±0: six of eight reach 2' },
  { differences: [1, 0, 1, 1, 0], p: 2 / 8, why: 'cases without a difference change nothing' },
  { differences: [0, 0], p: 1, why: 'no case differs' },
  { differences: [], p: 1, why: 'there is no case' },
  { differences: Array(12).fill(1), p: 2 / 4096, why: 'twelve are still enumerated' },
])('$differences has p $p: $why', ({ differences, p }) => {
  expect(signFlip(differences, seed)).toBe(p);
});

test('sums that are equal on paper count as equal: 0.1 + 0.2 reaches 0.3', () => {
  expect(signFlip([0.1, 0.2, 0.3], seed)).toBe(2 / 8);
  expect(signFlip([0.3, -0.1, -0.2], seed)).toBe(1);
});

test('thirteen cases are sampled: at least 1 in 10,000, near the exact 2 / 8192', () => {
  const p = signFlip(Array(13).fill(1), seed);
  expect(p).toBeGreaterThanOrEqual(1e-4);
  expect(p).toBeLessThan(1e-3);
});

test('sampling is near the exact p: of 16 ones, 12 positive, P(≥ 12 or ≤ 4 heads of 16) = 5034 / 65536', () => {
  // 2 · (C(16,12) + C(16,13) + C(16,14) + C(16,15) + C(16,16)) = 2 · (1820 + 560 + 120 + 16 + 1) = 5034
  const differences = Array.from({ length: 16 }, (_, index) => (index < 12 ? 1 : -1));
  expect(Math.abs(signFlip(differences, seed) - 5034 / 65536)).toBeLessThan(0.01); // four standard errors
});

test('beyond thirty cases every sign still has a draw of its own', () => {
  // Were signs reused after the thirtieth, these pairs would always add up or always cancel.
  const pairs = Array.from({ length: 60 }, (_, index) => (index < 40 ? 1 : -1));
  expect(Math.abs(signFlip(pairs, seed) - 0.0135)).toBeLessThan(0.006); // exact: P(|60 coin signs| ≥ 20) = 0.0135
});

test('p lies above 0 and at most at 1, is the same again, and does not mind who comes first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 14 }), (differences) => {
      const p = signFlip(differences, seed);
      expect(p > 0 && p <= 1).toBe(true);
      expect(signFlip(differences, seed)).toBe(p);
      expect(
        signFlip(
          differences.map((difference) => -difference),
          seed,
        ),
      ).toBe(p);
    }),
    { numRuns: 40 },
  );
});
