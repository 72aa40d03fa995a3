import { describe, expect, test } from 'vitest';
import { isDenied, isNegated } from '../../src/language/negation.ts';
import { wordsOf } from '../../src/language/words.ts';

/** The words of a text and the place of one of them. */
function placed(text: string, word: string): [ReturnType<typeof wordsOf>, number] {
  const words = wordsOf(text);
  const place = words.findIndex((candidate) => candidate.text === word);
  if (place < 0) throw new Error(`"${word}" does not stand in "${text}"`);
  return [words, place];
}

describe('a diagnosis or a step of a plan', () => {
  test.each([
    'This is not pneumonia.',
    'No sign of pneumonia.',
    'It isn’t pneumonia.',
    'The X-ray rules out pneumonia.',
    'Pneumonia has been ruled out.',
    'Pneumonia is unlikely.',
    'I would like to exclude pneumonia.',
    'Bronchitis rather than pneumonia.',
    'Neither asthma nor pneumonia.',
  ])('is denied: %s', (text) => {
    const [words, place] = placed(text, 'pneumonia');
    expect(isDenied(words, place, place)).toBe(true);
  });

  test.each([
    'This is pneumonia.',
    'Not bronchitis, but pneumonia.',
    'I rule out asthma. This is pneumonia.',
    'You do not have asthma; it is pneumonia.',
    'Pneumonia. Asthma is unlikely.',
    'Pneumonia, with no sign of an abscess.',
  ])('is not denied: %s', (text) => {
    const [words, place] = placed(text, 'pneumonia');
    expect(isDenied(words, place, place)).toBe(false);
  });
});

describe('what somebody tells', () => {
  test.each([
    { text: 'No fever.', word: 'fever' },
    { text: 'I have never had a fever.', word: 'fever' },
    { text: 'No fever, no chills or cough.', word: 'cough' },
    { text: 'No fever and chills.', word: 'chills' },
    { text: "I don't have a fever.", word: 'fever' },
  ])('is negated: $word in "$text"', ({ text, word }) => {
    expect(isNegated(...placed(text, word))).toBe(true);
  });

  test.each([
    { text: 'I have a fever.', word: 'fever' },
    { text: 'No cough, but a fever.', word: 'fever' },
    { text: 'No cough. Fever since Monday.', word: 'fever' },
    { text: "I can't stop sneezing.", word: 'sneezing' },
  ])('is not negated: $word in "$text"', ({ text, word }) => {
    expect(isNegated(...placed(text, word))).toBe(false);
  });
});
