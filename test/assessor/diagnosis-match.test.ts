import { describe, expect, test } from 'vitest';
import type { JudgedDiagnosis } from '../../src/assessor/assessment.ts';
import { matchDiagnosis } from '../../src/assessor/diagnosis-match.ts';
import type { CaseTruth } from '../../src/catalog/case.ts';
import type { Condition } from '../../src/catalog/condition.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { noOthers, truthOf } from '../support/assessment.ts';
import { answered, asked, concluded, ended, historyOf, opened, readingOf } from '../support/events.ts';

const list = [
  { id: 'pneumonia', names: ['pneumonia'], icd10: ['J18.9', 'J18.1'] },
  { id: 'asthma', names: ['asthma'], icd10: ['J45.9'] },
  { id: 'heart-failure', names: ['heart failure'], icd10: ['I50.9'] },
  { id: 'embolism', names: ['pulmonary embolism'], icd10: ['I26.9'] },
  { id: 'cold', names: ['common cold'], icd10: ['J00'] },
  { id: 'reflux', names: ['reflux'], icd10: ['K21.9'] },
  { id: 'panic', names: ['panic attack'], icd10: ['F41.0'] },
];
const conditions = new Map(list.map((condition) => [condition.id, condition as unknown as Condition])); // names and codes are all that counts here
const reader = createDiagnosisReader(list, noOthers);

const pneumonia = truthOf({ condition: 'pneumonia', name: 'pneumonia', icd10: 'J18.9' });
const outside: CaseTruth = { ...pneumonia, condition: null, name: 'Addison disease', icd10: null };

function matched(history: readonly ConsultationEvent[], truth = pneumonia, judged: JudgedDiagnosis | null = null) {
  return matchDiagnosis(history, truth, { conditions, reader, wasGivenAway: false, gold: null, judged });
}

const said = (diagnosis: string, differential: string[] = []) =>
  historyOf(opened(), concluded(diagnosis, { differential }), ended());

describe('the first-ranked diagnosis', () => {
  test.each([
    { diagnosis: 'pneumonia', correct: true, by: 'name' },
    { diagnosis: 'Community-acquired pneumonia', correct: true, by: 'name' },
    { diagnosis: 'J18.1', correct: true, by: 'icd10' },
    { diagnosis: 'asthma', correct: false, by: 'name' },
    { diagnosis: 'pneumonia or asthma', correct: false, by: 'name' },
    { diagnosis: 'Not pneumonia', correct: false, by: 'none' },
    { diagnosis: 'I cannot say', correct: false, by: 'none' },
    { diagnosis: '', correct: false, by: 'none' },
  ])('"$diagnosis" is correct: $correct', ({ diagnosis, correct, by }) => {
    expect(matched(said(diagnosis))).toMatchObject({ said: diagnosis, correct, by });
  });

  test('alone decides: the truth further down the differential is not correct', () => {
    expect(matched(said('asthma', ['pneumonia']))).toMatchObject({ condition: 'asthma', correct: false });
  });

  test('is that of the first conclusion, whatever is said later', () => {
    const history = historyOf(opened(), concluded('asthma'), answered(readingOf([])), concluded('pneumonia'), ended());
    expect(matched(history)).toMatchObject({ said: 'asthma', correct: false });
  });

  test('is not read from the words spoken beside it', () => {
    const history = historyOf(opened(), concluded('asthma', { text: 'It might well be pneumonia.' }), ended());
    expect(matched(history)).toMatchObject({ condition: 'asthma', correct: false });
  });
});

describe('a differential', () => {
  const six = ['asthma', 'heart failure', 'pulmonary embolism', 'common cold', 'reflux'];

  test('is cut at five, the first diagnosis included', () => {
    expect(matched(said('panic attack', six)).differential).toEqual([
      'panic',
      'asthma',
      'heart-failure',
      'embolism',
      'cold',
    ]);
  });

  test('holds a condition once, and nothing unknown or ruled out', () => {
    expect(matched(said('asthma', ['asthma', 'a spell', 'not reflux', 'I26.9'])).differential).toEqual([
      'asthma',
      'embolism',
    ]);
  });

  test('is without a first where that was unranked', () => {
    expect(matched(said('asthma or reflux', ['pneumonia'])).differential).toEqual(['pneumonia']);
  });
});

describe('agreement by ICD-10', () => {
  test.each([
    { diagnosis: 'pneumonia', icd10: { chapter: true, category: true, code: true } },
    { diagnosis: 'asthma', icd10: { chapter: true, category: false, code: false } },
    { diagnosis: 'heart failure', icd10: { chapter: false, category: false, code: false } },
    { diagnosis: 'something else', icd10: null },
  ])('of "$diagnosis" with J18.9', ({ diagnosis, icd10 }) => {
    expect(matched(said(diagnosis)).icd10).toEqual(icd10);
  });
});

describe('a truth outside the knowledge base', () => {
  test.each([
    { diagnosis: 'Addison’s disease', correct: true, by: 'words of the truth' },
    { diagnosis: 'Not Addison disease', correct: false, by: 'none' },
    { diagnosis: 'asthma', correct: false, by: 'name' },
    { diagnosis: 'Addison disease or asthma', correct: false },
  ])('is matched by its words: "$diagnosis"', ({ diagnosis, ...expected }) => {
    expect(matched(said(diagnosis), outside)).toMatchObject(expected);
  });
});

describe('a judge of a truth outside the knowledge base', () => {
  const held = { names: true, reason: 'a crisis of Addison disease' };

  test('counts before the words', () => {
    expect(matched(said('adrenal crisis'), outside, held)).toMatchObject({ correct: true, by: 'judge', judged: held });
    const against = { names: false, reason: 'secondary, not primary' };
    expect(matched(said('Addison disease'), outside, against)).toMatchObject({ correct: false, by: 'judge' });
  });

  test('that could not tell leaves it to the words, with its reason', () => {
    const silent = { names: null, reason: 'the judge’s reply could not be read' };
    expect(matched(said('Addison disease'), outside, silent)).toMatchObject({
      correct: true,
      by: 'words of the truth',
      judged: silent,
    });
    expect(matched(said('adrenal crisis'), outside, silent)).toMatchObject({ correct: false, by: 'none' });
  });

  test('has no say where the truth is in the knowledge base', () => {
    expect(matched(said('pneumonia'), pneumonia, { names: false, reason: 'no' })).toMatchObject({
      correct: true,
      by: 'name',
      judged: null,
    });
  });
});

test('a truth outside the knowledge base is matched by its code', () => {
  expect(matched(said('E27.1'), { ...outside, icd10: 'E27.1' })).toMatchObject({ correct: true, by: 'icd10' });
});

test.each(['exhausted', 'abandoned', 'failed'] as const)(
  'a consultation that ended %s without a conclusion is wrong',
  (how) => {
    const history = historyOf(opened(), asked(), answered(readingOf(['fever'])), ended(how));
    expect(matched(history)).toEqual({
      said: null,
      condition: null,
      differential: [],
      correct: false,
      by: 'none',
      isUnranked: false,
      icd10: null,
      wasGivenAway: false,
      judged: null,
      ranking: null,
    });
  },
);
