import { firstConclusion } from '../../events/history.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether the patient was told what is probably the matter. */
export const namesCause: Rule<'names-cause'> = (_, { history }) => {
  const concluded = history.find(({ type }) => type === 'doctor.concluded');
  const diagnosis = firstConclusion(history)?.diagnosis.trim() ?? '';
  if (concluded === undefined) return notMet('there is no conclusion');
  return diagnosis === '' || unknown.test(diagnosis)
    ? notMet('the conclusion names no cause')
    : met(`says that it is ${diagnosis}`, concluded.turn);
};

const unknown =
  /^(?:\W*|(?:it(?:'s| is) )?(?:unknown|unclear|uncertain|undetermined|undifferentiated|none|n\/?a|nothing|not (?:known|clear|sure|determined)|no (?:diagnosis|idea|clear)|i (?:don't|do not|can't|cannot)|pending|to be (?:determined|confirmed|seen)|tbd|cannot (?:say|tell)|hard to say|further)\b.*)$/i;
