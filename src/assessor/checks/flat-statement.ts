import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, type Word, wordsOf } from '../../language/words.ts';
import { claimOf, isAkin, isHedged, refusesProof, wasExamined } from './claim.ts';
import { type DoctorsSentence, isConditional } from './spoken.ts';

/**
 * Where nothing was examined or tested: the sentence that says what it is without a word of doubt, or null. Who says once that
 * it is likely, or has a test to come, does not present it as certain.
 */
export function statedFlatly(
  history: readonly ConsultationEvent[],
  sentences: readonly DoctorsSentence[],
  lexicon: Lexicon,
): DoctorsSentence | null {
  const end = history.find((event) => event.type === 'doctor.concluded')?.turn;
  if (end === undefined || wasExamined(history, end)) return null;
  const told = sentences.filter(({ turn, isClosing, sentence }) => isClosing && turn === end && !sentence.isMarked);
  const names = namesOf(history);
  const first = told.find(({ sentence }) => claims(sentence, names, lexicon));
  const isOpen = told.some(
    ({ sentence }) =>
      (isHedged(sentence) && (sentence === first?.sentence || naming(sentence, names))) ||
      (proving.test(sentence.text) && !refusesProof(sentence) && !isConditional(sentence)),
  );
  return first && !isOpen ? first : null;
}

/** The words of the first diagnosis. */
function namesOf(history: readonly ConsultationEvent[]): readonly Word[] {
  return contentOf(wordsOf(firstConclusion(history)?.diagnosis ?? ''));
}

const naming = ({ words }: SpokenSentence, names: readonly Word[]) =>
  contentOf(wordsOf(words)).some((word) => names.some((name) => isAkin(word, name)));

/** Whether the illness itself is what a sentence says: a word of the diagnosis, or of what the lexicon holds. */
function claims(sentence: SpokenSentence, names: readonly Word[], { phrases, exact }: Lexicon): boolean {
  const claimed = claimOf(sentence);
  if (claimed === null) return false;
  const words = wordsOf(claimed.split(/ (?:and|but|so|which|that|because|since) /)[0] ?? '');
  return (
    contentOf(words).some((word) => names.some((name) => isAkin(word, name))) ||
    [phrases, exact].some((book) => book.find(words).length > 0)
  );
}

/** An examination or a test that is still to come. */
const proving =
  /\b(?:tests?|testing|scans?|x rays?|bloods|blood tests?|examin\w+|tracing|ultrasound|swabs?|sample|biopsy|culture|specialist|hospital|refer\w*|confirm\w*|to be (?:on the safe side|sure|certain))\b/;
