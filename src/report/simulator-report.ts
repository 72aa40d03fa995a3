import { type AssessmentLine, isScored } from './assessment-line.ts';
import { clusteredInterval, clusteredRatio, type Interval, type Resampling } from './statistics/bootstrap.ts';

/** How the model fared that played a run's patients: an instrument that is at fault measures something else. */
export interface SimulatorReport {
  /** Consultations whose patient a model played and a listener judged. */
  readonly judged: number;
  readonly helped: number;
  readonly hindered: number;
  /** Share of the judged ones in which the patient helped or hindered the doctor. */
  readonly faulty: Interval;
  /** Consultations that were held again, and count no more. */
  readonly heldAgain: number;
  /** Attempts at replies that the model made, and replies for which the embedded wording stood in. */
  readonly attempts: number;
  readonly fallbacks: number;
  /** Share of the doctor's turns that the model read otherwise than the embedded reader; null where it read none. */
  readonly disagreement: Interval | null;
}

/**
 * Null where the embedded patient played.
 *
 * @param lines what counts
 * @param heldAgain how many more were superseded
 */
export function simulatorOf(
  lines: readonly AssessmentLine[],
  heldAgain: number,
  resampling: Resampling,
): SimulatorReport | null {
  const judged = lines.flatMap(({ case: cluster, simulator, ...line }) =>
    simulator && isScored(line) ? [{ cluster, simulator }] : [],
  );
  if (judged.length === 0) return null;
  const count = (verdict: string) => judged.filter(({ simulator }) => simulator.verdict === verdict).length;
  const sum = (of: (simulator: (typeof judged)[number]['simulator']) => number) =>
    judged.reduce((total, { simulator }) => total + of(simulator), 0);
  const read = judged.filter(({ simulator }) => simulator.disagreement.turns > 0);
  return {
    judged: judged.length,
    helped: count('helped the doctor'),
    hindered: count('hindered the doctor'),
    faulty: clusteredInterval(
      judged.map(({ cluster, simulator }) => ({ cluster, value: Number(simulator.verdict !== 'clean') })),
      resampling,
    ),
    heldAgain,
    attempts: sum(({ attempts }) => attempts),
    fallbacks: sum(({ fallbacks }) => fallbacks),
    disagreement:
      read.length === 0
        ? null
        : clusteredRatio(
            read.map(({ cluster, simulator: { disagreement } }) => ({
              cluster,
              numerator: disagreement.different,
              denominator: disagreement.turns,
            })),
            resampling,
          ),
  };
}

/** What of each consultation counts: the last time it was held. */
export function lastHeld(lines: readonly AssessmentLine[]): AssessmentLine[] {
  const last = new Map<string, AssessmentLine>();
  for (const line of lines) {
    const { doctor, case: caseId, persona, protocol, repeat } = line;
    const key = JSON.stringify([doctor, caseId, persona, protocol, repeat]);
    const other = last.get(key);
    if (other === undefined || other.rerun <= line.rerun) last.set(key, line);
  }
  return [...last.values()];
}

/** What a reader of the scores has to know of the patients. */
export function simulatorText(simulator: SimulatorReport | null): string[] {
  if (simulator === null) return [];
  const { judged, helped, hindered, faulty, heldAgain, attempts, fallbacks, disagreement } = simulator;
  return [
    '',
    'Patients played by a model',
    '',
    `  at fault in ${helped + hindered} of ${judged} consultations (${percent(faulty)}): ${helped} helped the doctor, ${hindered} hindered it`,
    ...(heldAgain > 0 ? [`  held again for that: ${heldAgain}; only the last time of each counts`] : []),
    '  the listener blames some sound replies, too: docs/patient-model.md says how many',
    `  ${attempts} attempts at replies; ${fallbacks} replies in the embedded wording, because none passed the checks`,
    ...(disagreement === null
      ? []
      : [`  read otherwise than by the embedded reader: ${percent(disagreement)} of the doctor’s turns`]),
  ];
}

function percent({ value, low, high }: Interval): string {
  const of = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(0));
  return low === null ? `${of(value)} %` : `${of(value)} %, ${of(low)} to ${of(high)}`;
}
