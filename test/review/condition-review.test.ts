import { expect, test } from 'vitest';
import { flagsThatCannotBeAsked, inseparablePairs } from '../../src/review/condition-review.ts';
import { knowledgeOf } from '../support/knowledge.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

test('two conditions are inseparable where no finding is three times likelier in one', () => {
  const alike = knowledgeOf({
    findings: { fever: {}, cough: {} },
    conditions: {
      flu: { likelihoods: { fever: 0.6, cough: 0.5 } },
      cold: { likelihoods: { fever: 0.3, cough: 0.5 } },
      measles: { likelihoods: { fever: 0.9, cough: 0.1 } },
    },
  });
  expect(inseparablePairs(alike)).toEqual([
    { kind: 'inseparable', about: 'flu', message: 'no finding tells it from cold by a likelihood ratio of 3' },
  ]);
});

test('the absence of a finding tells two apart as well', () => {
  const byAbsence = knowledgeOf({
    findings: { fever: {} },
    conditions: { flu: { likelihoods: { fever: 0.95 } }, cold: { likelihoods: { fever: 0.8 } } },
  });
  expect(inseparablePairs(byAbsence)).toEqual([]);
});

test('no two conditions of the shipped library are inseparable', () => {
  expect(inseparablePairs(knowledge)).toEqual([]);
});

test('a red flag that no wording asks for is named with whoever has it', () => {
  const [id = '', condition] = [...catalog.conditions][0] ?? [];
  if (!condition) throw new Error('the library has conditions');
  const odd = {
    ...catalog,
    conditions: new Map([[id, { ...condition, redFlags: ['fever', 'zebra-stripes'] }]]),
    cases: new Map(),
  };
  expect(flagsThatCannotBeAsked(odd, lexicon)).toEqual([
    { kind: 'cannot-be-asked', about: id, message: 'the red flag zebra-stripes cannot be asked' },
  ]);
});
