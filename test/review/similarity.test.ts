import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shinglesOf, similarity } from '../../src/review/similarity.ts';

test('two texts are alike by the runs of four words that they share', () => {
  const one = shinglesOf('It came on slowly, over six weeks or so.'); // 9 words, 6 runs
  const other = shinglesOf('It came on slowly over two days'); // 7 words, 4 runs, of which 2 are shared
  expect(similarity(one, other)).toBeCloseTo(2 / (6 + 4 - 2), 9);
});

test('a text of fewer words than a run is like nothing', () => {
  expect(similarity(shinglesOf('It hurts'), shinglesOf('It hurts'))).toBe(0);
});

test('likeness has no direction, is whole for the same text, and never beyond', () => {
  const text = fc.lorem({ maxCount: 30 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [one, other] = [shinglesOf(a), shinglesOf(b)];
      expect(similarity(one, other)).toBe(similarity(other, one));
      expect(similarity(one, other)).toBeGreaterThanOrEqual(0);
      expect(similarity(one, other)).toBeLessThanOrEqual(1);
      if (one.size > 0) expect(similarity(one, one)).toBe(1);
    }),
  );
});
