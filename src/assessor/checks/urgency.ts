import { isDeniedBefore } from '../../language/speech.ts';
import { met, notApplicable, notMet, type Rule, ungraded } from './check.ts';
import { doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether the patient with an urgent condition is to be seen or treated in time, whatever comes. */
export const urgency: Rule<'urgency'> = ({ levels }, { history, condition, lexicon: { speech }, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  if (!levels.includes(condition.urgency))
    return notApplicable(`${condition.id} is ${condition.urgency}: nothing presses`);
  const found = doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) =>
      isClosing &&
      !isConditional(sentence) &&
      speech.stretches(sentence, 'urgent').some(({ from }) => !isDeniedBefore(sentence, from)),
  );
  return found
    ? met(`sees to it in time: ${quoted(found.sentence)}`, found.turn)
    : notMet(`${condition.id} is ${condition.urgency}, and nothing is said to happen in time`);
};
