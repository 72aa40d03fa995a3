import type { BodyOf, ConsultationEvent, PatientReply } from '../events/event.ts';

/**
 * Whoever speaks for the patient in one consultation. It holds nothing that the recorded events could not give back:
 * a resumed consultation makes a new one and shows it the history.
 */
export interface Patient {
  /** The chief complaint: turn 0. */
  open(signal: AbortSignal): Promise<BodyOf<'patient.opened'>>;
  /** The reply to the doctor’s last words, which end the history. */
  reply(history: readonly ConsultationEvent[], signal: AbortSignal): Promise<PatientReply>;
}
