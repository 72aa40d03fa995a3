import type { Lexicon } from '../lexicon.ts';
import { namedIn } from '../named.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { withoutSelfReports } from '../self-report.ts';

/** What of a turn is read by what was trained. */
export interface Meant {
  readonly words: string;
  /** What the rules read, with those sentences alone. */
  readonly read: ReadQuestion;
}

/**
 * A turn without what is said before a question and names nothing (a greeting, a kind word, the doctor's own thoughts), and without
 * what the doctor reports of its own questions.
 */
export function meantIn(text: string, read: ReadQuestion, context: ReadingContext, lexicon: Lexicon): Meant {
  const { sentences } = read;
  const first = sentences.findIndex(({ kind }) => kind === 'question');
  const kept = sentences.filter(
    (sentence, i) => i >= first || sentence.kind !== 'statement' || namedIn(sentence, context, lexicon).length > 0,
  );
  if (kept.length === sentences.length) return { words: unnamed(withoutSelfReports(text)), read };
  return { words: unnamed(kept.map((sentence) => sentence.text).join(' ')), read: { ...read, sentences: kept } };
}

/** Without whom it is said to: Mrs. Ward is in no ward. "Miss" may be what somebody does. */
function unnamed(words: string): string {
  return words.replace(/,? ?\b(?:mr|mrs|ms|mister|missus)\b\.? [a-z'-]+/gi, '');
}
