import type { AssessmentLine } from './assessment-line.ts';
import { diagnosisMetrics } from './diagnosis-metrics.ts';
import { type Metric, mean, ratio } from './metric.ts';
import { macroF1 } from './statistics/macro-f1.ts';

/**
 * The mean of a figure that may lie in bounds: null as soon as one consultation's does. Where a wrong diagnosis is 0 for
 * certain and a right one unknown, the mean of what is known would be of the wrong ones.
 */
function meanOfValues(value: (line: AssessmentLine) => number | null | undefined): Metric['of'] {
  return (lines, resampling) =>
    mean((line) => value(line) ?? null)(lines.some((line) => value(line) === null) ? [] : lines, resampling);
}

type Composite = AssessmentLine['composites'][number];

/** What a rubric's composites come to; without a rubric, the leading one's. */
function compositeMetrics(rubric?: string): Metric[] {
  const suffix = rubric === undefined ? '' : `:${rubric}`;
  const own = ({ rubrics, composites }: AssessmentLine): Composite | undefined =>
    composites.find((composite) => composite.rubric === (rubric ?? rubrics[0]?.rubric));
  const named = (id: string, title: string, of: Metric['of']): Metric => ({
    id: `${id}${suffix}`,
    title: `${title}${rubric === undefined ? '' : ` of ${rubric}`}`,
    digits: 2,
    of,
  });
  return [
    named(
      'composite',
      'composite',
      meanOfValues((line) => own(line)?.value),
    ),
    named(
      'compositeLow',
      'composite, at least',
      mean((line) => own(line)?.low ?? null),
    ),
    named(
      'compositeHigh',
      'composite, at most',
      mean((line) => own(line)?.high ?? null),
    ),
    named(
      'compositeProcess',
      'process alone, ungated',
      meanOfValues((line) => own(line)?.process?.value),
    ),
  ];
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
  {
    id: 'mustAskCovered',
    title: 'must-ask items that came up',
    digits: 2,
    of: ratio(
      ({ questioning }) => questioning?.mustAsk.covered ?? 0,
      ({ questioning }) => questioning?.mustAsk.of ?? 0,
    ),
  },
  {
    id: 'redFlagsCovered',
    title: 'red flags that came up',
    digits: 2,
    of: ratio(
      ({ questioning }) => questioning?.redFlags.covered ?? 0,
      ({ questioning }) => questioning?.redFlags.of ?? 0,
    ),
  },
  {
    id: 'order',
    title: 'complaint before background',
    digits: 2,
    of: mean(({ questioning }) => questioning?.order ?? null),
  },
  {
    id: 'questionsPerTurn',
    title: 'things asked about in a question',
    digits: 2,
    of: mean(({ questioning }) => questioning?.perTurn ?? null),
  },
  {
    id: 'openShare',
    title: 'open questions',
    digits: 2,
    of: mean(({ questioning }) => questioning?.openShare ?? null),
  },
  {
    id: 'repetition',
    title: 'questions answered before, priced or not',
    digits: 2,
    of: mean(({ questioning }) => questioning?.repetition ?? null),
  },
  {
    id: 'regret',
    title: 'regret of a turn, bits',
    digits: 2,
    of: mean(({ questioning }) => questioning?.regret?.meanBits ?? null),
  },
  {
    id: 'totalRegret',
    title: 'regret of a consultation, bits',
    digits: 2,
    of: mean(({ questioning }) => questioning?.regret?.totalBits ?? null),
  },
  {
    id: 'prematureClosure',
    title: 'concluded early',
    digits: 2,
    of: mean(({ questioning }) => closed(questioning, ({ isPremature }) => isPremature)),
  },
  {
    id: 'overlookedMustAsk',
    title: 'concluded over a must-ask item that would have turned the belief',
    digits: 2,
    of: mean(({ questioning }) => closed(questioning, ({ overlooked }) => overlooked.length > 0)),
  },
  {
    id: 'anchoring',
    title: 'turns held against the evidence',
    digits: 1,
    of: mean(({ questioning }) => questioning?.anchoring ?? null),
  },
  {
    id: 'reward',
    title: 'reward, bits',
    digits: 2,
    of: mean(({ questioning }) => questioning?.reward?.total ?? null),
  },
  ...compositeMetrics(),
  ...diagnosisMetrics,
];

/** Each rubric's own figures where a run is scored by several, or one is not graded whole: the leaderboard has the first one's. */
export function rubricMetrics(lines: readonly AssessmentLine[]): Metric[] {
  const all = lines.flatMap(({ rubrics }) => rubrics);
  const ids = [...new Set(all.map(({ rubric }) => rubric))];
  if (ids.length < 2 && all.every(({ score }) => score !== null)) return [];
  return ids.flatMap((id) => {
    const own = ({ rubrics }: AssessmentLine) => rubrics.find(({ rubric }) => rubric === id) ?? null;
    const title = `rubric score of ${id}`;
    return [
      { id: `rubric:${id}`, title, digits: 2, of: mean((line) => own(line)?.score ?? null) },
      { id: `rubricLow:${id}`, title: `${title}, at least`, digits: 2, of: mean((line) => own(line)?.low ?? null) },
      { id: `rubricHigh:${id}`, title: `${title}, at most`, digits: 2, of: mean((line) => own(line)?.high ?? null) },
      ...(ids.length > 1 ? compositeMetrics(id) : []),
    ];
  });
}

type Questioned = AssessmentLine['questioning'];

/** 1 or 0 by a test of how a consultation was closed; null where its doctor chose no end, or nothing is known of it. */
function closed(
  questioning: Questioned,
  isSo: (closure: NonNullable<NonNullable<Questioned>['closure']>) => boolean,
): number | null {
  return questioning?.closure ? Number(isSo(questioning.closure)) : null;
}
