import { describe, expect, test } from 'vitest';
import { worthOfCase } from '../../src/assessor/case-worth.ts';
import type { CaseFact, CaseTruth, PatientCase } from '../../src/catalog/case.ts';
import { modelOf, variableOf } from '../support/knowledge.ts';

const model = modelOf({
  findings: {
    fever: { onset: { sudden: 0.5, gradual: 0.5 } },
    cough: {},
    culture: { kind: 'test' },
    smoking: { purpose: 'safety' },
  },
  conditions: {
    flu: { weight: 3, likelihoods: { fever: 0.9, cough: 0.5, culture: 0.8 } },
    cold: { weight: 1, likelihoods: { fever: 0.3, cough: 0.8, culture: 0.2 } },
  },
});

const fact = (finding: string, value: 'present' | 'absent', more: Partial<CaseFact> = {}): CaseFact => ({
  id: finding,
  finding,
  value,
  tier: 'direct',
  ...more,
});

const caseOf = (facts: CaseFact[], more: Partial<PatientCase> = {}): PatientCase => ({
  id: 'case',
  demographics: { age: 30, sex: 'female' },
  setting: 'general practice',
  proxy: null,
  opening: 'I am ill.',
  unlisted: 'absent',
  facts,
  examinations: [],
  tests: [],
  ...more,
});

const truth = (condition: string | null): CaseTruth => ({
  case: 'case',
  title: 'Title',
  condition,
  name: 'flu',
  icd10: null,
  mustAsk: [],
  redFlags: [],
  management: [],
});

const feverAndNoCough = caseOf([fact('fever', 'present'), fact('cough', 'absent')]);

describe('the worth of a case with fever and without cough, the truth a flu', () => {
  // p(flu) is .75 at the start, .9 with fever, .375/.425 without cough, .45/.47 with both
  const v = {
    fever: Math.log2(0.9 / 0.75), // .263034
    cough: Math.log2(0.375 / 0.425 / 0.75), // .234465
    both: Math.log2(0.45 / 0.47 / 0.75), // .352301
  };

  test('is shared out over both orders of telling', () => {
    const worth = worthOfCase(model, feverAndNoCough, truth('flu'), new Map());
    expect(worth?.method).toBe('exact');
    expect(worth?.bits.fever).toBeCloseTo((v.fever + v.both - v.cough) / 2, 9); // .190435
    expect(worth?.bits.cough).toBeCloseTo((v.cough + v.both - v.fever) / 2, 9); // .161866
    expect(worth?.totalBits).toBeCloseTo(v.both, 9);
  });

  test('is that of what is left, where the opening told some of it', () => {
    const opening = new Map([[variableOf(model, 'fever'), 0]]);
    const worth = worthOfCase(model, feverAndNoCough, truth('flu'), opening);
    expect(Object.keys(worth?.bits ?? {})).toEqual(['cough']);
    expect(worth?.bits.cough).toBeCloseTo(Math.log2(0.45 / 0.47 / 0.9), 9);
  });

  test('is of the opposite sign where the truth is a cold', () => {
    const worth = worthOfCase(model, feverAndNoCough, truth('cold'), new Map());
    expect(worth?.totalBits).toBeCloseTo(Math.log2(0.02 / 0.47 / 0.25), 9);
  });

  test('is not available where the truth is outside the knowledge base', () => {
    expect(worthOfCase(model, feverAndNoCough, truth(null), new Map())).toBeNull();
    expect(worthOfCase(model, feverAndNoCough, truth('gout'), new Map())).toBeNull();
  });
});

test('priced facts take part: presences, modelled aspects and reports; not safety facts, names of one’s own, or unmodelled aspects', () => {
  const patientCase = caseOf(
    [
      fact('fever', 'present', { aspects: { onset: 'sudden', course: 'constant' } }),
      fact('smoking', 'present'),
      { id: 'garden', name: 'garden', value: 'present', tier: 'open', says: { presence: 'I have a garden.' } },
    ],
    { tests: [{ id: 'culture', finding: 'culture', name: 'Culture', value: 'present', report: 'Growth.' }] },
  );
  const worth = worthOfCase(model, patientCase, truth('flu'), new Map());
  // the onset has the same likelihoods in both conditions: it is worth nothing, and a null player may be left out
  expect(
    Object.keys(worth?.bits ?? {})
      .filter((key) => key !== 'fever.onset')
      .sort(),
  ).toEqual(['culture', 'fever']);
  expect(worth?.bits['fever.onset'] ?? 0).toBeCloseTo(0, 9);
});

test('what was drawn carries its standard errors, what was counted has none', () => {
  const counted = worthOfCase(model, feverAndNoCough, truth('flu'), new Map());
  expect(counted?.errors).toBeUndefined();
  const drawn = worthOfCase(model, feverAndNoCough, truth('flu'), new Map(), { limit: 1, orders: 64 });
  expect(drawn).toMatchObject({ method: 'sampled', totalBits: counted?.totalBits });
  expect(Object.keys(drawn?.errors ?? {}).sort()).toEqual(['cough', 'fever']);
});
