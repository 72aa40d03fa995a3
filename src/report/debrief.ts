import type { Assessment, InformationScore, TurnScore } from '../assessor/assessment.ts';
import { findingsAsked } from '../assessor/checks/asked.ts';
import type { Covered } from '../assessor/questioning/figures.ts';
import type { CaseTruth, PatientCase } from '../catalog/case.ts';
import type { Finding } from '../catalog/finding.ts';
import type { Rubric } from '../catalog/rubric.ts';
import { type ConsultationEvent, isDoctorsAct } from '../events/event.ts';

/** What the doctor is told after a consultation, in words: no id is left in it. */
export interface Debrief {
  readonly verdict: 'right' | 'wrong' | 'none';
  readonly said: string | null;
  readonly truth: string;
  /** What has to be known to understand the verdict. */
  readonly remarks: readonly string[];
  readonly turns: readonly DebriefTurn[];
  /** Null where the diagnosis is outside the knowledge base: nothing can be said in bits. */
  readonly information: Pick<
    InformationScore,
    'entropyStartBits' | 'entropyEndBits' | 'truthGainBits' | 'efficiency' | 'coverage'
  > | null;
  /** Must-ask items and red flags that never came up: neither asked about nor told. */
  readonly mustAsk: Missed;
  readonly redFlags: Missed;
  /** What is true of the patient and was not told, in the patient’s words. */
  readonly untold: readonly { readonly name: string | null; readonly words: string; readonly wasAsked: boolean }[];
  /** Examinations and tests that would have shown something and were not asked for. */
  readonly unreported: readonly string[];
  readonly criteria: readonly DebriefCriterion[];
}

interface Missed {
  readonly of: number;
  readonly missed: readonly string[];
}

export interface DebriefTurn {
  readonly turn: number;
  readonly act: 'ask' | 'examine' | 'order';
  readonly words: string;
  /** Bits that the act could be expected to bring; null where it has no price. */
  readonly expectedBits: number | null;
  /** Why there is no price, or what else is to be said of the turn; empty where nothing is. */
  readonly remark: string;
  /** What could have been asked for instead, by the same means; null where nothing could. */
  readonly best: { readonly words: string; readonly bits: number; readonly isOwn: boolean } | null;
  readonly entropyDropBits: number | null;
}

interface DebriefCriterion {
  /** Of which rubric, by its id: two may have a criterion of the same words. */
  readonly rubric: string;
  readonly text: string;
  readonly met: 'met' | 'partly met' | 'not met' | 'ungraded' | 'does not apply';
  readonly reason: string;
}

export interface DebriefSetting {
  readonly history: readonly ConsultationEvent[];
  readonly assessment: Assessment;
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
  readonly findings: ReadonlyMap<string, Finding>;
  readonly rubrics: ReadonlyMap<string, Rubric>;
}

/** Puts what was recorded and scored into words for the doctor. */
export function debriefOf(setting: DebriefSetting): Debrief {
  const { history, assessment, patientCase, truth, findings } = setting;
  const { diagnosis, information } = assessment;
  const wasAsked = findingsAsked(history);
  const told = idsTold(history, (type) => type.startsWith('patient.'));
  const reported = idsTold(history, (type) => type === 'clinic.reported');
  const untold = patientCase.facts
    .filter(({ id, value }) => value === 'present' && !told.has(id))
    .map(({ id, finding, says }) => ({
      name: finding === undefined ? null : layName(finding, findings),
      words: says?.presence ?? '',
      wasAsked: wasAsked.has(id),
    }));
  const unreported = [...patientCase.examinations, ...patientCase.tests]
    .filter(({ id, value, namesTruth }) => (value === 'present' || namesTruth === true) && !reported.has(id))
    .map(({ name }) => name);
  return {
    verdict: diagnosis.correct ? 'right' : diagnosis.said === null ? 'none' : 'wrong',
    said: diagnosis.said,
    truth: truth.name,
    remarks: [...remarksOn(assessment), ...remarksOnClosure(assessment, findings)],
    turns: beforeConclusion(history).flatMap((event) => debriefTurn(event, information, findings)),
    information,
    mustAsk: missedOf(assessment.questioning.mustAsk, findings),
    redFlags: missedOf(assessment.questioning.redFlags, findings),
    untold,
    unreported: [...new Set(unreported)],
    criteria: criteriaOf(setting),
  };
}

function missedOf({ of, missing }: Covered, findings: ReadonlyMap<string, Finding>): Missed {
  return { of, missed: missing.map((id) => layName(id, findings)) };
}

function idsTold(history: readonly ConsultationEvent[], counts: (type: string) => boolean): Set<string> {
  return new Set(
    history.flatMap((event) =>
      'told' in event && counts(event.type) ? event.told.flatMap(({ fact }) => (fact === null ? [] : [fact])) : [],
    ),
  );
}

