import { type ConsultationEvent, isPatientsReply, type Mention, type PatientReply } from '../../events/event.ts';

/** Questions to the patient before the conclusion that the reader understood; statements are none. */
function questionsIn(history: readonly ConsultationEvent[]): PatientReply[] {
  const end = history.findIndex(({ type }) => type === 'doctor.concluded');
  return history
    .slice(0, end < 0 ? history.length : end)
    .filter(isPatientsReply)
    .filter(({ reading: { understood, manner } }) => understood && manner.form !== 'statement');
}

/** Things asked about in a question, on average; an open invitation asks for one. */
export function questionsPerTurn(history: readonly ConsultationEvent[]): number | null {
  const counts = questionsIn(history).map(({ reading }) => Math.max(1, new Set(reading.mentions.map(nameOf)).size));
  return counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) / counts.length : null;
}

/** Open questions / all questions: a share, for a ratio to the closed ones is infinite where there are none. */
export function openShare(history: readonly ConsultationEvent[]): number | null {
  const questions = questionsIn(history);
  const open = questions.filter(({ reading }) => reading.manner.form === 'open');
  return questions.length > 0 ? open.length / questions.length : null;
}

/**
 * Of the questions and requests that ask for something, the share that ask only for what was answered before, whatever it
 * is worth. What was held back or not understood was not answered.
 */
export function repetitionOf(history: readonly ConsultationEvent[]): number | null {
  const answered = new Set<string>();
  let asking = 0;
  let repeated = 0;
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    const isReport = event.type === 'clinic.reported';
    if (!isReport && !isPatientsReply(event)) {
      if (event.type === 'patient.opened') for (const told of event.told) answered.add(nameOf(told));
      continue;
    }
    const names = new Set((isReport ? event.mentions : event.reading.mentions).map(nameOf));
    if (names.size > 0) {
      asking++;
      if ([...names].every((name) => answered.has(name))) repeated++;
    }
    if (isReport || event.type === 'patient.answered') for (const name of names) answered.add(name);
    for (const told of event.told) answered.add(nameOf(told));
  }
  return asking > 0 ? repeated / asking : null;
}

function nameOf({ finding, fact, aspect }: Pick<Mention, 'finding' | 'fact' | 'aspect'>): string {
  return `${finding ?? fact} ${aspect}`;
}
