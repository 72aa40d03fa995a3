import { needsJudge } from '../assessor/judged-criteria.ts';
import { byId, type Catalog } from '../catalog/catalog.ts';
import type { JudgeSettings } from '../catalog/model-settings.ts';
import type { Rubric } from '../catalog/rubric.ts';
import type { Plan } from './plan.ts';

/** Whether a judge has anything to do: criteria that no rule grades, or truths that the knowledge base does not hold. */
export function isForJudge({
  rubrics,
  plan,
  catalog,
  settings,
}: {
  rubrics: readonly Rubric[];
  plan: Plan;
  catalog: Catalog;
  settings: JudgeSettings;
}): boolean {
  return (
    rubrics.some((rubric) => needsJudge(rubric, settings)) ||
    plan.consultations.some(({ case: id }) => byId('case', catalog.cases, id).truth.condition === null)
  );
}
