import type { CaseFact, PatientCase, Tier } from '../catalog/case.ts';
import { isDue } from './disclosure.ts';
import { type ConsultationEvent, isPatientsReply, type PatientReply, type Told } from './event.ts';

/**
 * What became of a fact. `locked` and `unlocked` were never told: the first would have been held back even if asked for
 * as the patient felt at the end, the second was there for the asking.
 */
export type FactState = 'locked' | 'unlocked' | 'elicited' | 'volunteered' | 'leaked';

/** One fact of a case, and what became of it in one consultation. */
export interface LedgerEntry {
  readonly fact: string;
  readonly finding: string | null;
  readonly tier: Tier;
  readonly state: FactState;
  /** How its presence was told; null where it was not. */
  readonly as: Told['as'] | null;
  /** The turn in which it was first told, and the patient's words; null where it never was. */
  readonly turn: number | null;
  readonly words: string | null;
  /** Turns in which the doctor asked for it, told or not. */
  readonly askedAt: readonly number[];
  /** Aspects of it that were told otherwise than they are, as the persona allows. */
  readonly distorted: readonly string[];
}

/**
 * The fold of a consultation to what became of each fact of its case, in the case's order. It reads what was recorded
 * and nothing else.
 */
export function ledgerOf(history: readonly ConsultationEvent[], { facts }: PatientCase): LedgerEntry[] {
  const replies = history.filter((event) => isPatientsReply(event));
  const last = history.findLast((event) => isPatientsReply(event) || event.type === 'patient.opened');
  const rapport = last && 'rapport' in last ? last.rapport : 'neutral';
  return facts.map((fact) => {
    const askedAt = replies.filter((reply) => isAskedFor(fact, reply)).map(({ turn }) => turn);
    const tellings = history.flatMap((event) => tellingOf(fact, event));
    const first = tellings.find(({ told }) => told.aspect === 'presence') ?? tellings[0];
    const distorted = tellings.filter(({ told }) => told.as === 'distorted').map(({ told }) => told.aspect);
    return {
      fact: fact.id,
      finding: fact.finding ?? null,
      tier: fact.tier,
      state: first ? stateOf(fact, first.event) : isDue(fact.tier, 'asked', { rapport }) ? 'unlocked' : 'locked',
      as: first?.told.as ?? null,
      turn: first?.event.turn ?? null,
      words: first?.event.text ?? null,
      askedAt,
      distorted: [...new Set(distorted)],
    };
  });
}

type Telling = Extract<ConsultationEvent, { told: unknown; rapport: unknown }>;

function tellingOf(fact: CaseFact, event: ConsultationEvent): { told: Told; event: Telling }[] {
  if (!(event.type === 'patient.opened' || isPatientsReply(event))) return [];
  return event.told.filter((told) => told.fact === fact.id).map((told) => ({ told, event }));
}

function stateOf(fact: CaseFact, event: Telling): FactState {
  if (event.type === 'patient.opened') return fact.tier === 'volunteered' ? 'volunteered' : 'leaked';
  const asked = isAskedFor(fact, event);
  if (!isDue(fact.tier, asked || isWalkedThrough(fact, event) ? 'asked' : 'open', event)) return 'leaked';
  return asked ? 'elicited' : 'volunteered';
}

function isAskedFor({ id, finding }: CaseFact, { reading, modelReading = [] }: PatientReply): boolean {
  // Where a model read the words, its reading steered the answer.
  return [...reading.mentions, ...modelReading].some(
    (mention) => mention.fact === id || (finding !== undefined && mention.finding === finding),
  );
}

/** What has no finding cannot be asked for by name: an open question, or one for its section, asks for it. */
function isWalkedThrough({ finding }: CaseFact, { reading }: PatientReply): boolean {
  return finding === undefined && (reading.manner.form === 'open' || reading.mentions.length > 0);
}

/** Facts by what became of them. */
export function countStates(ledger: readonly LedgerEntry[]): Record<FactState, number> {
  const counts: Record<FactState, number> = { locked: 0, unlocked: 0, elicited: 0, volunteered: 0, leaked: 0 };
  for (const { state } of ledger) counts[state]++;
  return counts;
}
