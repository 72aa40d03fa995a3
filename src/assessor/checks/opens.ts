import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether the doctor asked openly within the first turns: what a yes or a no does not answer. */
export const opens: Rule<'opens'> = ({ within }, { history, lexicon: { speech }, lexicon }) => {
  const said = doctorsSentences(history, lexicon).find(
    ({ turn, sentence, isClosing }) => turn <= within && !isClosing && speech.says(sentence, 'invitation'),
  );
  if (said) return met(`asks openly: ${quoted(said.sentence)}`, said.turn);
  const read = history.find(
    (event) => isPatientsReply(event) && event.turn <= within && event.reading.manner.form === 'open',
  );
  return read
    ? met('an open question, as it was read', read.turn)
    : notMet(`no open question within the first ${within} turns`);
};
