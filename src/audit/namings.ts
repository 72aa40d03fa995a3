import { layNames } from './everyday.ts';
import { plainText } from './spoken-text.ts';

/** A name of the truth, or a lay phrase for it, by its words. */
export interface Naming {
  readonly words: readonly string[];
  readonly source: string;
  /** Everyday words ("appendix", "a clot") that give the truth away only where they are said to be the cause. */
  readonly isEveryday: boolean;
}

/** Says nothing of which disease it is. */
const qualifiers = new Set(
  'acute chronic common bacterial viral infectious infective simple bronchial the of in a by external internal primary secondary spontaneous episodic type classical disease'.split(
    ' ',
  ),
);
/** Single words of names that are also everyday words; only a phrase or a cause makes them a name. */
const everyday = new Set([
  'cold',
  'reflux',
  'cap',
  'pe',
  'mi',
  'mono',
  'uri',
  'gas',
  'sty',
  'ccf',
  'tth',
  'panic',
  'hives',
  'dandruff',
  'acid',
]);

/** What names the case's truth: its names, what laymen call it, its abbreviations. */
export function namingsOf(truthNames: readonly string[]): {
  namings: readonly Naming[];
  abbreviations: readonly RegExp[];
} {
  const namings: Naming[] = [];
  const abbreviations: RegExp[] = [];
  for (const name of truthNames) {
    if (/^[A-Z]{2,}[A-Za-z]?[A-Z]*$/.test(name)) {
      abbreviations.push(new RegExp(`\\b${name.split('').join('\\.?')}\\b`, name.length >= 4 ? 'i' : ''));
      continue;
    }
    const words = plainText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    const content = words.filter((word) => !qualifiers.has(word));
    const kept = content.length > 0 ? content : words;
    if (kept.length === 1 && (everyday.has(kept[0] ?? '') || (kept[0] ?? '').length < 4)) continue;
    if (kept.length === 1 && words.length > 1 && (kept[0] ?? '').length < 8)
      namings.push({ words, source: name, isEveryday: false });
    else namings.push({ words: kept, source: name, isEveryday: false });
  }
  const joined = truthNames.join(' | ').toLowerCase();
  for (const [pattern, phrases] of layNames)
    if (pattern.test(joined))
      for (const phrase of phrases.split('|')) {
        const words = phrase
          .split(' ')
          .filter(
            (word) =>
              !['the', 'on', 'of', 'in', 'my', 'to', 'is', 'from', 'round', 'around', 'not', 'too'].includes(word),
          );
        if (words.length > 0 && !namings.some((one) => !one.isEveryday && one.words.join(' ') === words.join(' ')))
          namings.push({ words, source: phrase, isEveryday: true });
      }
  return { namings, abbreviations };
}
