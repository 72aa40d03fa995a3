import type { StateValue } from 'xstate';
import type { DoctorCall } from '../doctor/doctor.ts';
import type { Conclusion } from '../events/act.ts';
import type { ConsultationEnd } from '../events/event.ts';

/** What is asked of the person now, and which keys and words there are. */
export interface Prompt {
  readonly question: string | null;
  readonly hints: string;
}

export interface Occasion {
  readonly call: DoctorCall | null;
  readonly maxTurns: number;
  /** How the consultation ended; null while it goes on. */
  readonly end: ConsultationEnd | null;
  /** What of the conclusion is written. */
  readonly written: Conclusion;
}

const endings: Record<ConsultationEnd, string> = {
  concluded: 'The consultation is over.',
  exhausted: 'Your turns are spent; the consultation is over.',
  abandoned: 'The patient has left; the consultation is over.',
  failed: 'The consultation broke off; what was said is kept.',
};

const skips = (written: string | null) => (written ? 'Empty keeps it.' : 'Empty skips.');

const stepping = 'Enter goes on   Esc goes back   /help   /quit';

/** The prompt for each place at the desk, named as the states of its machine are. */
const prompts: Record<string, (occasion: Occasion) => Prompt> = {
  talking: ({ call }) =>
    call === 'explain'
      ? {
          question: 'The patient asks something back: answer in plain words.',
          hints: 'plain words answer   /help   /quit',
        }
      : { question: null, hints: 'plain words ask; /examine …  /test …  /diagnose …  /help' },
  diagnosis: ({ call, maxTurns }) => ({
    question:
      call === 'conclude'
        ? `Your ${maxTurns === 1 ? 'turn is' : `${maxTurns} turns are`} spent: only a diagnosis is taken now. What is it?`
        : 'What is your diagnosis?',
    hints: call === 'conclude' ? 'Enter goes on   /help   /quit' : stepping,
  }),
  differential: ({ written }) => ({
    question: `What else could it be? Divide by commas. ${skips(written.differential.join())}`,
    hints: stepping,
  }),
  reasoning: ({ written }) => ({
    question: `What does your diagnosis rest on? ${skips(written.reasoning)}`,
    hints: stepping,
  }),
  plan: ({ written }) => ({
    question: `Your plan: examinations, tests and treatment? ${skips(written.plan)}`,
    hints: stepping,
  }),
  safetyNet: ({ written }) => ({
    question: `When should the patient come back or seek help? ${skips(written.safetyNet)}`,
    hints: 'Enter concludes   Esc goes back   /help   /quit',
  }),
  helping: () => ({ question: null, hints: 'any key goes back' }),
  leaving: () => ({
    question: 'Leave? What was said is kept, and you can go on later. (y/n)',
    hints: 'y leaves   n stays',
  }),
  ended: ({ end }) => ({ question: endings[end ?? 'concluded'], hints: 'Enter shows the debrief   PgUp PgDn scroll' }),
  debriefing: () => ({ question: 'Working out the debrief…', hints: '' }),
};

export function promptFor(place: StateValue, occasion: Occasion): Prompt {
  return prompts[leafOf(place)]?.(occasion) ?? { question: null, hints: '' };
}

function leafOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [child] = Object.values(value);
  return child === undefined ? '' : leafOf(child);
}
