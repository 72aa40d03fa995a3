import { createAnswerReader } from '../../language/answer.ts';
import { newlyHeard } from './echoes.ts';
import { claimsIn, heardIn, isEcho, sentencesOf } from './said.ts';
import { type CheckResult, passed, type Speaking } from './speaking.ts';

const hint = 'what you said does not agree with what was given to you, or with what you said before; keep to it';

/** Whether nothing is said otherwise than it is in the case, or than it was told. */
export function consistent(text: string, speaking: Speaking): CheckResult {
  const found = heardOtherwise(text, speaking) ?? answeredOtherwise(text, speaking);
  return found === null ? passed : { passed: false, why: found, hint };
}

/** A finding or an aspect that a listener hears with another value than any that it has. */
function heardOtherwise(text: string, speaking: Speaking): string | null {
  const { lexicon, permitted, saidBefore, memory } = speaking;
  const lines = [...permitted.map(({ words }) => words ?? ''), ...saidBefore];
  // What the reader hears in the case's own words is no fault of who repeats them.
  const before = lines.map((line) => heardIn(line, lexicon));
  const isOwn = (key: string) =>
    memory.told.has(key) ||
    permitted.some(
      ({ part }) => ('told' in part ? part.told : part.mention).finding === key.slice(0, key.lastIndexOf('.')),
    );
  const claims = sentencesOf(claimsIn(text)).filter((sentence) => !lines.some((line) => isEcho(sentence, line)));
  const heard = new Map([
    ...newlyHeard(claims.join(' '), speaking),
    // Of what this turn is about, and of what was told before, every word counts, new or not.
    ...[...heardIn(claims.join(' '), lexicon)].filter(([key]) => isOwn(key)),
  ]);
  for (const [key, value] of heard) {
    if (before.some((known) => known.get(key) === value)) continue;
    const known = knownValue(key, speaking);
    if (known !== null && known !== value) return `says ${key}=${value}, which is ${known}`;
  }
  return null;
}

/** As it is told this turn, as it was told before, or as it is in the case; null where nothing says. */
function knownValue(key: string, { patientCase, permitted, memory }: Speaking): string | null {
  for (const { part } of permitted)
    if ('told' in part && `${part.told.finding}.${part.told.aspect}` === key) return part.told.value;
  const told = memory.told.get(key);
  if (told !== undefined) return told;
  const at = key.lastIndexOf('.');
  const fact = patientCase.facts.find(({ finding }) => finding === key.slice(0, at));
  const aspect = key.slice(at + 1);
  if (fact === undefined) return null;
  if (aspect === 'presence') return fact.value;
  return Object.entries(fact.aspects ?? {}).find(([name]) => name === aspect)?.[1] ?? null;
}

/** The answer to one question, by its yes or no and by what it describes, against the one that the case gives. */
function answeredOtherwise(text: string, { lexicon, permitted }: Speaking): string | null {
  const reader = createAnswerReader(lexicon);
  const told = permitted.flatMap(({ part, words }) =>
    'told' in part && part.told.aspect === 'presence' ? [{ told: part.told, words }] : [],
  );
  const [only, ...others] = told;
  if (only === undefined || others.length > 0 || only.told.finding === null) return null;
  const { finding, value } = only.told;
  // To "what worries you?" or "what do you take?" nobody answers yes or no.
  if (lexicon.findings.get(finding)?.purpose !== 'diagnosis') return null;
  // "Tired? Not him." answers with its second sentence.
  const said = sentencesOf(text).filter((sentence) => !sentence.endsWith('?'));
  const answer = said.length === 0 ? null : reader.answer(said.join(' '), finding, 'presence');
  if (answer === null || answer === value) return null;
  if (only.words !== null && isEcho(text, only.words)) return null;
  if (only.words !== null && reader.answer(only.words, finding, 'presence') === answer) return null;
  return `answers ${finding}=${answer}, which is ${value}`;
}
