import { expect, test } from 'vitest';
import { dialogueEfficiency } from '../../../src/report/statistics/dialogue-efficiency.ts';

test('a score of 50 in 8 turns of 40 tokens: 2500 / 8.4 = 297.619', () => {
  expect(dialogueEfficiency(50, 8, 40)).toBeCloseTo(297.619, 3);
});

test('a dialogue without a turn has none', () => {
  expect(() => dialogueEfficiency(50, 0, 40)).toThrow('no dialogue has 0 turns');
});
