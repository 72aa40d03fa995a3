import { type ConsultationEvent, isPatientsReply, type Mention } from './event.ts';

/** How often two readers of the doctor's words, the embedded one and a model, found different things asked for. */
export interface Disagreement {
  /** Turns that both read. */
  readonly turns: number;
  /** Of these, turns in which they differ in at least one finding or aspect. */
  readonly different: number;
  /** `different` of `turns`, 0 to 1; null where no model read anything. */
  readonly rate: number | null;
}

/** Compares the recorded readings of a history. Which of the case's facts was meant is no reader's matter and left out. */
export function disagreementOf(history: readonly ConsultationEvent[]): Disagreement {
  let turns = 0;
  let different = 0;
  for (const event of history) {
    if (!isPatientsReply(event) || event.modelReading === undefined) continue;
    turns++;
    if (keysOf(event.reading.mentions) !== keysOf(event.modelReading)) different++;
  }
  return { turns, different, rate: turns === 0 ? null : different / turns };
}

function keysOf(mentions: readonly Mention[]): string {
  const keys = mentions.map(({ finding, fact, aspect }) => `${finding ?? fact}.${aspect}`);
  return [...new Set(keys)].sort().join(' ');
}
