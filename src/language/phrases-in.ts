import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import { emptyWords } from './ordinary-words.ts';
import type { Found } from './phrases.ts';
import type { ReadingContext } from './reading-context.ts';
import { contentOf, type Word } from './words.ts';

/** The phrases in a sentence; what is meant word for word goes before what is meant loosely. */
export function phrasesIn(words: readonly Word[], context: ReadingContext, lexicon: Lexicon): Found<LexiconEntry>[] {
  const exact = lexicon.exact.find(words);
  const loose = lexicon.phrases
    .find(words)
    .filter((phrase) => phrase.payload.isEveryday !== true || !isBusy(words, phrase))
    .filter(({ first, last }) => !exact.some((one) => one.first <= first && one.last >= last));
  const isOfSkin =
    words.some(({ text }) => text === 'skin') ||
    context.focus.some(({ finding }) => /^(?:rash|itching)$/.test(lexicon.body.complaintOf(finding ?? '') ?? ''));
  return [...exact.filter((one) => !loose.some(({ first, last }) => first <= one.first && last >= one.last)), ...loose]
    .filter((phrase) => isOfSkin || !isPlaceOfRash(phrase) || !lexicon.body.isPart(words, phrase))
    .sort((a, b) => a.first - b.first);
}

/**
 * A single everyday word names what is asked for where nothing else stands with it in its item of a list: "any trouble with
 * your skin, hair or nails?"
 */
function isBusy(words: readonly Word[], { first, last }: Found<LexiconEntry>): boolean {
  const isEnd = (word: Word | undefined) =>
    word === undefined || word.clause !== words[first]?.clause || word.text === 'or' || word.text === 'and';
  let from = first;
  while (!isEnd(words[from - 1])) from--;
  let to = last;
  while (!isEnd(words[to + 1])) to++;
  const own = contentOf(words.slice(first, last + 1));
  const company = contentOf(words.slice(from, to + 1)).filter(({ text }) => !emptyWords.has(text)).length - own.length;
  return company > 0;
}

/** "Your hands" alone asks for the hands where a rash is spoken of. */
function isPlaceOfRash({ payload }: Found<LexiconEntry>): boolean {
  return payload.findings.every((id) => id.endsWith('-affected') || id === 'small-hand-joints-affected');
}
