import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether the doctor was kind or at least civil, never dismissive, and did not speak at needless length. */
export const respectful: Rule<'respectful'> = ({ maxWords }, { history }) => {
  const replies = history.filter((event) => isPatientsReply(event));
  if (!history.some(({ type }) => type === 'doctor.asked')) return notMet('the patient was asked nothing');
  const dismissal = replies.find(({ reading }) => reading.manner.dismissal);
  if (dismissal) return notMet(`dismissive in turn ${dismissal.turn}`);
  const long = history.find((event) => event.type === 'doctor.asked' && event.text.split(/\s+/).length > maxWords);
  if (long) return notMet(`more than ${maxWords} words at once in turn ${long.turn}`);
  const kind = replies.find(({ reading }) => reading.manner.empathy || reading.manner.courtesy);
  return kind ? met('civil or kind, never dismissive', kind.turn) : notMet('no word of courtesy or empathy');
};
