import { stemmer } from 'stemmer';
import { rememberedByText } from '../base/remembered.ts';

/** Longer texts are read up to here: nobody asks a question of a hundred pages. */
const maxLength = 6000;

/**
 * Words that are skipped between the words of a phrase. Question words, prepositions and the like are none of them:
 * "who do you live with" and "what do you do for a living" differ in little else.
 */
const smallWords = new Set(
  `a all also am an and any are as at be been being can could currently did do does ever feel feeling feels felt get gets
   getting got had has have having he her him his i if in is it its just lately me mine might my myself noticed of on or
   our please really recently she should so some sometimes still than that the their them then there these they this
   those to very was we were when will with would you your yours yourself`.split(/\s+/),
);

/** Further words that no text of a case has to share with a question. */
const functionWords = new Set(
  `about anything by doing done for from go goes going gone how into kind let like likely many much notice now off one
   out seem something sort too us well what where which while who whom whose why`.split(/\s+/),
);

const smallStems = new Set<string>();

/** True for "feelings" and "haves": no small word, and the stem of one. */
export function isSmallStem(stem: string): boolean {
  if (smallStems.size === 0) for (const word of smallWords) smallStems.add(stemOf(word));
  return smallStems.has(stem);
}

/** Words that may stand inside a phrase and change nothing of what it names: "any bad pain in your left knee". */
const gapWords = new Set(
  `left right pretty quite fairly bit somewhat particularly especially significant significantly bad severe major minor new
   recent unusual increased increasing worsening other own same whole entire good abnormal excessive prior previous certain
   specific particular frequent serious known current past general overall
   ever actually maybe perhaps either both sort kind type lot little much`.split(/\s+/),
);

export function isGap(word: Word): boolean {
  return gapWords.has(word.text);
}

/** Words that turn what follows them into its opposite. */
const negations = new Set(
  'no not never none nor without deny denies denied nothing neither nobody hardly cannot negative absent unlikely exclude excluded excludes'.split(
    ' ',
  ),
);

/** A word of a text: as it stands, its stem, and the clause and sentence it is in. */
export interface Word {
  readonly text: string;
  readonly stem: string;
  readonly isSmall: boolean;
  readonly isNegation: boolean;
  readonly clause: number;
  readonly sentence: number;
}

/** Words whose stem is that of another word they have nothing to do with. */
const ownStems = new Set(
  'winded ringing fits aspirations bloods sores relatively facing fasting hives testes handful heading backing general generally operate operating operates burning mat'.split(
    ' ',
  ),
);

/** The Porter stem of a lower-case word; British and American spellings share one. */
export const stemOf = rememberedByText(20_000, (word) => {
  // The s of a short abbreviation is no plural: ORS would be "or", and ICS "ic".
  const isAsItIs = ownStems.has(word) || (word.length === 3 && word.endsWith('s'));
  return isAsItIs ? word : stemmer(americanised(word));
});

function americanised(word: string): string {
  return word
    .replace(/ae|oe(?=[a-z])/g, 'e')
    .replace(/our(s|ed|ing|less)?$/, 'or$1')
    .replace(/yse(d|s)?$/, 'yze$1')
    .replace(/ise(d|s)?$/, 'ize$1')
    .replace(/isation(s)?$/, 'ization$1');
}

/**
 * The words of a text, without punctuation, contractions spelled out ("don't" → do, not).
 * Numbers, letters of any script and abbreviations such as A&E are words; at most 6,000 characters are read.
 */
export function wordsOf(text: string): readonly Word[] {
  return readOnce(text);
}

/** The same question is read by patient, doctor and assessor, and asked in many consultations. */
const readOnce = rememberedByText(4_000, (text): readonly Word[] => split(text), 1_000);

function split(text: string): Word[] {
  const words: Word[] = [];
  const plain = text
    .slice(0, maxLength)
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'");
  let clause = 0;
  let sentence = 0;
  for (const token of plain.match(/\b\p{L}&\p{L}\b|[\p{L}\p{N}]+(?:'[\p{L}]+)?|[.!?;:,()\n]|[–—]/gu) ?? []) {
    // The point of "H. pylori" ends nothing.
    if (token === '.' && words.at(-1)?.text.length === 1 && /\p{L}/u.test(words.at(-1)?.text ?? '')) continue;
    if (/^[.!?;:\n]$/.test(token)) {
      clause++;
      if (!/[;:]/.test(token)) sentence++;
      continue;
    }
    if (/^[,()–—]$/.test(token)) {
      clause++;
      continue;
    }
    for (const word of spelledOut(token)) {
      if (word === 'but' || word === 'although' || word === 'though' || word === 'however') clause++;
      words.push(wordOf(word, clause, sentence));
    }
  }
  return words;
}

const inPhrases = new Map<string, Word>();

/**
 * The words of a phrase of the lexicon. Phrases have no sentences, and of some thirty thousand most share their words:
 * each word is made once, which takes a small part of the time and memory.
 */
export function phraseWords(phrase: string): readonly Word[] {
  if (!/^[a-zA-Z0-9 ]+$/.test(phrase)) return split(phrase);
  const words: Word[] = [];
  for (const token of phrase.toLowerCase().split(' ')) {
    if (token === '') continue;
    for (const text of token === 'cannot' ? spelledOut(token) : [token]) {
      let word = inPhrases.get(text);
      if (word === undefined) {
        word = wordOf(text, 0, 0);
        inPhrases.set(text, word);
      }
      words.push(word);
    }
  }
  return words;
}

function wordOf(text: string, clause: number, sentence: number): Word {
  return { text, stem: stemOf(text), isSmall: smallWords.has(text), isNegation: negations.has(text), clause, sentence };
}

function spelledOut(token: string): string[] {
  // No phrase tells the nail of a thumb from another.
  if (token.startsWith('thumbnail')) return ['thumb', token.slice('thumb'.length)];
  const at = token.indexOf("'");
  if (at < 0) return token === 'cannot' ? ['can', 'not'] : [token];
  if (token.endsWith("n't")) {
    const verb = token.slice(0, -3);
    return [verb === 'ca' ? 'can' : verb === 'wo' ? 'will' : verb, 'not'];
  }
  return [token.slice(0, at)];
}

/** True for a word that carries content: neither a small word nor a negation. */
export function isContent(word: Word): boolean {
  return !word.isSmall && !word.isNegation && !functionWords.has(word.text);
}

/** The words that carry content. */
export function contentOf(words: readonly Word[]): Word[] {
  return words.filter(isContent);
}
