import type { Lexicon } from '../../language/lexicon.ts';
import { isDeniedBefore } from '../../language/speech.ts';
import { isConditional } from './spoken.ts';

/** Wordings of a plan by which the knowledge base says that the patient is to be seen by others. */
export const elsewhere =
  /\b(?:refer\w*|specialist|\w+ologist|\w+ology|hospital|surgeon|surgical|admission|admit|dentist|psychiatr\w+|urgent eye|eye (?:clinic|hospital|emergency)|ambulance|emergency)\b/i;

const staying =
  /\b(?:stay(?:ing)? (?:in|here|with us|overnight)|keep(?:ing)? you (?:in|here|overnight)|(?:tak(?:e|ing)|taken) (?:you )?in|kept in|on the (?:ward|monitor|unit)|intensive care|(?:heart|stroke) unit)\b/;

/** Whether a plan keeps the patient in, in words that no list of names can hold: "you're staying in tonight". */
export function keepsIn(plan: string, { speech }: Lexicon): boolean {
  return speech
    .sentences(plan)
    .some(
      (sentence) =>
        !isConditional(sentence) &&
        [...sentence.text.matchAll(new RegExp(staying, 'g'))].some(({ index }) => !isDeniedBefore(sentence, index)),
    );
}
