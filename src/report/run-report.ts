import { isReference } from '../doctor/doctors.ts';
import { type AssessmentLine, isScored } from './assessment-line.ts';
import { type JudgingReport, judgingOf } from './judging-report.ts';
import { furtherMetrics, metrics } from './metrics.ts';
import type { Interval, Resampling } from './statistics/bootstrap.ts';
import { type KnownGroupsPair, knownGroups } from './statistics/known-groups.ts';

export interface DoctorReport {
  readonly doctor: string;
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
  readonly doctors: readonly DoctorReport[];
  readonly breakdowns: Readonly<Record<string, Readonly<Record<string, readonly DoctorReport[]>>>>;
  readonly knownGroups: readonly KnownGroupsPair[];
  /** Of the cases whose truth it holds, those in which the knowledge base itself, told everything, believes more in another. */
  readonly knowledgeBase: { readonly cases: number; readonly wrong: readonly string[] };
  /** Null where no judge was asked. */
  readonly judging: JudgingReport | null;
}

/** Everything a run's table and JSON say, from its assessments alone. */
export function reportOf(
  run: string,
  lines: readonly AssessmentLine[],
  { failures = [], seed }: { failures?: RunReport['failures']; seed: number },
): RunReport {
  const resampling: Resampling = { seed };
  // The same run gives the same figures in whatever order its consultations came to an end.
  const sorted = [...lines].sort((a, b) => (a.consultation < b.consultation ? -1 : 1));
  const scored = sorted.filter(isScored);
  const graded = byKey(scored, ({ doctor }) => doctor);
  return {
    run,
    consultations: lines.length,
    failures,
    doctors: doctorReports(sorted, resampling),
    breakdowns: {
      diagnosis: Object.fromEntries(
        [...byKey(sorted, placeOfTruth)].map(([place, own]) => [place, doctorReports(own, resampling)]),
      ),
      temperament: Object.fromEntries(
        [...byKey(sorted, ({ persona }) => persona)].map(([persona, own]) => [persona, doctorReports(own, resampling)]),
      ),
    },
    knownGroups: knownGroups(
      new Map(
        [...graded].map(([doctor, own]) => [
          doctor,
          own.map(({ case: caseId, persona, repeat, diagnosis }) => ({
            case: caseId,
            persona,
            repeat,
            correct: diagnosis.correct,
          })),
        ]),
      ),
      resampling,
    ),
    knowledgeBase: knowledgeBaseOf(sorted),
    judging: judgingOf(sorted),
  };
}

/** Authored cases are of conditions that the knowledge base holds; most imported ones bring a diagnosis of their own. */
function placeOfTruth({ truth }: AssessmentLine): string {
  return truth.condition === null ? 'outside the knowledge base' : 'in the knowledge base';
}

function knowledgeBaseOf(lines: readonly AssessmentLine[]): RunReport['knowledgeBase'] {
  const ranks = new Map(lines.flatMap(({ case: id, information }) => (information ? [[id, information.rank]] : [])));
  return { cases: ranks.size, wrong: [...ranks].filter(([, rank]) => rank > 1).map(([id]) => id) };
}

function doctorReports(lines: readonly AssessmentLine[], resampling: Resampling): DoctorReport[] {
  const reports = [...byKey(lines, ({ doctor }) => doctor)].map(([doctor, own]): DoctorReport => {
    const scored = own.filter(isScored);
    return {
      doctor,
      isReference: isReference(doctor),
      consultations: own.length,
      unscored: own.length - scored.length,
      metrics: Object.fromEntries(
        [...metrics, ...furtherMetrics].map(({ id, of }) => [id, of(scored, resampling)] as const),
      ),
    };
  });
  return reports.sort((a, b) => (b.metrics.accuracy?.value ?? -1) - (a.metrics.accuracy?.value ?? -1));
}

function byKey<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? [];
    group.push(item);
    groups.set(keyOf(item), group);
  }
  return groups;
}
