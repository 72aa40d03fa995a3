import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor said something of one kind, anywhere or within the first turns. */
export const says: Rule<'says'> = ({ act, within, during }, { history, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon).filter(
    ({ turn, isClosing }) =>
      (within === undefined || turn <= within) && (during === undefined || isClosing === (during === 'closing')),
  );
  const found = firstSaying(sentences, act, lexicon);
  return found
    ? met(`says ${quoted(found.sentence)}`, found.turn)
    : notMet(`nothing that the doctor said is taken for ${act}`);
};
