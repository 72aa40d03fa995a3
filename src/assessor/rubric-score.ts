import type { Rubric } from '../catalog/rubric.ts';
import type { CriterionGrade, QuotedGrade, RubricScore } from './assessment.ts';
import type { CheckSetting } from './checks/check.ts';
import { gradeBy } from './checks/checks.ts';

/**
 * Scores one consultation by a rubric: points met / positive points possible, as HealthBench does, unclipped. What could
 * not be graded is neither zero nor one: the score then is null and lies within [low, high].
 *
 * @param judged a judge's grades by criterion; they stand in for a rule's, which is kept beside them
 */
export function scoreRubric(
  rubric: Rubric,
  setting: Omit<CheckSetting, 'graded'>,
  judged?: ReadonlyMap<string, QuotedGrade>,
): RubricScore {
  const graded: CriterionGrade[] = [];
  for (const { criteria } of rubric.dimensions)
    for (const { id, points, check } of criteria) {
      const rule = check ? gradeBy(check, { ...setting, graded }) : null;
      const judgement = judged?.get(id);
      if (rule?.applies === false) graded.push({ id, points, by: 'rule', ...rule, quote: null });
      else if (judgement) {
        const beside = rule ? { rule: { met: rule.met, reason: rule.reason } } : {};
        graded.push({ id, points, by: 'judge', ...judgement, ...beside });
      } else if (rule) graded.push({ id, points, by: 'rule', ...rule, quote: null });
      else graded.push({ id, points, by: 'judge', ...unasked });
    }
  const dimensions = rubric.dimensions.map(
    ({ id, criteria }) =>
      [id, scoreOf(graded.filter((grade) => criteria.some((criterion) => criterion.id === grade.id)))] as const,
  );
  return { rubric: rubric.id, ...scoreOf(graded), dimensions: Object.fromEntries(dimensions), criteria: graded };
}

const unasked: QuotedGrade = { met: null, reason: 'needs a judge, and none was asked', turn: null, quote: null };

/** Points met / positive points; with ungraded criteria the bounds of what it may be. 0 positive points: bounds of 0. */
export function scoreOf(all: readonly { points: number; met: number | null; applies?: false }[]): {
  score: number | null;
  low: number;
  high: number;
} {
  const grades = all.filter(({ applies }) => applies !== false);
  const possible = grades.reduce((sum, { points }) => sum + Math.max(0, points), 0);
  if (possible === 0) return { score: null, low: 0, high: 0 };
  let certain = 0;
  let gain = 0;
  let loss = 0;
  for (const { points, met } of grades) {
    if (met !== null) certain += points * met;
    else if (points > 0) gain += points;
    else loss += points;
  }
  const isGraded = grades.every(({ met }) => met !== null);
  return {
    score: isGraded ? certain / possible : null,
    low: (certain + loss) / possible,
    high: (certain + gain) / possible,
  };
}
