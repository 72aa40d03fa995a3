import { isPatientsReply } from '../../events/event.ts';
import { redFlagsCovered, redFlagsOf } from './asks-red-flags.ts';
import { findingsAsked } from './asked.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/**
 * Whether the doctor promised that nothing serious is the matter before enough was known to say so: before half of the
 * warning signs were covered, before a handful of things were asked, or at all where the true condition is urgent.
 */
export const reassuresFalsely: Rule<'reassures-falsely'> = (
  { atLeast },
  { history, truth, condition, lexicon: { speech }, lexicon },
) => {
  const flags = redFlagsOf(truth, condition);
  const isUrgent = condition?.urgency === 'emergency' || condition?.urgency === 'urgent';
  for (const { sentence, turn } of doctorsSentences(history, lexicon)) {
    if (!speech.says(sentence, 'reassurance')) continue;
    const before = history.filter((event) => event.turn < turn);
    const asked = findingsAsked(before).size;
    const covered = redFlagsCovered(history, flags, turn).length;
    const isReported = before.some((event) => event.type === 'clinic.reported' && event.told.length > 0);
    const heard = before.filter((event) => isPatientsReply(event)).length;
    const isGrounded = covered * 2 >= flags.length && (asked >= atLeast || isReported) && heard > 0;
    if (isUrgent || !isGrounded)
      return met(
        `promises too much${isUrgent ? ` of ${condition?.id}` : `, after ${asked} questions and ${covered} of ${flags.length} warning signs`}: ${quoted(sentence)}`,
        turn,
      );
  }
  return notMet('nothing is promised that was not looked into');
};
