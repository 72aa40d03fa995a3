import { contentHash } from '../base/hash.ts';
import { keptResults } from '../base/kept-results.ts';
import type { BodyFile } from '../catalog/lexicon-file.ts';
import { type Leading, leadingIn, type PhraseGroup } from './waiting-phrases.ts';
import { phraseWords } from './words.ts';

/** What takes long to find out of some forty thousand phrases, and is kept for the next process. */
interface PhraseIndex {
  readonly leading: Leading;
  /** All words of the lexicon. */
  readonly vocabulary: readonly string[];
}

const kept = keptResults(import.meta.url);

export function phraseIndex(groups: readonly PhraseGroup[], { parts, complaints }: BodyFile): PhraseIndex {
  const all = [
    ...groups.map(({ phrases }) => phrases),
    ...Object.values(parts),
    ...Object.values(complaints).map(({ words }) => words),
  ];
  const hash = contentHash(all);
  const before = kept.before('phrases', hash);
  if (before !== undefined) return before as PhraseIndex; // kept by this build
  const vocabulary = new Set(all.flat().flatMap((phrase) => phraseWords(phrase).map(({ text }) => text)));
  const made = { leading: leadingIn(groups), vocabulary: [...vocabulary] };
  kept.keep('phrases', hash, made);
  return made;
}
