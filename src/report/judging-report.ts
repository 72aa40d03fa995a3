import type { AssessmentLine } from './assessment-line.ts';

/** How a run's judge fared: beside the scores, for what it could not grade widens their bounds. */
export interface JudgingReport {
  /** Consultations that a judge was asked about. */
  readonly judged: number;
  /** Of these, those with criteria that are ungraded because nobody answered. */
  readonly unanswered: number;
  /** Of these, further ones with criteria that it did not grade: it could not tell, or could not be read. */
  readonly ungraded: number;
  /** Of these, those in which the doctor's words were meant for the judge. */
  readonly addressed: number;
}

/** Null where a run had no judge. */
export function judgingOf(
  lines: readonly Pick<AssessmentLine, 'judge' | 'addressedJudge' | 'rubrics'>[],
): JudgingReport | null {
  const judged = lines.filter(({ judge }) => judge !== null);
  if (judged.length === 0) return null;
  return {
    judged: judged.length,
    unanswered: judged.filter(({ judge }) => judge !== null && judge.failures.length > 0).length,
    ungraded: judged.filter(
      ({ judge, rubrics }) => judge?.failures.length === 0 && rubrics.some(({ score }) => score === null),
    ).length,
    addressed: judged.filter(({ addressedJudge }) => (addressedJudge ?? []).length > 0).length,
  };
}

/** What a reader of the scores has to know of the judge; nothing where all went well. */
export function judgingText(judging: JudgingReport | null): string[] {
  if (judging === null) return [];
  const { judged, unanswered, ungraded, addressed } = judging;
  return [
    ...(unanswered > 0
      ? [
          `The judge gave no answer in ${unanswered} of ${judged} consultations: what it was to grade is ungraded; --resume asks it again`,
        ]
      : []),
    ...(ungraded > 0
      ? [
          `The judge left criteria ungraded in ${ungraded} of ${judged} consultations: they have bounds and no score (\`anamnesis show\` names the reasons)`,
        ]
      : []),
    ...(addressed > 0
      ? [
          `In ${addressed} of ${judged} consultations the doctor spoke to the judge; it did not see those words (\`anamnesis show\` names the turns)`,
        ]
      : []),
  ];
}
