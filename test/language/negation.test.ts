import { describe, expect, test } from 'vitest';
import { isDenied, isNegated } from '../../src/language/negation.ts';
import { wordsOf } from '../../src/language/words.ts';

const at = (text: string, word: string) => {
  const words = wordsOf(text);
  return { words, index: words.findIndex((one) => one.text === word) };
};

describe('a word is negated', () => {
  test.each([
    ['No fever.', 'fever', true],
    ['No fever, no chills or cough.', 'cough', true],
    ['No fever and chills.', 'chills', true],
    ['I have no fever but a cough.', 'cough', false],
    ['I don’t have a cough.', 'cough', true],
    ['I can’t stop coughing.', 'coughing', false],
    ['No. A cough.', 'cough', false],
    ['A cough, no fever.', 'cough', false],
  ])('%j: %s is %s', (text, word, negated) => {
    const { words, index } = at(text, word);
    expect(isNegated(words, index)).toBe(negated);
  });
});

describe('a thing named is set aside', () => {
  test.each([
    ['Pneumonia is unlikely.', 'pneumonia', true],
    ['This rules out pneumonia.', 'pneumonia', true],
    ['Pneumonia was ruled out.', 'pneumonia', true],
    ['Avoid ibuprofen.', 'ibuprofen', true],
    ['Take ibuprofen.', 'ibuprofen', false],
    ['Not flu; pneumonia.', 'pneumonia', false],
  ])('%j: %s is %s', (text, word, denied) => {
    const { words, index } = at(text, word);
    expect(isDenied(words, index, index)).toBe(denied);
  });
});
