import { findingsAsked } from './asked.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether a diagnosis was given before enough of what matters had been asked about. */
export const concludesEarly: Rule<'concludes-early'> = ({ findings, fewerThan }, { history }) => {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  if (concluded === undefined) return notMet('there is no conclusion');
  const all = findingsAsked(history);
  const found = findings.filter((id) => all.has(id));
  const said = `${found.length} of ${findings.length} had been asked about${found.length > 0 ? `: ${found.join(', ')}` : ''}`;
  return found.length < fewerThan ? met(said, concluded.turn) : notMet(said);
};
