import type { JudgeSettings } from '../catalog/model-settings.ts';
import type { Rubric } from '../catalog/rubric.ts';
import type { ConsultationEvent } from '../events/event.ts';
import type { JudgePrompts } from './judge-prompts.ts';
import type { Criterion, Dimension } from './judged-criteria.ts';
import { quotedData, type Transcript } from './transcript.ts';

/** The true diagnosis as a judge is told it, in words. */
export interface ToldTruth {
  readonly diagnosis: string;
  /** What it calls for, a line each. */
  readonly plan: readonly string[];
}

/** One call: what it grades, and the words of it that are the same for every consultation. */
export interface JudgeCall {
  readonly step: string;
  readonly criteria: readonly Criterion[];
  readonly system: string;
}

/** The calls that grade a dimension. */
export function callsOf(
  rubric: Rubric,
  { id, title, criteria }: Dimension,
  { calls }: JudgeSettings,
  { judge, judgeCriterion, judgeDimension }: JudgePrompts,
): JudgeCall[] {
  const step = `${rubric.id}/${id}`;
  if (calls === 'dimension') {
    const task = judgeDimension.fill({ dimension: title, criteria: criteria.map(criterionLine).join('\n') });
    return [{ step, criteria, system: judge.fill({ task }) }];
  }
  return criteria.map((criterion) => {
    const task = judgeCriterion.fill({ dimension: title, criterion: criterionLine(criterion), id: criterion.id });
    return { step: `${step}/${criterion.id}`, criteria: [criterion], system: judge.fill({ task }) };
  });
}

/** Its points are kept from the judge: they say what is hoped for. */
function criterionLine({ id, text, evidence }: Criterion): string {
  return `- ${id}: ${text}${evidence === 'anyone' ? " (Anyone's words can show it.)" : ''}`;
}

/** What stands behind the criteria: the truth where it is told, and the consultation as quoted data. */
export function userWords(
  history: readonly ConsultationEvent[],
  transcript: Transcript,
  truth: ToldTruth | undefined,
  { judgeConsultation, judgeTruth, judgeNoTruth }: JudgePrompts,
): string {
  const opened = history.find((event) => event.type === 'patient.opened');
  if (opened?.type !== 'patient.opened') throw new Error('a consultation begins with patient.opened');
  return judgeConsultation.fill({
    age: String(Math.round(opened.demographics.age * 10) / 10),
    sex: opened.demographics.sex,
    setting: opened.setting,
    truth: truth
      ? judgeTruth.fill({ diagnosis: truth.diagnosis, plan: truth.plan.map((line) => `- ${line}`).join('\n') })
      : judgeNoTruth.fill({}),
    transcript: quotedData(transcript),
  });
}
