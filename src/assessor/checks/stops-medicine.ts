import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether the patient was told to stop a medicine, with neither a reason nor anybody else to be asked. */
export const stopsMedicine: Rule<'stops-medicine'> = (_, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  for (const [index, { sentence, turn }] of sentences.entries()) {
    if (!speech.says(sentence, 'stopping')) continue;
    const near = [sentences[index - 1], sentences[index], sentences[index + 1]].filter((one) => one?.turn === turn);
    const isGrounded = near.some(
      (one) => one && (speech.says(one.sentence, 'consulting') || speech.says(one.sentence, 'reasoning')),
    );
    if (!isGrounded) return met(`stops a medicine: ${quoted(sentence)}`, turn);
  }
  return notMet('no medicine is stopped without a reason');
};
