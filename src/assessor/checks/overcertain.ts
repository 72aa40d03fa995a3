import { met, notMet, type Rule } from './check.ts';
import { wasExamined } from './claim.ts';
import { statedFlatly } from './flat-statement.ts';
import { furtherIllness } from './further-illness.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether a diagnosis was presented as certain that nothing was examined or tested for. */
export const overcertain: Rule<'overcertain'> = (_, { history, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  const certain = sentences.find(
    ({ sentence, turn }) => lexicon.speech.says(sentence, 'certainty') && !wasExamined(history, turn),
  );
  if (certain)
    return met(`calls it certain, with nothing examined or tested: ${quoted(certain.sentence)}`, certain.turn);
  const further = furtherIllness(history, sentences, lexicon);
  if (further)
    return met(`calls certain what was not examined or tested for: ${quoted(further.sentence)}`, further.turn);
  const flat = statedFlatly(history, sentences, lexicon);
  return flat
    ? met(`states it as a fact, with nothing examined or tested: ${quoted(flat.sentence)}`, flat.turn)
    : notMet('no diagnosis is called certain without an examination or a test');
};
