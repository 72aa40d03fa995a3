import type { Lexicon } from './lexicon.ts';
import { createWordIndex, type WordIndex } from './word-index.ts';
import { wordsOf } from './words.ts';

/** A text of a case that can be asked for by its own words: a fact’s words, a report’s name. */
export interface IndexedText {
  readonly id: string;
  readonly section: string | null;
  readonly text: string;
}

/** Finds the texts of one case that a question is about, where no finding of the vocabulary says so. */
export interface FactIndex extends WordIndex {
  /** Texts that mention a finding, in the case’s order. */
  byFinding(finding: string): readonly string[];
  bySection(section: string): readonly string[];
}

export function createFactIndex(texts: readonly IndexedText[], lexicon: Lexicon): FactIndex {
  const byFinding = new Map<string, string[]>();
  const bySection = new Map<string, string[]>();
  for (const { id, section, text } of texts) {
    if (section !== null) listIn(bySection, section).push(id);
    const found = lexicon.phrases.find(wordsOf(text)).flatMap(({ payload }) => payload.findings);
    for (const finding of new Set(found)) listIn(byFinding, finding).push(id);
  }
  return {
    ...createWordIndex(texts),
    byFinding: (finding) => byFinding.get(finding) ?? [],
    bySection: (section) => bySection.get(section) ?? [],
  };
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
