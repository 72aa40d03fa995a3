import type { Word } from './words.ts';

/** Words that set what stands near them aside: "avoid ibuprofen", "pneumonia is unlikely". */
const settingAside = new Set(['avoid', 'avoiding', 'stop', 'stopping', 'instead', 'rather']);
const excluding = new Set(['exclude', 'excluded', 'excludes', 'unlikely', 'against', 'contraindicated']);

/** "Can't stop sneezing" denies nothing. */
const unended = new Set(['stop', 'help', 'wait', 'only', 'want']);
/** Before a negation these tell of what fails, and failing is the complaint: "I can't sleep", "she couldn't walk straight". */
const abilities = new Set(['can', 'could', 'able']);
/** Verbs of telling and noticing, after which "can't" denies as usual: "I can't feel a lump". */
const perceiving = new Set('say tell feel see find recall remember think complain'.split(' '));

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
    if (word.isNegation) return !isUnended(words, i);
    if (word.text === 'but' || word.text === 'though') return false;
    if (word.text === 'and') return joinsNouns(words, i) && isNegated(words, i);
  }
  return false;
}

/** A negation that takes nothing away: "can't stop sneezing", "can't sleep". */
function isUnended(words: readonly Word[], negation: number): boolean {
  const next = words[negation + 1]?.text ?? '';
  return unended.has(next) || (abilities.has(words[negation - 1]?.text ?? '') && !perceiving.has(next));
}

/** "no fever and chills": the "and" joins two nouns under one negation. */
function joinsNouns(words: readonly Word[], conjunction: number): boolean {
  const next = words[conjunction + 1];
  return next !== undefined && !next.isSmall;
}
