import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import type { Lexicon, MannerTag } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { firstDismissive, heardAsDismissal } from './dismissive.ts';
import { doctorsSentences, firstSaying, quoted } from './spoken.ts';

/** Whether the doctor was kind or at least civil, never dismissive, and did not speak at needless length. */
export const respectful: Rule<'respectful'> = ({ maxWords }, { history, lexicon }) => {
  const replies = history.filter((event) => isPatientsReply(event));
  if (!history.some(({ type }) => type === 'doctor.asked')) return notMet('the patient was asked nothing');
  const sentences = doctorsSentences(history, lexicon);
  const dismissive = firstDismissive(sentences, lexicon);
  if (dismissive) return notMet(`dismissive in turn ${dismissive.turn}: ${quoted(dismissive.sentence)}`);
  const dismissal = heardAsDismissal(history, lexicon);
  if (dismissal !== null) return notMet(`dismissive in turn ${dismissal}`);
  const orders = sentences.filter(({ sentence, isClosing }) => !isClosing && isBareOrder(sentence));
  if (orders[1]) return notMet(`orders the patient about: ${quoted(orders[1].sentence)}`);
  const long = history.find((event) => event.type === 'doctor.asked' && isLong(event.text, maxWords, lexicon));
  if (long) return notMet(`more than ${maxWords} words at once in turn ${long.turn}`);
  const endless = sentences.find(({ sentence }) => sentence.text.trim().split(' ').length > longestSentence);
  if (endless) return notMet(`a sentence of more than ${longestSentence} words: ${quoted(endless.sentence)}`);
  if (isGushing(history, lexicon)) return notMet('thanks and sympathises more than it says anything else');
  const said = firstSaying(sentences, 'courtesy', lexicon) ?? firstSaying(sentences, 'empathy', lexicon);
  const turn = said?.turn ?? replies.find(({ reading }) => reading.manner.empathy || reading.manner.courtesy)?.turn;
  return turn === undefined ? notMet('no word of courtesy or empathy') : met('civil or kind, never dismissive', turn);
};

/** Who sums up a long story has much to say; nobody else has, before the conclusion. */
function isLong(text: string, maxWords: number, { speech }: Lexicon): boolean {
  const isSumming = speech.find(text, 'summing') !== null || speech.find(text, 'confirming') !== null;
  return text.split(/\s+/).length > maxWords * (isSumming ? 2 : 1);
}

/** Words that a sentence has at most before it wanders: what is explained with care stays below 50. */
const longestSentence = 60;

/** "Switch the telly off.", "Speak up.": a few words that order and do not ask. One alone may be haste. */
const isBareOrder = ({ text }: SpokenSentence) =>
  /^(?:(?:and|so|right|now|then|well|yes|no) )*(?:switch|turn|get|put|speak|show|open|lift|drop|strip|undress|stand|lie|hand|give|stop|keep|sit|shut|close|hurry|answer|hold|move|look|listen|undo|pull|roll)\b/.test(
    text,
  ) &&
  text.trim().split(' ').length <= longestOrder &&
  !/\b(?:please|if you|would you|could you|for me|let|seat|down if|wherever|however|comfortable|me (?:how|what|when|where|about|more))\b/.test(
    text,
  );
const longestOrder = 5;

/** Thanks and kind words that nobody minds, however little else is said. */
const welcome = 3;

/**
 * Whether most of what was said is thanks and sympathy, so that courtesy is no more than a formula: more than half of the
 * sentences that the patient was told, questions among them.
 */
function isGushing(history: readonly ConsultationEvent[], lexicon: Lexicon): boolean {
  const sentences = history.flatMap((event) =>
    event.type === 'doctor.asked'
      ? event.text.split(/(?<=[.!?])\s+/).filter((sentence) => /\p{L}/u.test(sentence))
      : [],
  );
  const kindWords = sentences.filter((sentence) => !sentence.includes('?') && isPleasantry(sentence, lexicon));
  return kindWords.length > welcome && kindWords.length > sentences.length / 2;
}

function isPleasantry(sentence: string, { manner }: Lexicon): boolean {
  return manner.find(wordsOf(sentence)).some(({ payload }) => payload.some((tag) => pleasant.has(tag)));
}

const pleasant = new Set<string>(['empathy', 'courtesy', 'reassurance'] satisfies MannerTag[]);
