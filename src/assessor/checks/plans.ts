import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { met, notMet, type Rule } from './check.ts';
import { type DoctorsSentence, doctorsSentences, isConditional, quoted } from './spoken.ts';

/** What the doctor said is to be done, whatever comes: what to do if it gets worse is no plan. */
function planned(history: readonly ConsultationEvent[], lexicon: Lexicon): DoctorsSentence[] {
  return doctorsSentences(history, lexicon).filter(
    ({ sentence, isClosing }) => isClosing && lexicon.speech.says(sentence, 'doing') && !isConditional(sentence),
  );
}

/** Whether the patient was told what is to be done next. */
export const plans: Rule<'plans'> = (_, { history, lexicon }) => {
  const concluded = history.find(({ type }) => type === 'doctor.concluded');
  const plan = firstConclusion(history)?.plan?.trim() ?? '';
  if (concluded && /\p{L}{3}/u.test(plan) && !nothing.test(plan)) return met('there is a plan', concluded.turn);
  const [said] = planned(history, lexicon);
  return said
    ? met(`says what is to be done: ${quoted(said.sentence)}`, said.turn)
    : notMet('nothing is said of what is to be done');
};

const nothing = /^(?:none|nothing|n\/?a|no plan|not applicable|unknown|tbd|to be (?:decided|determined))\b/i;
