import { wordsOf } from './words.ts';

/**
 * The parts of a history that imported cases come in, and how a doctor asks for a whole one. Most are findings of the
 * vocabulary as well; these words are for the rest.
 */
const sectionWords: readonly [string, RegExp][] = [
  ['current-complaint', /\b(current|present|this) (complaint|illness|problem)|history of (the )?present/],
  ['symptoms', /\b(any|what|other|more) (other )?symptoms\b|\bother (problems|complaints)\b/],
  ['past-illnesses', /\b(past|previous|earlier) (illness|disease|medical)|\bmedical (history|conditions|problems)\b/],
  ['past-operations', /\b(operation|surger|surgical|operated)/],
  ['current-medicines', /\b(medicine|medication|tablets|drugs you take|prescription)/],
  ['allergies', /\ballerg/],
  ['family-history', /\bfamily\b|\brun(s|ning)? in the family\b|\brelatives\b/],
  [
    'social-history',
    /\b(social history|lifestyle|habits|your (home|work|job|life)|do you (smoke|drink)|for a living|live with)/,
  ],
  [
    'review-of-systems',
    /\breview of systems\b|\b(any|other) symptoms\b|\bfrom head to toe\b|\bother (problems|complaints)\b/,
  ],
];

/** Findings of the vocabulary that ask for a section of an imported history. */
const sectionOfFinding: Readonly<Record<string, string>> = {
  'past-illnesses': 'past-illnesses',
  'past-operations': 'past-operations',
  'current-medicines': 'current-medicines',
  allergies: 'allergies',
  'family-history': 'family-history',
  occupation: 'social-history',
  'living-situation': 'social-history',
};

/** The sections of a history that a sentence asks for as a whole. */
export function sectionsOf(sentence: string): string[] {
  const plain = wordsOf(sentence)
    .map(({ text }) => text)
    .join(' ');
  return sectionWords.filter(([, words]) => words.test(plain)).map(([section]) => section);
}

export function sectionOf(finding: string): string | null {
  return sectionOfFinding[finding] ?? null;
}
