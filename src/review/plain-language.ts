import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/**
 * The school grade it takes to read what somebody says (Flesch–Kincaid; Kincaid et al. 1975): 0.39 · words a sentence +
 * 11.8 · syllables a word − 15.59. Around 5 is plain talk, beyond 8 no longer everybody's.
 *
 * @returns null for a text without words
 */
export function readingGrade(text: string): number | null {
  const words = text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];
  if (words.length === 0) return null;
  const sentences = text.split(/[.!?…]+(?:\s|$)/).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence)).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: Math.max(1, sentences), word: words.length, syllable: syllables });
}
