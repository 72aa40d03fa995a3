import type { Condition } from '../../catalog/condition.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import { firstConclusion } from '../../events/history.ts';
import { itemsIn } from '../../language/advised.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { itemsNamed, type PlanItem } from '../../language/plan.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule, ungraded } from './check.ts';
import { plannedAloud } from './spoken.ts';

/** 3MDBench 3.1: at least one essential work-up item of the truth was ordered, done or planned. */
export const workupOfTruth: Rule<'workup-of-truth'> = (_, { history, condition, lexicon }) => {
  if (condition === null) return ungraded('the diagnosis is outside the knowledge base');
  const due = dueIn(condition, lexicon);
  if (due.items.length === 0) return ungraded(`${condition.id} has no essential work-up`);
  let isPutOff = false;
  for (const event of history) {
    if (event.type === 'doctor.concluded') break; // what follows counts for communication alone
    const isOrder = event.type === 'doctor.ordered' || event.type === 'doctor.examined';
    if (isOrder) isPutOff = putsOff(event.text);
    if (isPutOff) continue;
    const done = isOrder
      ? namedIn(event.text, due.items, lexicon)
      : event.type === 'clinic.reported'
        ? reportedBy(event, due)
        : undefined;
    if (done !== undefined) return met(`${done} was ordered`, event.turn);
  }
  const plan = [firstConclusion(history)?.plan ?? '', ...plannedAloud(history, lexicon)];
  const planned = plan.map((text) => namedIn(text, due.items, lexicon)).find((id) => id !== undefined);
  return planned !== undefined
    ? met(`${planned} is planned`)
    : notMet(`none of ${due.items.map(({ id }) => id).join(', ')} was ordered or planned`);
};

/** "No need to undress, we'll have a look next time.": every sentence of the order says that nothing is to be done. */
function putsOff(text: string): boolean {
  const sentences = text.split(/(?<=[.!?;])\s+/).filter((sentence) => /\p{L}/u.test(sentence));
  return sentences.length > 0 && sentences.every((sentence) => puttingOff.test(sentence));
}
const puttingOff =
  /\b(?:no (?:need|point|reason|use)|(?:do|does|will|shall|wo|sha|would|need)(?:n['’]t| not) (?!forget|stop|mind|worry|hesitate|wait)|leave|skip|do without|spare|another (?:day|time)|next (?:time|visit|in)|some other time)\b/i;

/** What a condition's work-up asks for. */
interface Due {
  readonly items: readonly PlanItem[];
  /** The clinic's findings of the condition that each item looks for, by the item's id. */
  readonly findings: ReadonlyMap<string, ReadonlySet<string>>;
}

const kept = new WeakMap<Lexicon, WeakMap<Condition, Due>>();

/** One a condition, so that its words are read once. */
function dueIn(condition: Condition, lexicon: Lexicon): Due {
  const byCondition = kept.get(lexicon) ?? new WeakMap<Condition, Due>();
  kept.set(lexicon, byCondition);
  const known = byCondition.get(condition);
  if (known) return known;
  const essential = condition.workup.filter((item) => item.essential);
  const isAsked = essential.length > 0 && essential.every(({ terms }) => namesRisk(terms));
  // A risk of suicide is judged by asking; what is examined or tested for then is what else the work-up holds.
  const items = isAsked ? condition.workup : essential;
  const isOwn = (id: string) => Object.keys(condition.likelihoods).some((key) => key.split('.')[0] === id);
  const findings = new Map(
    items.map(({ id, terms }) => {
      const found = terms.flatMap((term) =>
        lexicon.requests.find(wordsOf(term)).flatMap(({ payload }) => payload.findings),
      );
      return [id, new Set(found.filter(isOwn))];
    }),
  );
  const due = { items, findings };
  byCondition.set(condition, due);
  return due;
}

/** An item that is done by asking the patient. */
const namesRisk = (terms: readonly string[]) => terms.some((term) => /\brisk\b|suicid/i.test(term));

function namedIn(text: string, items: readonly PlanItem[], { advised }: Lexicon): string | undefined {
  const [named] = [...itemsNamed(text, items), ...itemsIn(text, items, advised)];
  return named;
}

/**
 * The item whose findings a report is of, in whatever words it was asked for. A report of everything at once ("some bloods")
 * has done what it really tells.
 */
function reportedBy(
  { mentions, told }: Extract<ConsultationEvent, { type: 'clinic.reported' }>,
  { findings }: Due,
): string | undefined {
  const looked = new Set(
    [...told, ...(mentions.length <= mostInOneOrder ? mentions : [])].flatMap(({ finding }) => finding ?? []),
  );
  for (const [id, own] of findings) if ([...own].some((finding) => looked.has(finding))) return id;
  return undefined;
}

/** Findings that an order of a few things mentions; one of more asks for whatever there is. */
const mostInOneOrder = 12;
