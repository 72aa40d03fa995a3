import { describe, expect, test } from 'vitest';
import { bayes } from '../../src/doctor/bayes.ts';
import { checklist } from '../../src/doctor/checklist.ts';
import { hasty } from '../../src/doctor/hasty.ts';
import { random } from '../../src/doctor/random.ts';
import type { ReferenceState } from '../../src/doctor/reference.ts';
import { beliefOf } from '../../src/knowledge/belief.ts';
import type { KnowledgeModel } from '../../src/knowledge/model.ts';
import { type KnowledgeTable, modelOf, variableOf } from '../support/knowledge.ts';
import { knowledge } from '../support/shipped.ts';

/** What a reference doctor knows that heard and asked some things. */
function knowing(
  model: KnowledgeModel,
  heard: Record<string, string> = {},
  asked: readonly string[] = [],
  seed: readonly (string | number)[] = [1],
): ReferenceState {
  const evidence = new Map(
    Object.entries(heard).map(([key, value]) => {
      const variable = variableOf(model, key);
      return [variable, variable.values.indexOf(value)] as const;
    }),
  );
  return { model, evidence, belief: beliefOf(model, evidence), asked: new Set(asked), turnsLeft: 14, seed };
}

const even = (
  likelihoods: Record<string, [number, number]>,
  kinds: Record<string, 'examination' | 'test'> = {},
): KnowledgeTable => ({
  findings: Object.fromEntries(Object.keys(likelihoods).map((id) => [id, kinds[id] ? { kind: kinds[id] } : {}])),
  conditions: {
    a: { likelihoods: Object.fromEntries(Object.entries(likelihoods).map(([id, [p]]) => [id, p])) },
    b: { likelihoods: Object.fromEntries(Object.entries(likelihoods).map(([id, [, p]]) => [id, p])) },
  },
});

describe('bayes', () => {
  test('asks for what is worth most', () => {
    const model = modelOf(even({ weak: [0.5, 0.4], strong: [0.9, 0.1], middling: [0.7, 0.3] }));
    expect(bayes(knowing(model))).toBe('strong');
    expect(bayes(knowing(model, {}, ['strong']))).toBe('middling'); // what was asked is not asked again, answered or not
    expect(bayes(knowing(model, { strong: 'present' }))).toBe('middling');
  });

  test('concludes when it is sure, however much there is left to ask', () => {
    const model = modelOf(even({ telling: [0.995, 0.005], open: [0.9, 0.1] }));
    // even odds · .995/.005 is .995 : .005
    expect(bayes(knowing(model, { telling: 'present' }))).toBeNull();
  });

  test('concludes when nothing is worth 0.02 bit', () => {
    expect(bayes(knowing(modelOf(even({ dull: [0.5, 0.52] }))))).toBeNull(); // about 0.0003 bit
  });

  test('talks while that is worth 0.15 bit, then examines, then tests', () => {
    const kinds = { look: 'examination', culture: 'test' } as const;
    const talk = modelOf(even({ word: [0.75, 0.25], look: [0.9, 0.1], culture: [0.95, 0.05] }, kinds));
    expect(bayes(knowing(talk))).toBe('word'); // worth 1 − H(.25) = .19 bit, though the culture is worth .71
    const little = modelOf(even({ word: [0.6, 0.4], look: [0.75, 0.25], culture: [0.95, 0.05] }, kinds));
    expect(bayes(knowing(little))).toBe('look'); // the word is worth .03
    const least = modelOf(even({ word: [0.6, 0.4], look: [0.65, 0.35], culture: [0.95, 0.05] }, kinds));
    expect(bayes(knowing(least))).toBe('culture');
    const none = modelOf(even({ word: [0.6, 0.4], look: [0.65, 0.35], culture: [0.55, 0.45] }, kinds));
    expect(bayes(knowing(none))).toBe('look'); // nothing is worth staying for: the best of what is left
  });

  test('asks for an aspect only once its finding is there', () => {
    const onset = (p: number) => ({ pain: 0.5, 'pain.onset': { sudden: p, gradual: 1 - p } });
    const model = modelOf({
      findings: { pain: { onset: { sudden: 0.5, gradual: 0.5 } }, weak: {} },
      conditions: {
        a: { likelihoods: { ...onset(0.99), weak: 0.7 } },
        b: { likelihoods: { ...onset(0.01), weak: 0.3 } },
      },
    });
    expect(bayes(knowing(model))).toBe('weak');
    expect(bayes(knowing(model, { pain: 'present' }))).toBe('pain.onset');
    expect(bayes(knowing(model, { pain: 'absent' }))).toBe('weak');
  });
});

