import { expect, test } from 'vitest';
import { findingsAtStake, nearestCompetitors } from '../../src/knowledge/competitors.ts';
import { modelOf } from '../support/knowledge.ts';

const model = modelOf({
  findings: { fever: {}, rash: {}, pain: { onset: { sudden: 0.5, gradual: 0.5 } }, itch: {} },
  conditions: {
    measles: { likelihoods: { fever: 0.9, rash: 0.9 } },
    scabies: { likelihoods: { itch: 0.9 } },
    rubella: { likelihoods: { fever: 0.8, rash: 0.9 } },
    colic: { likelihoods: { pain: 0.9, 'pain.onset': { sudden: 0.9, gradual: 0.1 } } },
  },
});

// KL in bits between presences: .9 against .8 is .9 · log2(.9 / .8) + .1 · log2(.1 / .2) = .152933 − .1 = .052933;
// .9 against the background .1 is .8 · log2 9 = 2.535940.
// measles from rubella: .05; from scabies: fever, rash 2 · 2.54, itch .1 against .9 2.54; from colic: two and the pain,
// and an onset of .5 against .9: .5 · log2(.5 / .9) + .5 · log2(.5 / .1) = .736966.
test('the nearest competitor is the one against which the findings speak least', () => {
  expect(nearestCompetitors(model, 'measles', 3)).toEqual(['rubella', 'scabies', 'colic']);
  expect(nearestCompetitors(model, 'measles', 1)).toEqual(['rubella']);
});

test('a condition is no competitor of its own, however many are wanted', () => {
  expect(nearestCompetitors(model, 'colic', 10)).toHaveLength(3);
});

test('a condition outside the knowledge base has none', () => {
  expect(() => nearestCompetitors(model, 'plague', 3)).toThrow('plague is not in the knowledge base');
});

test('at stake is what the condition or a near competitor lists, each finding once, aspects with it', () => {
  expect(findingsAtStake(model, 'measles', 1)).toEqual(['fever', 'rash']);
  expect(findingsAtStake(model, 'colic', 0)).toEqual(['pain']);
  expect(findingsAtStake(model, 'measles').sort()).toEqual(['fever', 'itch', 'pain', 'rash']);
});

test('for a woman, what only men have is neither a competitor nor at stake', () => {
  const woman = modelOf({
    findings: { frequency: {}, prostate: { sex: 'male' } },
    conditions: {
      cystitis: { likelihoods: { frequency: 0.8, prostate: 0.1 } },
      prostatitis: { weight: 0, likelihoods: { frequency: 0.8 } },
      colic: { likelihoods: { prostate: 0.1 } },
    },
  });
  expect(nearestCompetitors(woman, 'cystitis', 3)).toEqual(['colic']);
  expect(findingsAtStake(woman, 'cystitis')).toEqual(['frequency']);
});

// Both have a fever of .4 or more, which puts influenza first, though the bland one, all background, is nearer by the
// divergence.
test('a condition that shares a complaint is nearer than one that is near for want of findings', () => {
  const feverish = modelOf({
    findings: { fever: {}, cough: {}, spots: {} },
    conditions: {
      measles: { likelihoods: { fever: 0.5, spots: 0.3 } },
      influenza: { likelihoods: { fever: 0.9, cough: 0.95 } },
      bland: {},
    },
  });
  expect(nearestCompetitors(feverish, 'measles', 2)).toEqual(['influenza', 'bland']);
});
