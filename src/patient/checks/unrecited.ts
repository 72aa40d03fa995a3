import { rememberedByText } from '../../base/remembered.ts';
import { rememberedTexts, sentencesOf } from './said.ts';
import { type CheckResult, passed, type Speaking } from './speaking.ts';

/** So many words in a row are nobody's own. */
const inARow = 6;
/** A shorter sentence is recited where all of it is. */
const shortest = 3;

/**
 * Whether nothing comes back of what the model is told to do: neither the rules of the part, nor the description of the
 * persona, nor the notes of a turn. The words given to be said, and those said before, are no part of it.
 */
export function unrecited(text: string, speaking: Speaking): CheckResult {
  const { instructions, permitted, saidBefore, question, wording } = speaking;
  const free = [...permitted.map(({ words }) => words ?? ''), wording, question, ...saidBefore];
  const met = [...runsOf(text)].filter((run) => instructions.some((given) => runsOf(given).has(run)));
  if (met.every((run) => free.some((words) => runsOf(words).has(run)))) return passed;
  return {
    passed: false,
    why: 'repeats its instructions',
    hint: 'you repeated what only you are told; write only the words that are spoken to the doctor',
  };
}

/** Runs of words in a row within a text's sentences, and its short sentences as wholes. */
const runsOf = rememberedByText(rememberedTexts, (text): ReadonlySet<string> => {
  const runs = new Set<string>();
  for (const sentence of sentencesOf(text).flatMap((one) => one.split(/[:;]/))) {
    const words = sentence.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
    if (words.length >= shortest && words.length < inARow) runs.add(`${words.join(' ')}.`);
    for (let i = 0; i + inARow <= words.length; i++) runs.add(words.slice(i, i + inARow).join(' '));
  }
  return runs;
});
