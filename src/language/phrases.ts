import type { Word } from './words.ts';
import { isGap, wordsOf } from './words.ts';

interface Node<T> {
  /** Undefined at the end of a phrase that no longer one goes on from: most nodes, and a map each would be dear. */
  next: Map<string, Node<T>> | undefined;
  payload: T | undefined;
}

/** Where a phrase was found: its payload and the words it covers, first and last included. */
export interface Found<T> {
  readonly payload: T;
  readonly first: number;
  readonly last: number;
}

/** Finds known phrases among words; the longest wins at a place. */
export interface PhraseBook<T> {
  add(phrase: string | readonly Word[], payload: T, merge?: (old: T, added: T) => T): void;
  find(words: readonly Word[]): readonly Found<T>[];
  /** The same, with phrases that begin inside a longer one: "itchy rash" tells of an itch and of a rash. */
  findAll(words: readonly Word[]): readonly Found<T>[];
}

/**
 * A book of phrases, matched on stems in order. With `skipSmall`, small words are skipped on both sides, so that
 * "pain in your chest" finds the phrase "pain chest"; a phrase of nothing but small words is kept as it is.
 *
 * @param meet called with the words of a text before phrases are looked for in it: whoever fills the book bit by bit adds
 *   then what may stand in the text
 */
export function createPhraseBook<T>({
  skipSmall,
  meet,
}: {
  skipSmall: boolean;
  meet?: (words: readonly Word[]) => void;
}): PhraseBook<T> {
  const firsts = new Map<string, Node<T>>();
  const skips = (word: Word) => skipSmall && word.isSmall;

  const longestAt = (words: readonly Word[], start: number): Found<T> | null => {
    let node: Node<T> | undefined;
    let found: Found<T> | null = null;
    for (let i = start; i < words.length; i++) {
      const word = words[i] as Word; // i is in range
      // "Headache, cough" names two things: no phrase of content goes over a comma.
      if (skipSmall && word.clause !== (words[start] as Word).clause) break;
      // The "on" of "stuck-on" is not the "one" of "stuck in one place", though the two share a stem.
      if (i > start && skips(word) && !skips(words[start] as Word)) continue;
      const next: Node<T> | undefined = i === start ? firsts.get(word.stem) : node?.next?.get(word.stem);
      if (next === undefined) {
        if (i > start && (skips(word) || (skipSmall && isGap(word)))) continue;
        break;
      }
      node = next;
      if (node.payload !== undefined) found = { payload: node.payload, first: start, last: i };
    }
    return found;
  };

  const search = (words: readonly Word[], goesOnInside: boolean): Found<T>[] => {
    meet?.(words);
    const found: Found<T>[] = [];
    for (let i = 0; i < words.length; i++) {
      const match = longestAt(words, i);
      if (match === null) continue;
      found.push(match);
      if (!goesOnInside) i = match.last;
    }
    return found;
  };

  let last: readonly Word[] | null = null;
  let found: readonly Found<T>[] = [];
  return {
    add: (phrase, payload, merge) => {
      last = null;
      const words = typeof phrase === 'string' ? wordsOf(phrase) : phrase;
      const content = words.filter((word) => !skips(word));
      const [first, ...rest] = content.length > 0 ? content : words;
      if (first === undefined) return;
      let node = nodeAt(firsts, first.stem);
      for (const { stem } of rest) {
        node.next ??= new Map();
        node = nodeAt(node.next, stem);
      }
      node.payload = node.payload !== undefined && merge ? merge(node.payload, payload) : payload;
    },
    find: (words) => {
      // One sentence is looked up again and again: for what is in it, what is beside it, and which way it asks.
      if (words !== last) {
        found = search(words, false);
        last = words;
      }
      return found;
    },
    findAll: (words) => search(words, true),
  };
}

function nodeAt<T>(nodes: Map<string, Node<T>>, stem: string): Node<T> {
  const known = nodes.get(stem);
  if (known !== undefined) return known;
  const node: Node<T> = { next: undefined, payload: undefined };
  nodes.set(stem, node);
  return node;
}
