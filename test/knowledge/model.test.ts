import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { entropy } from '../../src/knowledge/belief.ts';
import { keyOf, maxProbability, minProbability } from '../../src/knowledge/model.ts';
import { anyModel, knowledgeOf, modelOf, variableOf } from '../support/knowledge.ts';

/** P(value) by condition, as plain numbers. */
const rowOf = (model: ReturnType<typeof modelOf>, key: string, value: string) => {
  const variable = variableOf(model, key);
  return [...(variable.likelihoods[variable.values.indexOf(value)] ?? [])];
};

describe('the prior', () => {
  const knowledge = knowledgeOf({
    findings: {},
    conditions: {
      cold: { weight: 6 },
      ectopic: {
        prior: [
          { ageFrom: 15, ageTo: 49, sex: 'female', weight: 2 },
          { ageFrom: 0, ageTo: 120, sex: 'any', weight: 0 },
        ],
      },
    },
  });
  const priorFor = (age: number, sex: 'female' | 'male') => [...knowledge.modelFor({ age, sex }).prior];

  test('is the share of the band’s weights: 6 and 2 are .75 and .25', () => {
    expect(priorFor(30, 'female')).toEqual([0.75, 0.25]);
  });

  test.each([
    { age: 49.9, sex: 'female', share: 0.25 }, // still 49
    { age: 50, sex: 'female', share: 1e-5 / (1 + 1e-5) },
    { age: 30, sex: 'male', share: 1e-5 / (1 + 1e-5) },
  ] as const)('of an ectopic pregnancy at $age, $sex, is $share: small, and never 0', ({ age, sex, share }) => {
    expect(priorFor(age, sex)[1]).toBeCloseTo(share, 15);
  });

  test('is even where age and sex exclude every condition', () => {
    const none = modelOf({ findings: {}, conditions: { a: { weight: 0 }, b: { weight: 0 } } });
    expect([...none.prior]).toEqual([0.5, 0.5]);
  });

  test('sums to 1', () => {
    fc.assert(
      fc.property(anyModel(), ({ prior }) => {
        expect(prior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('a likelihood', () => {
  const model = modelOf({
    findings: {
      fever: { background: 0.07 },
      pain: { onset: { sudden: 0.2, gradual: 0.8 } },
      worry: { purpose: 'rapport' },
    },
    conditions: {
      flu: { likelihoods: { fever: 1, 'pain.onset': { sudden: 0.6, gradual: 0.4 } } },
      cold: { likelihoods: { fever: 0 } },
      strain: {},
    },
  });

  test('is kept between .005 and .995, and is the background where the condition states none', () => {
    expect(rowOf(model, 'fever', 'present')).toEqual([maxProbability, minProbability, 0.07]);
    expect(rowOf(model, 'fever', 'absent')).toEqual([1 - maxProbability, 1 - minProbability, 1 - 0.07]);
  });

  test('of an aspect is the condition’s own distribution, or the background’s', () => {
    expect(rowOf(model, 'pain.onset', 'sudden')).toEqual([0.6, 0.2, 0.2]);
  });

  test('stands for diagnostic findings alone', () => {
    expect(model.variables.map(({ key }) => key)).toEqual(['fever', 'pain', 'pain.onset']);
  });

  test('comes with the entropy of the value under each condition', () => {
    const { spread } = variableOf(model, 'fever');
    expect(spread[2]).toBeCloseTo(entropy(Float64Array.of(0.07, 0.93)), 12);
  });

  test('of all values sums to 1 for each condition', () => {
    fc.assert(
      fc.property(anyModel(), ({ variables, conditions }) => {
        for (const { likelihoods } of variables)
          for (const c of conditions.keys())
            expect(likelihoods.reduce((sum, row) => sum + (row[c] ?? 0), 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

test('a background by age and sex is taken from the line that fits, else it is the floor', () => {
  const knowledge = knowledgeOf({
    findings: {
      cough: {
        background: [
          { ageFrom: 60, p: 0.3 },
          { ageTo: 17, sex: 'male', p: 0.2 },
        ],
      },
    },
    conditions: { a: {} },
  });
  const cough = (age: number, sex: 'female' | 'male') => rowOf(knowledge.modelFor({ age, sex }), 'cough', 'present')[0];
  expect(cough(60, 'female')).toBe(0.3);
  expect(cough(17.5, 'male')).toBe(0.2); // still 17
  expect(cough(18, 'male')).toBe(minProbability);
  expect(cough(10, 'female')).toBe(minProbability);
});

test('questions, examinations and tests are told apart by the kind of finding', () => {
  const { variables } = modelOf({
    findings: {
      symptom: { kind: 'symptom' },
      history: { kind: 'history' },
      exposure: { kind: 'exposure' },
      examination: { kind: 'examination' },
      test: { kind: 'test' },
    },
    conditions: { a: {} },
  });
  expect(variables.map(({ means }) => means)).toEqual(['question', 'question', 'question', 'examination', 'test']);
});

test('a key is the finding, or finding.aspect', () => {
  expect(keyOf('fever', 'presence')).toBe('fever');
  expect(keyOf('chest-pain', 'onset')).toBe('chest-pain.onset');
});

test('a model is built once for each age and sex', () => {
  const knowledge = knowledgeOf({ findings: {}, conditions: { a: {}, b: {} } });
  const model = knowledge.modelFor({ age: 30, sex: 'female' });
  expect(knowledge.modelFor({ age: 30, sex: 'female' })).toBe(model);
  expect(knowledge.modelFor({ age: 31, sex: 'female' })).not.toBe(model);
  expect(model.conditionIndex('b')).toBe(1);
  expect(model.conditionIndex('c')).toBeUndefined();
});
