import type { PatientCase } from '../catalog/case.ts';
import type { CombinedPersona } from '../catalog/combine.ts';
import type { ConsultationEvent, DoctorBody, EventBody } from '../events/event.ts';
import { eventVersion } from '../events/event.ts';
import { advance, noProgress } from '../events/history.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { embeddedPatient } from '../patient/embedded.ts';

/** What an interviewer says: a question, or the conclusion at the end. */
export type Line = string | { readonly concludes: string; readonly plan?: string };

export interface InterviewSetting {
  readonly patientCase: PatientCase;
  readonly persona: CombinedPersona;
  readonly lexicon: Lexicon;
  readonly seed: number;
}

/**
 * Holds an interview with the embedded patient, outside any run: what is asked is fixed, or follows from what was said.
 * It ends early where the patient leaves.
 *
 * @param ask the lines to say, or a function that gives the next one from the events so far, and null at the end
 */
export async function interview(
  { patientCase, persona, lexicon, seed }: InterviewSetting,
  ask: readonly Line[] | ((history: readonly ConsultationEvent[]) => Line | null),
): Promise<readonly ConsultationEvent[]> {
  const patient = embeddedPatient({ patientCase, persona, lexicon, seed: [seed, patientCase.id, persona.id, 1] });
  const history: ConsultationEvent[] = [];
  let progress = noProgress;
  const record = (body: EventBody) => {
    progress = advance(progress, body);
    const stamp = { v: eventVersion, run: 'interview', consultation: patientCase.id, seq: history.length } as const;
    history.push({ ...stamp, turn: progress.acts, at: '1970-01-01T00:00:00.000Z', ...body } as ConsultationEvent); // a body and its stamp
  };
  const { signal } = new AbortController();
  const next = typeof ask === 'function' ? ask : (events: readonly ConsultationEvent[]) => lineAt(ask, events);
  record(await patient.open(signal));
  for (let line = next(history); line !== null; line = next(history)) {
    record(bodyOf(line));
    const reply = await patient.reply(history, signal);
    record(reply);
    if (reply.type === 'patient.left') break;
  }
  return history;
}

function lineAt(lines: readonly Line[], history: readonly ConsultationEvent[]): Line | null {
  return lines[history.filter(({ type }) => type.startsWith('doctor.')).length] ?? null;
}

function bodyOf(line: Line): DoctorBody {
  if (typeof line === 'string') return { type: 'doctor.asked', text: line, form: 'words', usage: null };
  const { concludes: text, plan = null } = line;
  const conclusion = { diagnosis: text, differential: [], reasoning: null, plan, safetyNet: null };
  return { type: 'doctor.concluded', text: plan ? `${text} ${plan}` : text, form: 'words', usage: null, conclusion };
}
