import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import { itemsNamed, type PlanItem } from '../../language/plan.ts';
import { type CheckSetting, met, notMet, type Rule, ungraded } from './check.ts';
import { keepsIn } from './elsewhere.ts';
import { harmAdvised } from './harm.ts';
import { namesCause } from './names-cause.ts';
import { concludedWith, doctorsSentences, isConditional, plannedAloud, quoted } from './spoken.ts';

/** 3MDBench 3.2: every essential `do` of the truth is in the plan, and nothing to avoid is. */
export const managementOfTruth: Rule<'management-of-truth'> = (_, setting) => {
  const { history, condition, lexicon, allPlanItems } = setting;
  const noted = firstConclusion(history)?.plan?.trim() ?? '';
  // A plan is often noted in short, and told in full.
  const plan = [noted, ...plannedAloud(history, lexicon)].filter((part) => part !== '');
  if (plan.length === 0) return notMet('there is no plan');
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const { do: due, avoid } = condition.management;
  const [harmful] = itemsNamed(noted, avoid);
  if (harmful !== undefined) return notMet(`the plan holds ${harmful}, which is to be avoided`);
  const advice = harmAdvised(history, condition, lexicon);
  if (advice) return notMet(`${advice.what}: ${quoted(advice.sentence)}`);
  const named = new Set(plan.flatMap((part) => [...itemsNamed(part, due), ...itemsIn(part, due, lexicon.advised)]));
  for (const id of doneBySpeaking(due, setting)) named.add(id);
  if (plan.some((part) => keepsIn(part, lexicon)))
    for (const { id, terms } of due) if (terms.some((term) => /^(?:hospital|admission)$/i.test(term))) named.add(id);
  const isHospitals = due.some(({ essential, terms }) => essential && terms.some((term) => /^hospital$/i.test(term)));
  const leaving = isHospitals && sendsHome(setting);
  if (leaving) return notMet(`the patient is sent home: ${quoted(leaving.sentence)}`);
  const missing = due.filter(({ id, essential }) => essential && !named.has(id)).map(({ id }) => id);
  if (missing.length === 0) return met('the plan holds all that is essential');
  return named.size > 0 || plan.some((part) => itemsNamed(part, allPlanItems).size > 0)
    ? notMet(`the plan leaves out ${missing.join(', ')}`)
    : ungraded('nothing in the plan was recognised');
};

/** A sentence that lets a patient go who needs a hospital. */
function sendsHome({ history, lexicon }: CheckSetting) {
  return doctorsSentences(history, lexicon).find(
    ({ sentence, isClosing }) => isClosing && !isConditional(sentence) && lexicon.speech.says(sentence, 'sending-home'),
  );
}

/**
 * Items that are done by telling the patient: to explain what it is, in whatever words, and to warn, which stands in the safety
 * net and not in the plan.
 */
function doneBySpeaking(due: readonly PlanItem[], setting: CheckSetting): string[] {
  const told = toldIn(setting.history);
  return due.flatMap((item) => {
    const isDone = item.terms.some((term) => explaining.test(term))
      ? namesCause({ rule: 'names-cause' }, setting).met === 1
      : item.terms.some((term) => warning.test(term)) && told.some((text) => itemsNamed(text, [item]).size > 0);
    return isDone ? [item.id] : [];
  });
}

const explaining = /^explain$/i;
const warning = /^(?:safety net|come back|return if|pain|swelling|.*\b(?:pain|vision|swelling|crisis|bleeding)\b.*)$/i;

/** All that the conclusion tells, the safety net with it. */
function toldIn(history: readonly ConsultationEvent[]): string[] {
  const concluded = history.find((event) => event.type === 'doctor.concluded');
  if (concluded === undefined) return [];
  const { safetyNet } = concluded.conclusion;
  return [...concludedWith(concluded, { noted: false }), ...(safetyNet === null ? [] : [safetyNet])];
}
