import type { CaseTruth } from '../catalog/case.ts';
import type { Condition } from '../catalog/condition.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { firstConclusion } from '../events/history.ts';
import type { Differential } from '../knowledge/differential.ts';
import { icdAgreement } from '../knowledge/icd10.ts';
import type { DiagnosisReader } from '../language/diagnosis.ts';
import type { DiagnosisScore, JudgedDiagnosis } from './assessment.ts';
import { longestDifferential, rankingScore } from './ranking-score.ts';

export interface MatchSetting {
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly reader: DiagnosisReader;
  readonly wasGivenAway: boolean;
  /** What the knowledge base believes once all facts are told; null where the truth is outside it. */
  readonly gold: Differential | null;
  /** What a judge made of it, asked where the truth is outside the knowledge base. */
  readonly judged: JudgedDiagnosis | null;
}

/**
 * The first conclusion against the truth: correct is the first-ranked diagnosis, or nothing. Where the truth is outside
 * the knowledge base a judge's word counts where there is one, and else the words of its name.
 */
export function matchDiagnosis(
  history: readonly ConsultationEvent[],
  truth: CaseTruth,
  { conditions, reader, wasGivenAway, gold, judged }: MatchSetting,
): DiagnosisScore {
  const conclusion = firstConclusion(history);
  if (conclusion === null)
    return {
      said: null,
      condition: null,
      differential: [],
      correct: false,
      by: 'none',
      isUnranked: false,
      icd10: null,
      wasGivenAway,
      judged: null,
      ranking: null,
    };
  const named = unlessList(reader.read(conclusion.diagnosis));
  const further = conclusion.differential.map((name) => reader.read(name).condition).filter((id) => id !== null);
  const differential = [...new Set([...(named.condition ? [named.condition] : []), ...further])];
  const { correct, by } =
    truth.condition === null && named.named.length <= longestDiagnosis
      ? matchedOutside(conclusion.diagnosis, truth, reader, judged, named.by)
      : { correct: named.condition !== null && named.condition === truth.condition, by: named.by };
  const code = named.condition === null ? undefined : conditions.get(named.condition)?.icd10[0];
  return {
    said: conclusion.diagnosis,
    condition: named.condition,
    differential: differential.slice(0, longestDifferential),
    correct,
    by,
    isUnranked: named.isUnranked,
    icd10: code !== undefined && truth.icd10 !== null ? icdAgreement(code, truth.icd10) : null,
    wasGivenAway,
    judged: truth.condition === null ? judged : null,
    ranking: rankingScore(history, conclusion, correct, { truth, reader, gold }),
  };
}

/** Conditions named for the diagnosis from which on it is a list and no diagnosis: twice what a differential may hold. */
const longestDiagnosis = 2 * longestDifferential;

/** Who names everything for the diagnosis has ranked nothing, whatever comes first. */
function unlessList(named: ReturnType<DiagnosisReader['read']>): ReturnType<DiagnosisReader['read']> {
  return named.named.length > longestDiagnosis ? { ...named, condition: null, isUnranked: true } : named;
}

/** A truth that the knowledge base does not have, by a judge where it could tell, and by its name or code. */
function matchedOutside(
  said: string,
  truth: CaseTruth,
  reader: DiagnosisReader,
  judged: JudgedDiagnosis | null,
  otherwise: DiagnosisScore['by'],
): Pick<DiagnosisScore, 'correct' | 'by'> {
  if (judged !== null && judged.names !== null) return { correct: judged.names, by: 'judge' };
  const by = reader.names(said, truth.name, truth.icd10);
  if (by === null) return { correct: false, by: otherwise };
  return { correct: true, by: by === 'icd10' ? 'icd10' : 'words of the truth' };
}
