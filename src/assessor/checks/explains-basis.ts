import { isPatientsReply } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';

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
  const words = wordsOf(`${spoken} ${conclusion.reasoning ?? ''}`);
  // What a patient tells and what a clinic reports are in two books; "the blood tests" are one reason, whatever they hold.
  const named = lexicon.phrases.find(words).flatMap(({ payload }) => payload.findings);
  const reported = lexicon.requests
    .find(words)
    .flatMap(({ payload }) => payload.findings.find((id) => told.has(id)) ?? []);
  const reasons = [...new Set([...named, ...reported])].filter((id) => told.has(id));
  return reasons.length >= atLeast
    ? met(`the conclusion rests on ${reasons.slice(0, 4).join(', ')}`, concluded?.turn ?? null)
    : notMet(`the conclusion names ${reasons.length} of at least ${atLeast} findings of this consultation`);
};
