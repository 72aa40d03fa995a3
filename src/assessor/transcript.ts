import type { Conclusion } from '../events/act.ts';
import { type ConsultationEvent, isDoctorsAct, isPatientsReply } from '../events/event.ts';
import { withoutAddress } from './addresses-judge.ts';

/** One line of a consultation as a judge sees it. */
export interface TranscriptLine {
  readonly turn: number;
  readonly speaker: 'doctor' | 'patient' | 'clinic';
  readonly text: string;
}

export interface Transcript {
  readonly lines: readonly TranscriptLine[];
  /** Turns in which the doctor's words were meant for the judge; they are taken out of the lines. */
  readonly addressedJudge: readonly number[];
}

/**
 * What was spoken and reported, in order, without what the doctor thought in private. Words meant for the judge are
 * taken out, the patient's too: a doctor may have asked for them.
 */
export function transcriptOf(history: readonly ConsultationEvent[]): Transcript {
  const lines: TranscriptLine[] = [];
  const addressed = new Set<number>();
  for (const event of history) {
    if (isDoctorsAct(event)) {
      const { text, found } = withoutAddress(wordsOf(event));
      if (found) addressed.add(event.turn);
      lines.push({ turn: event.turn, speaker: 'doctor', text });
    } else if (event.type === 'patient.opened' || isPatientsReply(event))
      lines.push({ turn: event.turn, speaker: 'patient', text: withoutAddress(event.text).text });
    else if (event.type === 'clinic.reported') lines.push({ turn: event.turn, speaker: 'clinic', text: event.text });
  }
  return { lines, addressedJudge: [...addressed] };
}

function wordsOf(event: Extract<ConsultationEvent, { type: `doctor.${string}` }>): string {
  if (event.type === 'doctor.examined') return `Examines: ${event.text}`;
  if (event.type === 'doctor.ordered') return `Orders: ${event.text}`;
  return event.type === 'doctor.concluded' ? concluded(event.text, event.conclusion) : event.text;
}

/** The conclusion as it was spoken, and what of it was given beside the words. */
function concluded(spoken: string, { diagnosis, differential, reasoning, plan, safetyNet }: Conclusion): string {
  const parts = [
    ['Diagnosis', diagnosis],
    ['Differential', differential.join('; ')],
    ['Reasoning', reasoning],
    ['Plan', plan],
    ['Safety net', safetyNet],
  ] as const;
  const further = parts.filter(([, words]) => words && !spoken.toLowerCase().includes(words.toLowerCase()));
  return [spoken, ...further.map(([name, words]) => `${name}: ${words}`)].join('\n');
}

/**
 * The lines as data for a model: a JSON object each. Angle brackets are escaped, so that no words in it can close the
 * block around it, nor look like a role's tag.
 */
export function quotedData({ lines }: Transcript): string {
  return lines
    .map(({ turn, speaker, text }) =>
      JSON.stringify({ turn, speaker, text }).replace(/[<>\u2028\u2029]/g, (character) => {
        const code = character.charCodeAt(0).toString(16).padStart(4, '0');
        return `\\u${code}`;
      }),
    )
    .join('\n');
}
