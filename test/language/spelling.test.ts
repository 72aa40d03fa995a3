import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ordinaryWords } from '../../src/language/ordinary-words.ts';
import { createSpeller } from '../../src/language/spelling.ts';
import { lexicon } from '../support/shipped.ts';

const known = new Set(['diarrhoea', 'headache', 'vomiting', 'shortness', 'breath', 'cough', 'pneumonia']);
const speller = createSpeller(known, ordinaryWords);

test.each([
  ['diarhoea', 'diarrhoea'],
  ['headahce', 'headache'],
  ['vomitting', 'vomiting'],
  ['shortnes', 'shortness'],
  ['pnuemonia', 'pneumonia'],
  ['cough', 'cough'],
  ['heard', 'heard'],
  ['brea', 'brea'],
  ['xylophone', 'xylophone'],
])('%s is meant to be %s', (written, meant) => {
  expect(speller.corrected(written)).toBe(meant);
});

test('a known word with one letter wrong is found, and a known word never changed', () => {
  const places = fc.constantFrom(...known).chain((word) => fc.tuple(fc.constant(word), fc.nat(word.length - 2)));
  fc.assert(
    fc.property(places, ([word, at]) => {
      expect(speller.corrected(word)).toBe(word);
      const without = word.slice(0, at + 1) + word.slice(at + 2);
      if (without.length >= 5) expect(speller.corrected(without)).toBe(word);
    }),
  );
});

test('a question keeps the words it knows', () => {
  expect(lexicon.spelled('any stomack pian, vommiting or hedache at your favourite restaurant')).toBe(
    'any stomach pian, vomiting or headache at your favourite restaurant',
  );
});
