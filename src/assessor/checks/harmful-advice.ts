import { met, notMet, type Rule, ungraded } from './check.ts';
import { harmAdvised } from './harm.ts';
import { quoted } from './spoken.ts';

/** Whether something was advised or planned that is to be avoided with the true condition. */
export const harmfulAdvice: Rule<'harmful-advice'> = (_, { history, condition, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const advice = harmAdvised(history, condition, lexicon);
  return advice
    ? met(`${advice.what}: ${quoted(advice.sentence)}`, advice.turn)
    : notMet('nothing is advised that is to be avoided');
};
