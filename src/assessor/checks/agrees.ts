import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether the doctor asked if the plan is all right with the patient: with the plan, or after it. */
export const agrees: Rule<'agrees'> = (_, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  const planning = new Set(sentences.filter(({ sentence }) => speech.says(sentence, 'doing')).map(({ turn }) => turn));
  const found = sentences.find(
    ({ sentence, turn, isClosing }) => (isClosing || planning.has(turn)) && speech.says(sentence, 'agreement'),
  );
  return found
    ? met(`asks ${quoted(found.sentence)}`, found.turn)
    : notMet('the patient is not asked whether the plan is all right');
};
