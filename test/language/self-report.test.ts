import { describe, expect, test } from 'vitest';
import { noContext } from '../../src/language/reading-context.ts';
import { isSelfReport, withoutSelfReports } from '../../src/language/self-report.ts';
import { understand } from '../../src/language/understand.ts';
import { lexicon } from '../support/shipped.ts';

const asked = (text: string) => understand(text, noContext, lexicon).mentions.map(({ finding }) => finding);

describe('a doctor that tells of its own questions', () => {
  test.each([
    'I have asked about the present symptoms, what may have brought them on, and what was tried against them.',
    'This doctor asks which medicines the patient takes.',
    'I asked about your earlier illnesses and operations.',
    'And we already covered your allergies.',
  ])('asks nothing: "%s"', (report) => {
    expect(isSelfReport(report)).toBe(true);
    expect(asked(`Do you have a fever? ${report}`)).toEqual(['fever']);
    expect(withoutSelfReports(`Do you have a fever? ${report} Good.`)).toBe('Do you have a fever? Good.');
  });

  test.each([
    'I have to ask what medicines you take.',
    'Did this doctor ask about your allergies?',
    'I asked whether you smoke, do you?',
    'I want to know which medicines you take.',
    'Your doctor gave you antibiotics.',
  ])('is none: "%s"', (words) => {
    expect(isSelfReport(words)).toBe(false);
  });
});
