import { contentHash } from '../base/hash.ts';
import type { CaseTruth, PatientCase } from '../catalog/case.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { Rubric } from '../catalog/rubric.ts';
import { type ConsultationEvent, isPatientsReply } from '../events/event.ts';
import { endOf, progressOf } from '../events/history.ts';
import type { Evidence } from '../knowledge/belief.ts';
import { type Knowledge, type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';
import { exactLimit, raisedExactLimit } from '../knowledge/shapley.ts';
import { diagnosisReaderOf } from '../language/diagnosis.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Assessment, ConsultationKey, Judgements } from './assessment.ts';
import { type CaseWorth, type WorthCache, worthOfCase } from './case-worth.ts';
import { findingsAsked } from './checks/asked.ts';
import type { CheckSetting } from './checks/check.ts';
import { compositeOf } from './composite.ts';
import { matchDiagnosis } from './diagnosis-match.ts';
import { goldDifferential } from './gold-differential.ts';
import { followInformation } from './information-score.ts';
import { questioningOf } from './questioning/questioning.ts';
import { gainsOf } from './questioning/reward.ts';
import { scoreRubric } from './rubric-score.ts';
import { type Listen, simulatorVerdict } from './simulator-verdict.ts';
import { modelGains } from './value/model-gains.ts';
import type { ValueRecord } from './value/value-record.ts';

export interface AssessorSetting {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly rubrics: readonly Rubric[];
  readonly cache: WorthCache;
  /** Counts Shapley values out up to 20 facts instead of 16; a run's benchmark says it. */
  readonly exact?: boolean | undefined;
  /** The conditions that a consultation was held under: whether its doctor could have gone on is seen by them. */
  readonly protocolOf?: ((key: ConsultationKey) => Protocol) | undefined;
  /** Listens to patients whose words a model chose; left out where none did. */
  readonly listen?: Listen | undefined;
}

/** What the assessor, and nobody else, is told of a case. */
export interface AssessedCase {
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
}

export interface Assessor {
  /**
   * The scores of one recorded consultation, whole or broken off. A pure function of its events, the case, and what a
   * judge made of it where one was asked, and of a model's worth of its facts where one was asked for that.
   */
  assess(
    key: ConsultationKey,
    history: readonly ConsultationEvent[],
    assessed: AssessedCase,
    judgements?: Judgements,
    value?: ValueRecord | null,
  ): Assessment;
}

/** The assessor: rules over the recorded events. It asks no model; a judge's grades are handed to it. */
export function createAssessor({
  knowledge,
  lexicon,
  rubrics,
  cache,
  exact = false,
  protocolOf,
  listen,
}: AssessorSetting): Assessor {
  const reader = diagnosisReaderOf(knowledge.conditions, lexicon.otherDiagnoses);
  const allPlanItems = [...knowledge.conditions.values()].flatMap(({ workup, management }) => [
    ...workup,
    ...management.do,
    ...management.avoid,
  ]);

  const limit = exact ? raisedExactLimit : exactLimit;

  const worthFor = (
    model: KnowledgeModel,
    { patientCase, truth }: AssessedCase,
    opening: Evidence,
  ): CaseWorth | null => {
    const told = [...opening].map(([{ key, values }, value]) => `${key}=${values[value]}`).sort();
    const key = contentHash([knowledge.hash, hashOf(patientCase), truth.condition, told, limit]);
    const known = cache.get(key);
    if (known) return known;
    const worth = worthOfCase(model, patientCase, truth, opening, { limit });
    if (worth) cache.set(key, worth);
    return worth;
  };

  /** The consultation in bits with what the facts of its case are worth, or null where the truth is outside the knowledge base. */
  const informed = (history: readonly ConsultationEvent[], assessed: AssessedCase) => {
    const model = knowledge.modelFor(assessed.patientCase.demographics);
    const truth = assessed.truth.condition === null ? undefined : model.conditionIndex(assessed.truth.condition);
    const worth = truth === undefined ? null : worthFor(model, assessed, openingOf(history, model));
    return worth && truth !== undefined ? { worth, followed: followInformation(history, model, truth, worth) } : null;
  };

  return {
    assess: (key, history, assessed, judgements, value = null) => {
      const { patientCase, truth } = assessed;
      const end = endOf(history);
      const condition = truth.condition === null ? null : (knowledge.conditions.get(truth.condition) ?? null);
      const setting: Omit<CheckSetting, 'graded'> = { history, truth, condition, lexicon, allPlanItems };
      const { followed = null, worth } = informed(history, assessed) ?? {};
      const scored = followed?.score ?? null;
      const asked = findingsAsked(history);
      const priced = scored?.turns.filter(({ about }) => about === 'priced') ?? [];
      const shareOf = (ids: readonly string[]) => ({ asked: ids.filter((id) => asked.has(id)).length, of: ids.length });
      const mustAsk = shareOf(truth.mustAsk);
      const diagnosis = matchDiagnosis(history, truth, {
        conditions: knowledge.conditions,
        reader,
        wasGivenAway: wasGivenAway(history, patientCase),
        gold: condition && goldDifferential(knowledge.modelFor(patientCase.demographics), patientCase),
        judged: judgements?.diagnosis ?? null,
      });
      const process = { diagnosis, truth, information: scored, mustAsk, redFlags: shareOf(truth.redFlags) };
      const scores = rubrics.map((rubric) => scoreRubric(rubric, setting, judgements?.grades.get(rubric.id)));
      return {
        v: 1,
        run: history[0]?.run ?? '',
        ...key,
        how: end?.how ?? 'failed',
        by: end?.by ?? null,
        truth: { condition: truth.condition, name: truth.name },
        turns: progressOf(history).turns,
        diagnosis,
        information: scored,
        understanding: understandingOf(history),
        redundancy: priced.length > 0 ? priced.filter(({ redundant }) => redundant).length / priced.length : null,
        mustAsk,
        questioning: questioningOf({
          ...{ history, patientCase, truth, lexicon, reader, followed, isCorrect: diagnosis.correct },
          gains:
            followed && worth
              ? gainsOf(followed, worth)
              : value?.worth
                ? modelGains(history, value.spec, value.worth)
                : null,
          protocol: protocolOf?.(key),
        }),
        rubrics: scores,
        composites: rubrics.flatMap(({ composite }, place) => {
          const score = scores[place];
          return composite && score ? [compositeOf(composite, score, process)] : [];
        }),
        value,
        judge: judgements?.judge ?? null,
        addressedJudge: judgements?.addressedJudge ?? null,
        simulator: listen ? simulatorVerdict(history, { patientCase, truth, listen }) : null,
      };
    },
  };
}

const hashes = new WeakMap<PatientCase, string>();

function hashOf(patientCase: PatientCase): string {
  const known = hashes.get(patientCase) ?? contentHash(patientCase);
  hashes.set(patientCase, known);
  return known;
}

function openingOf(history: readonly ConsultationEvent[], model: KnowledgeModel): Evidence {
  const evidence = new Map<Variable, number>();
  const opened = history[0];
  if (opened?.type !== 'patient.opened') return evidence;
  for (const { finding, aspect, value } of opened.told) {
    const variable = finding === null ? undefined : model.byKey.get(keyOf(finding, aspect));
    const place = variable?.values.indexOf(value ?? '') ?? -1;
    if (variable && place >= 0) evidence.set(variable, place);
  }
  return evidence;
}

/** Questions and requests before the conclusion, and how many the reader understood. */
function understandingOf(history: readonly ConsultationEvent[]): { asked: number; understood: number } {
  let asked = 0;
  let understood = 0;
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    const wasUnderstood =
      event.type === 'clinic.reported' ? event.understood : isPatientsReply(event) ? event.reading.understood : null;
    if (wasUnderstood === null) continue;
    asked++;
    if (wasUnderstood) understood++;
  }
  return { asked, understood };
}

function wasGivenAway(history: readonly ConsultationEvent[], { examinations, tests }: PatientCase): boolean {
  const telling = new Set([...examinations, ...tests].filter(({ namesTruth }) => namesTruth).map(({ id }) => id));
  if (telling.size === 0) return false;
  return history.some(
    (event) => event.type === 'clinic.reported' && event.told.some(({ fact }) => fact !== null && telling.has(fact)),
  );
}
