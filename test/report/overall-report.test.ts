import { describe, expect, test } from 'vitest';
import { overallsOf, repeatsOf } from '../../src/report/overall-report.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { line } from '../support/assessments.ts';

const scored = (score: number | null) => [{ rubric: 'r', score, low: 0, high: 1 }];

describe('the overall score by a rubric', () => {
  test('is clipped over all consultations of a doctor, and what has no score is counted', () => {
    const lines = [
      line({ case: 'c1', rubrics: scored(0.5) }),
      line({ case: 'c2', rubrics: scored(-0.9) }),
      line({ case: 'c3', rubrics: scored(null) }),
      line({ case: 'c1', doctor: 'other', rubrics: scored(0.8) }),
    ];
    expect(overallsOf(lines, 1)).toMatchObject([
      { doctor: 'd', rubric: 'r', score: 0, unclipped: expect.closeTo(-0.2, 12), n: 2, unscored: 1 },
      { doctor: 'other', rubric: 'r', score: 0.8, deviation: null, n: 1, unscored: 0 },
    ]);
  });

  test('stands in the report for each rubric', () => {
    const rubrics = [...scored(0.5), { rubric: 's', score: 1, low: 1, high: 1 }];
    const { overall, repeats } = reportOf('run', [line({ rubrics })], { seed: 1 });
    expect(overall.map(({ rubric, score }) => [rubric, score])).toEqual([
      ['r', 0.5],
      ['s', 1],
    ]);
    expect(repeats).toEqual([]);
  });
});

describe('over repeats', () => {
  const held = (repeat: number, correct: boolean, score: number | null) =>
    line({ repeat, correct, rubrics: scored(score) });

  test('a doctor has pass^k, pass@k and the worst of k', () => {
    const rates = repeatsOf([held(1, true, 0.2), held(2, false, 0.5), held(3, true, 0.9)], { seed: 1 });
    expect(
      rates.map(({ k, passHat, passAt, worstRubric }) => [k, passHat.value, passAt.value, worstRubric?.value]),
    ).toEqual([
      [1, expect.closeTo(2 / 3, 12), expect.closeTo(2 / 3, 12), expect.closeTo(1.6 / 3, 12)],
      [2, expect.closeTo(1 / 3, 12), 1, expect.closeTo(0.3, 12)],
      [3, 0, 1, expect.closeTo(0.2, 12)],
    ]);
  });

  test('a score that is missing leaves the worst unknown, for it may be the missing one', () => {
    const rates = repeatsOf([held(1, true, 0.2), held(2, false, null)], { seed: 1 });
    expect(rates.map(({ worstRubric }) => worstRubric)).toEqual([null, null]);
  });

  test('held once there is nothing to say', () => {
    expect(repeatsOf([held(1, true, 0.2)], { seed: 1 })).toEqual([]);
  });
});
