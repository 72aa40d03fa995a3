import { reciprocalRank } from '../knowledge/differential.ts';
import type { IcdAgreement } from '../knowledge/icd10.ts';
import type { AssessmentLine } from './assessment-line.ts';
import { type Metric, mean } from './metric.ts';
import { type Calibration, calibration } from './statistics/calibration.ts';

type Ranking = NonNullable<AssessmentLine['diagnosis']['ranking']>;

/**
 * A figure of the differential. Who concluded nothing had a chance to, and has `without`; lines from before differentials
 * were graded are left out.
 */
function ofRanking(value: (ranking: Ranking) => number | null, without: number | null): Metric['of'] {
  return mean(({ diagnosis }) => {
    if (diagnosis.ranking) return value(diagnosis.ranking);
    return diagnosis.ranking === null && diagnosis.said === null ? without : null;
  });
}

/** How often the codes agree at a level. A name without a code agrees with none, where the truth has one. */
function icdRate(level: keyof IcdAgreement): Metric['of'] {
  return mean(({ diagnosis, truth }) => {
    if (diagnosis.icd10) return Number(diagnosis.icd10[level]);
    return truth.condition === null ? null : 0;
  });
}

/** How far the probabilities that were stated of the first diagnosis can be believed. */
function calibrated(figure: 'brier' | 'logScoreBits' | 'expectedError' | 'riskCoverage'): Metric['of'] {
  return (lines, resampling): Calibration[typeof figure] =>
    calibration(
      lines.flatMap(({ case: cluster, diagnosis: { ranking, correct } }) =>
        ranking?.stated == null ? [] : [{ cluster, probability: ranking.stated, correct }],
      ),
      resampling,
    )[figure];
}

const within = (places: number) => ofRanking(({ rank }) => Number(rank !== null && rank <= places), 0);

/** What the diagnosis comes to beside accuracy: levels of ICD-10, the differential, stated probabilities. */
export const diagnosisMetrics: readonly Metric[] = [
  { id: 'icdChapter', title: 'ICD-10 chapter right', digits: 2, of: icdRate('chapter') },
  { id: 'icdCategory', title: 'ICD-10 category right', digits: 2, of: icdRate('category') },
  { id: 'icdCode', title: 'ICD-10 code right', digits: 2, of: icdRate('code') },
  { id: 'top3', title: 'truth among the first three', digits: 2, of: within(3) },
  { id: 'top5', title: 'truth among the first five', digits: 2, of: within(5) },
  {
    id: 'reciprocalRank',
    title: 'mean reciprocal rank of the truth',
    digits: 2,
    of: ofRanking(({ rank }) => reciprocalRank(rank), 0),
  },
  {
    id: 'differentialRecall',
    title: 'differential: recall',
    digits: 2,
    of: ofRanking(({ overlap }) => overlap?.recall ?? null, null),
  },
  {
    id: 'differentialPrecision',
    title: 'differential: precision',
    digits: 2,
    of: ofRanking(({ overlap }) => overlap?.precision ?? null, null),
  },
  {
    id: 'differentialF1',
    title: 'differential: F1',
    digits: 2,
    of: ofRanking(({ overlap }) => overlap?.f1 ?? null, null),
  },
  {
    id: 'believedF1',
    title: 'F1 of the last belief that was probed',
    digits: 2,
    of: ofRanking(({ believed }) => believed?.f1 ?? null, null),
  },
  { id: 'brier', title: 'Brier score of stated probabilities', digits: 3, of: calibrated('brier') },
  { id: 'logScore', title: 'log score of stated probabilities, bits', digits: 2, of: calibrated('logScoreBits') },
  { id: 'calibrationError', title: 'expected calibration error', digits: 3, of: calibrated('expectedError') },
  { id: 'riskCoverage', title: 'area under the risk–coverage curve', digits: 3, of: calibrated('riskCoverage') },
];
