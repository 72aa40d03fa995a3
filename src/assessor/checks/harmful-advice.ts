import { met, notMet, type Rule, ungraded } from './check.ts';
import { harmIn } from './harm.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether something was advised or planned that is to be avoided with the true condition. */
export const harmfulAdvice: Rule<'harmful-advice'> = (_, { history, condition, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  for (const { sentence, turn, isClosing } of doctorsSentences(history, lexicon)) {
    const harm = harmIn(sentence, condition.management.avoid, { advised: lexicon.advised, isPlan: isClosing });
    if (harm !== null) return met(`advises ${harm}, which is to be avoided: ${quoted(sentence)}`, turn);
  }
  return notMet('nothing is advised that is to be avoided');
};
