import type { CaseTruth } from '../catalog/case.ts';
import type { Conclusion } from '../events/act.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { type Differential, differentialOverlap, type Overlap, rankOf } from '../knowledge/differential.ts';
import type { DiagnosisReader } from '../language/diagnosis.ts';

/** What a doctor's differential was worth, the first diagnosis included. */
export interface RankingScore {
  /** The truth's place in it, from 1; null where it is not among the five that count. */
  readonly rank: number | null;
  /** Against what the knowledge base believes once all facts are told; null where the truth is outside it. */
  readonly overlap: Overlap | null;
  /** The same of what the doctor last told a probe that it believes; null where none was made. */
  readonly believed: Overlap | null;
  /** How probable the doctor said its first diagnosis was, 0 to 1; null where it did not say. */
  readonly stated: number | null;
}

/** Diagnoses of a differential that count, the first one included. */
export const longestDifferential = 5;

export interface RankedSetting {
  readonly truth: CaseTruth;
  readonly reader: DiagnosisReader;
  /** Null where the truth is outside the knowledge base. */
  readonly gold: Differential | null;
}

/** Ranks and overlap of the first conclusion; `isCorrect` says whether its first diagnosis is the truth. */
export function rankingScore(
  history: readonly ConsultationEvent[],
  conclusion: Conclusion,
  isCorrect: boolean,
  { truth, reader, gold }: RankedSetting,
): RankingScore {
  const said = [conclusion.diagnosis, ...conclusion.differential].slice(0, longestDifferential);
  const named = said.map((text) => reader.read(text).condition);
  const place = isCorrect
    ? 1
    : truth.condition === null
      ? placeOf(said.map((text) => reader.names(text, truth.name, truth.icd10) !== null))
      : rankOf(
          named.map((condition) => condition ?? ''),
          truth.condition,
        );
  const probabilities = conclusion.probabilities ?? [];
  const differential = differentialOf(
    named.map((condition, i) => ({ condition, probability: probabilities[i] ?? null })),
  );
  const believed = gold === null ? null : lastBelief(history, reader);
  return {
    rank: place,
    overlap: gold && differentialOverlap(differential, gold),
    believed: gold && believed && differentialOverlap(believed, gold),
    stated: probabilities[0] ?? null,
  };
}

function placeOf(names: readonly boolean[]): number | null {
  const place = names.indexOf(true);
  return place < 0 ? null : place + 1;
}

interface Said {
  readonly condition: string | null;
  readonly probability: number | null;
}

/**
 * A differential with its probabilities. What was named without one counts as named; a diagnosis outside the knowledge
 * base counts as one that is not right.
 */
function differentialOf(said: readonly Said[]): Differential {
  const differential = new Map<string, number>();
  for (const [i, { condition, probability }] of said.entries()) {
    const key = condition ?? `not known ${i + 1}`;
    if (!differential.has(key)) differential.set(key, probability ?? 1);
  }
  return differential;
}

/** What the doctor last said that it believes, before it concluded. */
function lastBelief(history: readonly ConsultationEvent[], reader: DiagnosisReader): Differential | null {
  const end = history.findIndex(({ type }) => type === 'doctor.concluded');
  const probe = history.slice(0, end < 0 ? history.length : end).findLast(({ type }) => type === 'belief.probed');
  if (probe?.type !== 'belief.probed') return null;
  return differentialOf(
    probe.differential
      .slice(0, longestDifferential)
      .map(({ diagnosis, probability }) => ({ condition: reader.read(diagnosis).condition, probability })),
  );
}
