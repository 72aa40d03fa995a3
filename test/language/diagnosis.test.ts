import { describe, expect, test } from 'vitest';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { catalog } from '../support/shipped.ts';

const list = [
  { id: 'contact', names: ['contact dermatitis'], icd10: ['L25.9'] },
  { id: 'allergic-contact', names: ['allergic contact dermatitis', 'ACD'], icd10: ['L23.9', 'L23'] },
  { id: 'asthma', names: ['asthma', 'bronchial asthma'], icd10: ['J45.9'] },
  { id: 'copd', names: ['COPD', 'chronic obstructive pulmonary disease'], icd10: ['J44.9'] },
  { id: 'pneumonia', names: ['pneumonia'], icd10: ['J18.9'] },
  { id: 'migraine', names: ['migraine', 'migraine without aura'], icd10: ['G43.9'] },
];
const { read, names } = createDiagnosisReader(list, catalog.lexicon.otherDiagnoses);

describe('the diagnosis read', () => {
  test.each([
    { text: 'asthma', condition: 'asthma' },
    { text: 'I think this is Bronchial Asthma.', condition: 'asthma' },
    { text: 'Chronic obstructive pulmonary disease', condition: 'copd' },
    { text: 'copd', condition: 'copd' },
    { text: 'Migraine without aura', condition: 'migraine' },
  ])('is named by any of its names: $text', ({ text, condition }) => {
    expect(read(text)).toMatchObject({ condition, isUnranked: false, by: 'name' });
  });

  test('is the longest name: "allergic contact dermatitis" is not "contact dermatitis"', () => {
    expect(read('Allergic contact dermatitis').named).toEqual(['allergic-contact']);
    expect(read('Irritant contact dermatitis').named).toEqual(['contact']);
  });

  test.each([
    { text: 'Not asthma. This is pneumonia.', condition: 'pneumonia' },
    { text: 'Asthma is ruled out; pneumonia.', condition: 'pneumonia' },
    { text: 'Pneumonia rather than asthma', condition: 'pneumonia' },
    { text: 'Pneumonia, asthma is unlikely', condition: 'pneumonia' },
    { text: 'It is neither asthma nor pneumonia.', condition: null },
    { text: 'No asthma.', condition: null },
  ])('is none that is denied or ruled out: $text', ({ text, condition }) => {
    expect(read(text).condition).toBe(condition);
  });

  test('is the first where further ones follow in order', () => {
    expect(read('Pneumonia, less likely asthma')).toMatchObject({
      condition: 'pneumonia',
      named: ['pneumonia', 'asthma'],
      isUnranked: false,
    });
    expect(read('Pneumonia. Further possibilities are asthma or COPD.')).toMatchObject({ condition: 'pneumonia' });
  });

  test.each([
    'asthma or COPD',
    'Either asthma or COPD.',
    'asthma vs. COPD',
    'Asthma versus COPD',
    'asthma/COPD',
    'asthma, COPD or pneumonia',
    'asthma, COPD, or pneumonia',
    'J45.9 or J44.9',
  ])('is none where two or more stand side by side without a rank: %s', (text) => {
    expect(read(text)).toMatchObject({ condition: null, isUnranked: true });
  });

  test('is one where the alternatives are two names of the same', () => {
    expect(read('ACD or allergic contact dermatitis')).toMatchObject({
      condition: 'allergic-contact',
      isUnranked: false,
    });
  });

  test.each([
    { text: 'J18.9', condition: 'pneumonia' },
    { text: 'ICD-10: J18.9.', condition: 'pneumonia' },
    { text: 'L23', condition: 'allergic-contact' },
    { text: 'Not J45.9 but J18.9', condition: 'pneumonia' },
    { text: 'J18.9, J45.9 is unlikely', condition: 'pneumonia' },
  ])('is named by its ICD-10 code where no name is given: $text', ({ text, condition }) => {
    expect(read(text)).toMatchObject({ condition, by: 'icd10' });
  });

  test('goes by the name where name and code disagree', () => {
    expect(read('Asthma (J18.9)')).toMatchObject({ condition: 'asthma', by: 'name' });
  });

  test.each(['', 'a cold', 'I do not know.', 'Z99.9', 'No J18.9'])('is none of the knowledge base: "%s"', (text) => {
    expect(read(text)).toEqual({ condition: null, named: [], isUnranked: false, by: 'none' });
  });
});

describe('the shipped conditions', () => {
  const reader = createDiagnosisReader(catalog.conditions.values(), catalog.lexicon.otherDiagnoses);

  test('are each read from every one of their names', () => {
    for (const { id, names } of catalog.conditions.values())
      for (const name of names)
        expect({ name, ...reader.read(`I think this is ${name}.`) }).toMatchObject({ name, condition: id });
  });

  test('are each read from every one of their codes', () => {
    for (const { id, icd10 } of catalog.conditions.values())
      for (const code of icd10)
        expect({ code, ...reader.read(code) }).toMatchObject({ code, condition: id, by: 'icd10' });
  });
});

