import { distance } from 'fastest-levenshtein';
import type { CaseTruth } from '../catalog/case.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { ordinaryWords } from '../language/ordinary-words.ts';
import { stemOf } from '../language/words.ts';

/** Say of which kind a disease is, and not which one. */
const qualifiers = new Set(
  `acute chronic common bacterial viral fungal infectious simple external internal primary secondary spontaneous recurrent
   episodic typical classical mild severe the of in a an with without and or by due to type`.split(/\s+/),
);

/** One way of naming the truth. */
interface Naming {
  /** Stems that stand near one another, or one word. */
  readonly stems: readonly string[];
  readonly name: string;
  /** The words as they are spelled, where a slip of the pen still names it. */
  readonly spelled: readonly string[];
  /** Only as it stands: of everyday words, which mean something else apart. */
  readonly isExact: boolean;
}

/**
 * Hears whether words name a case's diagnosis, by any of the condition's names, by an abbreviation, by an ICD-10 code or
 * by the word that most of its names share. The patient's words are checked with it; nothing but this function of the
 * truth is handed to whoever speaks for the patient.
 *
 * @returns a function that gives the names it heard; none where the diagnosis stays unnamed. A longer name is heard beside
 *   a shorter one in it, so that who may say "allergy" does not get away with what it is an allergy to
 */
export function truthNames(
  truth: CaseTruth,
  { conditions, findings }: Pick<Catalog, 'conditions' | 'findings'>,
): (words: string) => readonly string[] {
  const condition = truth.condition === null ? undefined : conditions.get(truth.condition);
  const names = [...new Set([truth.name, ...(condition?.names ?? [])])];
  const isEveryday = everydayOf(findings);
  const abbreviations = names.filter((name) => abbreviation.test(name));
  const codes = [...(truth.icd10 === null ? [] : [truth.icd10]), ...(condition?.icd10 ?? [])].filter((code) =>
    code.includes('.'),
  );
  const exactly = [...abbreviations, ...codes].map((name) => ({ name, pattern: literally(name) }));
  const spoken = names.filter((name) => !abbreviation.test(name)); // "cap" is no pneumonia
  const namings = [...spoken.flatMap((name) => namingsOf(name, isEveryday)), ...headsOf(names, isEveryday)];
  return (words) => {
    const heard = new Set(exactly.flatMap(({ name, pattern }) => (pattern.test(words) ? [name] : [])));
    for (const sentence of words.split(/[.!?…\n]+/)) {
      const spelled = lettersOf(sentence);
      if (spelled.length === 0) continue;
      const stems = spelled.map(stemOf);
      for (const naming of namings) if (isMet(naming, stems, spelled)) heard.add(naming.name);
    }
    return [...heard];
  };
}

const abbreviation = /^[A-Z][A-Z0-9a-z]*[A-Z][A-Za-z0-9]*$/;

function literally(name: string): RegExp {
  const letters = [...name].map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // "P.E." is PE; four letters and more name it however they are written.
  return new RegExp(`(?<![\\p{L}\\p{N}])${letters.join('\\.?')}(?![\\p{L}\\p{N}])`, name.length >= 4 ? 'iu' : 'u');
}

function namingsOf(name: string, isEveryday: (word: string) => boolean): Naming[] {
  const words = lettersOf(name);
  const content = words.filter((word) => !qualifiers.has(word));
  const kept = content.length > 0 ? content : words;
  const [only = ''] = kept;
  const isExact = kept.length === 1 && (isEveryday(only) || only.length < 4);
  // "Cold", alone, is how somebody feels; "hives" is a complaint as well, and names it all the same.
  if (isExact && words.length === 1 && ordinaryWords.has(only)) return [];
  const spelled = isExact ? words : kept;
  // An eponym names it without its "disease".
  const eponyms = name.match(/\b\p{Lu}\p{Ll}{4,}/gu) ?? [];
  return [
    { stems: spelled.map(stemOf), name, spelled, isExact },
    ...eponyms
      .flatMap(lettersOf)
      .map((word) => ({ stems: [stemOf(word)], name: word, spelled: [word], isExact: false })),
  ];
}

/** A word that several names of the condition share, and that is no everyday word, names it alone: "asthma". */
function headsOf(names: readonly string[], isEveryday: (word: string) => boolean): Naming[] {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of new Set(lettersOf(name))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([word, count]) => count >= 2 && word.length >= 6 && !qualifiers.has(word) && !isEveryday(word))
    .map(([word]) => ({ stems: [stemOf(word)], name: word, spelled: [word], isExact: false }));
}

function isMet(
  { stems, spelled: name, isExact }: Naming,
  said: readonly string[],
  spelled: readonly string[],
): boolean {
  if (isExact) return said.some((_, i) => stems.every((stem, k) => said[i + k] === stem));
  const near = stems.length + (stems.length > 1 ? 2 : 0);
  return said.some((_, i) =>
    stems.every((stem, k) => {
      for (let j = i; j < Math.min(said.length, i + near); j++)
        if (said[j] === stem || isFormOf(spelled[j] ?? '', name[k] ?? '', stems.length === 1)) return true;
      return false;
    }),
  );
}

/** Another form of the word ("failing", "asthmatic"), or a long word with a letter wrong. */
function isFormOf(word: string, name: string, isAlone: boolean): boolean {
  if (name.length >= 4 && word.startsWith(name) && word.length <= name.length + 2 && !ordinaryWords.has(word))
    return true;
  let same = 0;
  while (same < Math.min(word.length, name.length) && word[same] === name[same]) same++;
  if (
    !ordinaryWords.has(word) &&
    same >= Math.max(isAlone ? 6 : 4, Math.floor(Math.max(word.length, name.length) * 0.6))
  )
    return true;
  if (name.length < 7 || Math.abs(word.length - name.length) > 1 || ordinaryWords.has(word)) return false;
  return distance(word, name) <= (name.length >= 11 ? 2 : 1);
}

/** The words of a text in plain letters: "Ménière's" is "meniere". */
function lettersOf(text: string): string[] {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of diseases in general, which name none. */
const general = new Set(
  `disease disorder syndrome infection infected inflammation attack episode problem condition illness injury failure
   cancer tumour reflux panic`.split(/\s+/),
);

const everyday = new WeakMap<ReadonlyMap<string, unknown>, ReadonlySet<string>>();

/** Words that complaints are put in: those of the lay names of at least two symptoms, and words of everyday speech. */
function everydayOf(findings: Catalog['findings']): (word: string) => boolean {
  let known = everyday.get(findings);
  if (known === undefined) {
    const holders = new Map<string, number>();
    for (const { kind, names } of findings.values())
      if (kind === 'symptom') {
        for (const word of new Set(names.lay.flatMap(lettersOf))) holders.set(word, (holders.get(word) ?? 0) + 1);
        // A complaint that is called by one word: "diarrhoea", "dandruff".
        for (const name of names.lay) if (!name.includes(' ')) holders.set(name, 2);
      }
    known = new Set([...holders].filter(([, count]) => count >= 2).map(([word]) => stemOf(word))); // stems share spellings
    everyday.set(findings, known);
  }
  const words = known;
  return (word) => words.has(stemOf(word)) || ordinaryWords.has(word) || general.has(word);
}
