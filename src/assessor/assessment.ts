import type { Gate } from '../catalog/composite.ts';
import type { JudgeSettings } from '../catalog/model-settings.ts';
import type { ConsultationEnd } from '../events/event.ts';
import type { Usage } from '../events/usage.ts';
import type { IcdAgreement } from '../knowledge/icd10.ts';
import type { Means } from '../knowledge/model.ts';
import type { Questioning } from './questioning/figures.ts';
import type { RankingScore } from './ranking-score.ts';
import type { SimulatorVerdict } from './simulator-verdict.ts';
import type { ValueRecord } from './value/value-record.ts';

/** Which consultation was assessed: one doctor × one case × one persona × one repeat. */
export interface ConsultationKey {
  readonly consultation: string;
  readonly doctor: string;
  readonly case: string;
  readonly persona: string;
  /** Which protocol of a sweep; null where there is but one. */
  readonly protocol: string | null;
  readonly repeat: number;
  /** How often it was held before, with a simulator that was at fault; 0 for the first time. */
  readonly rerun: number;
}

export interface DiagnosisScore {
  /** The doctor's first-ranked diagnosis in its own words; null where it gave none. */
  readonly said: string | null;
  /** The condition of the knowledge base that it names; null where it names none of them. */
  readonly condition: string | null;
  /** Conditions of the differential, cut at five with the first. */
  readonly differential: readonly string[];
  readonly correct: boolean;
  /** How the words were matched. */
  readonly by: 'name' | 'icd10' | 'words of the truth' | 'judge' | 'none';
  readonly isUnranked: boolean;
  readonly icd10: IcdAgreement | null;
  /** A report that the doctor was given named the truth. */
  readonly wasGivenAway: boolean;
  /** What a judge made of it; null where none was asked: it is for truths outside the knowledge base. */
  readonly judged: JudgedDiagnosis | null;
  /** The differential and what was stated of it; null without a conclusion. */
  readonly ranking: RankingScore | null;
}

/** Whether a judge holds that a conclusion names the truth; `names` is null where it could not be read or did not answer. */
export interface JudgedDiagnosis {
  readonly names: boolean | null;
  readonly reason: string;
}

/** What one turn was about and worth. All in bits. Null where a figure does not apply. */
export interface TurnScore {
  readonly turn: number;
  readonly means: Means;
  /** `open`: an invitation; `unpriced`: safety, management or rapport; `missed`: the reader understood nothing. */
  readonly about: 'priced' | 'unpriced' | 'open' | 'missed' | 'statement';
  /** Keys of the variables asked for. */
  readonly asked: readonly string[];
  readonly redundant: boolean;
  readonly expectedBits: number | null;
  readonly best: { readonly key: string; readonly bits: number } | null;
  readonly regretBits: number | null;
  readonly entropyDropBits: number;
  readonly surpriseBits: number;
  readonly truthGainBits: number;
  /** Shapley values of the facts first told in this turn: the reward of the turn. */
  readonly shapleyBits: number;
}

/** How the facts of the case were valued. */
interface ShapleyRecord {
  readonly method: 'exact' | 'sampled';
  /** Facts that have a value. */
  readonly facts: number;
  readonly totalBits: number;
  /** The largest standard error of a fact's value; 0 where all sets were counted. */
  readonly errorBits: number;
}

export interface InformationScore {
  readonly entropyStartBits: number;
  readonly entropyEndBits: number;
  readonly truthGainBits: number;
  readonly beliefInTruth: number;
  /** 0 to 1; null where nothing priced was asked. */
  readonly efficiency: number | null;
  readonly meanRegretBits: number | null;
  /** Share of positive Shapley value told, by means; null where a case has none. */
  readonly coverage: Readonly<Record<Means, number | null>>;
  readonly shapley: ShapleyRecord;
  /** The truth’s place among all conditions if everything were told, from 1. */
  readonly rank: number;
  readonly turns: readonly TurnScore[];
}

/** How a criterion was graded: a share of its points, or null where it could not be. */
export interface Grade {
  readonly met: number | null;
  readonly reason: string;
  readonly turn: number | null;
  /** False where the criterion says nothing of this case: its points count neither as met nor as possible. */
  readonly applies?: false;
}

