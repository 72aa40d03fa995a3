import type { Vocabulary } from '../catalog/catalog.ts';
import type { Aspect } from '../catalog/finding.ts';
import { isClinics, type LexiconEntry, plainer } from './lexicon-entry.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { contentOf, isContent, isSmallStem, phraseWords, type Word } from './words.ts';

/** What somebody's words tell of without being asked for it. */
export interface Telling {
  /** Phrases of two words of content or more, and single words that are one finding's. */
  readonly statements: PhraseBook<LexiconEntry>;
  /** Findings by two words that tell of them in either order within a clause: "my right eye went red". */
  readonly wordPairs: ReadonlyMap<string, string>;
}

/** An entry of the lexicon, its phrases read. */
export interface WordedEntry {
  readonly entry: Vocabulary['lexicon']['entries'][number];
  readonly worded: readonly (readonly Word[])[];
}

/** The words of a phrase that a loose search looks for. */
export function keptOf(words: readonly Word[]): Word[] {
  return words.filter(({ isSmall, stem }) => !isSmall && !isSmallStem(stem));
}

/** Stems that stand as a phrase of their own. */
export function aloneIn(worded: readonly (readonly Word[])[]): ReadonlySet<string> {
  return new Set(worded.flatMap((words) => (words.length === 1 ? (words[0]?.stem ?? '') : [])));
}

/** How a phrase may be found: with anything small between its words, word for word only, or not at all. */
export function searchFor(words: readonly Word[], alone: ReadonlySet<string>): 'loosely' | 'word for word' | 'never' {
  // Counted in one pass, for some forty thousand phrases are looked at before the first question is read.
  let length = 0;
  let kept = 0;
  let only = '';
  for (const word of words) {
    if (isContent(word)) length++;
    if (word.isSmall || isSmallStem(word.stem)) continue;
    kept++;
    only = word.stem;
  }
  // "Not all there" would be found in every "not"; "been sick" is found as it stands.
  if (kept === 0) return length === 0 && words.length > 2 ? 'word for word' : 'never';
  // "Anything about it" is found as it stands: of function words alone, half the sentences are made.
  if (length === 0 && kept === 2 && words.length > 2) return 'word for word';
  // "Hurt yourself" without its small word would be any "hurt".
  if (kept === 1 && words.length > 1 && !alone.has(only)) return 'word for word';
  return 'loosely';
}

export function createTelling(findings: Vocabulary['findings'], entries: readonly WordedEntry[]): Telling {
  const statements = createPhraseBook<LexiconEntry>({ skipSmall: true });
  const wordPairs = new Map<string, string>();
  const ambiguous = new Set<string>();
  const { isTelling, holders } = specificity(entries);
  const notePair = (key: string, [finding, ...others]: readonly string[], aspect: Aspect | null) => {
    if (finding === undefined || others.length > 0 || aspect !== null) return;
    if ((wordPairs.get(key) ?? finding) !== finding) ambiguous.add(key);
    wordPairs.set(key, finding);
  };
  const add = (worded: readonly (readonly Word[])[], all: readonly string[], aspect: Aspect | null) => {
    const payload = { findings: all.filter((id) => !isClinics(findings.get(id))), aspect };
    const alone = aloneIn(worded);
    for (const words of worded) {
      if (searchFor(words, alone) !== 'loosely') continue;
      const content = contentOf(words);
      const { length } = content;
      // One word in a question names its subject; in a story it may mean anything ("lump", "side", "keep"). "Can't sleep"
      // and "gone off my food" are more than a word.
      const isMore = words.some(({ isNegation }) => isNegation) || keptOf(words).length > 2;
      if (payload.findings.length > 0 && (length > 1 || (length === 1 && (isMore || isTelling(words, all)))))
        statements.add(words, payload, plainer);
      const [first, second] = content;
      if (length === 2 && first && second) notePair(pairKey(first.stem, second.stem), payload.findings, aspect);
    }
  };
  for (const { id, names } of findings.values()) add([...names.medical, ...names.lay].map(phraseWords), [id], null);
  // A finding's first names mean it wherever they stand: "fever", "rash", "nausea".
  for (const finding of findings.values())
    for (const name of [finding.names.medical[0], finding.names.lay[0]]) {
      if (name === undefined || isClinics(finding)) continue;
      const words = phraseWords(name);
      if (keptOf(words).length > 1 || words.length === 1)
        statements.add(words, { findings: [finding.id], aspect: null });
    }
  for (const { entry, worded } of entries) {
    const of = 'finding' in entry ? [entry.finding] : entry.findings;
    add(worded, of, null);
    if (!('finding' in entry)) continue;
    for (const [aspect, wordings] of Object.entries(entry.aspects ?? {}) as [Aspect, string[]][]) // keys are aspects
      add(wordings.map(phraseWords), of, aspect);
  }
  for (const key of ambiguous) wordPairs.delete(key);
  // "Keep" and "come" tell of nothing, however often they stand in one phrase; "heart" and "pound" do.
  for (const key of wordPairs.keys()) {
    const [few = 0, many = 0] = key
      .split(' ')
      .map(holders)
      .sort((a, b) => a - b);
    if (many > common && few > rare) wordPairs.delete(key);
  }
  return { statements, wordPairs };
}

/** The same for both orders of two stems. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A word in the phrases of more findings than these is everybody's: "come", "skin", "feel". */
const common = 16;
/** A word of so few findings says which is meant, whatever stands beside it. */
const rare = 4;

/**
 * Whether a single word belongs to one finding: at least half of all phrases that hold it are that finding's. "Itchy"
 * does, "side" does not.
 */
function specificity(entries: readonly WordedEntry[]): {
  isTelling(words: readonly Word[], findings: readonly string[]): boolean;
  holders(stem: string): number;
} {
  const counts = new Map<string, Map<string, number>>();
  for (const { entry, worded } of entries)
    for (const finding of 'finding' in entry ? [entry.finding] : entry.findings)
      for (const words of worded)
        for (const { stem } of contentOf(words)) {
          const own = counts.get(stem) ?? new Map<string, number>();
          own.set(finding, (own.get(finding) ?? 0) + 1);
          counts.set(stem, own);
        }
  return {
    holders: (stem) => counts.get(stem)?.size ?? 0,
    isTelling: (words, [finding, ...others]) => {
      const own = counts.get(contentOf(words)[0]?.stem ?? '');
      if (finding === undefined || others.length > 0 || own === undefined) return false;
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      return (own.get(finding) ?? 0) >= all / 2;
    },
  };
}
