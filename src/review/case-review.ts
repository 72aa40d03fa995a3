import { openingEvidence } from '../assessor/opening-evidence.ts';
import type { CaseTruth, PatientCase } from '../catalog/case.ts';
import { beliefOf, type Evidence, ranked } from '../knowledge/belief.ts';
import { findingsAtStake } from '../knowledge/competitors.ts';
import { type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';
import type { AnswerReader } from '../language/answer.ts';
import { readingGrade } from './plain-language.ts';

/** Something a reviewer should look at. */
export interface Remark {
  readonly kind:
    | 'unlikely'
    | 'left-out'
    | 'not-plain'
    | 'alike'
    | 'inseparable'
    | 'cannot-be-asked'
    | 'opening-not-heard';
  /** The case or condition that it is about. */
  readonly about: string;
  readonly message: string;
}

export type Difficulty = 'easy' | 'moderate' | 'hard';

/** A case as the knowledge base sees it, with every fact known. Null where its diagnosis is outside the knowledge base. */
interface CaseFigures {
  /** Belief in the truth once everything is told, and its place among all conditions, from 1. */
  readonly belief: number;
  readonly rank: number;
  readonly bestAlternative: { readonly condition: string; readonly belief: number };
  /** What a doctor has to find out: the surprisal of the truth after the opening, in bits. */
  readonly bitsNeeded: number;
  readonly difficulty: Difficulty;
}

export interface CaseReview {
  readonly case: string;
  readonly condition: string | null;
  readonly figures: CaseFigures | null;
  /** Flesch–Kincaid grade of everything the patient says; null where nothing is said. */
  readonly grade: number | null;
  readonly remarks: readonly Remark[];
}

/** Below this probability under the truth, a fact is to be marked as atypical. */
const unlikely = 0.02;
/** What patients say should be plain to everybody. */
const mostGrade = 8;

/** Reviews one case against the knowledge base. Nothing here is a reason to change what a patient is like. */
export function reviewCase(
  { patientCase, truth }: { patientCase: PatientCase; truth: CaseTruth },
  model: KnowledgeModel,
  reader: AnswerReader,
): CaseReview {
  const place = truth.condition === null ? undefined : model.conditionIndex(truth.condition);
  const grade = readingGrade(spokenIn(patientCase));
  const remark = (kind: Remark['kind'], message: string): Remark => ({ kind, about: patientCase.id, message });
  const remarks: Remark[] = [];
  if (grade !== null && grade > mostGrade)
    remarks.push(remark('not-plain', `what is said reads at grade ${grade.toFixed(1)}; ${mostGrade} at most is plain`));
  if (place === undefined || truth.condition === null)
    return { case: patientCase.id, condition: truth.condition, figures: null, grade, remarks };
  for (const { key, value, p, isMeant } of settledIn(patientCase, model, place))
    if (p < unlikely && !isMeant)
      remarks.push(
        remark('unlikely', `${key} ${value} has P = ${p.toFixed(3)} in ${truth.condition}; \`atypical: true\`?`),
      );
  const { facts, proxy, examinations, tests } = patientCase;
  const settled = new Set(
    [...facts, ...(proxy?.doesNotKnow ?? []), ...examinations, ...tests].map(({ finding }) => finding),
  );
  const leftOut = findingsAtStake(model, truth.condition).filter((id) => !settled.has(id));
  if (leftOut.length > 0 && patientCase.unlisted === 'absent')
    remarks.push(remark('left-out', `says nothing of ${leftOut.join(', ')}`));
  const opened = openingEvidence(patientCase, model, reader);
  if (opened.size === 0 && patientCase.unlisted === 'absent')
    remarks.push(remark('opening-not-heard', 'no volunteered finding is heard in the opening'));
  return {
    case: patientCase.id,
    condition: truth.condition,
    figures: figuresOf(patientCase, model, place, opened),
    grade,
    remarks,
  };
}

/** Everything the patient says, the opening first. */
export function spokenIn({ opening, facts }: PatientCase): string {
  return [opening, ...facts.flatMap(({ says }) => Object.values(says ?? {}))]
    .map((words) => (/[.!?…]["”’]?$/.test(words) ? words : `${words}.`))
    .join(' ');
}

interface Settled {
  readonly variable: Variable;
  readonly place: number;
  readonly key: string;
  readonly value: string;
  readonly p: number;
  /** The case says itself that this is rare. */
  readonly isMeant: boolean;
}

/** What a case settles, as values of the model, with their probability under its truth. */
function settledIn({ facts, examinations, tests }: PatientCase, model: KnowledgeModel, truth: number): Settled[] {
  const settled: Settled[] = [];
  const add = (key: string, value: string, isMeant: boolean) => {
    const variable = model.byKey.get(key);
    const place = variable?.values.indexOf(value) ?? -1;
    if (variable && place >= 0)
      settled.push({ variable, place, key, value, p: variable.likelihoods[place]?.[truth] ?? 0, isMeant });
  };
  for (const { finding, value, aspects, atypical = false } of facts) {
    if (finding === undefined) continue;
    add(finding, value, atypical);
    for (const [aspect, met] of Object.entries(aspects ?? {})) add(`${finding}.${aspect}`, met, atypical);
  }
  for (const { finding, value, atypical = false } of [...examinations, ...tests])
    if (finding !== undefined && value !== undefined) add(keyOf(finding, 'presence'), value, atypical);
  return settled;
}

function figuresOf(patientCase: PatientCase, model: KnowledgeModel, truth: number, opened: Evidence): CaseFigures {
  const all = new Map(opened);
  for (const { variable, place } of settledIn(patientCase, model, truth)) all.set(variable, place);
  const belief = beliefOf(model, all);
  const order = ranked(belief);
  const other = order.find((c) => c !== truth) ?? truth;
  const rank = order.indexOf(truth) + 1;
  const bitsNeeded = -Math.log2(beliefOf(model, opened)[truth] ?? 0);
  const alternative = belief[other] ?? 0;
  return {
    belief: belief[truth] ?? 0,
    rank,
    bestAlternative: { condition: model.conditions[other]?.id ?? '', belief: alternative },
    bitsNeeded,
    difficulty: difficultyOf({ rank, bitsNeeded, alternative }),
  };
}

/**
 * Hard: everything known, another condition is still as good, or a doctor starts beyond one in sixty-four. Easy: the
 * truth is among the first eight after the opening, and nothing else fits in the end.
 */
export function difficultyOf({
  rank,
  bitsNeeded,
  alternative,
}: {
  rank: number;
  bitsNeeded: number;
  alternative: number;
}): Difficulty {
  if (rank > 1 || alternative >= 0.25 || bitsNeeded > 6) return 'hard';
  return bitsNeeded <= 3 && alternative < 0.05 ? 'easy' : 'moderate';
}
