import type { Named } from './mentions.ts';
import { createNameFinder, isLetter, type NameFound } from './name-finder.ts';
import { createNameSpeller, isOrdinary } from './name-speller.ts';
import { normalWord } from './normal-word.ts';
import type { Token } from './tokens.ts';

/** The names of one diagnosis. */
export interface TruthNames {
  readonly identity: string;
  findAll(tokens: readonly Token[]): NameFound<Named>[];
  /** A slip in one of its words put right; null where a word is none. */
  corrected(word: string): string | null;
}

/** Say what a diagnosis is and not which one. */
const kindWords = new Set(['disease', 'syndrome', 'disorder', 'infection', 'disease'].map(normalWord));
const smallWords = new Set('a an the of to in on by with and or for from at its due as is point site type'.split(' '));

/**
 * The names that a diagnosis outside the knowledge base goes by: its own, with and without what stands in brackets; those of
 * the same diagnosis in the list of others; and its initials.
 *
 * @param correct puts a misspelt word right: the name itself may be misspelt
 */
export function createTruthNames(
  diagnosis: string,
  correct: (word: string) => string,
  synonymsOf: Synonyms,
): TruthNames {
  const identity = 'the truth';
  const payload = { identity, condition: null };
  const spelled = diagnosis.replace(/\p{L}+/gu, (word) => {
    const right = correct(word.toLowerCase());
    return right === word.toLowerCase() ? word : right;
  });
  const own = [...new Set([...ownNames(diagnosis), ...ownNames(spelled)])];
  const names = new Set([...own, ...synonymsOf(own), ...own.flatMap(initialsOf)]);
  const finder = createNameFinder<Named>();
  for (const name of names) finder.add(name, payload);
  const spell = createNameSpeller(finder.words());
  return {
    identity,
    findAll: finder.findAll,
    corrected: (word) => {
      if (finder.knows(word)) return word;
      const found = spell(word);
      return found === word ? null : found;
    },
  };
}

function ownNames(diagnosis: string): string[] {
  const plain = diagnosis.trim();
  const bracketed = /\(([^)]+)\)/.exec(plain)?.[1];
  const without = plain.replace(/\s*\([^)]*\)/g, '').trim();
  const names = [without, ...(bracketed === undefined ? [] : [bracketed])].filter((name) => name !== '');
  // The persons a disease is named after stand for it: "Parkinson’s", "Legg-Calvé-Perthes".
  return names.flatMap((name) => {
    const words = name.split(/[\s]+/).filter((word) => word !== '');
    const content = words.filter((word) => !kindWords.has(normalWord(word.replace(/['’]s?$/, ''))));
    const isOfPersons =
      content.length === 1 &&
      content.length < words.length &&
      /^\p{Lu}\p{Ll}{3,}/u.test(content[0] ?? '') &&
      !isOrdinary((content[0] ?? '').replace(/['’]s?$/, ''));
    return isOfPersons ? [name, content.join(' ')] : [name];
  });
}

/** What else a diagnosis is called, by any of its names. */
export type Synonyms = (names: readonly string[]) => string[];

/** @param diagnoses the names of each */
export function createSynonyms(diagnoses: readonly (readonly string[])[]): Synonyms {
  const byName = new Map<string, string[]>();
  for (const names of diagnoses)
    for (const name of names) byName.set(keyOf(name), [...(byName.get(keyOf(name)) ?? []), ...names]);
  return (names) => names.flatMap((name) => byName.get(keyOf(name)) ?? []);
}

/** The words of a name, in no order. */
function keyOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}'’]+/u).map((word) => word.replace(/['’]s?$/, ''));
  const content = words.filter((word, i) => word !== '' && (!smallWords.has(word.toLowerCase()) || isLetter(word, i)));
  return [...new Set(content.map(normalWord))].sort().join(' ');
}

/** "Pelvic inflammatory disease" → PID; of names with three words or more, with and without the small ones. */
function initialsOf(name: string): string[] {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^\p{L}/u.test(word));
  const content = words.filter((word) => !smallWords.has(word.toLowerCase()));
  return [content, words]
    .filter((some) => some.length > 2 && some.length < 7)
    .map((some) => some.map((word) => word[0]?.toUpperCase() ?? '').join(''));
}
