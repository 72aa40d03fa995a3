import type { SpeechAct } from '../../catalog/lexicon-file.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { type DoctorsSentence, doctorsSentences, quoted } from './spoken.ts';

/** Whether the patient was told which signs to look out for, and what to do then, as far as the check asks for each. */
export const safetyNet: Rule<'safety-net'> = ({ needs }, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon).filter(({ isClosing }) => isClosing);
  const says = (one: DoctorsSentence | undefined, act: SpeechAct) =>
    one !== undefined && speech.says(serious(one.sentence), act);
  const names = (one: DoctorsSentence | undefined) =>
    says(one, 'watching') || (one !== undefined && leadsFromSigns(one.sentence, lexicon));
  const sends = (one: DoctorsSentence | undefined) =>
    one !== undefined && says(one, 'seeking-help') && !isOthersTask(one.sentence);
  const isWorse = (one: DoctorsSentence) =>
    referring.test(one.sentence.text) ||
    (conditional.test(serious(one.sentence).text) && says(one, 'worsening')) ||
    leadsFromSigns(one.sentence, lexicon) ||
    (names(one) && meaning.test(one.sentence.text));
  const beside = (index: number) => [sentences[index - 1], sentences[index + 1]];
  // A sign named in passing warns of nothing: it stands with what to do, or is what to look out for.
  const signs = sentences.find(
    (one, index) =>
      names(one) && (sends(one) || lookingOut.test(one.sentence.text) || beside(index).some((other) => sends(other))),
  );
  const action = sentences.find(
    (one, index) =>
      sends(one) &&
      (isWorse(one) ||
        // "Look out for blood in your stool. Come straight back then."
        beside(index).some(
          (other) =>
            other !== undefined &&
            (lookingOut.test(other.sentence.text) || isBareCondition(other.sentence)) &&
            !scheduled.test(one.sentence.text) &&
            (names(other) ||
              says(other, 'worsening') ||
              (other.sentence.isMarked && holdsFinding(other.sentence, lexicon))),
        )),
  );
  const missing = needs.filter((need) => (need === 'signs' ? !signs : !action));
  if (missing.length > 0) return notMet(`the safety net has no ${missing.join(' and no ')}`);
  const shown = (needs.includes('signs') ? signs : undefined) ?? action;
  return met(shown ? `warns: ${quoted(shown.sentence)}` : 'warns', shown?.turn ?? null);
};

/** Ifs that nothing hangs on, and words that hold a sign's name and are none. */
const idle =
  /\bfit(?:s|ting)? (?:you|me|him|her|them|it) in\b|\b(?:if|when(?:ever)?|unless) (?:you (?:like|wish|want|prefer|need (?:to|me|us|anything)|have (?:any |more |other |further )?(?:questions?|doubts?|time)|need a (?:note|certificate|letter|prescription)|lose it|run out|forget|miss (?:a|one|it)|can ?not make|think of|change your mind|are unsure|feel like|are (?:free|passing)|can(?! not)|are happy|would (?:like|rather)|do not mind)|(?:that|it|this) (?:is (?:all right|okay|fine)|suits)|the (?:results?|tests?|bloods?|blood tests?|scans?|swabs?|x rays?) (?:is|are|shows?|comes?|says?)|anyone asks|you would|possible|necessary|i may|need be|all (?:is|goes) well|we need)\b|\bblood (?:tests?|pressure|counts?|sugar|thinn\w+|clots?|samples?|results?|vessels?)\b|\b(?:muscle|liver|kidney) blood tests?\b|\bchest x rays?\b|\b(?:i|we)(?: will| shall| am going to| are going to|)(?: also| then)? (?:call|ring|phone|speak to|talk to|tell|inform|contact|let|send|am sending|ringing|telling)(?:ing)? (?:you|your|the|him|her|them|my)\b|\b(?:doctors?|team|teams|nurses?|specialists?|they|somebody|someone) (?:is|are|will|would|can) (?:be )?(?:com\w+|ring\w*|call\w*|get\w*)\b/g;

