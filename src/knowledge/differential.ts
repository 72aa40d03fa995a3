/** Conditions with their probabilities, those of a doctor or those that are right; what is not in it has none. */
export type Differential = ReadonlyMap<string, number>;

/** How much of what is right was said, and how much of what was said is right. All from 0 to 1. */
export interface Overlap {
  readonly recall: number;
  readonly precision: number;
  /** 2 · precision · recall / (precision + recall); 0 where they have nothing in common. */
  readonly f1: number;
}

export interface DifferentialOptions {
  /** A condition counts where its probability is above this; 0.01, as in DDXPlus, unless told. */
  readonly threshold?: number;
  /** How many of each side count at most, the most probable first; all, unless told. */
  readonly atMost?: number;
}

/** DDXPlus' threshold: what is less probable is not in a differential. */
const usualThreshold = 0.01;

/**
 * The conditions of a differential that count, the most probable first; of equally probable ones the first in the order of
 * names, so that the order in which they were said decides nothing.
 */
export function listed(differential: Differential, options: DifferentialOptions = {}): string[] {
  const { threshold = usualThreshold, atMost = Number.POSITIVE_INFINITY } = options;
  return [...differential]
    .filter(([, probability]) => probability > threshold)
    .sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1))
    .slice(0, atMost)
    .map(([condition]) => condition);
}

/**
 * Recall, precision and F1 of a differential against the right one: DDR, DDP and DDF1 of DDXPlus. Its figures for evidence
 * (PER, PEP, PEF1) are the same of findings, by `overlap`.
 *
 * @see Fansi Tchango et al. 2022, arXiv 2205.09148
 */
export function differentialOverlap(said: Differential, right: Differential, options?: DifferentialOptions): Overlap {
  return overlap(listed(said, options), listed(right, options));
}

/** What two lists have in common, as shares of either; a list that is empty counts as one of one, so that no share is undefined. */
export function overlap(said: Iterable<string>, right: Iterable<string>): Overlap {
  const [saidOnes, rightOnes] = [new Set(said), new Set(right)];
  const both = [...saidOnes].filter((one) => rightOnes.has(one)).length;
  return overlapOf(both / Math.max(1, rightOnes.size), both / Math.max(1, saidOnes.size));
}

/**
 * DDXPlus' GTPA: whether the true condition is in the differential that counts.
 *
 * @param options with `atMost: 1`, whether it comes first
 */
export function holdsTruth(said: Differential, truth: string, options?: DifferentialOptions): boolean {
  return listed(said, options).includes(truth);
}

/**
 * Recall, precision and F1 of a differential as to severe conditions (DDXPlus' DSR, DSP and DSF1): recall falls with each
 * severe condition left out that ought to be thought of; precision with each one thought of for nothing, over all severe
 * ones that need not be.
 *
 * DSP = (m − s − out) / max(1, m − s) and DSR = (s − in) / max(1, s); m severe conditions, s of them in the right
 * differential, `out` of them said for nothing, `in` of them left out. A case without a severe condition has DSR 0.
 */
export function severityOverlap(
  said: Differential,
  right: Differential,
  severe: ReadonlySet<string>,
  options?: DifferentialOptions,
): Overlap {
  const severeSaid = new Set(listed(said, options).filter((condition) => severe.has(condition)));
  const severeRight = new Set(listed(right, options).filter((condition) => severe.has(condition)));
  const needless = [...severeSaid].filter((condition) => !severeRight.has(condition)).length;
  const missed = [...severeRight].filter((condition) => !severeSaid.has(condition)).length;
  const [s, others] = [severeRight.size, severe.size - severeRight.size];
  return overlapOf((s - missed) / Math.max(1, s), (others - needless) / Math.max(1, others));
}

function overlapOf(recall: number, precision: number): Overlap {
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The reciprocal of a place: 1 for the first, ½ for the second, 0 for none. Its mean over cases is the MRR. */
export function reciprocalRank(rank: number | null): number {
  if (rank === null) return 0;
  if (!(Number.isInteger(rank) && rank >= 1)) throw new Error(`a rank is a whole number from 1 on, not ${rank}`);
  return 1 / rank;
}

/** The place of the true condition in a ranked list, from 1; null where it is not in it. Top-k is a rank of k at most. */
export function rankOf(ranked: readonly string[], truth: string): number | null {
  const place = ranked.indexOf(truth);
  return place < 0 ? null : place + 1;
}
