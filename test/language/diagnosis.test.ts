import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDiagnosisReader, namesDiagnosis } from '../../src/language/diagnosis.ts';

const reader = createDiagnosisReader([
  { id: 'contact', names: ['contact dermatitis'], icd10: ['L25'] },
  { id: 'allergic', names: ['allergic contact dermatitis'], icd10: ['L23'] },
  { id: 'flu', names: ['influenza', 'flu'], icd10: ['J11'] },
]);

describe('a conclusion', () => {
  test.each([
    ['Allergic contact dermatitis.', 'allergic', 'name'],
    ['This is contact dermatitis.', 'contact', 'name'],
    ['Not flu; contact dermatitis.', 'contact', 'name'],
    ['Contact dermatitis or flu.', null, 'name'],
    ['L23', 'allergic', 'icd10'],
    ['Something else entirely.', null, 'none'],
    ['', null, 'none'],
  ])('%j names %s by %s', (text, condition, by) => {
    expect(reader.read(text)).toMatchObject({ condition, by });
  });

  test('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(reader.read(text).named.length).toBeLessThan(4);
      }),
    );
  });
});

test('a diagnosis that is in no knowledge base is named by all its words, unless denied', () => {
  expect(namesDiagnosis('I think this is Wilson’s disease.', 'Wilson disease')).toBe(true);
  expect(namesDiagnosis('This is not Wilson disease.', 'Wilson disease')).toBe(false);
  expect(namesDiagnosis('A disease.', 'Wilson disease')).toBe(false);
  expect(namesDiagnosis('Anything', '')).toBe(false);
});
