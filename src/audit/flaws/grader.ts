import type { Assessor } from '../../assessor/assess.ts';
import type { RubricScore } from '../../assessor/assessment.ts';
import { judgedDimensions } from '../../assessor/judged-criteria.ts';
import type { Judging } from '../../assessor/judging.ts';
import type { JudgeSettings } from '../../catalog/model-settings.ts';
import type { Rubric } from '../../catalog/rubric.ts';
import type { Held } from '../held.ts';

/** Whoever grades consultations, and is audited for it. */
export interface Grader {
  /** `rules`, or a judge's spec. */
  readonly name: string;
  /** Criteria of a rubric that are this grader's; the others it leaves alone. */
  criteriaOf(rubric: Rubric): readonly string[];
  /**
   * Grades a consultation by some rubrics.
   *
   * @param sample which of several independent gradings this is, from 0; a rule has but one
   * @returns scores of these rubrics, with the grader's own criteria alone
   */
  grade(held: Held, rubrics: readonly Rubric[], sample: number, signal: AbortSignal): Promise<readonly RubricScore[]>;
}

/** The rules of the shipped rubrics. */
export function ruleGrader(assessor: Assessor): Grader {
  const criteriaOf = (rubric: Rubric) =>
    rubric.dimensions.flatMap(({ criteria }) => criteria.flatMap(({ id, check }) => (check ? [id] : [])));
  return {
    name: 'rules',
    criteriaOf,
    grade: async ({ key, history, assessed }, rubrics) =>
      ownOf(assessor.assess(key, history, assessed).rubrics, rubrics, criteriaOf),
  };
}

/**
 * A judge model, with every criterion that a judge can be given, those with a rule among them.
 *
 * @param judging makes one that grades by these rubrics, as this sample
 */
export function judgeGrader(
  name: string,
  { grades }: Pick<JudgeSettings, 'grades'>,
  assessor: Assessor,
  judging: (rubrics: readonly Rubric[], sample: number) => Judging,
): Grader {
  const criteriaOf = (rubric: Rubric) =>
    judgedDimensions(rubric, grades).flatMap(({ criteria }) => criteria.map(({ id }) => id));
  return {
    name,
    criteriaOf,
    grade: async ({ key, history, assessed }, rubrics, sample, signal) => {
      const judgements = await judging(rubrics, sample)(key.consultation, history, assessed, signal);
      return ownOf(assessor.assess(key, history, assessed, judgements).rubrics, rubrics, criteriaOf);
    },
  };
}

function ownOf(
  scores: readonly RubricScore[],
  rubrics: readonly Rubric[],
  criteriaOf: Grader['criteriaOf'],
): readonly RubricScore[] {
  return rubrics.flatMap((rubric) => {
    const score = scores.find((one) => one.rubric === rubric.id);
    const own = new Set(criteriaOf(rubric));
    return score ? [{ ...score, criteria: score.criteria.filter(({ id }) => own.has(id)) }] : [];
  });
}
