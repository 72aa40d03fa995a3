import type { Interval, Resampling } from './bootstrap.ts';
import { type ConsultationValue, pairedComparison } from './paired.ts';

/** One consultation of a reference doctor. */
export interface GradedConsultation extends Omit<ConsultationValue, 'value'> {
  correct: boolean;
}

export interface KnownGroupsPair {
  /** The reference that asks better questions by construction. */
  better: string;
  worse: string;
  /** Accuracy of `better` minus that of `worse`, paired by consultation. */
  difference: Interval;
  /** Sign-flip permutation over cases, two-sided. */
  p: number | null;
  /** Whether the instrument tells the two apart: the interval lies above 0. */
  separated: boolean;
}

/** Each asks better than the next: by information, by a thorough list, by chance, hardly at all. */
const ladder = ['bayes', 'checklist', 'random', 'hasty'];

/**
 * The known-groups check: does the instrument rank doctors whose order is known? A pair that it does not separate is
 * reported as such, and nothing is tuned to make it.
 *
 * @param doctors consultations by doctor; a pair of which one is missing is left out
 */
export function knownGroups(
  doctors: ReadonlyMap<string, readonly GradedConsultation[]>,
  resampling: Resampling,
): KnownGroupsPair[] {
  return ladder.slice(1).flatMap((worse, index) => {
    const better = ladder[index] ?? '';
    const [ofBetter, ofWorse] = [doctors.get(better), doctors.get(worse)];
    if (!ofBetter || !ofWorse) return [];
    const { difference, p } = pairedComparison(ofBetter.map(asValue), ofWorse.map(asValue), resampling);
    const separated = difference.low !== null && difference.low > 0 && (difference.value ?? 0) > 0;
    return [{ better, worse, difference, p, separated }];
  });
}

const asValue = ({ correct, ...consultation }: GradedConsultation): ConsultationValue => ({
  ...consultation,
  value: correct ? 1 : 0,
});
