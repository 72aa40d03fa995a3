import type { Clock } from '../../src/base/clock.ts';
import { AnamnesisError } from '../../src/base/error.ts';
import { Protocol } from '../../src/catalog/protocol.ts';
import type { Clinic } from '../../src/consultation/clinic.ts';
import { type Consultation, createConsultation } from '../../src/consultation/consult.ts';
import type { Doctor, DoctorTurn, StatedBelief } from '../../src/doctor/doctor.ts';
import type { DoctorAct } from '../../src/events/act.ts';
import {
  type BodyOf,
  type ConsultationEvent,
  type DoctorBody,
  type EventBody,
  eventVersion,
  isDoctorsAct,
  isPatientsReply,
  type PatientReply,
} from '../../src/events/event.ts';
import { advance, noProgress } from '../../src/events/history.ts';
import type { Usage } from '../../src/events/usage.ts';
import type { Patient } from '../../src/patient/patient.ts';
import { plainManner } from './events.ts';

/** A protocol, as its schema fills it. */
export function protocolOf(settings: Partial<Protocol> = {}): Protocol {
  return Protocol.parse(settings);
}

export const asks: DoctorAct = { kind: 'ask', text: 'Do you have a fever?', form: 'words' };
export const examines: DoctorAct = { kind: 'examine', text: 'I look at the throat.', form: 'line' };
export const orders: DoctorAct = { kind: 'order', text: 'A blood count, please.', form: 'tool' };
export const concludes: DoctorAct = {
  kind: 'conclude',
  text: 'This is tonsillitis.',
  form: 'words',
  conclusion: { diagnosis: 'tonsillitis', differential: [], reasoning: null, plan: null, safetyNet: null },
};

/** What came back was no act: the doctor is asked again. */
export const unusable = new AnamnesisError('unusable-reply', 'that was no act');
/** No reply could be had. */
export const unreachable = new AnamnesisError('unreachable', 'nobody answers');
/** The doctor’s own fault, and no use to ask again. */
export const refused = new AnamnesisError('model-refused', 'it will not');

/** What the doctor believes, asked outside the conversation. */
export const believes: BodyOf<'belief.probed'> = {
  type: 'belief.probed',
  differential: [{ diagnosis: 'tonsillitis', probability: 0.6 }],
  usage: null,
};

export const opened: BodyOf<'patient.opened'> = {
  type: 'patient.opened',
  text: 'My throat hurts.',
  demographics: { age: 30, sex: 'female' },
  setting: 'a general practice',
  told: [{ fact: 'throat', finding: 'sore-throat', aspect: 'presence', value: 'present', as: 'true', basis: 'fact' }],
  rapport: 'neutral',
  patience: 'calm',
};

function reply(type: PatientReply['type'], text = 'Yes, since Monday.'): PatientReply {
  return {
    type,
    text,
    reading: {
      mentions: [{ finding: 'fever', fact: 'fever-fact', aspect: 'presence', resolved: false }],
      manner: plainManner,
      understood: true,
      lexicon: 'test',
    },
    told: [],
    rapport: 'neutral',
    patience: 'calm',
    checks: [],
  };
}

export const answers = reply('patient.answered');
export const asksBack = reply('patient.askedBack', 'Is it dangerous?');
export const refuses = reply('patient.refused', 'I will not say.');
export const leaves = reply('patient.left', 'I am going home.');

export const reports: BodyOf<'clinic.reported'> = {
  type: 'clinic.reported',
  text: 'Throat: red, with white spots.',
  mentions: [],
  understood: true,
  told: [],
  lexicon: 'test',
};

export function doctorBody(act: DoctorAct, usage: DoctorBody['usage'] = null): DoctorBody {
  const { text, form } = act;
  if (act.kind === 'conclude') return { type: 'doctor.concluded', text, form, usage, conclusion: act.conclusion };
  const types = { ask: 'doctor.asked', examine: 'doctor.examined', order: 'doctor.ordered' } as const;
  return { type: types[act.kind], text, form, usage };
}

export function ended(how: BodyOf<'consultation.ended'>['how']): BodyOf<'consultation.ended'> {
  return { type: 'consultation.ended', how, by: null, code: null };
}

export function failedCall(role: BodyOf<'call.failed'>['role'], attempt = 1): BodyOf<'call.failed'> {
  return { type: 'call.failed', role, code: 'unusable-reply', message: 'that was no act', attempt };
}

