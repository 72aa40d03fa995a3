import { isDeniedBefore } from '../../language/speech.ts';
import { met, notApplicable, notMet, type Rule, ungraded } from './check.ts';
import { elsewhere } from './elsewhere.ts';
import { doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether the doctor says who else is to see a patient whom one consultation cannot help. */
export const handsOn: Rule<'hands-on'> = (_, { history, condition, lexicon: { speech }, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const needsOthers =
    condition.urgency === 'emergency' ||
    [...condition.management.do, ...condition.workup].some(
      ({ essential, terms }) => essential && terms.some((term) => elsewhere.test(term)),
    );
  if (!needsOthers) return notApplicable(`${condition.id} needs nobody else`);
  const found = doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) =>
      isClosing &&
      !isConditional(sentence) &&
      speech.stretches(sentence, 'onward').some(({ from }) => !isDeniedBefore(sentence, from)),
  );
  return found
    ? met(`names who sees the patient next: ${quoted(found.sentence)}`, found.turn)
    : notMet('nobody else is named');
};
