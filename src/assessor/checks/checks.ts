import type { Check } from '../../catalog/rubric.ts';
import type { Grade } from '../assessment.ts';
import { agrees } from './agrees.ts';
import { asked } from './asked.ts';
import { asksRedFlags } from './asks-red-flags.ts';
import { bundles } from './bundles.ts';
import type { CheckSetting, Rule } from './check.ts';
import { complaintFirst } from './complaint-first.ts';
import { concludesEarly } from './concludes-early.ts';
import { explainsBasis } from './explains-basis.ts';
import { explores } from './explores.ts';
import { greets } from './greets.ts';
import { handsOn } from './hands-on.ts';
import { harmfulAdvice } from './harmful-advice.ts';
import { jargon } from './jargon.ts';
import { leads } from './leads.ts';
import { managementOfTruth } from './management-of-truth.ts';
import { namesCause } from './names-cause.ts';
import { opens } from './opens.ts';
import { overallLevel } from './overall-level.ts';
import { overcertain } from './overcertain.ts';
import { planNames } from './plan-names.ts';
import { plans } from './plans.ts';
import { repeats } from './repeats.ts';
import { respectful } from './respectful.ts';
import { respectsWishes } from './respects-wishes.ts';
import { safetyNet } from './safety-net.ts';
import { says } from './says.ts';
import { sumsUp } from './sums-up.ts';
import { urgency } from './urgency.ts';
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
  agrees,
  'asks-red-flags': asksRedFlags,
  bundles,
  'complaint-first': complaintFirst,
  explores,
  greets,
  'hands-on': handsOn,
  'harmful-advice': harmfulAdvice,
  jargon,
  leads,
  'names-cause': namesCause,
  opens,
  overcertain,
  plans,
  repeats,
  'safety-net': safetyNet,
  says,
  'sums-up': sumsUp,
  urgency,
} satisfies { [R in Check['rule']]: Rule<R> };

/** Grades a criterion by its rule. */
export function gradeBy(check: Check, setting: CheckSetting): Grade {
  const rule = rules[check.rule] as (check: Check, setting: CheckSetting) => Grade; // the record pairs each with its own
  return rule(check, setting);
}
