import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { demandsOf } from './demands.ts';

/** Whether more than some number of different things were asked for in one turn. */
export const bundles: Rule<'bundles'> = ({ moreThan }, { history, lexicon }) => {
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const asked = history.find(({ type, turn }) => type === 'doctor.asked' && turn === event.turn);
    if (asked?.type !== 'doctor.asked') continue;
    const things = demandsOf(asked.text, lexicon);
    if (things > moreThan) return met(`${things} things asked for at once`, event.turn);
  }
  return notMet(`never more than ${moreThan} things at once`);
};
