import type { Assessment } from './assessment.ts';

/** Whether a consultation counts for scores: what failed for no fault of the doctor's is counted beside them. */
export function isScored({ how, by }: { readonly how: Assessment['how']; readonly by: Assessment['by'] }): boolean {
  return how !== 'failed' || by === 'doctor';
}
