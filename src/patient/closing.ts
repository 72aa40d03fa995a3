import type { Reading } from '../events/event.ts';
import { type Decision, type DecisionSetting, nothing } from './decide.ts';
import type { Memory } from './memory.ts';

/** Trust makes a patient readier to do what is advised, and the want of it less ready. */
const readiness = { trusting: 0.2, neutral: 0, guarded: -0.2 } as const;

/** What the patient makes of the diagnosis, or of the answer to a question about it. */
export function react(
  { manner }: Reading,
  isFirst: boolean,
  memory: Memory,
  { persona, chance }: DecisionSetting,
): Decision {
  // Naming findings again is no repetition here: the doctor explains.
  const { mood } = memory.mood.after({ ...manner, repeated: false, form: 'statement' });
  const { askingBack, adherence, comprehension } = persona.dials;
  if (mood.patience === 'leaving') return nothing('leave', mood);
  if (isFirst && manner.jargon && !chance(comprehension, 'term', 'the diagnosis')) return nothing('jargon', mood);
  if (isFirst && chance(askingBack, 'closing question')) return nothing('closingQuestion', mood);
  const agrees = chance(Math.min(1, Math.max(0, adherence + readiness[mood.rapport])), 'adherence');
  return nothing(agrees ? 'closing' : 'closingReluctant', mood);
}
