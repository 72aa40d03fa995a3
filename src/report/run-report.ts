import { isScored } from '../assessor/scored.ts';
import { doctorKind, isReference } from '../doctor/doctors.ts';
import type { RunCost } from '../models/run-cost.ts';
import type { AssessmentLine } from './assessment-line.ts';
import { type CompositeReport, compositeReportOf } from './composite-report.ts';
import type { RunConditions } from './conditions.ts';
import { type JudgingReport, judgingOf } from './judging-report.ts';
import { furtherMetrics, metrics, rubricMetrics } from './metrics.ts';
import { type OverallOfRubric, overallsOf, type RepeatRates, repeatsOf } from './overall-report.ts';
import { lastHeld, type SimulatorReport, simulatorOf } from './simulator-report.ts';
import type { Interval, Resampling } from './statistics/bootstrap.ts';
import { type KnownGroupsPair, knownGroups } from './statistics/known-groups.ts';
import { type ValuingReport, valuingOf } from './valuing-report.ts';

export interface DoctorReport {
  readonly doctor: string;
  /** Under which protocol of a sweep; null where there is but one. */
  readonly protocol: string | null;
  /** Its figures had a part in hints that were drawn, and are no classifier's. */
  readonly simulatedHints: boolean;
  /** A built-in fixed point of the scale, and no contestant. */
  readonly isReference: boolean;
  readonly consultations: number;
  /** Left out of the scores: failed for no fault of the doctor's. */
  readonly unscored: number;
  readonly metrics: Readonly<Record<string, Interval>>;
}

/** One run in figures: what `run --json` prints. */
export interface RunReport {
  readonly run: string;
  readonly consultations: number;
  readonly failures: readonly { consultation: string; code: string; message: string }[];
  /** What the protocols are, where they want a word. */
  readonly conditions: RunConditions;
  /** A row for each doctor under each protocol. */
  readonly doctors: readonly DoctorReport[];
  readonly breakdowns: Readonly<Record<string, Readonly<Record<string, readonly DoctorReport[]>>>>;
  /** Under each protocol of a sweep. */
  readonly knownGroups: readonly (KnownGroupsPair & { readonly protocol: string | null })[];
  /** Of the cases whose truth it holds, those in which the knowledge base itself, told everything, believes more in another. */
  readonly knowledgeBase: { readonly cases: number; readonly wrong: readonly string[] };
  /** Null where the leading rubric defines no composite. */
  readonly composite: CompositeReport | null;
  /** Each doctor's overall score by each rubric, as HealthBench reports it. */
  readonly overall: readonly OverallOfRubric[];
  /** What doctors come to over repeats; empty where each consultation was held once. */
  readonly repeats: readonly RepeatRates[];
  /** Null in runs from before it was looked at. */
  readonly valuing: ValuingReport | null;
  /** Null where no judge was asked. */
  readonly judging: JudgingReport | null;
  /** Null where the embedded patient played. */
  readonly simulator: SimulatorReport | null;
  /** What calls of models took, by role; null where none was made. */
  readonly cost: RunCost | null;
}

/** What a report says that assessments do not. */
interface Beside {
  readonly failures?: RunReport['failures'];
  /** Of the run's benchmark. */
  readonly seed: number;
  readonly cost?: RunCost | null;
  readonly conditions?: RunConditions;
}

const plain: RunConditions = { protocols: [], pictures: { cases: 0, of: 0 } };

/** Everything a run's table and JSON say, from its assessments and what stands beside them. */
export function reportOf(
  run: string,
  lines: readonly AssessmentLine[],
  { failures = [], seed, cost = null, conditions = plain }: Beside,
): RunReport {
  const resampling: Resampling = { seed };
  // The same run gives the same figures in whatever order its consultations came to an end.
  const counting = lastHeld(lines);
  const sorted = [...counting].sort((a, b) => (a.consultation < b.consultation ? -1 : 1));
  const scored = sorted.filter(isScored);
  const rows = (own: readonly AssessmentLine[]) => doctorReports(own, conditions, resampling);
  return {
    run,
    consultations: counting.length,
    failures,
    conditions,
    doctors: rows(sorted),
    breakdowns: {
      diagnosis: Object.fromEntries([...byKey(sorted, placeOfTruth)].map(([place, own]) => [place, rows(own)])),
      temperament: Object.fromEntries(
        [...byKey(sorted, ({ persona }) => persona)].map(([persona, own]) => [persona, rows(own)]),
      ),
    },
    knownGroups: [...byKey(scored, ({ protocol }) => protocol)].flatMap(([protocol, own]) =>
      knownGroups(new Map([...byKey(own, ({ doctor }) => doctor)].map(gradedBy)), resampling).map((pair) => ({
        protocol,
        ...pair,
      })),
    ),
    knowledgeBase: knowledgeBaseOf(sorted),
    composite: compositeReportOf(sorted),
    overall: overallsOf(scored, seed),
    repeats: repeatsOf(scored, resampling),
    valuing: valuingOf(sorted),
    judging: judgingOf(sorted),
    simulator: simulatorOf(sorted, lines.length - counting.length, resampling),
    cost: cost && cost.total.calls > 0 ? cost : null,
  };
}

/** Only models are shown a classifier's predictions. */
function takesHints(doctor: string): boolean {
  return ['model', 'agent'].includes(doctorKind(doctor));
}

function gradedBy([doctor, own]: readonly [string, readonly AssessmentLine[]]) {
  const graded = own.map(({ case: caseId, persona, repeat, diagnosis }) => ({
    case: caseId,
    persona,
    repeat,
    correct: diagnosis.correct,
  }));
  return [doctor, graded] as const;
}

/** Authored cases are of conditions that the knowledge base holds; most imported ones bring a diagnosis of their own. */
function placeOfTruth({ truth }: AssessmentLine): string {
  return truth.condition === null ? 'outside the knowledge base' : 'in the knowledge base';
}

function knowledgeBaseOf(lines: readonly AssessmentLine[]): RunReport['knowledgeBase'] {
  const ranks = new Map(lines.flatMap(({ case: id, information }) => (information ? [[id, information.rank]] : [])));
  return { cases: ranks.size, wrong: [...ranks].filter(([, rank]) => rank > 1).map(([id]) => id) };
}

function doctorReports(
  lines: readonly AssessmentLine[],
  { protocols }: RunConditions,
  resampling: Resampling,
): DoctorReport[] {
  const contestants = byKey(lines, ({ doctor, protocol }) => JSON.stringify([doctor, protocol]));
  const reports = [...contestants.values()].flatMap((own): DoctorReport[] => {
    const [first] = own;
    if (!first) return [];
    const { doctor, protocol } = first;
    const scored = own.filter(isScored);
    return [
      {
        doctor,
        protocol,
        simulatedHints:
          protocols.some(({ id, hints }) => id === protocol && hints === 'simulated') && takesHints(doctor),
        isReference: isReference(doctor),
        consultations: own.length,
        unscored: own.length - scored.length,
        metrics: Object.fromEntries(
          [...metrics, ...furtherMetrics, ...rubricMetrics(own)].map(
            ({ id, of }) => [id, of(scored, resampling)] as const,
          ),
        ),
      },
    ];
  });
  return reports.sort((a, b) => (b.metrics.accuracy?.value ?? -1) - (a.metrics.accuracy?.value ?? -1));
}

function byKey<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
