import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether a diagnosis was called certain that nothing was examined or tested for. */
export const overcertain: Rule<'overcertain'> = (_, { history, lexicon: { speech }, lexicon }) => {
  for (const { sentence, turn } of doctorsSentences(history, lexicon)) {
    if (!speech.says(sentence, 'certainty')) continue;
    const isGrounded = history.some(
      (event) => event.turn < turn && event.type === 'clinic.reported' && event.told.length > 0,
    );
    if (!isGrounded) return met(`calls it certain, with nothing examined or tested: ${quoted(sentence)}`, turn);
  }
  return notMet('no diagnosis is called certain without an examination or a test');
};
