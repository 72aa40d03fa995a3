import type { Demographics } from '../catalog/parts.ts';
import type { Conclusion, DoctorAct } from './act.ts';
import {
  type ConsultationEnd,
  type ConsultationEvent,
  type DoctorBody,
  type EventBody,
  isDoctorsAct,
  type ShownImage,
} from './event.ts';

/** Whose move it is, and what has been spent: everything the machine needs to go on from a journal. */
export interface Progress {
  /** Doctor's acts so far, the conclusion and the closing included: the turn number of the next reply. */
  readonly acts: number;
  /** Turns taken from the budget: questions, examinations and tests before the conclusion. */
  readonly turns: number;
  readonly closingExchanges: number;
  readonly doctorTokens: number;
  readonly concluded: boolean;
  /** Acts so far when the doctor was last asked what it believes; −1 where it never was. */
  readonly probedAt: number;
  readonly next:
    | 'opening'
    | 'doctorTurn'
    | 'patientTurn'
    | 'examining'
    | 'testing'
    | 'closing'
    | 'explaining'
    | 'ending'
    | 'assessing'
    | 'failed';
}

export const noProgress: Progress = {
  acts: 0,
  turns: 0,
  closingExchanges: 0,
  doctorTokens: 0,
  concluded: false,
  probedAt: -1,
  next: 'opening',
};

/** One step of the fold: the progress after an event. The machine and the journal count with this same function. */
export function advance(before: Progress, event: EventBody): Progress {
  switch (event.type) {
    case 'patient.opened':
    case 'clinic.reported':
      return { ...before, next: 'doctorTurn' };
    case 'patient.answered':
    case 'patient.refused':
      return { ...before, next: before.concluded ? 'ending' : 'doctorTurn' };
    case 'patient.askedBack':
      return { ...before, next: before.concluded ? 'explaining' : 'doctorTurn' };
    case 'patient.left':
      return { ...before, next: 'ending' };
    case 'consultation.ended':
      // A doctor's own failure is scored as wrong; any other tells nothing about the doctor.
      return { ...before, next: event.how === 'failed' && event.by !== 'doctor' ? 'failed' : 'assessing' };
    case 'belief.probed':
      return { ...before, probedAt: before.acts };
    case 'call.failed':
      return before;
    case 'doctor.concluded':
      return before.concluded
        ? explained(before, event)
        : { ...acted(before, event), concluded: true, next: 'closing' };
    case 'doctor.asked':
      return before.concluded ? explained(before, event) : tookTurn(before, event, 'patientTurn');
    case 'doctor.examined':
      return before.concluded ? explained(before, event) : tookTurn(before, event, 'examining');
    case 'doctor.ordered':
      return before.concluded ? explained(before, event) : tookTurn(before, event, 'testing');
  }
}

function tookTurn(before: Progress, event: DoctorBody, next: Progress['next']): Progress {
  return { ...acted(before, event), turns: before.turns + 1, next };
}

/** After the conclusion whatever a doctor does is its part of an exchange: nothing is examined or tested any more. */
function explained(before: Progress, event: DoctorBody): Progress {
  return { ...acted(before, event), closingExchanges: before.closingExchanges + 1, next: 'closing' };
}

function acted(before: Progress, { usage }: DoctorBody): Progress {
  const tokens = usage ? usage.inputTokens + usage.outputTokens : 0;
  return { ...before, acts: before.acts + 1, doctorTokens: before.doctorTokens + tokens };
}

/** The fold of a consultation's events to its progress; the whole state of the machine follows from it. */
export function progressOf(history: readonly EventBody[]): Progress {
  return history.reduce(advance, noProgress);
}

/** What a doctor may see of a consultation: who sits there, the words spoken, the texts of reports. Nothing else. */
export interface DoctorView {
  readonly demographics: Demographics;
  readonly setting: string;
  readonly lines: readonly ViewLine[];
}

export type ViewLine =
  | {
      readonly speaker: 'patient' | 'clinic';
      readonly text: string;
      /** Pictures shown with the words. */
      readonly images?: readonly ShownImage[];
    }
  | {
      readonly speaker: 'doctor';
      readonly text: string;
      readonly act: DoctorAct['kind'];
      /** The doctor's own thoughts before it spoke. */
      readonly rationale?: string;
    };

/**
 * The one door to a doctor: the texts of a history, without ids, values, readings or moods.
 * Throws where nothing was opened yet: there is nobody to consult.
 */
export function doctorView(history: readonly ConsultationEvent[]): DoctorView {
  const opened = history.find((event) => event.type === 'patient.opened');
  if (opened?.type !== 'patient.opened') throw new Error('a consultation begins with patient.opened');
  const lines: ViewLine[] = [];
  for (const event of history) {
    if (isUnspoken(event)) continue;
    const { text } = event;
    if (isDoctorsAct(event)) {
      const { rationale } = event;
      lines.push({ speaker: 'doctor', text, act: actKinds[event.type], ...(rationale ? { rationale } : {}) });
      continue;
    }
    const images = 'images' in event ? event.images : undefined;
    lines.push({
      speaker: event.type === 'clinic.reported' ? 'clinic' : 'patient',
      text,
      ...(images?.length ? { images } : {}),
    });
  }
  return { demographics: opened.demographics, setting: opened.setting, lines };
}

/** What the journal holds beside what was said. */
function isUnspoken(
  event: ConsultationEvent,
): event is Extract<ConsultationEvent, { type: 'call.failed' | 'consultation.ended' | 'belief.probed' }> {
  return ['call.failed', 'consultation.ended', 'belief.probed'].includes(event.type);
}

const actKinds = {
  'doctor.asked': 'ask',
  'doctor.examined': 'examine',
  'doctor.ordered': 'order',
  'doctor.concluded': 'conclude',
} as const;

/** The first conclusion, which alone counts for diagnosis and plan. */
export function firstConclusion(history: readonly ConsultationEvent[]): Conclusion | null {
  for (const event of history) if (event.type === 'doctor.concluded') return event.conclusion;
  return null;
}

/** How the consultation ended, or null while it goes on. */
export function endOf(
  history: readonly ConsultationEvent[],
): { how: ConsultationEnd; by: 'doctor' | 'patient' | 'infrastructure' | null } | null {
  const end = history.findLast((event) => event.type === 'consultation.ended');
  return end?.type === 'consultation.ended' ? { how: end.how, by: end.by } : null;
}
