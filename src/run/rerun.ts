import type { ConsultationKey } from '../assessor/assessment.ts';

/** The same consultation held once more, because its patient was at fault; under an id of its own, beside the first. */
export function rerunOf(key: ConsultationKey): ConsultationKey {
  const rerun = key.rerun + 1;
  const first = key.rerun === 0 ? key.consultation : key.consultation.replace(/~\d+$/, '');
  return { ...key, consultation: `${first}~${rerun}`, rerun };
}

interface SoFar {
  readonly finished: ReadonlySet<string>;
  /** Of the finished ones, those whose patient was at fault. */
  readonly faulty: ReadonlySet<string>;
  /** Times at most that one is held again. */
  readonly rerunFaulty: number;
}

/** What is left to be held of a planned consultation: itself, or its next rerun; null where nothing is. */
export function leftOf(key: ConsultationKey, soFar: SoFar): ConsultationKey | null {
  const { finished, faulty, rerunFaulty } = soFar;
  if (!finished.has(key.consultation)) return key;
  if (!faulty.has(key.consultation) || key.rerun >= rerunFaulty) return null;
  return leftOf(rerunOf(key), soFar);
}
