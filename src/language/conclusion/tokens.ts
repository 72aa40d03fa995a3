import { beginningOf, normalWord } from './normal-word.ts';

/** A word or a mark of a conclusion. */
export interface Token {
  /** As it stands. */
  readonly written: string;
  /** In lower case. */
  readonly text: string;
  readonly stem: string;
  /** By which names that it may stand in are looked up. */
  readonly beginning: string;
  readonly isWord: boolean;
  readonly isNegation: boolean;
  /** Nothing in the whole text is a capital: then "pe" is an abbreviation as well. */
  readonly isAllSmall: boolean;
}

const negations = new Set('no not never neither nor without hardly'.split(' '));

/** Words, numbers with their point, ICD-10 codes as one word, and the marks that order or part them. */
const pieces =
  /[\p{L}]\d{2}\.\d{1,4}|\d+(?:[.,]\d+)?|[\p{L}][\p{L}\p{M}\d]*(?:['’][\p{L}]+)?|>+|[.,;:!?()/%|+=–—]|(?<![\p{L}\d])-|-(?![\p{L}\d])/gu;

/** Splits a line of a conclusion; `correct` puts a misspelt word right, or gives it back as it is. */
export function tokensOf(line: string, correct: (word: string) => string): Token[] {
  const isAllSmall = !/\p{Lu}/u.test(line);
  const tokens: Token[] = [];
  const push = (written: string) => {
    const text = /^[–—]$/.test(written) ? '-' : written.toLowerCase();
    const isWord = /^[\p{L}\d]/u.test(written);
    const right = isWord && !/^\d/.test(text) ? correct(text) : text;
    tokens.push({
      written,
      text,
      stem: isWord ? stemOfWord(written, right, isAllSmall) : text,
      beginning: isWord ? beginningOf(right) : text,
      isWord,
      isNegation: negations.has(text),
      isAllSmall,
    });
  };
  for (const [piece] of line.matchAll(pieces)) {
    const [word = '', ending = ''] = piece.split(/['’]/);
    if (/n$/i.test(word) && ending.toLowerCase() === 't') {
      const verb = word.slice(0, -1).toLowerCase();
      push(verb === 'ca' ? 'can' : verb === 'wo' ? 'will' : verb);
      push('not');
    } else if (word.toLowerCase() === 'cannot') {
      push('can');
      push('not');
    } else {
      // "cSCC" and "bvFTD" are of the skin and behavioural: the capitals name the disease.
      push(/^[a-z]{1,2}(?=[A-Z]{3,}$)/.test(word) ? word.replace(/^[a-z]+/, '') : word);
      if (/^(ve|re|m|ll|d)$/i.test(ending)) push(ending);
    }
  }
  return tokens;
}

/** A letter is that of "haemophilia A" where it is a capital, or nothing is. */
function stemOfWord(written: string, right: string, isAllSmall: boolean): string {
  if (!/^\p{L}$/u.test(written)) return normalWord(right);
  return isAllSmall && written !== 'a' ? written.toUpperCase() : written;
}
