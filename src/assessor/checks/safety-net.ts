import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether the patient was told which signs to look out for, and what to do then, as far as the check asks for each. */
export const safetyNet: Rule<'safety-net'> = ({ needs }, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon).filter(({ isClosing }) => isClosing);
  const signs = sentences.find(({ sentence }) => speech.says(sentence, 'watching'));
  const action = sentences.find(
    ({ sentence }, index) =>
      speech.says(sentence, 'seeking-help') &&
      (speech.says(sentence, 'worsening') ||
        // "Look out for blood in your stool. Come straight back then."
        [sentences[index - 1], sentences[index + 1]].some(
          (beside) =>
            beside !== undefined &&
            (speech.says(beside.sentence, 'watching') ||
              (beside.sentence.isMarked && speech.says(beside.sentence, 'worsening'))),
        )),
  );
  const missing = needs.filter((need) => (need === 'signs' ? !signs : !action));
  if (missing.length > 0) return notMet(`the safety net has no ${missing.join(' and no ')}`);
  const shown = (needs.includes('signs') ? signs : undefined) ?? action;
  return met(shown ? `warns: ${quoted(shown.sentence)}` : 'warns', shown?.turn ?? null);
};
