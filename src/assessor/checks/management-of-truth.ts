import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import { itemsNamed } from '../../language/plan.ts';
import { met, notMet, type Rule, ungraded } from './check.ts';
import { keepsIn } from './elsewhere.ts';
import { harmAdvised } from './harm.ts';
import { quoted } from './spoken.ts';

/** 3MDBench 3.2: every essential `do` of the truth is in the plan, and nothing to avoid is. */
export const managementOfTruth: Rule<'management-of-truth'> = (_, { history, condition, lexicon, allPlanItems }) => {
  const plan = firstConclusion(history)?.plan ?? null;
  if (plan === null || plan.trim() === '') return notMet('there is no plan');
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const { do: due, avoid } = condition.management;
  const [harmful] = itemsNamed(plan, avoid);
  if (harmful !== undefined) return notMet(`the plan holds ${harmful}, which is to be avoided`);
  const advice = harmAdvised(history, condition, lexicon);
  if (advice) return notMet(`${advice.what}: ${quoted(advice.sentence)}`);
  const named = new Set([...itemsNamed(plan, due), ...itemsIn(plan, due, lexicon.advised)]);
  if (keepsIn(plan, lexicon))
    for (const { id, terms } of due) if (terms.some((term) => /^(?:hospital|admission)$/i.test(term))) named.add(id);
  const missing = due.filter(({ id, essential }) => essential && !named.has(id)).map(({ id }) => id);
  if (missing.length === 0) return met('the plan holds all that is essential');
  return named.size > 0 || itemsNamed(plan, allPlanItems).size > 0
    ? notMet(`the plan leaves out ${missing.join(', ')}`)
    : ungraded('nothing in the plan was recognised');
};
