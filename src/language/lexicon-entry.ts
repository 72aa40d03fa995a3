import type { Aspect, Finding } from '../catalog/finding.ts';

/** What a phrase of the lexicon points to. */
export interface LexiconEntry {
  readonly findings: readonly string[];
  /** The aspect that the phrase itself asks for, where it does. */
  readonly aspect: Aspect | null;
  /** A single everyday word, which means the finding only where it is all that a question is about: "work?" */
  readonly isEveryday?: boolean;
  /** The phrase names the state without the finding: "sleep all right". */
  readonly isHealthy?: boolean;
}

/** "Is the chest pain there?" and "chest pain" are the same to the book: the one that asks for no aspect is meant. */
export function plainer(old: LexiconEntry, added: LexiconEntry): LexiconEntry {
  return added.aspect !== null && old.aspect === null ? old : added;
}

export function isClinics(finding: Finding | undefined): boolean {
  return finding?.kind === 'examination' || finding?.kind === 'test';
}
