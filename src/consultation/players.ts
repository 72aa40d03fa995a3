import type { DoctorCall } from '../doctor/doctor.ts';
import type { BodyOf, DoctorBody, PatientReply } from '../events/event.ts';

/**
 * Who plays in one consultation, and what the machine has no means to know. They come in with its input: the machine
 * itself is made once, which takes longer than many a turn of it.
 */
export interface Players {
  open(signal: AbortSignal): Promise<BodyOf<'patient.opened'>>;
  act(asked: { call: DoctorCall; turnsLeft: number }, signal: AbortSignal): Promise<DoctorBody>;
  /** Null where the doctor cannot be asked what it believes. */
  readonly believe: ((signal: AbortSignal) => Promise<BodyOf<'belief.probed'>>) | null;
  reply(signal: AbortSignal): Promise<PatientReply>;
  report(kind: 'examination' | 'test'): Promise<BodyOf<'clinic.reported'>>;
  assess(signal: AbortSignal): Promise<void>;
  /** Wall time: the machine has no clock. */
  isTimeSpent(): boolean;
}

const absent = () => Promise.reject(new Error('nobody plays this role'));

/** An empty room, for whoever only walks through the machine. */
export const nobody: Players = {
  open: absent,
  act: absent,
  believe: null,
  reply: absent,
  report: absent,
  assess: absent,
  isTimeSpent: () => false,
};
