import { firstConclusion } from '../../events/history.ts';
import { itemsNamed, type PlanItem } from '../../language/plan.ts';
import { met, notMet, type Rule, ungraded } from './check.ts';

const kept = new WeakMap<readonly string[], readonly PlanItem[]>();

/** One list a check, so that its words are read once. */
function itemOf(terms: readonly string[]): readonly PlanItem[] {
  const known = kept.get(terms) ?? [{ id: terms[0] ?? '', terms }];
  kept.set(terms, known);
  return known;
}

/** Whether the plan names something, and not to advise against it. A plan that nobody can read shows nothing either way. */
export const planNames: Rule<'plan-names'> = ({ terms }, { history, allPlanItems }) => {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  const plan = firstConclusion(history)?.plan ?? null;
  if (plan === null || plan.trim() === '') return notMet('there is no plan');
  const [named] = itemsNamed(plan, itemOf(terms));
  if (named !== undefined) return met(`the plan holds ${named}`, concluded?.turn ?? null);
  return itemsNamed(plan, allPlanItems).size > 0
    ? notMet(`the plan does not hold ${terms[0]}`)
    : ungraded('nothing in the plan was recognised');
};
