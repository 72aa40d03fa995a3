import type { Condition } from '../catalog/condition.ts';
import type { Rubric } from '../catalog/rubric.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { firstConclusion } from '../events/history.ts';
import { sumOfUsage } from '../events/usage.ts';
import type { AssessedCase } from './assess.ts';
import type { Judgements } from './assessment.ts';
import { isWorthGrading, type Judge } from './judge.ts';
import type { ToldTruth } from './judge-words.ts';

/** Asks a judge about a consultation, before it is assessed. Rejects as `Judge.grade` does. */
export type Judging = (
  consultation: string,
  history: readonly ConsultationEvent[],
  assessed: AssessedCase,
  signal: AbortSignal,
) => Promise<Judgements>;

export interface JudgingSetting {
  readonly judge: Judge;
  readonly rubrics: readonly Rubric[];
  /** Of the knowledge base: what the true one calls for is told to a judge that sees the truth. */
  readonly conditions: ReadonlyMap<string, Condition>;
}

/** Has a judge grade consultations by all rubrics of a run, and say whether they end with a diagnosis that no list has. */
export function createJudging({ judge, rubrics, conditions }: JudgingSetting): Judging {
  const { calls, grades, seesTruth } = judge.settings;
  return async (consultation, history, { truth }, signal) => {
    const condition = truth.condition === null ? undefined : conditions.get(truth.condition);
    const shown = seesTruth ? { history, truth: toldTruth(truth, condition) } : { history };
    let record: Judgements = {
      judge: { spec: judge.spec, calls, grades, seesTruth, replies: 0, usage: null, failures: [] },
      grades: new Map(),
      addressedJudge: [],
      diagnosis: null,
    };
    const conclusion = firstConclusion(history);
    // What is in the knowledge base is matched by rule.
    if (truth.condition === null && conclusion !== null && isWorthGrading(history)) {
      const turn = history.at(-1)?.turn ?? 0;
      const question = { consultation, turn, said: conclusion.diagnosis, diagnosis: truth.name };
      const { judged, replies, usage, failure } = await judge.names(question, signal);
      record = {
        ...record,
        judge: { ...record.judge, replies, usage, failures: failure === null ? [] : [failure] },
        diagnosis: judged,
      };
    }
    for (const rubric of rubrics) {
      const made = await judge.grade(rubric, consultation, shown, signal);
      record = {
        ...record,
        judge: {
          ...record.judge,
          replies: record.judge.replies + made.replies,
          usage: sumOfUsage(record.judge.usage, made.usage),
          failures: [...record.judge.failures, ...made.failures],
        },
        grades: new Map([...record.grades, [rubric.id, made.grades]]),
        addressedJudge: made.addressedJudge, // of the consultation, whatever the rubric
      };
    }
    return record;
  };
}

/** The truth in words: the diagnosis, what the knowledge base has on it, and the notes of the case's author. */
function toldTruth(truth: AssessedCase['truth'], condition: Condition | undefined): ToldTruth {
  const named = (items: readonly { terms: readonly string[]; essential?: boolean }[]) =>
    items.map(({ terms: [name = ''], essential }) => `${name}${essential ? ' (essential)' : ''}`).join('; ');
  const parts = [
    ['Examinations and tests it calls for', named(condition?.workup ?? [])],
    ['Treatment it calls for', named(condition?.management.do ?? [])],
    ['To be avoided', named(condition?.management.avoid ?? [])],
    ['Notes on this case', truth.management.join('; ')],
  ] as const;
  const plan = parts.filter(([, items]) => items !== '').map(([name, items]) => `${name}: ${items}.`);
  return { diagnosis: truth.name, plan: plan.length > 0 ? plan : ['Nothing further is known of what it calls for.'] };
}
