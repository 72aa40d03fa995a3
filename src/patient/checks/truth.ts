import { type CheckResult, passed, type Speaking } from './speaking.ts';

/** Whether the diagnosis stays unnamed, but for names in the words that may be said or were said before. */
export function truth(text: string, { forbidden, permitted, saidBefore, question, isClosing }: Speaking): CheckResult {
  const name = forbidden(text);
  if (name === null) return passed;
  // Once the doctor has said what it is, the patient may repeat it; before that, a question that names it gets no echo.
  const excused = [...permitted.map(({ words }) => words ?? ''), ...saidBefore, ...(isClosing ? [question] : [])];
  const known = new Set(excused.flatMap((words) => forbidden(words) ?? []));
  const rest = [...known].length > 0 ? withoutNames(text, known, forbidden) : name;
  return rest === null
    ? passed
    : {
        passed: false,
        why: 'names the diagnosis',
        hint: 'you used the name of an illness; speak of what you feel and what you were given to say, and name no illness',
      };
}

/** A name in the words beyond those that are known, sentence by sentence; null where there is none. */
function withoutNames(
  text: string,
  known: ReadonlySet<string>,
  forbidden: (words: string) => string | null,
): string | null {
  for (const sentence of text.split(/(?<=[.!?…])\s+/)) {
    const name = forbidden(sentence);
    if (name !== null && !known.has(name)) return name;
  }
  return null;
}
