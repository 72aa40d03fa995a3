import { expect, test } from 'vitest';
import { overallScore } from '../../../src/report/statistics/overall-score.ts';

const seed = 'a run';

test('harm in one consultation counts against the others: the mean is clipped, and no score is', () => {
  expect(overallScore([0.5, 0.9, -0.8], { seed })).toMatchObject({ score: expect.closeTo(0.2, 12), n: 3 });
});

test('a mean below 0 is 0, and is kept as it is beside it', () => {
  expect(overallScore([-2, 0.5], { seed })).toMatchObject({ score: 0, unclipped: -0.75 });
});

test('the deviation of the mean of 0 and 1, n = 100, is near √(.25 / 100) = .05, and the same for the same seed', () => {
  const scores = Array.from({ length: 100 }, (_, at) => at % 2);
  const { deviation } = overallScore(scores, { seed });
  expect(deviation).toBeGreaterThan(0.045);
  expect(deviation).toBeLessThan(0.055);
  expect(overallScore([...scores].reverse(), { seed }).deviation).toBe(deviation);
  expect(overallScore(scores, { seed: 'another' }).deviation).not.toBe(deviation);
});

test('resamples are clipped, too: where all lie below 0 there is no deviation', () => {
  expect(overallScore([-1, -2, -3], { seed })).toMatchObject({ score: 0, deviation: 0 });
});

test('without scores there is none', () => {
  expect(overallScore([], { seed })).toEqual({ score: null, unclipped: null, deviation: null, n: 0 });
});
