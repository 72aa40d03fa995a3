import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor was kind or at least civil, never dismissive, and did not speak at needless length. */
export const respectful: Rule<'respectful'> = ({ maxWords }, { history, lexicon }) => {
  const replies = history.filter((event) => isPatientsReply(event));
  if (!history.some(({ type }) => type === 'doctor.asked')) return notMet('the patient was asked nothing');
  const sentences = doctorsSentences(history, lexicon);
  const dismissive = firstSaying(sentences, 'dismissal', lexicon);
  if (dismissive) return notMet(`dismissive in turn ${dismissive.turn}: ${quoted(dismissive.sentence)}`);
  const dismissal = replies.find(({ reading }) => reading.manner.dismissal);
  if (dismissal) return notMet(`dismissive in turn ${dismissal.turn}`);
  const long = history.find((event) => event.type === 'doctor.asked' && event.text.split(/\s+/).length > maxWords);
  if (long) return notMet(`more than ${maxWords} words at once in turn ${long.turn}`);
  const said = firstSaying(sentences, 'courtesy', lexicon) ?? firstSaying(sentences, 'empathy', lexicon);
  const turn = said?.turn ?? replies.find(({ reading }) => reading.manner.empathy || reading.manner.courtesy)?.turn;
  return turn === undefined ? notMet('no word of courtesy or empathy') : met('civil or kind, never dismissive', turn);
};
