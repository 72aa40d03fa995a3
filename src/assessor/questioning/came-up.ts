import type { CaseTruth } from '../../catalog/case.ts';
import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Covered, TimeToRedFlag } from './figures.ts';

/**
 * Findings that came up before the conclusion, with the turn in which each first did: asked about, or told by the patient
 * or a report. What a patient says unasked need not be asked about.
 */
export function cameUp(history: readonly ConsultationEvent[]): ReadonlyMap<string, number> {
  const turns = new Map<string, number>();
  const note = (id: string | null, turn: number) => {
    if (id !== null && !turns.has(id)) turns.set(id, turn);
  };
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    const mentions =
      event.type === 'clinic.reported' ? event.mentions : isPatientsReply(event) ? event.reading.mentions : [];
    for (const { finding, fact } of mentions) note(finding ?? fact, event.turn);
    if ('told' in event) for (const { finding, fact } of event.told) note(finding ?? fact, event.turn);
  }
  return turns;
}

/** How much of a list came up, and what did not. */
export function covered(items: readonly string[], turns: ReadonlyMap<string, number>): Covered {
  const missing = items.filter((id) => !turns.has(id));
  const count = items.length - missing.length;
  return { covered: count, of: items.length, share: items.length > 0 ? count / items.length : null, missing };
}

/** When the first red flag came up. Where none did, that it had not by the last turn is all that is known. */
export function timeToRedFlag(
  { redFlags }: Pick<CaseTruth, 'redFlags'>,
  turns: ReadonlyMap<string, number>,
  lastTurn: number,
): TimeToRedFlag | null {
  if (redFlags.length === 0) return null;
  const found = redFlags.flatMap((id) => turns.get(id) ?? []);
  return found.length > 0 ? { turn: Math.min(...found), isCensored: false } : { turn: lastTurn, isCensored: true };
}
