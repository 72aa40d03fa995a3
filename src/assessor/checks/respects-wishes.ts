import { findingsAsked } from './asked.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor asked what the patient thinks, fears, hopes for or does not want. */
export const respectsWishes: Rule<'respects-wishes'> = ({ findings }, { history, lexicon }) => {
  const asked = findingsAsked(history);
  const found = findings.find((id) => asked.has(id));
  if (found !== undefined) return met(`asked about ${found}`, asked.get(found) ?? null);
  const before = doctorsSentences(history, lexicon).filter(
    ({ isClosing, sentence }) => !isClosing && (sentence.isMarked || inviting.test(sentence.text)),
  );
  const said = firstSaying(before, 'views', lexicon);
  return said ? met(`asked ${quoted(said.sentence)}`, said.turn) : notMet(`asked about none of ${findings.join(', ')}`);
};

/** Without a question mark it is asked only by an invitation: "Tell me what you fear it might be." */
const inviting =
  /^(?:(?:and|so|now|please|just|then|first|before that|well|okay) )*(?:tell|say|describe|let me (?:know|hear)|share|give me|i (?:would|am) (?:like|love|want|interested|keen|wondering|curious|also like)|i wonder|i want to|what|how|which|is|are|do|any)\b/;
