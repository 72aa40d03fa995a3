import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** A stream of draws that depends on its seed alone. */
export interface Draw {
  /** A number from 0 (included) to 1 (excluded), in steps of 2^-32. */
  number(): number;
  /** A whole number from 0 to `below` − 1. */
  index(below: number): number;
  /** One of the items, each as likely. Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** True with the probability given. */
  chance(probability: number): boolean;
  /** The items in a random order; the list given stays as it is. */
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * Draws seeded by what they are for: `drawFor(runSeed, caseId, 'recall', factId)` is the same stream wherever and
 * whenever it is asked for, so that order and concurrency cannot change an outcome.
 */
export function drawFor(...seed: readonly (string | number)[]): Draw {
  // The parts are joined by a character that no id holds, so that ('ab', 'c') and ('a', 'bc') differ.
  const digest = createHash('sha1').update(seed.join('\u001f')).digest();
  const generator = xoroshiro128plus(digest.readInt32LE(0));
  const index = (below: number) => uniformInt(generator, 0, below - 1);
  const number = () => (generator.next() >>> 0) / 0x1_0000_0000;
  return {
    number,
    index,
    pick: <T>(items: readonly T[]): T => {
      if (items.length === 0) throw new Error('nothing to pick from');
      return items[index(items.length)] as T; // the index is in range
    },
    chance: (probability) => number() < probability,
    shuffle: <T>(items: readonly T[]): T[] => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = index(last + 1);
        [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]; // both in range
      }
      return shuffled;
    },
  };
}