/** A grade with the words it rests on. */
export interface QuotedGrade extends Grade {
  /** Words of the consultation that show it, as they were spoken; null for a rule, and where nothing is met. */
  readonly quote: string | null;
}

export interface CriterionGrade extends QuotedGrade {
  readonly id: string;
  readonly points: number;
  /** Who grades it, or would: without a rule it is a judge's. */
  readonly by: 'rule' | 'judge';
  /** What its rule says, where a judge graded it all the same. */
  readonly rule?: Pick<Grade, 'met' | 'reason'>;
}

/** A judge's call that nobody answered. What it was to grade is ungraded, and can be made up later. */
export interface JudgeFailure {
  readonly code: string;
  readonly message: string;
  readonly criteria: readonly string[];
}

/** Which judge graded, what it was told, and what it took. */
interface JudgeRecord extends Pick<JudgeSettings, 'calls' | 'grades' | 'seesTruth'> {
  readonly spec: string;
  /** Replies that it gave, those that could not be used included. */
  readonly replies: number;
  readonly usage: Usage | null;
  readonly failures: readonly JudgeFailure[];
}

/** What a judge made of a consultation: its grades by rubric and criterion. */
export interface Judgements {
  readonly judge: JudgeRecord;
  readonly grades: ReadonlyMap<string, ReadonlyMap<string, QuotedGrade>>;
  /** Of the diagnosis, where its name is all there is to match it by. */
  readonly diagnosis?: JudgedDiagnosis | null;
  readonly addressedJudge: readonly number[];
}

/** Points met / positive points possible. With ungraded criteria it lies between `low` and `high`. */
export interface RubricScore {
  readonly rubric: string;
  /** Unclipped; null while a criterion is ungraded. */
  readonly score: number | null;
  readonly low: number;
  readonly high: number;
  readonly dimensions: Readonly<
    Record<string, { readonly score: number | null; readonly low: number; readonly high: number }>
  >;
  readonly criteria: readonly CriterionGrade[];
}

/** A figure from 0 to 1. Where something behind it is unknown it has no value, and lies between `low` and `high`. */
interface BoundedFigure {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** One process metric of a composite, with its weight. */
export interface ProcessFigure extends BoundedFigure {
  readonly metric: string;
  readonly weight: number;
}

/** gate · (outcome + Σ weight · process), by what one rubric says of it. */
export interface CompositeScore extends BoundedFigure {
  readonly rubric: string;
  /** Weight of the gate itself. */
  readonly outcome: number;
  readonly gate: { readonly metric: Gate; readonly value: number | null };
  /** The process alone, ungated: Σ weight · process / Σ weight; null where only the outcome has weight. */
  readonly process: BoundedFigure | null;
  readonly figures: readonly ProcessFigure[];
}

/** The scores of one consultation: a pure function of what was recorded. */
export interface Assessment extends ConsultationKey {
  readonly v: 1;
  readonly run: string;
  readonly how: ConsultationEnd;
  readonly by: 'doctor' | 'patient' | 'infrastructure' | null;
  readonly truth: { readonly condition: string | null; readonly name: string };
  readonly turns: number;
  readonly diagnosis: DiagnosisScore;
  /** Null where the truth is outside the knowledge base: not available, and never zero. */
  readonly information: InformationScore | null;
  readonly understanding: { readonly asked: number; readonly understood: number };
  readonly redundancy: number | null;
  readonly mustAsk: { readonly asked: number; readonly of: number };
  readonly questioning: Questioning;
  readonly rubrics: readonly RubricScore[];
  /** Of the rubrics that define one. */
  readonly composites: readonly CompositeScore[];
  /** Null where the knowledge base valued the facts of the case, or nobody did. */
  readonly value: ValueRecord | null;
  /** Null where no judge was asked. */
  readonly judge: JudgeRecord | null;
  /** Turns in which the doctor's words were meant for the judge; it did not see them. Null where no judge was asked. */
  readonly addressedJudge: readonly number[] | null;
  /** What the patient's words were like as an instrument; null where the embedded patient spoke, which is audited as a whole. */
  readonly simulator: SimulatorVerdict | null;
}
