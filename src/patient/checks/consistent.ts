import { createAnswerReader } from '../../language/answer.ts';
import { type CheckResult, claimsIn, heardIn, passed, type Speaking } from './speaking.ts';

const hint = 'what you said does not agree with what was given to you, or with what you said before; keep to it';

/** Whether nothing is said otherwise than it is in the case, or than it was told. */
export function consistent(text: string, speaking: Speaking): CheckResult {
  const found = heardOtherwise(text, speaking) ?? answeredOtherwise(text, speaking);
  return found === null ? passed : { passed: false, why: found, hint };
}

/** A finding or an aspect that a listener hears with another value than any that it has. */
function heardOtherwise(text: string, speaking: Speaking): string | null {
  const { lexicon, patientCase, permitted, memory, saidBefore } = speaking;
  const claims = claimsIn(text);
  const heard = heardIn(claims, lexicon);
  // What the reader hears in the case's own words is no fault of who repeats them.
  const lines = [...permitted.map(({ words }) => words ?? ''), ...saidBefore];
  const before = lines.map((line) => heardIn(line, lexicon));
  for (const [key, value] of heard) {
    if (before.some((known) => known.get(key) === value)) continue;
    const [id = '', aspect = 'presence'] = key.split('.');
    const fact = patientCase.facts.find(({ finding }) => finding === id);
    const told = permitted.find(({ part }) => 'told' in part && `${part.told.finding}.${part.told.aspect}` === key);
    const isDistorted = told !== undefined && 'told' in told.part && told.part.told.as === 'distorted';
    const value0 = isDistorted && 'told' in told.part ? told.part.told.value : (memory.told.get(key) ?? null);
    const isCase =
      aspect === 'presence' ? fact?.value : Object.entries(fact?.aspects ?? {}).find(([name]) => name === aspect)?.[1];
    const known = value0 ?? isCase;
    if (known !== undefined && known !== value) return `says ${key}=${value}, which is ${known}`;
  }
  return null;
}

/** The answer to one question, by its yes or no and by what it describes, against the one that the case gives. */
function answeredOtherwise(text: string, speaking: Speaking): string | null {
  const { lexicon, permitted } = speaking;
  const reader = createAnswerReader(lexicon);
  const told = permitted.flatMap(({ part, words }) =>
    'told' in part && part.told.finding !== null && part.told.aspect === 'presence' ? [{ told: part.told, words }] : [],
  );
  const [only, ...others] = told;
  if (only === undefined || others.length > 0 || only.told.finding === null) return null;
  const { finding, value } = only.told;
  const answer = reader.answer(text, finding, 'presence');
  if (answer === null || answer === value) return null;
  if (only.words !== null && reader.answer(only.words, finding, 'presence') === answer) return null;
  return `answers ${finding}=${answer}, which is ${value}`;
}