describe('a truth outside the knowledge base', () => {
  test.each([
    { text: 'This is Addison’s disease.', name: 'Addison disease', by: 'name' },
    { text: 'Addison', name: 'Addison disease', by: 'name' },
    { text: 'Primary adrenal insufficiency', name: 'Addison disease', by: 'name' }, // another name of the same
    { text: 'Autoimmune Addison disease, new', name: 'Addison disease', by: 'name' },
    { text: 'A disease of the adrenals', name: 'Addison disease', by: null },
    { text: 'Asthma or Addison disease', name: 'Addison disease', by: null },
    { text: 'Addison disease/asthma', name: 'Addison disease', by: null },
    { text: 'Asthma, less likely Addison disease', name: 'Addison disease', by: null },
    { text: 'Not Addison disease', name: 'Addison disease', by: null },
    { text: 'A condition that nobody has named, rather than Addison disease', name: 'Addison disease', by: null },
    { text: 'Anything', name: '', by: null },
    // of words alone: neither is in a list
    { text: 'Syndrome of the purple toe', name: 'Purple toe syndrome', by: 'name' },
    { text: 'Purple toe syndrom', name: 'Purple toe syndrome', by: 'name' },
    { text: '1. Blue finger syndrome\n2. Purple toe syndrome', name: 'Purple toe syndrome', by: null },
    { text: 'Blue finger syndrome 60 %, purple toe syndrome 30 %', name: 'Purple toe syndrome', by: null },
    { text: 'PTSX', name: 'Purple toe syndrome', by: null },
  ])('"$text" names "$name" by $by', ({ text, name, by }) => {
    expect(names(text, name)).toBe(by);
  });

  test('is named by the initials of three words or more, in capitals only', () => {
    expect(names('DIP', 'Desquamative interstitial pneumonia')).toBe('name');
    expect(names('Take a dip', 'Desquamative interstitial pneumonia')).toBeNull();
  });

  test('is named by its ICD-10 code where no name is given', () => {
    expect(names('E27.1', 'Addison disease', 'E27.1')).toBe('icd10');
    expect(names('E271', 'Addison disease', 'E27')).toBe('icd10');
    expect(names('Not E27.1', 'Addison disease', 'E27.1')).toBeNull();
    expect(names('Asthma (E27.1)', 'Addison disease', 'E27.1')).toBeNull();
    expect(names('E27.1', 'Addison disease')).toBeNull();
  });
});

describe('what stands first', () => {
  test.each([
    { text: 'Diagnosis: Q fever\nDifferential: pneumonia', condition: null, named: ['pneumonia'] },
    { text: 'Most likely Q fever, cannot exclude pneumonia', condition: null, named: ['pneumonia'] },
    { text: 'Pneumonia cannot be excluded', condition: 'pneumonia', named: ['pneumonia'] },
    { text: 'Asthma 20 %, COPD 70 %', condition: 'copd', named: ['copd', 'asthma'] },
    {
      text: '{"diagnosis": "asthma", "ruled_out": ["COPD"], "plan": "treat pneumonia"}',
      condition: 'asthma',
      named: ['asthma'],
    },
    {
      text: '[{"name": "asthma", "probability": 0.2}, {"name": "COPD", "probability": 0.7}]',
      condition: 'copd',
      named: ['copd', 'asthma'],
    },
    { text: '```json\n{"differential": ["COPD", "asthma"]}\n```', condition: 'copd', named: ['copd', 'asthma'] },
    { text: '{"diagnosis": "asthma', condition: 'asthma', named: ['asthma'] }, // cut off: no JSON, and still words
    { text: 'Pneumonia in a man with COPD, asthma and migraine', condition: 'pneumonia', named: ['pneumonia'] },
    {
      text: 'Based on the history:\nDifferential:\n1. Pneumonia\n2. Asthma',
      condition: 'pneumonia',
      named: ['pneumonia', 'asthma'],
    },
    { text: 'Torn between Q fever and pneumonia', condition: null, named: ['pneumonia'] },
    { text: 'Pain between the shoulder blades and a cough: pneumonia', condition: 'pneumonia', named: ['pneumonia'] },
    { text: 'I cannot tell asthma from COPD.', condition: null, named: [] },
  ])('of "$text"', ({ text, condition, named }) => {
    expect(read(text)).toMatchObject({ condition, named });
  });

  test('is not read from a word that only looks alike', () => {
    expect(read('Pneumonoultramicroscopicsilicovolcanoconiosis').condition).toBeNull();
    expect(read('capable of anything').condition).toBeNull();
  });

  test('of a very long text is found in bounded time', () => {
    expect(read(`${'no asthma, '.repeat(2_000)}`).condition).toBeNull();
    expect(read('('.repeat(5_000)).condition).toBeNull();
    expect(read(`${'['.repeat(2_500)}"asthma"${']'.repeat(2_500)}`).condition).toBeNull(); // nested beyond reason
  });
});