function remarksOn({ diagnosis, how, truth }: Assessment): string[] {
  const remarks: string[] = [];
  if (how === 'abandoned') remarks.push('The patient left before there was a conclusion.');
  if (diagnosis.isUnranked) remarks.push('Several diagnoses were named without saying which comes first; none counts.');
  else if (!diagnosis.correct && diagnosis.said !== null && diagnosis.condition === null)
    remarks.push('No diagnosis of the knowledge base was recognised in your words.');
  if (diagnosis.judged) remarks.push(`The judge on the diagnosis: ${diagnosis.judged.reason}`);
  if (!diagnosis.correct && truth.condition !== null && diagnosis.differential.includes(truth.condition))
    remarks.push('It stood in the differential; the first diagnosis alone counts.');
  if (diagnosis.wasGivenAway) remarks.push('A report that the clinic gave named it.');
  return remarks;
}

/** What was still to be learned; of somebody who was right, and left nothing that would have turned it, nothing is said. */
function remarksOnClosure(
  { questioning: { closure }, diagnosis }: Assessment,
  findings: ReadonlyMap<string, Finding>,
): string[] {
  if (closure === null) return [];
  const { best, isPremature, overlooked } = closure;
  const turning = overlooked.map((id) => layName(id, findings)).join(', ');
  return [
    ...(isPremature && !diagnosis.correct && best
      ? [
          `The conclusion came early: ${wordsOf(best.key, findings)} could be expected to tell ${best.bits.toFixed(2)} bits more.`,
        ]
      : []),
    ...(turning === '' ? [] : [`Not asked about, and it would have put another diagnosis first: ${turning}.`]),
  ];
}

/** What is said after the conclusion is no turn, and is scored nowhere in bits. */
function beforeConclusion(history: readonly ConsultationEvent[]): readonly ConsultationEvent[] {
  const place = history.findIndex(({ type }) => type === 'doctor.concluded');
  return place < 0 ? history : history.slice(0, place);
}

const acts = { 'doctor.asked': 'ask', 'doctor.examined': 'examine', 'doctor.ordered': 'order' } as const;

function debriefTurn(
  event: ConsultationEvent,
  information: InformationScore | null,
  findings: ReadonlyMap<string, Finding>,
): DebriefTurn[] {
  if (!isDoctorsAct(event) || event.type === 'doctor.concluded') return [];
  const score = information?.turns.find(({ turn }) => turn === event.turn);
  return [
    {
      turn: event.turn,
      act: acts[event.type],
      words: event.text,
      expectedBits: score?.expectedBits ?? null,
      remark: score ? remarkOn(score) : '',
      best: score?.best
        ? {
            words: wordsOf(score.best.key, findings),
            bits: score.best.bits,
            isOwn: score.asked.length === 1 && score.asked[0] === score.best.key,
          }
        : null,
      entropyDropBits: score?.entropyDropBits ?? null,
    },
  ];
}

const withoutPrice = {
  priced: '',
  open: 'open question',
  unpriced: 'not diagnostic',
  statement: 'no question',
  missed: 'not understood',
} as const;

function remarkOn({ about, redundant }: TurnScore): string {
  return redundant ? 'known already' : withoutPrice[about];
}

/** A key of the knowledge base in words: a finding, or an aspect of one. */
function wordsOf(key: string, findings: ReadonlyMap<string, Finding>): string {
  const [finding = key, aspect] = key.split('.');
  const name = layName(finding, findings);
  return aspect === undefined ? name : `${name}: ${aspect}`;
}

function layName(id: string, findings: ReadonlyMap<string, Finding>): string {
  return findings.get(id)?.names.lay[0] ?? id.replaceAll('-', ' ');
}

/** A reason names findings and items of a plan by their ids. */
function inWords(reason: string, findings: ReadonlyMap<string, Finding>): string {
  return reason.replace(/\b[a-z0-9]+(?:-[a-z0-9]+)+\b/g, (id) => layName(id, findings));
}

function criteriaOf({ assessment, rubrics, findings }: DebriefSetting): DebriefCriterion[] {
  return assessment.rubrics.flatMap(({ rubric, criteria }) => {
    const texts = new Map(
      rubrics.get(rubric)?.dimensions.flatMap((dimension) => dimension.criteria.map(({ id, text }) => [id, text])),
    );
    return criteria.map(({ id, met, reason, applies }) => ({
      rubric,
      text: texts.get(id) ?? id,
      met: applies === false ? 'does not apply' : verdictOf(met),
      reason: inWords(reason, findings),
    }));
  });
}

function verdictOf(met: number | null): DebriefCriterion['met'] {
  if (met === null) return 'ungraded';
  return met === 1 ? 'met' : met === 0 ? 'not met' : 'partly met';
}
