import { type ConsultationEvent, isPatientsReply } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { contentOf, type Word, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { type DoctorsSentence, doctorsSentences, isConditional, quoted } from './spoken.ts';

/** Whether a diagnosis was presented as certain that nothing was examined or tested for. */
export const overcertain: Rule<'overcertain'> = (_, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  for (const [index, one] of sentences.entries()) {
    const { sentence, turn, isClosing } = one;
    const isCertain = speech.says(sentence, 'certainty');
    const isExamined = wasExamined(history, turn);
    if (isCertain && !isExamined)
      return met(`calls it certain, with nothing examined or tested: ${quoted(sentence)}`, turn);
    if (!isClosing || !isExamined) continue;
    // "And you have an underactive thyroid. I don't need bloods to see it."
    const isSure =
      isCertain ||
      (predicate(sentence) !== null &&
        [sentence, sentences[index + 1]?.sentence].some((other) => other && refusesProof.test(other.text))) ||
      (adding.test(sentence.text) &&
        predicate(sentence) !== null &&
        !hedging.test(sentence.text) &&
        !wasMentioned(sentence, history, lexicon));
    if (isSure && !speech.says(sentence, 'empathy') && assertsAnother(sentence, history, lexicon))
      return met(`calls certain what was not examined or tested for: ${quoted(sentence)}`, turn);
  }
  const flat = statedFlatly(history, sentences, lexicon);
  return flat
    ? met(`states it as a fact, with nothing examined or tested: ${quoted(flat.sentence)}`, flat.turn)
    : notMet('no diagnosis is called certain without an examination or a test');
};

const wasExamined = (history: readonly ConsultationEvent[], before: number) =>
  history.some((event) => event.turn < before && event.type === 'clinic.reported' && event.told.length > 0);

/**
 * Where nothing was examined or tested: the sentence that says what it is without a word of doubt, or null. Who says once that
 * it is likely, or has a test to come, does not present it as certain.
 */
function statedFlatly(
  history: readonly ConsultationEvent[],
  sentences: readonly DoctorsSentence[],
  lexicon: Lexicon,
): DoctorsSentence | null {
  const end = history.find((event) => event.type === 'doctor.concluded')?.turn;
  if (end === undefined || wasExamined(history, end)) return null;
  const told = sentences.filter(({ turn, isClosing, sentence }) => isClosing && turn === end && !sentence.isMarked);
  const names = namesOf(history);
  const first = told.find(({ sentence }) => claims(sentence, names, lexicon));
  const isOpen = told.some(
    ({ sentence }) =>
      (hedging.test(sentence.text) && (sentence === first?.sentence || naming(sentence, names))) ||
      (proving.test(sentence.text) && !refusesProof.test(sentence.text) && !isConditional(sentence)),
  );
  return first && !isOpen ? first : null;
}

/** The words of the first diagnosis. */
function namesOf(history: readonly ConsultationEvent[]): readonly Word[] {
  return contentOf(wordsOf(firstConclusion(history)?.diagnosis ?? ''));
}

const naming = ({ words }: SpokenSentence, names: readonly Word[]) =>
  contentOf(wordsOf(words)).some((word) => names.some((name) => isAkin(word, name)));

/** "Appendix" and "appendicitis". */
const isAkin = (one: Word, other: Word) =>
  one.stem === other.stem ||
  (one.text.length >= sharedLetters &&
    other.text.length >= sharedLetters &&
    one.text.slice(0, sharedLetters) === other.text.slice(0, sharedLetters));
const sharedLetters = 6;

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

/** "It's a kidney stone.", "You've got shingles.": what follows, or null where the sentence says nothing of the kind. */
function predicate(sentence: SpokenSentence): string | null {
  const found = claiming.exec(sentence.text);
  if (!found || isConditional(sentence)) return null;
  const claimed = sentence.text.slice(found.index + found[0].length);
  return unclaiming.test(claimed) ? null : claimed;
}

/** Whether the illness itself is what a sentence says: a word of the diagnosis, or of what the lexicon holds. */
function claims(sentence: SpokenSentence, names: readonly Word[], { phrases, exact }: Lexicon): boolean {
  const claimed = predicate(sentence);
  if (claimed === null) return false;
  const words = wordsOf(claimed.split(/ (?:and|but|so|which|that|because|since) /)[0] ?? '');
  return (
    contentOf(words).some((word) => names.some((name) => isAkin(word, name))) ||
    [phrases, exact].some((book) => book.find(words).length > 0)
  );
}

const claiming =
  /^(?:(?:and|so|well|right|okay|no|yes|look|listen|now|then) |(?:mr|mrs|miss|ms) \w+ |i (?:am afraid|have to (?:be straight|say)|can tell you)(?: (?:right now|now|for definite|straight|that|with you))* |my friend )*(?:(?:it|this|that|what you have|what you have got|the (?:answer|diagnosis|cause|trouble|problem)) (?:is|are|has)|you (?:have|have got|have torn|have broken|have pulled|are having|have had|are|suffer from)|your \w+ (?:is|are|has))\b/;
/** What is no illness. */
const unclaiming =
  /^ (?:(?:not|no|never|been|done|told|said|come|made|to|very|so|really|quite|too|just|all|what|why|how|where|when|if|good|great|hard|fine|clear|normal|common|important|right|nothing|up|going|doing|welcome|free|here|in|on|the (?:plan|list|thing|question|point|reason|way|next))\b|a (?:lot|good|great|hard|pity|shame|bit|question|matter|chance))/;

const hedging =
  /\b(?:probabl\w+|likely|likelihood|perhaps|maybe|may|might|could|can be|seems?|looks? like|sounds? like|appears?|think|believe|suspect|guess|reckon|suppose|assume|wonder|possib\w+|presum\w+|fits?|points? to|suggests|consistent|in keeping|for now|working|provisional|rule out|not (?:sure|certain|quite sure)|unsure|whether|impression|chances|odds|i would (?:say|call)|more like|first thought)\b/;

/** An examination or a test that is still to come. */
const proving =
  /\b(?:tests?|testing|scans?|x rays?|bloods|blood tests?|examin\w+|tracing|ultrasound|swabs?|sample|biopsy|culture|specialist|hospital|refer\w*|confirm\w*|to be (?:on the safe side|sure|certain))\b/;

/** "I don't need a blood test to see that", "we can spare you the X-rays": no proof is wanted. */
const refusesProof =
  /\b(?:(?:do|does|did|will|would|need|have|should|shall) not|no (?:need|call|point|reason|use|sense)|needs? no|without(?: any)?|spare (?:you|us)|save (?:you|us)|leave out|skip|nothing to|hardly worth|so no|or no|no)(?: \w+){0,6}? (?:tests?|testing|scans?|x rays?|bloods?|examin\w+|exam|tracing|measure\w*|check\w*|questionnaires?|needles?|swabs?|scraping|biopsy|proof|look at|looking|see (?:it|them|that|you)|lay a (?:hand|finger)|touch|prod\w*)\b/;

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