describe('checklist', () => {
  const model = knowledge.modelFor({ age: 40, sex: 'female' });

  /** Everything it asks, answered or not, from what is known at the start. */
  const listFrom = (known: Parameters<typeof knowing>[1] = {}, of = model) => {
    const asked: string[] = [];
    for (let key = checklist(knowing(of, known)); key !== null; key = checklist(knowing(of, known, asked)))
      asked.push(key);
    return asked;
  };

  test('asks for the complaint by the scheme, then for its system, then for the background', () => {
    const asked = listFrom({ headache: 'present' });
    expect(asked.slice(0, 5)).toEqual(
      ['onset', 'place', 'character', 'severity', 'course'].map((aspect) => `headache.${aspect}`),
    );
    expect(asked.slice(5, 8)).toEqual(['nausea', 'light-sensitivity', 'neck-stiffness']);
    expect(asked.indexOf('past-illnesses')).toBe(13);
  });

  test('is the same for everybody with a complaint, leaving out what was told or asked', () => {
    const boy = knowledge.modelFor({ age: 5, sex: 'male' });
    expect(listFrom({ headache: 'present' }, boy)).toEqual(listFrom({ headache: 'present' }));
    expect(listFrom({ headache: 'present', nausea: 'absent' })).not.toContain('nausea');
    expect(checklist(knowing(model, { headache: 'present' }, ['headache.onset']))).toBe('headache.place');
  });

  test('asks nobody about what their sex cannot have', () => {
    const man = knowledge.modelFor({ age: 40, sex: 'male' });
    expect(listFrom({ 'painful-urination': 'present' }, man)).toContain('discharge-from-penis');
    expect(listFrom({ 'painful-urination': 'present' })).not.toContain('discharge-from-penis');
  });

  test('asks for nothing twice, for findings of the vocabulary only, and concludes at the end of its list', () => {
    const asked = listFrom();
    expect(new Set(asked).size).toBe(asked.length);
    for (const key of asked) expect(knowledge.findings.has(key)).toBe(true);
    expect(asked.length).toBeGreaterThan(14);
  });
});

describe('random', () => {
  const model = modelOf(even({ a1: [0.5, 0.5], a2: [0.5, 0.5], a3: [0.5, 0.5], a4: [0.5, 0.5] }));

  test('asks for anything not told or asked yet, by its seed', () => {
    const drawn = new Set(
      Array.from({ length: 60 }, (_, seed) => random(knowing(model, { a1: 'present' }, ['a2'], [seed]))),
    );
    expect([...drawn].sort()).toEqual(['a3', 'a4']);
    expect(random(knowing(model, {}, [], [7]))).toBe(random(knowing(model, {}, [], [7])));
  });

  test('asks for no aspect of what is not known to be there', () => {
    const withOnset = modelOf({
      findings: { pain: { onset: { sudden: 0.5, gradual: 0.5 } } },
      conditions: { a: {}, b: {} },
    });
    for (let seed = 0; seed < 20; seed++) expect(random(knowing(withOnset, {}, [], [seed]))).toBe('pain');
    expect(random(knowing(withOnset, { pain: 'present' }))).toBe('pain.onset');
    expect(random(knowing(withOnset, { pain: 'absent' }))).toBeNull();
  });
});

test('hasty asks nothing', () => {
  expect(hasty(knowing(modelOf(even({ a: [0.9, 0.1] }))))).toBeNull();
});
