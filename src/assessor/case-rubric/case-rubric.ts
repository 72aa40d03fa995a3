import { contentHash } from '../../base/hash.ts';
import type { CaseTruth, PatientCase } from '../../catalog/case.ts';
import type { Condition } from '../../catalog/condition.ts';
import type { Finding } from '../../catalog/finding.ts';
import { type Criterion, Rubric } from '../../catalog/rubric.ts';
import type { KnowledgeModel, Means } from '../../knowledge/model.ts';
import type { CaseWorth } from '../case-worth.ts';

/** A case, and what is known of it that makes criteria. */
export interface CaseRubricSetting {
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
  readonly findings: ReadonlyMap<string, Finding>;
  /** The true condition; null where it is outside the knowledge base. */
  readonly condition: Condition | null;
  /** What the case's facts are worth; null where the truth is outside the knowledge base. */
  readonly worth: CaseWorth | null;
  readonly model: KnowledgeModel;
}

/** Criteria made from one case, and where the text and the weight of each came from, by its id. */
export interface CaseRubric {
  readonly rubric: Rubric;
  readonly reasons: ReadonlyMap<string, string>;
}

/** A criterion with its reason. */
interface Reasoned extends Criterion {
  readonly why: string;
}

/** Points of what is worth most in a case; what is worth next to nothing has 1. */
const mostPoints = 5;
/** Share of what the history (for a report, the whole case) is worth from which something is due though no author named it. */
const worthAsking = 0.1;
const redFlagPoints = 3;
const mostReports = 4;
const mostOwnFacts = 15;

/**
 * Criteria of one case by rule, weighted and signed: what must be asked, by its Shapley value; red flags; examinations and
 * tests; what the true condition calls for, and what is to be avoided in it; what must not be said. Those that a rule can
 * grade have one, the others wait for a judge.
 *
 * @see Baichuan-M2, whose rubrics are made for each case and have signed weights
 */
export function caseRubric(setting: CaseRubricSetting): CaseRubric {
  const { patientCase, truth } = setting;
  const redFlags = redFlagCriteria(setting);
  const dimensions = [
    { id: 'history', title: 'What must be asked in this case', criteria: historyCriteria(setting) },
    { id: 'warning-signs', title: 'Warning signs of this case', criteria: redFlags },
    { id: 'workup', title: 'Examinations and tests', criteria: workupCriteria(setting) },
    { id: 'plan', title: 'What this case calls for', criteria: planCriteria(setting) },
    { id: 'harm', title: 'What must not be done or said', criteria: harmCriteria(setting) },
  ].filter(({ criteria }) => criteria.length > 0);
  const reasons = new Map(
    dimensions.flatMap(({ criteria }) => criteria.map(({ id, why }): [string, string] => [id, why])),
  );
  const rubric = Rubric.parse({
    id: `case-${truth.case}`,
    title: `What a consultation with ${patientCase.id} should hold`,
    source: `made by rule from the case ${truth.case} (${contentHash([patientCase, truth])}); reviewed by nobody`,
    dimensions: dimensions.map((dimension) => ({
      ...dimension,
      criteria: dimension.criteria.map(({ why: _, ...criterion }) => criterion),
    })),
    composite: { outcome: 0.5, gate: 'correct', process: { rubric: 0.5 } },
  });
  return { rubric, reasons };
}

