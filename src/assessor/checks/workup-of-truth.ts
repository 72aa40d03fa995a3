import type { Condition } from '../../catalog/condition.ts';
import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import { itemsNamed } from '../../language/plan.ts';
import { met, notMet, type Rule, ungraded } from './check.ts';

const kept = new WeakMap<Condition['workup'], Condition['workup']>();

/** One list a condition, so that its words are read once. */
function essentialOf(workup: Condition['workup']): Condition['workup'] {
  const known = kept.get(workup) ?? workup.filter(({ essential }) => essential);
  kept.set(workup, known);
  return known;
}

/** 3MDBench 3.1: at least one essential work-up item of the truth was ordered, done or planned. */
export const workupOfTruth: Rule<'workup-of-truth'> = (_, { history, condition, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const essential = essentialOf(condition.workup);
  if (essential.length === 0) return ungraded(`${condition.id} has no essential work-up`);
  for (const event of history) {
    if (event.type === 'doctor.concluded') break; // what follows counts for communication alone
    if (event.type !== 'doctor.ordered' && event.type !== 'doctor.examined') continue;
    const [done] = [...itemsNamed(event.text, essential), ...itemsIn(event.text, essential, lexicon.advised)];
    if (done !== undefined) return met(`${done} was ordered`, event.turn);
  }
  const plan = firstConclusion(history)?.plan ?? '';
  const [planned] = [...itemsNamed(plan, essential), ...itemsIn(plan, essential, lexicon.advised)];
  return planned !== undefined
    ? met(`${planned} is planned`)
    : notMet(`none of ${essential.map(({ id }) => id).join(', ')} was ordered or planned`);
};
