import fc from 'fast-check';
import type { Condition } from '../../src/catalog/condition.ts';
import type { Finding } from '../../src/catalog/finding.ts';
import { createKnowledge, type Knowledge, type KnowledgeModel, type Variable } from '../../src/knowledge/model.ts';

type Distribution = Record<string, number>;

/** A knowledge base as a test writes it: only what its figures depend on. */
export interface KnowledgeTable {
  /** P(present), or P(value) for `finding.aspect`; what is left out has the background. */
  conditions: Record<string, { weight?: number; prior?: Condition['prior']; likelihoods?: Condition['likelihoods'] }>;
  findings: Record<
    string,
    Partial<Pick<Finding, 'kind' | 'purpose' | 'sex' | 'background'>> & { onset?: Distribution }
  >;
}

export function knowledgeOf(table: KnowledgeTable): Knowledge {
  return createKnowledge({
    findings: new Map(Object.entries(table.findings).map(([id, row]) => [id, findingOf(id, row)])),
    conditions: new Map(Object.entries(table.conditions).map(([id, row]) => [id, conditionOf(id, row)])),
    hash: 'test',
  });
}

/** The table’s model for a woman of 30. */
export function modelOf(table: KnowledgeTable): KnowledgeModel {
  return knowledgeOf(table).modelFor({ age: 30, sex: 'female' });
}

/** The variable of a key that must be there. */
export function variableOf({ byKey }: KnowledgeModel, key: string): Variable {
  const variable = byKey.get(key);
  if (!variable) throw new Error(`${key} is not in this knowledge base`);
  return variable;
}

function findingOf(id: string, { kind, purpose, sex, background, onset }: KnowledgeTable['findings'][string]): Finding {
  return {
    id,
    kind: kind ?? 'symptom',
    purpose: purpose ?? 'diagnosis',
    ...(sex && { sex }),
    names: { lay: [id], medical: [id] },
    asks: [`Any ${id}?`, `Is there ${id}?`, `Do you have ${id}?`],
    background: background ?? 0.1,
    ...(onset && {
      aspects: {
        onset: {
          values: Object.fromEntries(Object.keys(onset).map((value) => [value, [value]])),
          background: onset,
          asks: ['When?', 'Since when?', 'How long?'],
        },
      },
    }),
  };
}

function conditionOf(
  id: string,
  { weight = 1, prior, likelihoods = {} }: KnowledgeTable['conditions'][string],
): Condition {
  return {
    id,
    names: [id],
    icd10: ['A00'],
    prior: prior ?? [{ ageFrom: 0, ageTo: 120, sex: 'any', weight }],
    likelihoods,
    urgency: 'routine',
    redFlags: [],
    workup: [],
    management: { do: [], avoid: [] },
    basis: 'estimate',
  };
}

/**
 * Any small knowledge base: findings f0, f1, …, the first of them with an onset, and conditions c0, c1, … with weights
 * and probabilities from the whole range, its ends included.
 */
export function anyModel({
  conditions = { min: 2, max: 5 },
  findings = { min: 1, max: 5 },
  probability = fc.double({ min: 0, max: 1, noNaN: true }),
}: {
  conditions?: { min: number; max: number };
  findings?: { min: number; max: number };
  probability?: fc.Arbitrary<number>;
} = {}): fc.Arbitrary<KnowledgeModel> {
  const onset = fc
    .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
    .map(([a, b]) => ({ sudden: a / (a + b + 1), gradual: b / (a + b + 1), unknown: 1 / (a + b + 1) }));
  const size = ({ min, max }: { min: number; max: number }) => fc.integer({ min, max });
  return fc
    .tuple(size(conditions), size(findings))
    .chain(([rows, columns]) =>
      fc.array(
        fc.record({
          weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
          onset,
          present: fc.array(probability, { minLength: columns, maxLength: columns }),
        }),
        { minLength: rows, maxLength: rows },
      ),
    )
    .map((rows) => {
      const ids = (rows[0]?.present ?? []).map((_, f) => `f${f}`);
      const table: KnowledgeTable = {
        findings: Object.fromEntries(
          ids.map((id, f) => [id, f === 0 ? { onset: { sudden: 0.3, gradual: 0.5, unknown: 0.2 } } : {}]),
        ),
        conditions: Object.fromEntries(
          rows.map(({ weight, onset: sudden, present }, c) => [
            `c${c}`,
            {
              weight,
              likelihoods: { 'f0.onset': sudden, ...Object.fromEntries(present.map((p, f) => [`f${f}`, p])) },
            },
          ]),
        ),
      };
      return Object.assign(modelOf(table), { [fc.toStringMethod]: () => JSON.stringify(table) }); // how a failure is shown
    });
}

/** Knowledge bases without coincidences: no two probabilities are equal but by rare chance. */
export function typicalModel(size: Omit<Parameters<typeof anyModel>[0] & object, 'probability'>) {
  return fc.noBias(anyModel({ ...size, probability: fc.integer({ min: 1, max: 9999 }).map((p) => p / 10_000) }));
}

/** A value for some of a model’s variables, by whole numbers that a test draws. */
export function evidenceFrom({ variables }: KnowledgeModel, draws: readonly number[]): [Variable, number][] {
  return variables.flatMap((variable, i) => {
    const place = (draws[i % draws.length] ?? 0) % (variable.values.length + 1);
    return place < variable.values.length ? [[variable, place] as [Variable, number]] : []; // one place more: not told
  });
}

export const anyDraws = fc.array(fc.nat(59), { minLength: 8, maxLength: 8 });
