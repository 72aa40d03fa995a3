import type { JudgeSettings } from '../catalog/model-settings.ts';
import type { Rubric } from '../catalog/rubric.ts';

export type Dimension = Rubric['dimensions'][number];
export type Criterion = Dimension['criteria'][number];

/**
 * The dimensions of a rubric with what a judge grades of them; dimensions with nothing for it are left out. A level that
 * is counted from other grades is never a judge's: it is arithmetic over them.
 */
export function judgedDimensions(rubric: Rubric, grades: JudgeSettings['grades']): Dimension[] {
  return rubric.dimensions
    .map((dimension) => ({ ...dimension, criteria: dimension.criteria.filter((one) => isJudged(one, grades)) }))
    .filter(({ criteria }) => criteria.length > 0);
}

function isJudged({ check }: Criterion, grades: JudgeSettings['grades']): boolean {
  return check === undefined || (grades === 'all' && check.rule !== 'overall-level');
}

/** Whether a judge has anything to grade; where not, no call is made, and whoever named a judge may want to know. */
export function needsJudge(rubric: Rubric, { grades }: Pick<JudgeSettings, 'grades'>): boolean {
  return judgedDimensions(rubric, grades).length > 0;
}
