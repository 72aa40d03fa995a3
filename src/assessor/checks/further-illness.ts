import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import { claimOf, isAkin, isHedged, refusesProof, wasExamined } from './claim.ts';
import type { DoctorsSentence } from './spoken.ts';

/**
 * Where something was examined or tested: the sentence of the conclusion that presents as certain another illness than that
 * which it was for, or null. It does so by a word of certainty, by wanting no proof, or in passing.
 */
export function furtherIllness(
  history: readonly ConsultationEvent[],
  sentences: readonly DoctorsSentence[],
  lexicon: Lexicon,
): DoctorsSentence | null {
  const { speech } = lexicon;
  const found = sentences.find(({ sentence, turn, isClosing }, index) => {
    if (!isClosing || !wasExamined(history, turn)) return false;
    const next = sentences[index + 1]?.sentence;
    const isSure =
      speech.says(sentence, 'certainty') ||
      wantsNoProof(sentence, next) ||
      (isInPassing(sentence) && !wasMentioned(sentence, history, lexicon));
    return isSure && !speech.says(sentence, 'empathy') && assertsAnother(sentence, history, lexicon);
  });
  return found ?? null;
}

/** "And you have an underactive thyroid. I don't need bloods to see it." */
const wantsNoProof = (sentence: SpokenSentence, next: SpokenSentence | undefined) =>
  claimOf(sentence) !== null && [sentence, next].some((one) => one && refusesProof(one));

const isInPassing = (sentence: SpokenSentence) =>
  adding.test(sentence.text) && claimOf(sentence) !== null && !isHedged(sentence);

/** "And your hip is worn out as well": one more illness, in passing. */
const adding =
  /\b(?:as well|too|also|on top|to boot|besides|in addition|into the bargain|another thing)\b(?! (?:many|much|soon|early|late|bad|long|little))/;

/** Whether the patient told of the part or the illness that a sentence is about, or a clinic's report did. */
function wasMentioned(
  sentence: SpokenSentence,
  history: readonly ConsultationEvent[],
  { body, phrases, exact }: Lexicon,
) {
  const words = wordsOf(sentence.words);
  const parts = new Set(body.partsIn(words));
  const findings = new Set(
    [phrases, exact].flatMap((book) => book.find(words).flatMap(({ payload }) => payload.findings)),
  );
  if (parts.size === 0 && findings.size === 0) return true; // nothing that anybody can have is named
  return history.some((event) => {
    if (event.type !== 'patient.opened' && event.type !== 'clinic.reported' && !isPatientsReply(event)) return false;
    return (
      event.told.some(({ finding }) => finding !== null && findings.has(finding)) ||
      body.partsIn(wordsOf(event.text)).some((part) => parts.has(part))
    );
  });
}

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
  const grounds = [first, ...clinic].flatMap((text) => contentOf(wordsOf(text)));
  const seen = new Set([first, ...clinic].flatMap((text) => lexicon.body.partsIn(wordsOf(text))));
  return sentence.words.split(/[,;:–—]|\b(?:and|but)\b/).some((clause) => {
    const [part] = lexicon.speech.sentences(clause);
    if (part === undefined || !asserting.test(part.text) || reassuring.test(part.text)) return false;
    const claimed = contentOf(wordsOf(part.text)).filter(({ text }) => !sure.has(text));
    return (
      claimed.length > 0 &&
      namesIllness(part.text, claimed.length, lexicon) &&
      (!claimed.some((word) => grounds.some((ground) => isAkin(word, ground))) || isOfOther(part, seen, lexicon))
    );
  });
}

/** "It's psoriasis of the joints as well": the same illness in a part that nobody looked at. */
function isOfOther({ words }: SpokenSentence, seen: ReadonlySet<string>, { body }: Lexicon): boolean {
  const parts = body.partsIn(wordsOf(words));
  return parts.length > 0 && !parts.some((part) => seen.has(part));
}

/** Two words of content say more than "that's certain"; one must be in the book. */
function namesIllness(text: string, content: number, { phrases, exact }: Lexicon): boolean {
  return content > 1 || [phrases, exact].some((book) => book.find(wordsOf(text)).length > 0);
}

/** It says that something is so of the patient, and not what is to be done. */
const asserting =
  /\b(?:(?:your|the|that|this|those) (?!(?:scan|test|ultrasound|blood|swab|tracing|surgeons?|doctors?|team|nurses?|operation|plan|people|hospital|next|main|good|best|first|only|way|point|reason|thing|answer|treatment|medicine|tablets?)\b)\w+(?: \w+)? (?:is|are|has|have)|you (?:\w+ly |also |do )?(?:have|are|had)|(?:it|this|that) is|has \w+ (?:your|the)|there is(?: \w+ly)?)\b/;
const reassuring =
  /\b(?:normal|fine|healthy|working|intact|strong|routine|clear of|nothing|better|recover\w*|cured?|safe|(?:not|no) (?:a |an |sign|trace)|rules? out|ruled out|you (?:should|must|need|will|can|could) (?!see it)\w+|going to|you are (?:\w+ly )?(?:frightened|worried|scared|afraid|upset|anxious|tired|exhausted|in pain|fed up))\b|\b(?:ultrasound|scan|x ray|tests?|examination|tracing|bloods?|swab|result\w*|report) (?:is|are|shows?|showed|says?|came|found|proves?|confirms?)\b/;

const sure = new Set(
  'already now also too certain certainly sure definite definitely doubt question obvious obviously clear clearly fact know known see seen face look tell anywhere now well much say said moment hundred percent beyond got right way thing'.split(
    ' ',
  ),
);
