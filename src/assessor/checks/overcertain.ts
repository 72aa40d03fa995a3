import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences, quoted } from './spoken.ts';

/** Whether a diagnosis was called certain that nothing was examined or tested for. */
export const overcertain: Rule<'overcertain'> = (_, { history, lexicon: { speech }, lexicon }) => {
  for (const { sentence, turn, isClosing } of doctorsSentences(history, lexicon)) {
    if (!speech.says(sentence, 'certainty')) continue;
    const isExamined = history.some(
      (event) => event.turn < turn && event.type === 'clinic.reported' && event.told.length > 0,
    );
    if (!isExamined) return met(`calls it certain, with nothing examined or tested: ${quoted(sentence)}`, turn);
    if (isClosing && assertsAnother(sentence, history, lexicon))
      return met(`calls certain what was not examined or tested for: ${quoted(sentence)}`, turn);
  }
  return notMet('no diagnosis is called certain without an examination or a test');
};

/**
 * Whether a sentence asserts an illness beside the one that the examinations were for: none of its words is in the first
 * diagnosis, in what the clinic was asked for or reported, or in what the patient told.
 */
function assertsAnother(sentence: SpokenSentence, history: readonly ConsultationEvent[], lexicon: Lexicon): boolean {
  const [first = ''] = (firstConclusion(history)?.diagnosis ?? '').split(/[,;(]| and | with | plus /);
  const clinic = history.flatMap((event) =>
    event.type === 'clinic.reported' || event.type === 'doctor.ordered' || event.type === 'doctor.examined'
      ? [event.text]
      : [],
  );
  const grounds = new Set([first, ...clinic].flatMap((text) => wordsOf(text).map(({ stem }) => stem)));
  return sentence.words.split(/[,;:–—]|\b(?:and|but)\b/).some((clause) => {
    const [part] = lexicon.speech.sentences(clause);
    if (part === undefined || !asserting.test(part.text) || reassuring.test(part.text)) return false;
    const claimed = contentOf(wordsOf(part.text)).filter(({ text }) => !sure.has(text));
    return (
      claimed.length > 0 &&
      namesIllness(part.text, claimed.length, lexicon) &&
      !claimed.some(({ stem }) => grounds.has(stem))
    );
  });
}

/** Two words of content say more than "that's certain"; one must be in the book. */
function namesIllness(text: string, content: number, { phrases, exact }: Lexicon): boolean {
  return content > 1 || [phrases, exact].some((book) => book.find(wordsOf(text)).length > 0);
}

/** It says that something is so of the patient, and not what is to be done. */
const asserting =
  /\b(?:your \w+(?: \w+)? (?:is|are|has|have)|you (?:have|are|had)|(?:it|this|that) is|has \w+ (?:your|the)|there is)\b/;
const reassuring =
  /\b(?:normal|fine|healthy|clear of|nothing|better|recover\w*|cured?|safe|(?:not|no) (?:a |an |sign|trace)|rules? out|ruled out|you (?:should|must|need|will|can|could) (?!see it)\w+|going to)\b/;

const sure = new Set(
  'already now also too certain certainly sure definite definitely doubt question obvious obviously clear clearly fact know known see seen face look tell anywhere now well much say said moment hundred percent beyond got right way thing'.split(
    ' ',
  ),
);
