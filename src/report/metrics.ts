import type { AssessmentLine } from './assessment-line.ts';
import { clusteredInterval, clusteredRatio, type Interval, type Resampling } from './statistics/bootstrap.ts';
import { macroF1 } from './statistics/macro-f1.ts';

/** One figure of a doctor, over the consultations it is given. */
export interface Metric {
  readonly id: string;
  /** As a table's head says it. */
  readonly title: string;
  readonly digits: number;
  readonly of: (lines: readonly AssessmentLine[], resampling: Resampling) => Interval;
}

/** The mean of a figure that not every consultation has: a null is left out and not counted. */
function mean(value: (line: AssessmentLine) => number | null): Metric['of'] {
  return (lines, resampling) =>
    clusteredInterval(
      lines.flatMap((line) => {
        const figure = value(line);
        return figure === null ? [] : [{ cluster: line.case, value: figure }];
      }),
      resampling,
    );
}

function ratio(
  numerator: (line: AssessmentLine) => number,
  denominator: (line: AssessmentLine) => number,
): Metric['of'] {
  return (lines, resampling) =>
    clusteredRatio(
      lines
        .filter((line) => denominator(line) > 0)
        .map((line) => ({ cluster: line.case, numerator: numerator(line), denominator: denominator(line) })),
      resampling,
    );
}

/** The leaderboard's figures, in its order. */
export const metrics: readonly Metric[] = [
  { id: 'accuracy', title: 'accuracy', digits: 2, of: mean(({ diagnosis }) => Number(diagnosis.correct)) },
  {
    id: 'macroF1',
    title: 'macro F1',
    digits: 2,
    of: (lines, resampling) =>
      macroF1(
        lines.map((line) => ({
          case: line.case,
          truth: line.truth.condition ?? line.truth.name,
          // A right answer outside the knowledge base has the truth's name; a wrong one is a miss.
          predicted: line.diagnosis.condition ?? (line.diagnosis.correct ? line.truth.name : null),
        })),
        resampling,
      ),
  },
  {
    id: 'informationEfficiency',
    title: 'information efficiency',
    digits: 2,
    of: mean(({ information }) => information?.efficiency ?? null),
  },
  {
    id: 'shapleyCoverage',
    title: 'Shapley coverage of history',
    digits: 2,
    of: mean(({ information }) => information?.coverage.question ?? null),
  },
  {
    id: 'truthGain',
    title: 'truth gain, bits',
    digits: 2,
    of: mean(({ information }) => information?.truthGainBits ?? null),
  },
  { id: 'rubric', title: 'rubric score', digits: 2, of: mean(({ rubrics }) => rubrics[0]?.score ?? null) },
  {
    id: 'understood',
    title: 'questions understood',
    digits: 2,
    of: ratio(
      ({ understanding }) => understanding.understood,
      ({ understanding }) => understanding.asked,
    ),
  },
  { id: 'turns', title: 'turns', digits: 1, of: mean(({ turns }) => turns) },
];

/** Figures that only exports carry. */
export const furtherMetrics: readonly Metric[] = [
  {
    id: 'shapleyCoverageExaminations',
    title: 'Shapley coverage of examinations',
    digits: 2,
    of: mean(({ information }) => information?.coverage.examination ?? null),
  },
  {
    id: 'shapleyCoverageTests',
    title: 'Shapley coverage of tests',
    digits: 2,
    of: mean(({ information }) => information?.coverage.test ?? null),
  },
  { id: 'redundancy', title: 'redundant questions', digits: 2, of: mean(({ redundancy }) => redundancy) },
  {
    id: 'mustAsk',
    title: 'must-ask items asked',
    digits: 2,
    of: ratio(
      ({ mustAsk }) => mustAsk.asked,
      ({ mustAsk }) => mustAsk.of,
    ),
  },
  {
    id: 'accuracyNotGivenAway',
    title: 'accuracy where no report named the truth',
    digits: 2,
    of: mean(({ diagnosis }) => (diagnosis.wasGivenAway ? null : Number(diagnosis.correct))),
  },
  {
    id: 'accuracySimulatorClean',
    title: 'accuracy where the patient, played by a model, was not at fault',
    digits: 2,
    of: mean(({ diagnosis, simulator }) => (simulator?.verdict === 'clean' ? Number(diagnosis.correct) : null)),
  },
  { id: 'concluded', title: 'share concluded', digits: 2, of: mean(({ how }) => Number(how === 'concluded')) },
];

/** Each rubric's own figures where a run is scored by several: the leaderboard has the first one's. */
export function rubricMetrics(lines: readonly AssessmentLine[]): Metric[] {
  const ids = [...new Set(lines.flatMap(({ rubrics }) => rubrics.map(({ rubric }) => rubric)))];
  if (ids.length < 2) return [];
  return ids.map((id) => ({
    id: `rubric:${id}`,
    title: id,
    digits: 2,
    of: mean(({ rubrics }) => rubrics.find(({ rubric }) => rubric === id)?.score ?? null),
  }));
}
