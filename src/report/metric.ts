import type { AssessmentLine } from './assessment-line.ts';
import { clusteredInterval, clusteredRatio, type Interval, type Resampling } from './statistics/bootstrap.ts';

/** One figure of a doctor, over the consultations it is given. */
export interface Metric {
  readonly id: string;
  /** As a table's head says it. */
  readonly title: string;
  readonly digits: number;
  readonly of: (lines: readonly AssessmentLine[], resampling: Resampling) => Interval;
}

/** The mean of a figure that not every consultation has: a null is left out and not counted. */
export function mean(value: (line: AssessmentLine) => number | null): Metric['of'] {
  return (lines, resampling) =>
    clusteredInterval(
      lines.flatMap((line) => {
        const figure = value(line);
        return figure === null ? [] : [{ cluster: line.case, value: figure }];
      }),
      resampling,
    );
}

/** A ratio of sums over the consultations whose denominator is not 0. */
export function ratio(
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
