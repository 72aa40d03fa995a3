import type { ConsultationEvent } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { met, notMet, type Rule } from './check.ts';
import { concludedWith, type DoctorsSentence, doctorsSentences, isConditional, quoted } from './spoken.ts';

/** What the doctor said is to be done, whatever comes: what to do if it gets worse is no plan. */
function planned(history: readonly ConsultationEvent[], lexicon: Lexicon): DoctorsSentence[] {
  return doctorsSentences(history, lexicon).filter(
    ({ sentence, isClosing }) =>
      isClosing &&
      !sentence.isMarked &&
      lexicon.speech.says(sentence, 'doing') &&
      !isConditional(sentence) &&
      (!puttingOff.test(sentence.text) || concrete.test(sentence.text)),
  );
}

/** Whether the patient was told what is to be done next. */
export const plans: Rule<'plans'> = (_, { history, lexicon }) => {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  const plan = concluded?.conclusion.plan?.trim() ?? '';
  // A form without words has its plan to read; who speaks has to say it.
  const isHeard =
    concluded !== undefined &&
    plan !== '' &&
    concludedWith(concluded, { noted: false }).some((text) => text.includes(plan));
  if (isHeard && /\p{L}{3}/u.test(plan) && !nothing.test(plan)) return met('there is a plan', concluded.turn);
  const [said] = planned(history, lexicon);
  return said
    ? met(`says what is to be done: ${quoted(said.sentence)}`, said.turn)
    : notMet('nothing is said of what is to be done');
};

const nothing =
  /^(?:none|nothing|n\/?a|no plan|not applicable|unknown|tbd|to be (?:decided|determined|discussed)|reassur(?:ance|ed?)|advice|as (?:discussed|above)|see above|we(?:'ll| will| shall) (?:see|look at (?:it|that) (?:later|another time)))\b[^;,]{0,40}$/i;

/** What makes a plan of it all the same. */
const concrete =
  /\b(?:see me|come back (?:in|on)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|in (?:a|one|two|three|four|six) (?:days?|weeks?|months?)|take|tablets?|cream|refer\w*|scan|blood tests?|x ray)\b/;

/** What says that something will follow, and not what. */
const puttingOff =
  /\b(?:(?:keep|have) an eye on|(?:we|i|you) (?:will|shall|can|could|would) (?:just |only |simply |then )?(?:see (?:how|what|where|whether|about)|think about|look at (?:that|it|this) (?:later|again|another)|talk about (?:that|it|this|the rest)|take it from there|cross that|work it out|come (?:to|back to) that|leave (?:it|things|everything) (?:at that|there|for now|as)|manage|be (?:fine|all right|okay|ok|in touch))|wait and see|in good time|one (?:step|thing) at a time|all in all|that is (?:all|it|that)|you will (?:hear|see|find|feel|get better|soon be|be better)|let us (?:see|hope|leave (?:it|things)|not worry|wait)|do not worry|(?:i|we) (?:hope|think|believe|know)\b(?! .*\b(?:should|need|take|best)))\b/;
