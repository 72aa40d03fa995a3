import { isPatientsReply } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { withoutSelfReports } from '../../language/self-report.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';

/**
 * Findings in a conclusion at most that are none of this consultation. Some always are: what to look out for, what was ruled
 * out by the picture as a whole.
 */
const mostUntold = 30;

/** Whether the conclusion names findings of this very consultation as its reasons. */
export const explainsBasis: Rule<'explains-basis'> = ({ atLeast }, { history, lexicon }) => {
  const conclusion = firstConclusion(history);
  if (conclusion === null) return notMet('there is no conclusion');
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  const spoken = concluded?.type === 'doctor.concluded' ? concluded.text : '';
  const told = new Set(
    history.flatMap((event) =>
      event.type === 'patient.opened' || event.type === 'clinic.reported' || isPatientsReply(event)
        ? event.told.flatMap(({ finding }) => finding ?? [])
        : [],
    ),
  );
  const words = wordsOf(withoutSelfReports(`${spoken} ${conclusion.reasoning ?? ''}`));
  // What a patient tells and what a clinic reports are in two books; "the blood tests" are one reason, whatever they hold.
  const named = lexicon.phrases.find(words).flatMap(({ payload }) => payload.findings);
  const reported = lexicon.requests
    .find(words)
    .flatMap(({ payload }) => payload.findings.find((id) => told.has(id)) ?? []);
  const all = [...new Set([...named, ...reported])];
  const reasons = all.filter((id) => told.has(id));
  // Who names everything there is names what was found as well: that is a list, and no reason.
  if (all.length - reasons.length > mostUntold)
    return notMet(`the conclusion names ${all.length} findings, most of which nobody told or reported`);
  return reasons.length >= atLeast
    ? met(`the conclusion rests on ${reasons.slice(0, 4).join(', ')}`, concluded?.turn ?? null)
    : notMet(`the conclusion names ${reasons.length} of at least ${atLeast} findings of this consultation`);
};
