import type { CaseTruth } from '../../catalog/case.ts';
import type { Condition } from '../../catalog/condition.ts';
import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { findingsAsked } from './asked.ts';
import { met, notApplicable, notMet, type Rule } from './check.ts';

/** The warning signs of a case: its author's, or where it names none the true condition's. */
function redFlagsOf(truth: CaseTruth, condition: Condition | null): readonly string[] {
  return truth.redFlags.length > 0 ? truth.redFlags : (condition?.redFlags ?? []);
}

/** Warning signs that were asked for, or told before the conclusion. */
function redFlagsCovered(history: readonly ConsultationEvent[], flags: readonly string[]): string[] {
  const asked = findingsAsked(history);
  const told = new Set<string>();
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (event.type === 'patient.opened' || event.type === 'clinic.reported' || isPatientsReply(event))
      for (const { finding, fact } of event.told) told.add(finding ?? fact ?? '');
  }
  return flags.filter((id) => asked.has(id) || told.has(id));
}

/** Whether a share of the warning signs that go with the complaint were asked for; who was told one need not ask. */
export const asksRedFlags: Rule<'asks-red-flags'> = ({ share }, { history, truth, condition }) => {
  const flags = redFlagsOf(truth, condition);
  if (flags.length === 0) return notApplicable('no warning sign is known of this complaint');
  const covered = redFlagsCovered(history, flags);
  const asked = findingsAsked(history);
  const turn = Math.max(0, ...covered.map((id) => asked.get(id) ?? 0));
  const reason = `${covered.length} of ${flags.length} warning signs${covered.length > 0 ? `: ${covered.join(', ')}` : ''}`;
  return covered.length >= share * flags.length ? met(reason, turn) : notMet(reason);
};
