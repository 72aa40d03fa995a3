import { expect, test } from 'vitest';
import { rubricsText } from '../../src/report/rubrics-text.ts';

const style = { width: 80, styled: false };
const figure = (value: number | null, n: number) => ({ value, low: value, high: value, n, clusters: n });

test('a run by one rubric that is graded whole needs no word beside its leaderboard', () => {
  expect(rubricsText([['bayes', { rubric: figure(0.5, 4) }]], style)).toEqual([]);
});

test('what waits for a judge leaves bounds, also where only some consultations do', () => {
  const graded = { 'rubric:a': figure(0.5, 4), 'rubricLow:a': figure(0.5, 4), 'rubricHigh:a': figure(0.5, 4) };
  const open = { 'rubric:b': figure(0.75, 1), 'rubricLow:b': figure(0.25, 4), 'rubricHigh:b': figure(0.875, 4) };
  const text = rubricsText([['bayes', { ...graded, ...open }]], style).join('\n');
  expect(text).toMatch(/bayes +0\.50 +0\.25 to 0\.88/);
  expect(text).not.toContain('0.75'); // a mean over those that could be graded is none of the doctor's
  expect(text).toContain('--judge');
});
