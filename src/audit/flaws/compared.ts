import type { CriterionGrade, Grade, RubricScore } from '../../assessor/assessment.ts';
import { scoreOf } from '../../assessor/rubric-score.ts';

/**
 * What became of an edit that must cost points. `base not met`: the base did not have them to lose (for negative points: it
 * did the bad thing already), so nothing can be caught; `ungraded`: the grader gave up on the base or on the edit. All but
 * `caught` are misses.
 */
export type FlawOutcome = 'caught' | 'missed' | 'base not met' | 'ungraded';

/** A grade before and after an edit. */
export interface GradePair {
  readonly rubric: string;
  readonly criterion: string;
  readonly points: number;
  readonly before: Grade;
  readonly after: Grade;
}

/** Holds the grades of an edit against those of its base, criterion by criterion. */
export function gradePairs(before: readonly RubricScore[], after: readonly RubricScore[]): GradePair[] {
  return before.flatMap(({ rubric, criteria }) => {
    const edited = after.find((other) => other.rubric === rubric);
    return criteria.flatMap((grade) => {
      const other = edited?.criteria.find(({ id }) => id === grade.id);
      return other ? [pairOf(rubric, grade, other)] : [];
    });
  });
}

function pairOf(rubric: string, before: CriterionGrade, after: CriterionGrade): GradePair {
  return { rubric, criterion: before.id, points: before.points, before: gradeOf(before), after: gradeOf(after) };
}

const gradeOf = ({ met, reason, turn }: CriterionGrade): Grade => ({ met, reason, turn });

/** Whether a lowering edit was caught. The better grade is 1, and 0 where the points are negative. */
export function outcomeOf({ points, before, after }: GradePair): FlawOutcome {
  if (before.met === null) return 'ungraded';
  if (before.met !== (points > 0 ? 1 : 0)) return 'base not met';
  if (after.met === null) return 'ungraded';
  return points * after.met < points * before.met ? 'caught' : 'missed';
}

/** Whether a neutral edit changed a grade. One that nobody could give, before or after, is no grade: null, not "same". */
export function hasDrifted({ before, after }: GradePair): boolean | null {
  return before.met === null && after.met === null ? null : before.met !== after.met;
}

/**
 * How far a rubric's score moved, over the criteria that are graded before and after: a share of their positive points.
 * Null where they have none.
 */
export function scoreChange(pairs: readonly GradePair[]): number | null {
  const graded = pairs.filter(({ before, after }) => before.met !== null && after.met !== null);
  const before = scoreOf(graded.map(({ points, before: { met } }) => ({ points, met }))).score;
  const after = scoreOf(graded.map(({ points, after: { met } }) => ({ points, met }))).score;
  return before === null || after === null ? null : Math.abs(after - before);
}
