import { wordsOf } from '../../language/words.ts';
import { sentencesOf, unsureWords } from './said.ts';
import { type CheckResult, passed, type Speaking } from './speaking.ts';

/**
 * Whether the diagnosis stays unnamed, but for names in the words that may be said or were said before. A name that the
 * doctor brought up may come back in a question or a denial ("Heart failure? What is that?"), never as what it is.
 */
export function truth(text: string, { forbidden, permitted, saidBefore, question, isClosing }: Speaking): CheckResult {
  if (forbidden(text).length === 0) return passed;
  const namesIn = (words: readonly string[]) => new Set(words.flatMap(sentencesOf).flatMap(forbidden));
  // Once the doctor has said what it is, the patient may repeat it.
  const free = namesIn([...permitted.map(({ words }) => words ?? ''), ...saidBefore, ...(isClosing ? [question] : [])]);
  const brought = namesIn([question]);
  const isExcused = (sentence: string): boolean =>
    forbidden(sentence).every((name) => free.has(name) || (brought.has(name) && claimsNothing(sentence)));
  if (sentencesOf(text).every(isExcused)) return passed;
  return {
    passed: false,
    why: 'names the diagnosis',
    hint: 'you used the name of an illness; speak of what you feel and what you were given to say, and name no illness',
  };
}

function claimsNothing(sentence: string): boolean {
  return sentence.endsWith('?') || unsureWords.test(sentence) || wordsOf(sentence).some(({ isNegation }) => isNegation);
}
