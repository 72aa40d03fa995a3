import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Belief } from '../../knowledge/belief.ts';
import { negligibleBits } from '../../knowledge/information.ts';
import type { KnowledgeModel } from '../../knowledge/model.ts';
import type { DiagnosisReader } from '../../language/diagnosis.ts';

/**
 * How long a doctor held to a diagnosis that the answers spoke against: the longest run of turns after which its stated
 * first diagnosis was the same as before, though the belief in it had fallen by 0.02 bit or more. Turns that spoke for it, or
 * said nothing, neither count nor end a run; another diagnosis does.
 *
 * @param beliefs the belief after each turn, 0 being the opening
 *
 * @returns turns; null where the doctor was never asked what it believes, or named nothing that the knowledge base knows
 */
export function anchoringOf(
  history: readonly ConsultationEvent[],
  beliefs: ReadonlyMap<number, Belief>,
  model: KnowledgeModel,
  reader: DiagnosisReader,
): number | null {
  let known: Belief | undefined;
  let stated: { readonly place: number; readonly bits: number } | undefined;
  let run = 0;
  let longest: number | null = null;
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (event.type === 'patient.opened' || event.type === 'clinic.reported' || isPatientsReply(event))
      known = beliefs.get(event.turn) ?? known;
    if (event.type !== 'belief.probed' || known === undefined) continue;
    const id = reader.read(event.differential[0]?.diagnosis ?? '').condition;
    const place = id === null ? undefined : model.conditionIndex(id);
    if (place === undefined) {
      stated = undefined;
      run = 0;
      continue;
    }
    const bits = Math.log2(known[place] ?? 0);
    if (stated?.place !== place) run = 0;
    else if (bits <= stated.bits - negligibleBits) run++;
    longest = Math.max(longest ?? 0, run);
    stated = { place, bits };
  }
  return longest;
}
