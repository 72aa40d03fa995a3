import { CaseFile } from '../case.ts';
import { commentedYaml } from './commented.ts';

/** A case to begin with: a small one, with a fact of every tier. */
export function caseStarter(id: string): string {
  const file: CaseFile = {
    id,
    title: 'Tonsillitis in a kindergarten teacher',
    source: 'written by me',
    licence: 'MIT',
    demographics: { age: 28, sex: 'female' },
    setting: 'general practice',
    opening: 'My throat has been very sore since yesterday, and I have a fever.',
    unlisted: 'absent',
    facts: [
      {
        finding: 'sore-throat',
        value: 'present',
        aspects: { onset: 'sudden', severity: 'severe' },
        tier: 'volunteered',
        says: {
          presence: 'My throat is very sore, it feels raw.',
          onset: 'It came on quite suddenly, yesterday morning.',
          severity: 'It is bad, seven out of ten.',
          modifiers: 'Cold water helps for a moment.',
        },
      },
      {
        finding: 'fever',
        value: 'present',
        tier: 'volunteered',
        says: { presence: 'Yes, it was thirty-nine last night.', onset: 'Since yesterday evening.' },
      },
      {
        finding: 'painful-swallowing',
        value: 'present',
        tier: 'open',
        says: { presence: 'Swallowing hurts a lot, I can hardly eat.' },
      },
      {
        finding: 'swollen-neck-glands',
        value: 'present',
        tier: 'direct',
        says: { presence: 'Yes, there are tender lumps under my jaw.' },
      },
      {
        finding: 'sick-contact',
        value: 'present',
        tier: 'direct',
        says: { presence: 'Two children in my group have been ill with the same thing.' },
      },
      { finding: 'cough', value: 'absent', tier: 'direct', says: { presence: 'No, I am not coughing at all.' } },
      { finding: 'runny-nose', value: 'absent', tier: 'direct' },
      {
        finding: 'allergies',
        value: 'present',
        tier: 'direct',
        says: { presence: 'I had a rash from penicillin as a child, my mother says.' },
      },
      {
        name: 'works-with-children',
        section: 'occupation',
        value: 'present',
        tier: 'direct',
        says: { presence: 'I teach in a kindergarten.' },
      },
      {
        finding: 'concerns',
        value: 'present',
        tier: 'guarded',
        says: { presence: 'I am afraid of losing my job, I have been off sick so often this winter.' },
      },
    ],
    examinations: [
      {
        finding: 'tonsils-with-exudate',
        name: 'Inspection of the throat',
        value: 'present',
        report: 'Tonsils red and enlarged, with white exudate on both sides.',
      },
    ],
    tests: [
      {
        finding: 'strep-test-positive',
        name: 'Rapid strep test',
        value: 'present',
        report: 'Rapid streptococcal antigen test positive.',
      },
    ],
    truth: {
      condition: 'tonsillitis',
      mustAsk: ['fever', 'painful-swallowing', 'cough', 'allergies'],
      redFlags: ['neck-stiffness'],
    },
  };
  return commentedYaml(file, CaseFile, {
    head: [
      'One standardised patient. Every fact is a finding of the vocabulary, or has a name and words of its own.',
      'Ids: anamnesis list findings, anamnesis list conditions.',
    ],
    foot: [
      'Worth adding: a value for every finding that tells this diagnosis from those that could be mistaken for it.',
      'Keys that no fact here has: knownToProxy (known to somebody who speaks for the patient), atypical (rare, and meant).',
    ],
  });
}
