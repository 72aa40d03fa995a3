import { describe, expect, test } from 'vitest';
import type { CaseTruth, PatientCase } from '../../src/catalog/case.ts';
import type { AnswerReader } from '../../src/language/answer.ts';
import { difficultyOf, reviewCase } from '../../src/review/case-review.ts';
import { modelOf } from '../support/knowledge.ts';
import { caseOf } from '../support/patient.ts';

const model = modelOf({
  findings: { fever: { background: 0.1 }, cough: { background: 0.1 }, rash: { background: 0.01 } },
  conditions: {
    flu: { weight: 1, likelihoods: { fever: 0.8, cough: 0.6 } },
    cold: { weight: 3, likelihoods: { fever: 0.2, cough: 0.9 } },
  },
});

const truth: CaseTruth = {
  case: 'case',
  title: 'Title',
  condition: 'flu',
  name: 'flu',
  icd10: null,
  mustAsk: [],
  redFlags: [],
  management: [],
};

/** Hears what a test says it hears. */
const hearing = (...heard: string[]): AnswerReader => ({
  answer: () => null,
  report: () => null,
  narrative: () => heard.map((finding) => ({ finding, aspect: 'presence', value: 'present' })),
});

const feverish = (more: Partial<PatientCase> = {}) =>
  caseOf([{ finding: 'fever', tier: 'volunteered' }, { finding: 'cough' }], more);

describe('the figures of a case', () => {
  test('are the belief, its rank and the rival once all is told, and the bits the opening leaves', () => {
    const { figures } = reviewCase({ patientCase: feverish(), truth }, model, hearing('fever'));
    // flu .25 · .8 · .6 = .12, cold .75 · .2 · .9 = .135; after fever alone .2 and .15
    expect(figures?.belief).toBeCloseTo(0.12 / 0.255, 9);
    expect(figures).toMatchObject({ rank: 2, bestAlternative: { condition: 'cold' }, difficulty: 'hard' });
    expect(figures?.bitsNeeded).toBeCloseTo(-Math.log2(0.2 / 0.35), 9);
  });

  test('are none where the diagnosis is outside the knowledge base', () => {
    const imported = { patientCase: feverish(), truth: { ...truth, condition: null } };
    expect(reviewCase(imported, model, hearing('fever'))).toMatchObject({ figures: null, remarks: [] });
  });
});

describe('a reviewer is told', () => {
  const kinds = (patientCase: PatientCase, reader = hearing('fever')) =>
    reviewCase({ patientCase, truth }, model, reader).remarks.map(({ kind }) => kind);

  test('nothing of a case that has nothing to look at', () => {
    expect(kinds(feverish())).toEqual([]);
  });

  test('of a fact that is rare in the truth, unless the case says that it is meant', () => {
    const withRash = (atypical: boolean) =>
      caseOf([{ finding: 'fever', tier: 'volunteered' }, { finding: 'cough' }, { finding: 'rash', atypical }]);
    expect(kinds(withRash(false))).toEqual(['unlikely']);
    expect(kinds(withRash(true))).toEqual([]);
  });

  test('of what an authored case leaves out, though somebody who speaks for the patient need not know it', () => {
    const silent = [{ finding: 'fever', tier: 'volunteered' as const }];
    expect(kinds(caseOf(silent))).toEqual(['left-out']);
    expect(kinds(caseOf(silent, { unlisted: 'unknown' }))).toEqual([]);
    const cough = { id: 'cough', finding: 'cough', value: 'present' as const, tier: 'direct' as const };
    const proxy = { relation: 'mother', patient: 'Leo', pronoun: 'he' as const, doesNotKnow: [cough] };
    expect(kinds(caseOf(silent, { proxy }))).toEqual([]);
  });

  test('of an opening in which nothing volunteered is heard', () => {
    expect(kinds(feverish(), hearing('rash'))).toEqual(['opening-not-heard']);
  });

  test('of a patient who speaks like a book', () => {
    const opening =
      'Considerable retrosternal discomfort accompanied by exertional dyspnoea and diaphoresis manifested itself spontaneously.';
    expect(kinds(feverish({ opening }))).toEqual(['not-plain']);
  });
});

test.each([
  { what: 'another condition fits better in the end', rank: 2, bitsNeeded: 1, alternative: 0.6, is: 'hard' },
  { what: 'another fits nearly as well', rank: 1, bitsNeeded: 1, alternative: 0.25, is: 'hard' },
  { what: 'the opening leads away', rank: 1, bitsNeeded: 6.1, alternative: 0, is: 'hard' },
  { what: 'there is some way to go', rank: 1, bitsNeeded: 4, alternative: 0, is: 'moderate' },
  { what: 'a rival stays', rank: 1, bitsNeeded: 1, alternative: 0.1, is: 'moderate' },
  { what: 'it is near from the start and alone at the end', rank: 1, bitsNeeded: 3, alternative: 0.04, is: 'easy' },
])('a case is $is where $what', ({ is, ...figures }) => {
  expect(difficultyOf(figures)).toBe(is);
});
