import type { SpokenSentence } from '../../language/speech.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** "…, right?", "Fair enough so far?" */
const tag = /(?:^| )(?:right|correct|fair|yes|okay|accurate|agreed|true)(?: so far| enough| with that)? $/;

/** "So, red patches for four months that won't shift", before the question whether that is it. */
const isRetold = ({ text, isMarked }: SpokenSentence) =>
  !isMarked && /^(?:so|right so|well so|okay so|then)\b/.test(text) && text.trim().split(' ').length >= fewestRetold;
const fewestRetold = 6;

/** Words that a summary has at least, with the question whether it is right. */
const fewest = 10;

/** Whether the doctor said what was heard and asked, in the same turn, whether it is right. */
export const sumsUp: Rule<'sums-up'> = (_, { history, lexicon: { speech }, lexicon }) => {
  // The conclusion says again what it rests on; nobody is asked then to put the story right.
  const sentences = doctorsSentences(history, lexicon).filter(({ isClosing }) => !isClosing);
  for (const turn of new Set(sentences.map((one) => one.turn))) {
    const own = sentences.filter((one) => one.turn === turn).map(({ sentence }) => sentence);
    const summing =
      own.find((sentence) => speech.says(sentence, 'summing')) ??
      own.find((sentence, index) => isRetold(sentence) && own[index + 1]?.isMarked);
    const confirming = own.find(
      (sentence) =>
        (speech.says(sentence, 'confirming') && (sentence !== summing || sentence.isMarked)) ||
        (sentence.isMarked && tag.test(sentence.text)),
    );
    const length = own.reduce((sum, { text }) => sum + text.trim().split(' ').length, 0);
    if (summing && confirming && length >= fewest) return met(`sums up: ${quoted(summing)}`, turn);
  }
  return notMet('what was heard is not said again for the patient to put right');
};