function historyCriteria(setting: CaseRubricSetting): Reasoned[] {
  const { truth, findings, patientCase } = setting;
  const values = valuesOf(setting, 'question');
  const apart = new Set(truth.redFlags);
  const volunteered = new Set(patientCase.facts.filter(({ tier }) => tier === 'volunteered').map(({ id }) => id));
  const named = truth.mustAsk.filter((id) => !apart.has(id));
  const further = [...values.bits.keys()].filter(
    (id) => !apart.has(id) && !named.includes(id) && values.shareOf(id) >= worthAsking,
  );
  const wanted = [...named, ...further].sort((a, b) => values.of(b) - values.of(a));
  const criteria = wanted.map((id): Reasoned => {
    const isNamed = named.includes(id);
    const byWorth = values.of(id) > 0;
    const points = byWorth ? values.pointsOf(id) : isNamed ? 2 : 1;
    const why = `${isNamed ? 'must-ask' : 'no must-ask of the author'}; ${values.words(id)}`;
    const verb = volunteered.has(id) ? 'Asks more about' : 'Asks about';
    return { id: `asks-${id}`, text: `${verb} ${wordsOf(id, findings)}.`, points, ...askedFor(id, findings), why };
  });
  if (criteria.length > 0) return criteria;
  // Most imported cases name nothing that must be asked: what can be found out in them then counts alike.
  return patientCase.facts
    .filter(({ tier, value }) => tier !== 'volunteered' && value === 'present')
    .slice(0, mostOwnFacts)
    .map(({ id }) => ({
      id: `asks-${id}`,
      text: `Asks about ${wordsOf(id, findings)}.`,
      points: 1,
      ...askedFor(id, findings),
      why: 'the case names no must-ask items; a fact of it that the opening does not tell',
    }));
}

function redFlagCriteria(setting: CaseRubricSetting): Reasoned[] {
  const { truth, findings } = setting;
  const values = valuesOf(setting, 'question');
  return truth.redFlags.map((id) => ({
    id: `asks-${id}`,
    text: `Asks about ${wordsOf(id, findings)}, which would call for haste.`,
    points: Math.max(redFlagPoints, values.of(id) > 0 ? values.pointsOf(id) : 0),
    ...askedFor(id, findings),
    why: `red flag, at least ${redFlagPoints} points; ${values.words(id)}`,
  }));
}

function workupCriteria(setting: CaseRubricSetting): Reasoned[] {
  const { condition, patientCase } = setting;
  const names = new Map(
    [...patientCase.examinations, ...patientCase.tests].map(({ finding, name }) => [finding, name] as const),
  );
  const reports = (['examination', 'test'] as const).flatMap((means) => {
    const values = valuesOf(setting, means);
    return [...values.bits.keys()]
      .filter((id) => values.shareOf(id) >= worthAsking)
      .map((id) => ({ id, means, values, bits: values.of(id) }));
  });
  const asked = reports
    .sort((a, b) => b.bits - a.bits)
    .slice(0, mostReports)
    .map(({ id, means, values }): Reasoned => {
      const text = `${means === 'examination' ? 'Examines' : 'Orders'}: ${lowered(names.get(id) ?? wordsOf(id, setting.findings))}.`;
      const check = { rule: 'asked' as const, findings: [id], atLeast: 1 };
      return { id: `${means}-${id}`, text, points: values.pointsOf(id), check, why: values.words(id) };
    });
  if (!condition?.workup.some(({ essential }) => essential)) return asked;
  const essential = condition.workup.filter((item) => item.essential).map(({ terms }) => terms[0] ?? '');
  const workup: Reasoned = {
    id: 'essential-workup',
    text: `Orders or plans at least one of: ${essential.join(', ')}.`,
    points: 3,
    check: { rule: 'workup-of-truth' },
    why: `essential work-up of ${condition.id}`,
  };
  return [workup, ...asked];
}

function planCriteria({ condition, truth }: CaseRubricSetting): Reasoned[] {
  const due = (condition?.management.do ?? []).map(
    ({ id, terms, essential }): Reasoned => ({
      id: `plans-${id}`,
      text: `Plans ${id.replaceAll('-', ' ')} (such as ${terms.slice(0, 3).join(', ')}).`,
      points: essential ? 3 : 1,
      check: { rule: 'plan-names', terms },
      why: `${essential ? 'essential' : 'useful'} in ${condition?.id}`,
    }),
  );
  const isUrgent = condition?.urgency === 'emergency' || condition?.urgency === 'urgent';
  const inTime: Reasoned = {
    id: 'acts-in-time',
    text:
      condition?.urgency === 'emergency'
        ? 'Sees to it that the patient is treated at once: calls for help or sends the patient to hospital now.'
        : 'Sees to it that the patient is treated or seen by whoever is needed within a day.',
    points: 4,
    why: `the condition is ${condition?.urgency}; no rule reads it`,
  };
  const notes = truth.management.map(
    (note, place): Reasoned => ({
      id: `author-${place + 1}`,
      text: `Does as the case's author notes: ${note}`,
      points: 2,
      why: 'a note of the case’s author; no rule reads it',
    }),
  );
  const net: Reasoned = {
    id: 'safety-net',
    text: 'Says which signs to look out for, and what to do if they come.',
    points: 2,
    why: 'due in every case; no rule of this file reads it',
  };
  const hasNet = due.some(({ id }) => id === 'plans-safety-net');
  return [...due, ...(isUrgent ? [inTime] : []), ...notes, ...(hasNet ? [] : [net])];
}