function serious(sentence: SpokenSentence): SpokenSentence {
  const known = plainer.get(sentence);
  if (known) return known;
  const text = sentence.text.replace(idle, 'so').replace(returning, '$1 worsens');
  const made = text === sentence.text ? sentence : { ...sentence, text };
  plainer.set(sentence, made);
  return made;
}

/** What comes back is a pain, and not the patient. */
const returning =
  /\b(?!(?:you|to|please|and|or|then|i|we|should|can|just|straight|must|do) )(\w+) (?:(?:may|might|can|could|will|would|should|does|ever|starts? to|happens to) )?(?:comes? back|returns?)\b(?! (?:here|at once|straight|to (?:us|me|hospital|the))\b)/g;

const plainer = new WeakMap<SpokenSentence, SpokenSentence>();

/** "A fever of 39 or shaking: ring us", "Muscle pains mean you ring me": signs, and after the turn where to go with them. */
function leadsFromSigns({ words, isAsking }: SpokenSentence, { phrases, exact, speech }: Lexicon): boolean {
  const [before = '', ...after] = words.split(/[:–—]|\bmeans?\b/);
  const then = after.join(' ');
  return (
    !isAsking &&
    then !== '' &&
    speech.find(then, 'seeking-help') !== null &&
    [phrases, exact].some((book) => book.find(wordsOf(before)).length > 0)
  );
}

/** "Chest pain, fainting?": a condition without a verb. */
function holdsFinding({ words, isAsking }: SpokenSentence, { phrases, exact }: Lexicon): boolean {
  return !isAsking && [phrases, exact].some((book) => book.find(wordsOf(words)).length > 0);
}

/** "My secretary will send the letter to the hospital": what others do is nothing for the patient to do. */
function isOthersTask({ text }: SpokenSentence): boolean {
  return othersTask.test(text) && !/\b(?:if|should|any|see you|fit you|want|like you|need you|expect you)\b/.test(text);
}
const othersTask =
  /^(?:(?:and|so|then|but|now|also) )*(?:my \w+|our \w+|the (?!moment|minute|second)\w+(?: \w+)?|they|he|she|i|we|somebody|someone) (?:will|would|shall|is|are|am|have|has|can) |\btell (?:your \w+|him|her|them) about\b/;

/** "With any of those you go to hospital": the signs stand in the sentence before. */
const referring =
  /\b(?:any|one|some|either) of (?:those|these|them)\b|\b(?:for|with) (?:that|those|these)\b|\bin that case\b|\bif (?:so|any of that)\b/;

const lookingOut =
  /\b(?:look(?:ing)? out|watch(?:ing)? (?:out|for)|keep an eye|be (?:alert|on the (?:lookout|alert)|wary|vigilant)|beware|(?:warning|danger|alarm|red flag|worrying|serious) (?:signs?|symptoms?|flags?)|red flags?)\b/;

const conditional =
  /\b(?:if|should (?:you|it|he|she|the|your|they|things|that|this|any|a|an|there)|in case|were (?:you|it|the)|the (?:moment|minute|instant)|as soon as (?:it|the|that|any\w*|something|there|they|you (?:notice|see|feel|get|have|become|find))|whenever|when (?:it|that|they|things|the \w+|you) (?:gets?|becomes?|turns?|comes? back|starts?|returns?|grows?|spreads?)|worse|worsens|no better|not (?:better|improv\w+|settl\w+)|any (?:new|sudden|further|sign)|at the first)\b|^(?:(?:and|or|also) )*any\b/;

/** "And if the pain moves?" with the answer in the next sentence; "Any fever." */
function isBareCondition({ text, isMarked }: SpokenSentence): boolean {
  return isMarked || /^(?:(?:and|or|also|but) )*(?:if|should|any|new|in case|the moment|as soon as)\b/.test(text);
}

/** "A new fever means come straight back." */
const meaning = /\b(?:means?|calls? for|needs?|is a reason|then|same day|at once|straight)\b/;

/** An appointment, which comes whatever happens. */
const scheduled =
  /\b(?:in|after|within) (?:a|one|two|three|four|six|eight|ten) (?:days?|weeks?|fortnight|months?)\b|\bin a fortnight\b|\b(?:next|every) (?:week|month|time)\b|\b(?:tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\bappointment\b/;
