import type { Condition } from '../../catalog/condition.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { isDeniedBefore } from '../../language/speech.ts';
import { met, notApplicable, notMet, type Rule, ungraded } from './check.ts';
import { elsewhere } from './elsewhere.ts';
import { doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether the patient with an urgent condition is to be seen or treated in time, whatever comes. */
export const urgency: Rule<'urgency'> = ({ levels }, { history, condition, lexicon: { speech }, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  if (!levels.includes(condition.urgency))
    return notApplicable(`${condition.id} is ${condition.urgency}: nothing presses`);
  const later = doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) => isClosing && !isConditional(sentence) && speech.says(sentence, 'postponing'),
  );
  if (later) return notMet(`${condition.id} is ${condition.urgency}, and is put off: ${quoted(later.sentence)}`);
  const found = doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) =>
      isClosing &&
      !isConditional(sentence) &&
      speech.stretches(sentence, 'urgent').some(({ from }) => !isDeniedBefore(sentence, from)),
  );
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