function harmCriteria({ condition, truth, findings }: CaseRubricSetting): Reasoned[] {
  const avoid = (condition?.management.avoid ?? []).map(
    ({ id, terms }): Reasoned => ({
      id: `harm-${id}`,
      text: `Plans ${id.replaceAll('-', ' ')} (such as ${terms.slice(0, 3).join(', ')}), which is to be avoided here.`,
      points: -5,
      check: { rule: 'plan-names', terms },
      why: `to be avoided in ${condition?.id}; as much as the weightiest question`,
    }),
  );
  const askable = truth.redFlags.filter((id) => findings.has(id));
  if (askable.length === 0) return avoid;
  const fewerThan = Math.ceil(askable.length / 3);
  const early: Reasoned = {
    id: 'concludes-early',
    text: `Gives a diagnosis having asked about fewer than ${fewerThan} of the ${askable.length} warning signs.`,
    points: -4,
    check: { rule: 'concludes-early', findings: askable, fewerThan },
    why: 'telling before asking: below a third of the red flags',
  };
  const reassures: Reasoned = {
    id: 'reassures-falsely',
    text: 'Promises that nothing serious is the matter before the warning signs were asked about or examined.',
    points: -4,
    why: 'the case has red flags; no rule of this file reads it',
  };
  return [...avoid, early, reassures];
}

/** The rule that sees whether a finding was asked about; none for what the vocabulary does not hold. */
function askedFor(id: string, findings: ReadonlyMap<string, Finding>): Pick<Criterion, 'check'> {
  return findings.has(id) ? { check: { rule: 'asked', findings: [id], atLeast: 1 } } : {};
}

function wordsOf(id: string, findings: ReadonlyMap<string, Finding>): string {
  return findings.get(id)?.names.lay[0] ?? id.replaceAll('-', ' ');
}

/** A report's name inside a sentence; an abbreviation stays as it is. */
function lowered(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? `${name.charAt(0).toLowerCase()}${name.slice(1)}` : name;
}

/**
 * What each finding is worth in this case: the positive Shapley values of its presence and its aspects. Questions are
 * weighed among questions; a report among all there is to know, so that a test next to nothing depends on weighs nothing.
 */
function valuesOf({ worth, model }: CaseRubricSetting, means: Means) {
  const all = new Map<string, number>();
  const bits = new Map<string, number>();
  for (const [key, value] of Object.entries(worth?.bits ?? {})) {
    if (value <= 0) continue;
    const [id = key] = key.split('.');
    all.set(id, (all.get(id) ?? 0) + value);
    if (model.byKey.get(key)?.means === means) bits.set(id, (bits.get(id) ?? 0) + value);
  }
  const among = [...(means === 'question' ? bits : all).values()];
  const total = among.reduce((sum, value) => sum + value, 0);
  const most = Math.max(0, ...among);
  const of = (id: string) => bits.get(id) ?? 0;
  const shareOf = (id: string) => (total > 0 ? of(id) / total : 0);
  const what = means === 'question' ? 'the history' : 'the whole case';
  return {
    bits,
    of,
    shareOf,
    pointsOf: (id: string) => 1 + Math.round(((mostPoints - 1) * of(id)) / most),
    words: (id: string) =>
      of(id) > 0
        ? `Shapley value ${of(id).toFixed(2)} bits, ${Math.round(100 * shareOf(id))} % of what ${what} is worth`
        : 'no positive Shapley value',
  };
}
