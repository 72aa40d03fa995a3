import { isDenied } from './negation.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { contentOf, wordsOf } from './words.ts';

/** What a conclusion says its first-ranked diagnosis is. */
export interface NamedDiagnosis {
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
    for (const code of icd10) if (!codes.has(code)) codes.set(code, id);
  }
  return {
    read: (text) => {
      const words = wordsOf(text);
      const found = names.find(words).filter(({ first, last }) => !isDenied(words, first, last));
      const named = [...new Set(found.map(({ payload }) => payload))];
      const [first, second] = found;
      if (first !== undefined) {
        const between = second && words.slice(first.last + 1, second.first);
        const isUnranked =
          named.length > 1 && between !== undefined && between.some(({ text: word }) => alternatives.has(word));
        return { condition: isUnranked ? null : (named[0] ?? null), named, isUnranked, by: 'name' };
      }
      const code = text.match(/\b[A-Z]\d{2}(\.\d{1,4})?\b/)?.[0];
      const coded = code === undefined ? undefined : codes.get(code);
      if (coded !== undefined) return { condition: coded, named: [coded], isUnranked: false, by: 'icd10' };
      return { condition: null, named: [], isUnranked: false, by: 'none' };
    },
  };
}

/** True where a text names a diagnosis that is in no knowledge base: all content words of the name, undenied. */
export function namesDiagnosis(text: string, name: string): boolean {
  const words = wordsOf(text);
  const wanted = new Set(contentOf(wordsOf(name)).map(({ stem }) => stem));
  if (wanted.size === 0) return false;
  const places = words.flatMap(({ stem }, i) => (wanted.has(stem) ? [i] : []));
  if (new Set(places.map((i) => words[i]?.stem)).size < wanted.size) return false;
  const [first = 0] = places;
  return !isDenied(words, first, places.at(-1) ?? first);
}
