import { rememberedByText } from '../base/remembered.ts';

/** Finds the known word that a misspelt one was meant to be. */
export interface Speller {
  /** The known word, or the word itself where it is known or nothing near it is. */
  corrected(word: string): string;
}

/** Shorter words have too many neighbours that are words of their own. */
const shortest = 5;
/** Words from this length on may have two letters wrong. */
const twoWrong = 9;

/**
 * A speller of the words a reader knows. A misspelt word and the right one share what is left when a letter or two are
 * taken out of each, so that looking up a dozen keys finds every neighbour.
 *
 * @param weightOf of two words equally near, the heavier is meant; without it the first found
 */
export function createSpeller(
  known: ReadonlySet<string>,
  ordinary: ReadonlySet<string>,
  weightOf: (word: string) => number = () => 0,
): Speller {
  // By first letter, which nobody gets wrong; each made when the first unknown word that begins with it is met.
  const indexes = new Map<string, ReadonlyMap<string, readonly string[]>>();
  const indexFor = (letter: string) => {
    const index = indexes.get(letter) ?? indexOf([...known].filter((word) => word.startsWith(letter)));
    indexes.set(letter, index);
    return index;
  };
  const nearest = rememberedByText(20_000, (word) => {
    const index = indexFor(word.charAt(0));
    let best = word;
    let least = word.length >= twoWrong ? 2.5 : 1.5;
    for (const key of keysOf(word))
      for (const candidate of index.get(key) ?? []) {
        if (Math.abs(candidate.length - word.length) > 2) continue;
        const distance = distanceOf(word, candidate);
        if (distance < least || (distance === least && best !== word && weightOf(candidate) > weightOf(best))) {
          best = candidate;
          least = distance;
        }
      }
    return best;
  });
  return {
    corrected: (word) => {
      if (word.length < shortest || known.has(word) || ordinary.has(word) || !/^[a-z]+$/.test(word)) return word;
      return word.length > 24 ? word : nearest(word);
    },
  };
}

function indexOf(words: Iterable<string>): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortest || word.length > 24) continue;
    for (const key of keysOf(word)) {
      const list = index.get(key);
      if (list) list.push(word);
      else index.set(key, [word]);
    }
  }
  return index;
}

/** The word, and what is left without any one letter; long words are cut to their start, where most letters are right. */
function keysOf(word: string): string[] {
  const keys = [word];
  for (let i = 0; i < word.length; i++) keys.push(word.slice(0, i) + word.slice(i + 1));
  return keys;
}

/** Letters changed, added, left out or swapped with a neighbour. */
function distanceOf(a: string, b: string): number {
  let twoAgo: number[] = [];
  let ago = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (ago[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (ago[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (twoAgo[j - 2] ?? 0) + 1);
      row.push(least);
    }
    twoAgo = ago;
    ago = row;
  }
  return ago[b.length] ?? 0;
}
