import type { ConsultationKey } from '../assessor/assessment.ts';

/** Repeats of one consultation at most; see `Benchmark.repeats`. */
const mostRepeats = 1000;

/** Which independent draw a consultation is, from 0: its repeats are others, and so is what is held again for its simulator. */
export function drawOf({ repeat, rerun }: Pick<ConsultationKey, 'repeat' | 'rerun'>): number {
  return repeat - 1 + rerun * mostRepeats;
}

/**
 * What a patient's own draws depend on: all doctors of a benchmark meet the same patient. A consultation that is held
 * again has another.
 */
export function patientSeed(
  seed: number,
  { case: caseId, persona, repeat, rerun }: Pick<ConsultationKey, 'case' | 'persona' | 'repeat' | 'rerun'>,
): (string | number)[] {
  return [seed, caseId, persona, repeat, ...(rerun > 0 ? [`again ${rerun}`] : [])];
}
