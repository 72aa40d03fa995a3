import { expect, test } from 'vitest';
import { createChoice } from '../../../src/language/sense/choice.ts';

const choice = createChoice({
  mean: [1, 0],
  deviation: [2, 1],
  hidden: [
    [1, 0],
    [0, -1],
  ],
  hiddenBias: [0, 1],
  out: [2, 1],
  outBias: -1,
});

test('a candidate’s likelihood, worked by hand', () => {
  // (3 − 1) / 2 = 1 and (0 − 0) / 1 = 0; units 1 and 1 − 0 = 1; −1 + 2 + 1 = 2.
  expect(choice([3, 0])([])).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  expect(choice([3])([0])).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
  // Both units are below 0 and say nothing: 1 / (1 + e).
  expect(choice([])([-1, 5])).toBeCloseTo(1 / (1 + Math.E), 6);
});

test('features of another number are no features', () => {
  expect(() => choice([1])([])).toThrow('1 features where the choice has 2');
});
