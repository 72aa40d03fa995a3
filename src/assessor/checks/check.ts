import type { CaseTruth } from '../../catalog/case.ts';
import type { Condition } from '../../catalog/condition.ts';
import type { Check } from '../../catalog/rubric.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { PlanItem } from '../../language/plan.ts';
import type { CriterionGrade, Grade } from '../assessment.ts';

/** What a rule may look at. */
export interface CheckSetting {
  readonly history: readonly ConsultationEvent[];
  readonly truth: CaseTruth;
  /** The true condition, or null where it is outside the knowledge base. */
  readonly condition: Condition | null;
  readonly lexicon: Lexicon;
  /** Everything that any condition's plan may hold, to tell an unrelated plan from an unreadable one. */
  readonly allPlanItems: readonly PlanItem[];
  /** Grades of this rubric's criteria so far, in its order. */
  readonly graded: readonly CriterionGrade[];
}

/** A rule: what the criterion says of this consultation, with the reason and the turn it rests on. */
export type Rule<R extends Check['rule']> = (check: Extract<Check, { rule: R }>, setting: CheckSetting) => Grade;

export const met = (reason: string, turn: number | null = null): Grade => ({ met: 1, reason, turn });
export const notMet = (reason: string): Grade => ({ met: 0, reason, turn: null });
export const ungraded = (reason: string): Grade => ({ met: null, reason, turn: null });
/** The criterion says nothing of this case: it leaves the score, above the line and below. */
export const notApplicable = (reason: string): Grade => ({ met: null, reason, turn: null, applies: false });
