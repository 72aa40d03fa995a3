import { byKnowledge } from '../assessor/questioning/figures.ts';
import type { AssessmentLine } from './assessment-line.ts';

/** Who valued the facts of the cases: how many consultations each. */
export interface ValuingReport {
  /** By the knowledge base, or by a model's spec. */
  readonly by: Readonly<Record<string, number>>;
  /** Consultations whose facts nobody valued. */
  readonly without: number;
  /** Of these, those in which a model was asked and gave no answer that could be used. */
  readonly unanswered: number;
}

/** Who valued the facts; null where that was never looked at. */
export function valuingOf(lines: readonly AssessmentLine[]): ValuingReport | null {
  const looked = lines.flatMap(({ questioning, value }) =>
    questioning ? [{ reward: questioning.reward, value }] : [],
  );
  if (looked.length === 0) return null;
  const by: Record<string, number> = {};
  for (const { reward } of looked) if (reward) by[reward.value] = (by[reward.value] ?? 0) + 1;
  return {
    by,
    without: looked.filter(({ reward }) => reward === null).length,
    unanswered: looked.filter(({ value }) => value != null && value.failure !== null).length,
  };
}

/** A word on it where a model had a part: what the knowledge base values needs none. */
export function valuingText(report: ValuingReport | null): string[] {
  if (report === null) return [];
  const models = Object.entries(report.by).filter(([value]) => value !== byKnowledge);
  return [
    ...models.map(
      ([spec, count]) =>
        `Facts were valued by ${spec} in ${count} consultations whose diagnosis is outside the knowledge base: rewards of the two do not compare.`,
    ),
    ...(report.unanswered > 0
      ? [
          `In ${report.unanswered} consultations a model was to value the facts and gave no answer: --resume asks it again.`,
        ]
      : []),
  ];
}
