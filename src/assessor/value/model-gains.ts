import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { coverageOf } from '../coverage.ts';
import type { Gains } from '../questioning/reward.ts';
import type { ModelWorth } from './value-record.ts';
import { toldAtStart } from './valued-facts.ts';

/** What a consultation gained, turn by turn: facts first told, each once, none with its presence wrong. */
export function modelGains(history: readonly ConsultationEvent[], spec: string, worth: ModelWorth): Gains {
  const told = new Set(toldAtStart(history));
  const turns: { turn: number; gainBits: number }[] = [];
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!(event.type === 'clinic.reported' || isPatientsReply(event))) continue;
    let gainBits = 0;
    for (const { fact, as } of event.told) {
      if (fact === null || as === 'denied' || told.has(fact)) continue;
      told.add(fact);
      gainBits += worth.bits[fact] ?? 0;
    }
    turns.push({ turn: event.turn, gainBits });
  }
  const { method, errorBits, bits } = worth;
  return { value: spec, method, errorBits, coverage: coverageOf(bits, told), turns };
}
