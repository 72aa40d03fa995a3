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

type Concluded = Extract<ConsultationEvent, { type: 'doctor.concluded' }>;

/**
 * A conclusion's words. Who fills in a form says it by the form: its parts are heard, each once. Who tells the patient in words
 * of its own has said those, and what is noted beside them was not heard.
 */
function concludedTexts(concluded: Concluded): string[] {
  const { text, conclusion } = concluded;
  if (hasOwnWords(concluded)) return [text];
  const parts = [conclusion.reasoning, conclusion.plan, conclusion.safetyNet];
  return [text, ...parts.flatMap((part) => (part && !text.includes(part) ? [part] : []))];
}

/** Whether a conclusion was spoken: more than its name and the parts of its form. */
function hasOwnWords({ text, conclusion: { diagnosis, reasoning, plan, safetyNet } }: Concluded): boolean {
  const rest = [reasoning, plan, safetyNet, diagnosis].reduce<string>(
    (left, part) => (part ? left.replace(part, ' ').replace(capitalised(part), ' ') : left),
    text,
  );
  return (rest.match(/\p{L}+/gu) ?? []).length >= ownWords;
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "I think this is" and a greeting are no explanation. */
const ownWords = 15;

/** What a conclusion gives as its reasons: what was said, and where `noted` what stands beside it. */
export function concludedWith(concluded: Concluded, { noted }: { noted: boolean }): string[] {
  const spoken = concludedTexts(concluded);
  const { reasoning } = concluded.conclusion;
  return noted && reasoning && !spoken.some((text) => text.includes(reasoning)) ? [...spoken, reasoning] : spoken;
}

/** What a first conclusion tells the patient is to be done: neither a question nor what to do if something happens. */
export function plannedAloud(history: readonly ConsultationEvent[], lexicon: Lexicon): string[] {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  return doctorsSentences(history, lexicon)
    .filter(
      ({ turn, sentence, isClosing }) =>
        isClosing &&
        turn === concluded?.turn &&
        !sentence.isMarked &&
        !isConditional(sentence) &&
        lexicon.speech.says(sentence, 'doing'),
    )
    .map(({ sentence }) => sentence.words);
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
