import type { Conclusion } from '../events/act.ts';

/** Several conclusions about the same consultation, and the one that counts. */
export interface Vote {
  readonly conclusion: Conclusion;
  /** How often each diagnosis was named first, most often first. */
  readonly votes: readonly { readonly diagnosis: string; readonly count: number }[];
}

/**
 * Self-consistency (Wang et al. 2023, arXiv 2203.11171): of several draws the diagnosis named most often counts; where
 * two are level, the one that was named first. The conclusion is the first that names it.
 *
 * @param nameOf two diagnoses with the same name are the same
 */
export function tally(
  conclusions: readonly [Conclusion, ...Conclusion[]],
  nameOf: (diagnosis: string) => string,
): Vote {
  const groups = new Map<string, Conclusion[]>();
  for (const conclusion of conclusions) {
    const name = nameOf(conclusion.diagnosis);
    groups.set(name, [...(groups.get(name) ?? []), conclusion]);
  }
  const ranked = [...groups.values()].sort((a, b) => b.length - a.length); // stable: level ones stay in their order
  return {
    conclusion: ranked[0]?.[0] ?? conclusions[0],
    votes: ranked.map((group) => ({ diagnosis: group[0]?.diagnosis ?? '', count: group.length })),
  };
}
