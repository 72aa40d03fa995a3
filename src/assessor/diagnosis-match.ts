import type { CaseTruth } from '../catalog/case.ts';
import type { Condition } from '../catalog/condition.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { firstConclusion } from '../events/history.ts';
import { icdAgreement } from '../knowledge/icd10.ts';
import { type DiagnosisReader, namesDiagnosis } from '../language/diagnosis.ts';
import type { DiagnosisScore } from './assessment.ts';

/** Diagnoses of a differential that count, the first one included. */
const longestDifferential = 5;

/**
 * The first conclusion against the truth: correct is the first-ranked diagnosis, or nothing. Where the truth is outside
 * the knowledge base it is matched by the words of its name.
 */
export function matchDiagnosis(
  history: readonly ConsultationEvent[],
  truth: CaseTruth,
  conditions: ReadonlyMap<string, Condition>,
  reader: DiagnosisReader,
  wasGivenAway: boolean,
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
    };
  const named = unlessList(reader.read(conclusion.diagnosis));
  const further = conclusion.differential.map((name) => reader.read(name).condition).filter((id) => id !== null);
  const differential = [...new Set([...(named.condition ? [named.condition] : []), ...further])];
  const byWords = truth.condition === null && !named.isUnranked && namesDiagnosis(conclusion.diagnosis, truth.name);
  const code = named.condition === null ? undefined : conditions.get(named.condition)?.icd10[0];
  return {
    said: conclusion.diagnosis,
    condition: named.condition,
    differential: differential.slice(0, longestDifferential),
    correct: truth.condition === null ? byWords : named.condition === truth.condition,
    by: byWords ? 'words of the truth' : named.by,
    isUnranked: named.isUnranked,
    icd10: code !== undefined && truth.icd10 !== null ? icdAgreement(code, truth.icd10) : null,
    wasGivenAway,
  };
}

/** Conditions named for the diagnosis from which on it is a list and no diagnosis: twice what a differential may hold. */
const longestDiagnosis = 2 * longestDifferential;

/** Who names everything for the diagnosis has ranked nothing, whatever comes first. */
function unlessList(named: ReturnType<DiagnosisReader['read']>): ReturnType<DiagnosisReader['read']> {
  return named.named.length > longestDiagnosis ? { ...named, condition: null, isUnranked: true } : named;
}
