import { describe, expect, test } from 'vitest';
import type { RubricScore } from '../../../src/assessor/assessment.ts';
import { gradePairs, hasDrifted, outcomeOf, scoreChange } from '../../../src/audit/flaws/compared.ts';

const score = (criteria: readonly (readonly [id: string, points: number, met: number | null])[]): RubricScore => ({
  rubric: 'r',
  score: null,
  low: 0,
  high: 1,
  dimensions: {},
  criteria: criteria.map(([id, points, met]) => ({ id, points, met, by: 'rule', reason: '', turn: null, quote: null })),
});

/** The grades of one criterion before and after. */
function pair(points: number, before: number | null, after: number | null) {
  const [one] = gradePairs([score([['c', points, before]])], [score([['c', points, after]])]);
  if (!one) throw new Error('there is one criterion');
  return one;
}

describe('an edit that must cost points', () => {
  test.each([
    { points: 2, before: 1, after: 0, outcome: 'caught' },
    { points: 2, before: 1, after: 0.5, outcome: 'caught' },
    { points: 2, before: 1, after: 1, outcome: 'missed' },
    { points: 2, before: 0.5, after: 0, outcome: 'base not met' },
    { points: 2, before: 0, after: 0, outcome: 'base not met' },
    { points: 2, before: 1, after: null, outcome: 'ungraded' },
    { points: 2, before: null, after: 0, outcome: 'ungraded' },
    // Where the points are negative, meeting it is what costs.
    { points: -4, before: 0, after: 1, outcome: 'caught' },
    { points: -4, before: 0, after: 0, outcome: 'missed' },
    { points: -4, before: 1, after: 1, outcome: 'base not met' },
  ])('from $before to $after of $points points is $outcome', ({ points, before, after, outcome }) => {
    expect(outcomeOf(pair(points, before, after))).toBe(outcome);
  });
});

describe('a neutral edit', () => {
  test.each([
    { before: 1, after: 1, drifted: false },
    { before: 1, after: 0, drifted: true },
    { before: 0, after: 1, drifted: true },
    { before: 1, after: null, drifted: true },
    { before: null, after: null, drifted: null },
  ])('from $before to $after has drifted: $drifted', ({ before, after, drifted }) => {
    expect(hasDrifted(pair(1, before, after))).toBe(drifted);
  });

  test('moves the score by what changed of the positive points that are graded both times', () => {
    const before = score([
      ['a', 3, 1],
      ['b', 1, 1],
      ['harm', -2, 0],
      ['judged', 4, null],
    ]);
    const after = score([
      ['a', 3, 1],
      ['b', 1, 0],
      ['harm', -2, 1],
      ['judged', 4, 1],
    ]);
    // (3 + 1) / 4 = 1 before, (3 − 2) / 4 = 0.25 after; what was ungraded before is left out of both.
    expect(scoreChange(gradePairs([before], [after]))).toBeCloseTo(0.75, 12);
    expect(scoreChange(gradePairs([score([['harm', -2, 0]])], [score([['harm', -2, 1]])]))).toBeNull();
  });
});
