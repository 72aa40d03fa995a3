import type { Condition } from '../catalog/condition.ts';
import { type Aspect, backgroundOf, type Finding } from '../catalog/finding.ts';
import type { Demographics } from '../catalog/parts.ts';

/** Every probability is kept inside this range: nothing is impossible, nothing certain. */
export const minProbability = 0.005;
export const maxProbability = 0.995;

/** A condition that a patient’s age and sex all but exclude keeps this share of the prior. */
export const minPrior = 1e-5;

/** What a question can be about: a finding’s presence, or a modelled aspect of one that is present. */
export interface Variable {
  /** `fever`, or `chest-pain.character`. */
  readonly key: string;
  readonly index: number;
  readonly finding: string;
  readonly aspect: Aspect;
  readonly kind: Finding['kind'];
  /** Questions are compared with questions, examinations with examinations, tests with tests. */
  readonly means: Means;
  /** `present` and `absent`, or the aspect’s own values. */
  readonly values: readonly string[];
  /** P(value | condition): by value, then by condition in the model’s order. */
  readonly likelihoods: readonly Float64Array[];
  /** Entropy of the value given each condition, in bits. */
  readonly spread: Float64Array;
}

export const allMeans = ['question', 'examination', 'test'] as const;
export type Means = (typeof allMeans)[number];

/** The knowledge base as it stands for a patient of one age and sex. */
export interface KnowledgeModel {
  readonly conditions: readonly Condition[];
  readonly prior: Float64Array;
  readonly variables: readonly Variable[];
  readonly byKey: ReadonlyMap<string, Variable>;
  conditionIndex(id: string): number | undefined;
}

/** The knowledge base: conditions and findings, with a model for each age and sex that is asked for. */
export interface Knowledge {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly hash: string;
  modelFor(demographics: Demographics): KnowledgeModel;
}

export function createKnowledge(library: {
  findings: ReadonlyMap<string, Finding>;
  conditions: ReadonlyMap<string, Condition>;
  hash: string;
}): Knowledge {
  const models = new Map<string, KnowledgeModel>();
  return {
    findings: library.findings,
    conditions: library.conditions,
    hash: library.hash,
    modelFor: (demographics) => {
      const key = `${demographics.sex} ${demographics.age}`;
      const known = models.get(key) ?? buildModel(library, demographics);
      models.set(key, known);
      return known;
    },
  };
}

export function keyOf(finding: string, aspect: Aspect): string {
  return aspect === 'presence' ? finding : `${finding}.${aspect}`;
}

function meansOf({ kind }: Finding): Means {
  return kind === 'examination' || kind === 'test' ? kind : 'question';
}

function buildModel(
  { findings, conditions }: { findings: ReadonlyMap<string, Finding>; conditions: ReadonlyMap<string, Condition> },
  demographics: Demographics,
): KnowledgeModel {
  const list = [...conditions.values()];
  const variables: Variable[] = [];
  const add = (
    finding: Finding,
    aspect: Aspect,
    values: string[],
    probability: (c: Condition, v: string) => number,
  ) => {
    const likelihoods = values.map((value) => Float64Array.from(list, (condition) => probability(condition, value)));
    const spread = Float64Array.from(list, (_, c) =>
      likelihoods.reduce((bits, row) => bits + entropyTerm(row[c] ?? 0), 0),
    );
    variables.push({
      key: keyOf(finding.id, aspect),
      index: variables.length,
      finding: finding.id,
      aspect,
      kind: finding.kind,
      means: meansOf(finding),
      values,
      likelihoods,
      spread,
    });
  };
  for (const finding of findings.values()) {
    if (finding.purpose !== 'diagnosis') continue;
    if (finding.sex !== undefined && finding.sex !== demographics.sex) continue;
    const background = backgroundOf(finding, demographics);
    add(finding, 'presence', ['present', 'absent'], (condition, value) => {
      const stated = condition.likelihoods[finding.id];
      const p = clamp(typeof stated === 'number' ? stated : background);
      return value === 'present' ? p : 1 - p;
    });
    for (const [aspect, modelled] of Object.entries(finding.aspects ?? {}) as [Aspect, AspectModel][]) // keys are aspects
      add(finding, aspect, Object.keys(modelled.values), (condition, value) => {
        const stated = condition.likelihoods[keyOf(finding.id, aspect)];
        const row = normalised(typeof stated === 'object' ? stated : modelled.background);
        return row[value] ?? minProbability;
      });
  }
  const indexes = new Map(list.map(({ id }, index) => [id, index]));
  return {
    conditions: list,
    prior: priorOf(list, demographics),
    variables,
    byKey: new Map(variables.map((variable) => [variable.key, variable])),
    conditionIndex: (id) => indexes.get(id),
  };
}

type AspectModel = NonNullable<NonNullable<Finding['aspects']>['onset']>;

function priorOf(conditions: readonly Condition[], { age, sex }: Demographics): Float64Array {
  const weights = conditions.map(({ prior }) => {
    // Bands are written in whole years: somebody of 29.5 is still 29.
    const years = Math.floor(age);
    const band = prior.find(
      (candidate) =>
        years >= candidate.ageFrom && years <= candidate.ageTo && (candidate.sex === 'any' || candidate.sex === sex),
    );
    return band?.weight ?? 0;
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1; // nothing is known at this age: an even prior
  return scaledToOne(Float64Array.from(weights, (weight) => Math.max(weight / total, minPrior)));
}

function clamp(p: number): number {
  return Math.min(maxProbability, Math.max(minProbability, p));
}

/** A distribution with every value at least the floor, scaled to sum to 1 again. */
function normalised(row: Record<string, number>): Record<string, number> {
  const kept = Object.entries(row).map(([value, p]) => [value, clamp(p)] as const);
  const total = kept.reduce((sum, [, p]) => sum + p, 0);
  return Object.fromEntries(kept.map(([value, p]) => [value, p / total]));
}

/** Divides by the sum, in place. */
export function scaledToOne(weights: Float64Array): Float64Array {
  let total = 0;
  for (const weight of weights) total += weight;
  for (let c = 0; c < weights.length; c++) weights[c] = (weights[c] ?? 0) / total;
  return weights;
}

/** −p log2 p, in bits; 0 · log 0 counts as 0. */
export function entropyTerm(p: number): number {
  return p > 0 ? -p * Math.log2(p) : 0;
}
