import type { Word } from './words.ts';

/** Words that set what stands near them aside: "avoid ibuprofen", "pneumonia is unlikely". */
const settingAside = new Set(['avoid', 'avoiding', 'stop', 'stopping', 'instead', 'rather']);
const excluding = new Set(['exclude', 'excluded', 'excludes', 'unlikely', 'against', 'contraindicated']);

/** "Can't stop sneezing" denies nothing. */
const unended = new Set(['stop', 'help', 'wait', 'only']);

/** How far a negation reaches, in words. */
const reach = 5;

/** True where a named thing is denied, ruled out or advised against in its clause. */
export function isDenied(words: readonly Word[], first: number, last: number): boolean {
  const clause = words[first]?.clause;
  for (let i = first - 1; i >= Math.max(0, first - reach) && words[i]?.clause === clause; i--) {
    const { text = '', isNegation = false } = words[i] ?? {};
    if (isNegation || settingAside.has(text) || (text === 'out' && isRuling(words[i - 1]))) return true;
  }
  for (let i = last + 1; i <= last + reach && words[i]?.clause === clause; i++) {
    const text = words[i]?.text ?? '';
    if (excluding.has(text) || (text === 'out' && isRuling(words[i - 1]))) return true;
  }
  return false;
}

function isRuling(word: Word | undefined): boolean {
  return /^(rule[ds]?|ruling)$/.test(word?.text ?? '');
}

/** True where a negation reaches a word from before: in its clause, or opening an enumeration ("no fever, no chills or cough"). */
export function isNegated(words: readonly Word[], index: number): boolean {
  const sentence = words[index]?.sentence;
  for (let i = index - 1; i >= 0 && index - i <= 8; i--) {
    const word = words[i];
    if (word === undefined || word.sentence !== sentence) return false;
    if (word.isNegation) return !unended.has(words[i + 1]?.text ?? '');
    if (word.text === 'but' || word.text === 'though') return false;
    if (word.text === 'and') return joinsNouns(words, i) && isNegated(words, i);
  }
  return false;
}

/** "no fever and chills": the "and" joins two nouns under one negation. */
function joinsNouns(words: readonly Word[], conjunction: number): boolean {
  const next = words[conjunction + 1];
  return next !== undefined && !next.isSmall;
}