/** Bodies with the stamps a consultation would give them, at a clock that stands still. */
export function historyOf(bodies: readonly EventBody[]): ConsultationEvent[] {
  let progress = noProgress;
  return bodies.map((body, seq) => {
    progress = advance(progress, body);
    const stamp = {
      v: eventVersion,
      run: 'run',
      consultation: 'consultation',
      seq,
      turn: progress.acts,
      at: noon,
    } as const;
    return { ...body, ...stamp } as ConsultationEvent; // a body and its stamp make an event
  });
}

export const noon = '2026-01-01T12:00:00.000Z';
export const stoppedClock: Clock = () => new Date(noon);

/** What a role does when its turn comes; a list is what it does at each attempt at that turn. */
type Step<T> = T | Error | readonly (T | Error)[];

/** Plays a step that failed before, or at last did not; past the end of the list its last item stays. */
function play<T extends object>(step: Step<T>, attempt: number): T {
  const attempts: readonly (T | Error)[] = isList(step) ? step : [step];
  const item = attempts[Math.min(attempt, attempts.length - 1)];
  if (item === undefined) throw new Error('a script with an empty step');
  if (item instanceof Error) throw item;
  return item;
}

function isList<T extends object>(step: Step<T>): step is readonly (T | Error)[] {
  return Array.isArray(step);
}

/**
 * A doctor who reads from a script: one step for each of its acts, the last one for all that follow. It finds its place
 * by the lines that it said before, so that a new one goes on where another stopped.
 */
function scriptedDoctor(script: readonly Step<DoctorAct>[], usage: Usage | null = null, belief?: Script['belief']) {
  const turns: DoctorTurn[] = [];
  const attempts = new Map<number, number>();
  const doctor: Doctor = {
    ...(belief && { believes: async ({ view }) => play(belief(view.lines.length), 0) }),
    act: async (turn) => {
      turns.push(turn);
      const place = turn.view.lines.filter(({ speaker }) => speaker === 'doctor').length;
      const attempt = attempts.get(place) ?? 0;
      attempts.set(place, attempt + 1);
      return { act: play<DoctorAct>(script[Math.min(place, script.length - 1)] ?? unreachable, attempt), usage };
    },
  };
  return { doctor, turns };
}

/** A patient who reads from a script, by the replies that were given before. */
export function scriptedPatient(
  script: readonly Step<PatientReply>[],
  opening: Step<BodyOf<'patient.opened'>> = opened,
): Patient {
  const attempts = new Map<number, number>();
  return {
    open: async () => play(opening, 0),
    reply: async (history) => {
      const place = history.filter(isPatientsReply).length;
      const attempt = attempts.get(place) ?? 0;
      attempts.set(place, attempt + 1);
      return play(script[Math.min(place, script.length - 1)] ?? answers, attempt);
    },
  };
}

export interface Script {
  readonly doctor: readonly Step<DoctorAct>[];
  readonly patient?: readonly Step<PatientReply>[];
  readonly opening?: Step<BodyOf<'patient.opened'>>;
  readonly clinic?: Clinic['report'];
  readonly assess?: (history: readonly ConsultationEvent[], signal: AbortSignal) => Promise<number>;
  readonly protocol?: Partial<Protocol>;
  readonly usage?: Usage | null;
  /** What the doctor says that it believes, by the lines so far; without it, it cannot be asked. */
  readonly belief?: (lines: number) => StatedBelief | Error;
  readonly clock?: Clock;
  readonly recorded?: readonly ConsultationEvent[];
  /** Called after each event is kept, with the consultation, which it may stop. */
  readonly onEvent?: (event: ConsultationEvent, consultation: Consultation<number>) => void;
}

/** A consultation played from scripts; its assessment is the number of doctor’s acts. */
export function consult(script: Script) {
  const { doctor, turns } = scriptedDoctor(script.doctor, script.usage, script.belief);
  const journal: ConsultationEvent[] = [];
  const consultation: Consultation<number> = createConsultation<number>({
    run: 'run',
    id: 'consultation',
    protocol: protocolOf(script.protocol),
    doctor,
    patient: scriptedPatient(script.patient ?? [answers], script.opening),
    clinic: { report: script.clinic ?? (() => reports) },
    assess: script.assess ?? (async (history) => history.filter(isDoctorsAct).length),
    clock: script.clock ?? stoppedClock,
    ...(script.recorded && { recorded: script.recorded }),
    append: (event) => {
      journal.push(event);
      script.onEvent?.(event, consultation);
    },
  });
  return { consultation, journal, turns };
}

/** Plays a script to its end; the types of what happened, and how it ended. */
export async function played(script: Script) {
  const { consultation, journal, turns } = consult(script);
  const result = await consultation.start();
  return { ...result, journal, turns, types: journal.map(({ type }) => type), end: journal.at(-1) };
}
