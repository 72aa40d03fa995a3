import type { SpeechAct } from '../../catalog/lexicon-file.ts';
import { type ConsultationEvent, isDoctorsAct } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { isSelfReport } from '../../language/self-report.ts';
import type { SpokenSentence } from '../../language/speech.ts';

/** A sentence of the doctor's, with the turn it was spoken in. */
export interface DoctorsSentence {
  readonly turn: number;
  readonly sentence: SpokenSentence;
  /** The conclusion itself, or what was said after it. */
  readonly isClosing: boolean;
}

/** Everything that the doctor said to the patient, sentence by sentence; requests to the clinic are not said. */
export function doctorsSentences(history: readonly ConsultationEvent[], { speech }: Lexicon): DoctorsSentence[] {
  let isClosing = false;
  return history.flatMap((event) => {
    if (!isDoctorsAct(event)) return [];
    if (event.type === 'doctor.concluded') isClosing = true;
    if (!isClosing && event.type !== 'doctor.asked') return [];
    const texts = event.type === 'doctor.concluded' ? concludedTexts(event) : [event.text];
    return texts.flatMap((text) =>
      speech
        .sentences(text)
        // Who says that it asked has not asked by it; at the end "I've asked the surgeons to see you" is news.
        .filter(({ words }) => isClosing || !isSelfReport(words))
        .map((sentence) => ({ turn: event.turn, sentence, isClosing })),
    );
  });
}

/** A conclusion's words, and what of it was given beside them, each once. */
function concludedTexts({
  text,
  conclusion: { reasoning, plan, safetyNet },
}: Extract<ConsultationEvent, { type: 'doctor.concluded' }>): string[] {
  return [text, ...[reasoning, plan, safetyNet].flatMap((part) => (part && !text.includes(part) ? [part] : []))];
}

/** The first sentence that does something, or null. */
export function firstSaying(
  sentences: readonly DoctorsSentence[],
  act: SpeechAct,
  { speech }: Lexicon,
): DoctorsSentence | null {
  return sentences.find(({ sentence }) => speech.says(sentence, act)) ?? null;
}

/** Words for a reason: short enough to stand in a table. */
export function quoted({ words }: SpokenSentence): string {
  return `"${words.length > 80 ? `${words.slice(0, 80)}…` : words}"`;
}

/** Advice for a time that may come: "if it gets worse, call an ambulance". */
export function isConditional({ text }: SpokenSentence): boolean {
  return conditional.test(text);
}

const conditional =
  /\b(?:if|unless|in case|should (?:you|it|the|your|they|things|that|any|a|there)|were (?:you|it|the)|the moment|in the event)\b/;
