import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor said something of one kind, anywhere or within the first turns. */
export const says: Rule<'says'> = ({ act, within }, { history, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon).filter(({ turn }) => within === undefined || turn <= within);
  const found = firstSaying(sentences, act, lexicon);
  return found
    ? met(`says ${quoted(found.sentence)}`, found.turn)
    : notMet(`nothing that the doctor said is taken for ${act}`);
};
