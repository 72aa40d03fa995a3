import type { Condition } from '../../catalog/condition.ts';
import type { SpeechAct } from '../../catalog/lexicon-file.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { isDeniedBefore } from '../../language/speech.ts';
import { met, notApplicable, notMet, type Rule, ungraded } from './check.ts';
import { elsewhere } from './elsewhere.ts';
import { type DoctorsSentence, doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether the patient with an urgent condition is to be seen or treated in time, whatever comes. */
export const urgency: Rule<'urgency'> = ({ levels }, { history, condition, lexicon: { speech }, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  if (!levels.includes(condition.urgency))
    return notApplicable(`${condition.id} is ${condition.urgency}: nothing presses`);
  const closing = doctorsSentences(history, lexicon).filter(
    ({ sentence, isClosing }) => isClosing && !isConditional(sentence),
  );
  // "You're staying in, and tomorrow the consultant decides": what waits for a later time is not seen to in time.
  const urgent = ({ sentence }: DoctorsSentence) =>
    !(condition.urgency === 'emergency' && speech.says(sentence, 'delaying')) &&
    speech.stretches(sentence, 'urgent').some(({ from }) => !isDeniedBefore(sentence, from));
  const first = closing.findIndex(urgent);
  const acts: SpeechAct[] = condition.urgency === 'emergency' ? ['postponing', 'sending-home'] : ['postponing'];
  const later =
    closing.find(({ sentence }) => acts.some((act) => speech.says(sentence, act))) ??
    // What is put to a later day before anything is to happen now is put off; after it, it is what follows.
    closing
      .slice(0, first < 0 ? closing.length : first)
      .find(({ sentence }) => condition.urgency === 'emergency' && speech.says(sentence, 'delaying'));
  if (later) return notMet(`${condition.id} is ${condition.urgency}, and is put off: ${quoted(later.sentence)}`);
  const found = closing.find(urgent);
  if (found) return met(`sees to it in time: ${quoted(found.sentence)}`, found.turn);
  const planned = plannedInTime(history, condition, lexicon);
  return planned === null
    ? notMet(`${condition.id} is ${condition.urgency}, and nothing is said to happen in time`)
    : met(`the plan holds ${planned}`);
};

/** A hospital, a referral or the like in the plan; within days, all that is essential to do will do as well. */
function plannedInTime(
  history: readonly ConsultationEvent[],
  { management, workup, urgency: level }: Condition,
  { advised }: Lexicon,
): string | null {
  const plan = firstConclusion(history)?.plan ?? '';
  const named = itemsIn(plan, management.do, advised);
  for (const id of itemsIn(plan, workup, advised)) named.add(id);
  const away = [...management.do, ...workup].find(
    ({ id, essential, terms }) => essential && named.has(id) && terms.some((term) => elsewhere.test(term)),
  );
  if (away) return away.id;
  const due = management.do.filter(({ essential }) => essential);
  return level === 'urgent' && due.length > 0 && due.every(({ id }) => named.has(id)) ? 'all that is essential' : null;
}
