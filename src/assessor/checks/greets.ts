import { isDoctorsAct, isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor greeted, or said who it is, by the turn of its first question. */
export const greets: Rule<'greets'> = (_, { history, lexicon }) => {
  const first = history.find(
    (event) => isPatientsReply(event) && (event.reading.manner.form !== 'statement' || event.turn > 1),
  );
  const act = history.find((event) => isDoctorsAct(event) && event.type !== 'doctor.asked');
  const until = Math.min(first?.turn ?? 1, act?.turn ?? Number.POSITIVE_INFINITY);
  const sentences = doctorsSentences(history, lexicon).filter(({ turn }) => turn <= until);
  const found = firstSaying(sentences, 'greeting', lexicon);
  return found
    ? met(`greets: ${quoted(found.sentence)}`, found.turn)
    : notMet('the first question comes without a greeting');
};
