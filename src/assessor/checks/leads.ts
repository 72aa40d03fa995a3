import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, isContent, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether the doctor supplied the answer with the question, to something that had not been told yet. */
export const leads: Rule<'leads'> = (_, { history, lexicon: { speech }, lexicon }) => {
  for (const { turn, sentence, isClosing } of doctorsSentences(history, lexicon)) {
    if (isClosing || !suppliesAnswer(sentence)) continue;
    // What was heard may be said again to be put right; a turn that sums up is no leading question.
    const turnsWords = doctorsSentences(history, lexicon).filter((other) => other.turn === turn);
    if (turnsWords.some((other) => speech.says(other.sentence, 'summing')) || speech.says(sentence, 'empathy'))
      continue;
    if (wasTold(history, turn, sentence, lexicon)) continue;
    return met(`supplies the answer: ${quoted(sentence)}`, turn);
  }
  return notMet('no question supplies its answer');
};

/** Everything that the sentence says had been told before: in these words, or as a finding that they name. */
function wasTold(
  history: readonly ConsultationEvent[],
  turn: number,
  { text }: SpokenSentence,
  lexicon: Lexicon,
): boolean {
  const findings = new Set<string>();
  const stems = new Set<string>();
  for (const event of history) {
    if (event.turn >= turn) break;
    if (event.type !== 'patient.opened' && event.type !== 'clinic.reported' && !isPatientsReply(event)) continue;
    for (const { finding } of event.told) if (finding !== null) findings.add(finding);
    for (const { stem } of contentOf(wordsOf(event.text))) stems.add(stem);
  }
  const words = wordsOf(text.replace(tag, ' '));
  const named = [lexicon.phrases, lexicon.exact].flatMap((book) =>
    book.find(words).filter(({ payload }) => payload.findings.some((id) => findings.has(id))),
  );
  const isCovered = (index: number) => named.some(({ first, last }) => index >= first && index <= last);
  const content = words
    .map((word, index) => ({ word, index }))
    .filter(({ word }) => isContent(word) && !empty.has(word.text));
  return content.length > 0 && content.every(({ word, index }) => stems.has(word.stem) || isCovered(index));
}

/** Words of supposing, which nobody has to have said. */
const empty = new Set([
  'assume',
  'suppose',
  'guess',
  'gather',
  'presume',
  'imagine',
  'bet',
  'surely',
  'correct',
  'right',
  'really',
  'say',
  'said',
  'must',
]);

function suppliesAnswer({ text, isMarked, isAsking, words }: SpokenSentence): boolean {
  if (asksConsent.test(text)) return false;
  if (!isMarked) return answeredTag.test(words);
  return (
    (tag.test(text) && !isAsking && !bareTag.test(text)) ||
    (supposing.test(text) && !isAsking) ||
    /,\s*(?:right|yes|correct|no)\s*\?\s*$/i.test(words) ||
    // "Your neck is fine, isn't it, you can bring your chin down?"
    /,\s*(?:is|are|was|were|do|does|did|have|has|had|can|could|would)n['’]t (?:you|it|he|she|they|there|that|we)\s*,/i.test(
      words,
    )
  );
}

const subject = '(?:you|it|he|she|they|there|that|this|we)';
const verb = '(?:do|does|did|is|are|was|were|have|has|had|can|could|would|will|should|must)';
const tag = new RegExp(
  `(?: (?:${verb} (?:not )?${subject}(?: not)?|${verb} ${subject} not|isn it|is it|is that (?:right|so|correct|it)|right|correct|yes|am i right|not so|true|i assume|i take it|i suppose|i guess|i presume|i imagine|i bet|i gather|surely|of course|eh|no doubt|agreed)) $`,
);
const bareTag = /^(?:(?:all )?right|correct|yes|is that (?:right|so|correct|it)|okay|ok) $/;
const supposing =
  /^(?:(?:and|so|but|then|well|okay|ok|now) )*(?:i(?: am| would| will| can)? (?:assume|assuming|take it|suppose|supposing|guess|guessing|presume|presuming|imagine|bet|betting|gather|expect|expecting|reckon)|surely|presumably|of course|no doubt|obviously|clearly|let me guess|you must|it must|that must|that would be|it would be)\b/;
/** "You haven't fainted, have you, no." */
const answeredTag =
  /,\s*(?:is|are|was|were|do|does|did|have|has|had|can|could)(?:n['’]t)? (?:you|it|he|she|they|there|that)\s*[,.]?\s*(?:no|yes|right|good|of course)\s*[.!]?\s*$/i;
/** "It is all right if I examine you, isn't it?" asks for leave. */
const asksConsent = /\b(?:all right|alright|okay|ok|fine) (?:if|to|with|for)\b|\b(?:make|makes) sense\b/;
