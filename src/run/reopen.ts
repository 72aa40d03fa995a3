import type { ConsultationEvent } from '../events/event.ts';

/**
 * True for the end of a consultation that says nothing about its doctor: an endpoint was down, a key was wrong, a
 * patient's model gave up. A run that is gone on with makes it again; what was answered until then is in calls.jsonl.
 */
export function isReopened(event: ConsultationEvent): boolean {
  return event.type === 'consultation.ended' && event.how === 'failed' && event.by !== 'doctor';
}

/** A failed consultation in two: what had happened before the step that failed, and how that step failed. */
export function splitAtFailure(events: readonly ConsultationEvent[]): {
  before: ConsultationEvent[];
  failure: ConsultationEvent[];
} {
  const last = events.findLastIndex(({ type }) => type !== 'call.failed' && type !== 'consultation.ended');
  return { before: events.slice(0, last + 1), failure: events.slice(last + 1) };
}

/** An event's place in its run. */
export function placeOf({ consultation, seq }: Pick<ConsultationEvent, 'consultation' | 'seq'>): string {
  return `${consultation} ${seq}`;
}
