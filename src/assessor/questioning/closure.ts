import type { CaseTruth, PatientCase } from '../../catalog/case.ts';
import type { Protocol } from '../../catalog/protocol.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { progressOf } from '../../events/history.ts';
import { beliefOf, topOf } from '../../knowledge/belief.ts';
import { bestOf } from '../../knowledge/information.ts';
import { allMeans } from '../../knowledge/model.ts';
import type { Knowing } from '../knowing.ts';
import type { Closure } from './figures.ts';

/**
 * What may be left without its being early, in bits. A belief of .99 in one condition still leaves H(.99) = .081 bit: nobody
 * who is as sure as that can be told to go on.
 */
export const prematureBits = 0.1;

type WhatIsTrue = Pick<PatientCase, 'facts' | 'examinations' | 'tests' | 'unlisted'>;

/**
 * Whether the doctor concluded while much was still to be learned. Only of a conclusion that it chose: one that the end of
 * its budget asked for, or that nobody could put off (no dialogue), says nothing.
 *
 * @param knowing what was known at the conclusion
 * @param turns in which turn each finding came up
 * @param protocol left out: the conclusion is taken to be the doctor's choice
 */
export function closureOf(
  history: readonly ConsultationEvent[],
  knowing: Knowing,
  patientCase: WhatIsTrue,
  { mustAsk }: Pick<CaseTruth, 'mustAsk'>,
  turns: ReadonlyMap<string, number>,
  protocol?: Protocol,
): Closure | null {
  if (!wasChosen(history, protocol)) return null;
  const { model, belief, evidence, asked } = knowing;
  let best: Closure['best'] = null;
  for (const means of allMeans) {
    const found = bestOf(model, belief, evidence, means, asked);
    if (found && (best === null || found.bits > best.bits)) best = { key: found.variable.key, means, bits: found.bits };
  }
  return {
    best,
    thresholdBits: prematureBits,
    isPremature: (best?.bits ?? 0) > prematureBits,
    overlooked: mustAsk.filter((id) => !turns.has(id) && wouldTurn(id, knowing, patientCase)),
  };
}

/** Whether the doctor concluded of its own accord: it had turns, tokens and time left. */
function wasChosen(history: readonly ConsultationEvent[], protocol: Protocol | undefined): boolean {
  const place = history.findIndex(({ type }) => type === 'doctor.concluded');
  if (place < 0) return false;
  if (protocol === undefined) return true;
  const { dialogue, maxTurns, maxTokens, maxMs } = protocol;
  const { turns, doctorTokens } = progressOf(history.slice(0, place));
  const ms = Date.parse(history[place]?.at ?? '') - Date.parse(history[0]?.at ?? '');
  return dialogue && turns < maxTurns && doctorTokens < (maxTokens ?? Infinity) && !(ms >= (maxMs ?? Infinity));
}

/** Whether a finding, as it truly is in this patient, would put another condition first. */
function wouldTurn(id: string, { model, belief, evidence }: Knowing, patientCase: WhatIsTrue): boolean {
  const variable = model.byKey.get(id);
  const value = variable?.values.indexOf(valueIn(id, patientCase) ?? '') ?? -1;
  if (!variable || value < 0 || evidence.has(variable)) return false;
  return topOf(beliefOf(model, new Map([...evidence, [variable, value]]))) !== topOf(belief);
}

/** What a case says of a finding, or of its silence; null where that is not known. */
function valueIn(id: string, { facts, examinations, tests, unlisted }: WhatIsTrue): string | null {
  const listed = [...facts, ...examinations, ...tests].find(
    ({ finding, value }) => finding === id && value !== undefined,
  );
  return listed?.value ?? (unlisted === 'absent' ? 'absent' : null);
}
