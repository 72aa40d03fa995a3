import { ordinaryWords } from '../ordinary-words.ts';
import { otherWords } from '../other-words.ts';
import { createSpeller, type Speller } from '../spelling.ts';
import { maySlip, soundOf } from './normal-word.ts';

/** The words that are spelled right, however near to another. */
const spelledRight = new Set([...ordinaryWords, ...otherWords, 'panic', 'reflux', 'wells', 'still', 'sweet', 'graft']);

/** Whether a person’s name is a word too: "Wells", "Still", "Sweet". */
export function isOrdinary(word: string): boolean {
  const plain = word.toLowerCase();
  return spelledRight.has(plain) || spelledRight.has(plain.replace(/s$/, ''));
}

/**
 * Puts slips in long words right: by sound, then by a letter or two, towards the words of names.
 *
 * @param words with how often they stand in names: of two words equally near, the commoner is meant
 */
export function createNameSpeller(words: ReadonlyMap<string, number>): (word: string) => string {
  const bySound = new Map<string, string>();
  for (const [word, weight] of words) {
    if (word.length < shortest) continue;
    const sound = soundOf(word);
    const rival = bySound.get(sound);
    if (rival === undefined || (words.get(rival) ?? 0) < weight) bySound.set(sound, word);
  }
  const weightOf = (sound: string) => words.get(bySound.get(sound) ?? '') ?? 0;
  const speller: Speller = createSpeller(new Set(bySound.keys()), spelledRight, weightOf);
  return (word) => {
    if (word.length < shortest || spelledRight.has(word)) return word;
    const sound = soundOf(word);
    const found = bySound.get(sound) ?? bySound.get(speller.corrected(sound)) ?? word;
    return maySlip(word, found) ? found : word;
  };
}

/** Shorter words have too many neighbours that are words of their own. */
const shortest = 6;
