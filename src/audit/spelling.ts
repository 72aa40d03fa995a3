import { distance } from 'fastest-levenshtein';
import { stemOf } from '../language/words.ts';

/** The words of a text that spell a name, near one another; null where one is missing. */
export function placesOf(
  name: readonly string[],
  words: readonly string[],
  vocabulary: ReadonlySet<string>,
): string[] | null {
  const spans = name.length + (name.length > 1 ? 2 : 0);
  for (let start = 0; start < words.length; start++) {
    const window = words.slice(start, start + spans);
    // A name of one word may be written as two ("gall bladder"), and one of two words as one.
    const joined = window.length > 1 ? [...window, ...window.slice(1).map((word, i) => `${window[i]}${word}`)] : window;
    const met = name.map((part) => joined.find((word) => isSpelling(word, part, vocabulary, name.length === 1)));
    if (met.every((word) => word !== undefined)) return met as string[];
    // one short word of several may be misspelt where the others stand as they should ("hart attack")
    if (name.length > 1 && met.filter((word) => word === undefined).length === 1) {
      const missing = name[met.indexOf(undefined)] ?? '';
      const other =
        missing.length >= 4
          ? window.find((word) => !met.includes(word) && !vocabulary.has(word) && edits(word, missing) <= 1)
          : undefined;
      if (other !== undefined) return met.map((word) => word ?? other);
    }
    if (name.length > 1) {
      const whole = name.join('');
      const one = window[0] ?? '';
      if (whole.length >= 8 && isSpelling(one, whole, vocabulary, true)) return [one];
    }
  }
  return null;
}

/** By the vocabulary, which says what is no misspelling. */
const spellings = new WeakMap<ReadonlySet<string>, Map<string, boolean>>();

/** Whether a word is the name's, inflected or a little misspelt. */
function isSpelling(word: string, name: string, vocabulary: ReadonlySet<string>, isAlone: boolean): boolean {
  if (word === name) return true;
  if (word.length < 4 || name.length < 4) return word.replace(/s$/, '') === name;
  // most words are nothing like the name: no need to remember that
  const isFar = word[0] !== name[0] && word[0] !== name[1] && word[1] !== name[0];
  if (isFar || (Math.abs(word.length - name.length) > 3 && word.slice(0, 4) !== name.slice(0, 4))) return false;
  const id = `${word}|${name}|${isAlone}`;
  const remembered = spellings.get(vocabulary) ?? new Map<string, boolean>();
  const known = remembered.get(id);
  if (known !== undefined) return known;
  const is = spells(word, name, vocabulary, isAlone);
  if (remembered.size > 5000) remembered.clear();
  remembered.set(id, is);
  spellings.set(vocabulary, remembered);
  return is;
}

function spells(word: string, name: string, vocabulary: ReadonlySet<string>, isAlone: boolean): boolean {
  if (stemOf(word) === stemOf(name)) return true;
  // migrainous, asthmatic, psoriatic: all but the end is the same
  const shared = commonStart(word, name);
  if (name.length >= 6 && shared >= Math.max(5, name.length - 3) && !vocabulary.has(word)) return true;
  if (isAlone && name.length >= 9 && shared >= 7 && !vocabulary.has(word)) return true;
  if (vocabulary.has(word) || name.length < 6 || Math.abs(word.length - name.length) > 2) return false;
  return edits(word, name) <= (name.length >= 12 ? 3 : name.length >= 8 ? 2 : 1);
}

/** Letters to change; two neighbours that changed places count as one. */
function edits(a: string, b: string): number {
  const plain = distance(a, b);
  if (plain !== 2 || a.length !== b.length) return plain;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : plain;
}

function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}
