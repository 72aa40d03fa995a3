import { expect, test } from 'vitest';
import { tokensOf } from '../../../src/language/sense/tokens.ts';

test('words are lower case, numbers one word, stutters and pauses gone, marks words', () => {
  expect(tokensOf("Um, is your s- skin okay, since 1999? Don't worry.")).toEqual([
    'is',
    'your',
    'skin',
    'okay',
    ',',
    'since',
    '#',
    '?',
    "don't",
    'worry',
    '.',
  ]);
});

test('of a long turn the end is heard', () => {
  const tokens = tokensOf(
    `${Array.from({ length: 500 }, (_, i) => 'abcdefghij'[i % 10]?.repeat(3 + (i % 7))).join(' ')} cough?`,
  );
  expect(tokens).toHaveLength(60);
  expect(tokens.slice(-2)).toEqual(['cough', '?']);
});
