import { isDenied } from './negation.ts';
import { createPhraseBook, type Found, type PhraseBook } from './phrases.ts';
import { contentOf, type Word, wordsOf } from './words.ts';

/** What a conclusion says its first-ranked diagnosis is. */
interface NamedDiagnosis {
  /** The condition named, or null where the words name none of the knowledge base. */
  readonly condition: string | null;
  /** Every condition that the words affirm, in the order named. */
  readonly named: readonly string[];
  /** Two or more stand side by side without a rank ("A or B"): that is no diagnosis. */
  readonly isUnranked: boolean;
  readonly by: 'name' | 'icd10' | 'none';
}

export interface DiagnosisReader {
  read(text: string): NamedDiagnosis;
}

const alternatives = new Set(['or', 'versus', 'vs']);

/** Reads diagnoses: names, synonyms and ICD-10 codes; the longest name wins, denied and ruled-out ones do not count. */
export function createDiagnosisReader(
  conditions: Iterable<{ id: string; names: readonly string[]; icd10: readonly string[] }>,
): DiagnosisReader {
  const names: PhraseBook<string> = createPhraseBook({ skipSmall: true });
  const codes = new Map<string, string>();
  for (const { id, names: own, icd10 } of conditions) {
    for (const name of own) names.add(name, id);
    for (const code of icd10) if (!codes.has(wordOf(code))) codes.set(wordOf(code), id);
  }
  const codesIn = (words: readonly Word[]): Found<string>[] =>
    words.flatMap(({ text }, i) => {
      const id = codes.get(text);
      return id === undefined ? [] : [{ payload: id, first: i, last: i }];
    });
  return {
    read: (text) => {
      // "A/B" says "A or B"; a code stays one word, so that a denial reaches it.
      const words = wordsOf(text.replaceAll('/', ' or ').replace(/\b[A-Z]\d{2}\.\d{1,4}\b/g, wordOf));
      const affirmed = ({ first, last }: Found<string>) => !isDenied(words, first, last);
      const byName = names.find(words).filter(affirmed);
      const found = byName.length > 0 ? byName : codesIn(words).filter(affirmed);
      const named = [...new Set(found.map(({ payload }) => payload))];
      const isUnranked = standSideBySide(found, words);
      const by = byName.length > 0 ? 'name' : found.length > 0 ? 'icd10' : 'none';
      return { condition: isUnranked ? null : (named[0] ?? null), named, isUnranked, by };
    },
  };
}

/** An ICD-10 code as one word. */
function wordOf(code: string): string {
  return code.replace('.', '').toLowerCase();
}

/** Whether the first of some names is one of several alternatives: "A or B", "A, B or C". */
function standSideBySide(found: readonly Found<string>[], words: readonly Word[]): boolean {
  for (const [i, { payload, first }] of found.entries()) {
    const before = found[i - 1];
    if (before === undefined) continue;
    const between = words.slice(before.last + 1, first);
    if (between.some(({ text }) => alternatives.has(text))) {
      if (payload !== before.payload) return true; // else a synonym: "kidney stone or renal colic"
    } else if (between.length > 0 || words[before.last]?.sentence !== words[first]?.sentence) return false;
  }
  return false;
}

/**
 * True where a text names a diagnosis that is in no knowledge base: all content words of the name, undenied, and not as
 * one of several alternatives.
 */
export function namesDiagnosis(text: string, name: string): boolean {
  const words = wordsOf(text.replaceAll('/', ' or '));
  const wanted = new Set(contentOf(wordsOf(name)).map(({ stem }) => stem));
  if (wanted.size === 0) return false;
  const places = words.flatMap(({ stem }, i) => (wanted.has(stem) ? [i] : []));
  if (new Set(places.map((i) => words[i]?.stem)).size < wanted.size) return false;
  const [first = 0] = places;
  const last = places.at(-1) ?? first;
  const beside = [words[first - 1], words[last + 1]];
  return !beside.some((word) => word && alternatives.has(word.text)) && !isDenied(words, first, last);
}
