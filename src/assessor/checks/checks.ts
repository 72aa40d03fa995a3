import type { Check } from '../../catalog/rubric.ts';
import type { Grade } from '../assessment.ts';
import { asked } from './asked.ts';
import type { CheckSetting, Rule } from './check.ts';
import { concludesEarly } from './concludes-early.ts';
import { explainsBasis } from './explains-basis.ts';
import { managementOfTruth } from './management-of-truth.ts';
import { overallLevel } from './overall-level.ts';
import { planNames } from './plan-names.ts';
import { respectful } from './respectful.ts';
import { respectsWishes } from './respects-wishes.ts';
import { workupOfTruth } from './workup-of-truth.ts';

const rules = {
  asked,
  'explains-basis': explainsBasis,
  respectful,
  'respects-wishes': respectsWishes,
  'workup-of-truth': workupOfTruth,
  'management-of-truth': managementOfTruth,
  'overall-level': overallLevel,
  'plan-names': planNames,
  'concludes-early': concludesEarly,
} satisfies { [R in Check['rule']]: Rule<R> };

/** Grades a criterion by its rule. */
export function gradeBy(check: Check, setting: CheckSetting): Grade {
  const rule = rules[check.rule] as (check: Check, setting: CheckSetting) => Grade; // the record pairs each with its own
  return rule(check, setting);
}
