import type { AssessmentLine } from './assessment-line.ts';
import type { Interval, Resampling } from './statistics/bootstrap.ts';
import { type OverallScore, overallScore } from './statistics/overall-score.ts';
import { type PassRates, passRates } from './statistics/pass-k.ts';
import { worstRates } from './statistics/worst-at-k.ts';

interface Contestant {
  readonly doctor: string;
  readonly protocol: string | null;
}

export interface OverallOfRubric extends Contestant, OverallScore {
  readonly rubric: string;
  /** Consultations without a score, for a criterion of theirs is ungraded: in none of the figures. */
  readonly unscored: number;
}

/** What a doctor comes to over `k` repeats of the same consultation. */
export interface RepeatRates extends Contestant, PassRates {
  /** The score to be expected of the worst of k by the leading rubric; null where scores are missing. */
  readonly worstRubric: Interval | null;
}

/** @param lines consultations that count */
export function overallsOf(lines: readonly AssessmentLine[], seed: number): OverallOfRubric[] {
  return contestants(lines).flatMap(({ doctor, protocol, own }) => {
    const ids = [...new Set(own.flatMap(({ rubrics }) => rubrics.map(({ rubric }) => rubric)))];
    return ids.map((rubric) => {
      const all = own.flatMap(({ rubrics }) => rubrics.filter((each) => each.rubric === rubric));
      const scores = all.flatMap(({ score }) => score ?? []);
      const overall = overallScore(scores, { seed });
      return { doctor, protocol, rubric, ...overall, unscored: all.length - scores.length };
    });
  });
}

/** @param lines consultations that count */
export function repeatsOf(lines: readonly AssessmentLine[], resampling: Resampling): RepeatRates[] {
  return contestants(lines).flatMap(({ doctor, protocol, own }) => {
    const rates = passRates(
      own.map((line) => ({ case: line.case, persona: line.persona, correct: line.diagnosis.correct })),
      resampling,
    );
    if (rates.length < 2) return [];
    const scored = own.flatMap((line) => {
      const score = line.rubrics[0]?.score;
      return score == null ? [] : [{ case: line.case, persona: line.persona, score }];
    });
    const worst = scored.length === own.length ? worstRates(scored, resampling) : [];
    return rates.map((rate, at) => ({ doctor, protocol, ...rate, worstRubric: worst[at] ?? null }));
  });
}

function contestants(lines: readonly AssessmentLine[]): (Contestant & { own: AssessmentLine[] })[] {
  const found = new Map<string, Contestant & { own: AssessmentLine[] }>();
  for (const line of lines) {
    const { doctor, protocol } = line;
    const key = JSON.stringify([doctor, protocol]);
    const contestant = found.get(key) ?? { doctor, protocol, own: [] };
    contestant.own.push(line);
    found.set(key, contestant);
  }
  return [...found.values()];
}
