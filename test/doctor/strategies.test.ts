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

  test('goes through the same list for everybody, leaving out what was told or asked', () => {
    const first = checklist(knowing(model));
    expect(first).toBe('fever');
    expect(checklist(knowing(knowledge.modelFor({ age: 5, sex: 'male' })))).toBe(first);
    expect(checklist(knowing(model, { fever: 'present' }))).toBe('chest-pain');
    expect(checklist(knowing(model, {}, ['fever', 'chest-pain']))).toBe('breathlessness');
  });

  test('asks for nothing twice, for findings of the vocabulary only, and concludes at the end of its list', () => {
    const asked: string[] = [];
    for (let key = checklist(knowing(model)); key !== null; key = checklist(knowing(model, {}, asked))) asked.push(key);
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
