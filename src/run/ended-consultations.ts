import type { ConsultationEvent } from '../events/event.ts';

/**
 * The consultations of a journal that are at their end, each whole and in its own order, as its end is met. A journal
 * may be larger than the memory: held are the consultations that are going on at that place of it, and no others.
 *
 * @param onLeft told at the end of the journal how many never came to theirs
 */
export async function* endedConsultations(
  events: AsyncIterable<ConsultationEvent>,
  onLeft: (count: number) => void,
): AsyncGenerator<readonly ConsultationEvent[]> {
  const begun = new Map<string, ConsultationEvent[]>();
  for await (const event of events) {
    const own = begun.get(event.consultation) ?? [];
    own.push(event);
    if (event.type !== 'consultation.ended') begun.set(event.consultation, own);
    else {
      begun.delete(event.consultation);
      yield own.sort((a, b) => a.seq - b.seq);
    }
  }
  onLeft(begun.size);
}
