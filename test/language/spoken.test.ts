import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentencesOf } from '../../src/language/clauses.ts';
import { tidied } from '../../src/language/spoken.ts';

test.each([
  ['i- i know, um, that you, uh, cough', 'i know, that you, cough'],
  ['is your s- skin sensitive', 'is your skin sensitive'],
  ['Any S T Ds or a C T scan?', 'any stds or a ct scan?'],
  ['do you do you smoke', 'do you smoke'],
  ['so... when?', 'so when?'],
])('%j is heard as %j', (said, heard) => {
  expect(tidied(said).replace(/ +/g, ' ').replace(/ ,/g, ',')).toBe(heard);
});

test.each([
  ['Have you had a cough?', ['question']],
  ['okay alright did you pass out', ['question']],
  ['I’m sorry to hear that. Any fever?', ['plan', 'question']],
  ['Take a deep breath.', ['examination']],
  ['I’m going to listen to your lungs, okay?', ['examination']],
  ['We’ll start an antibiotic, okay?', ['plan']],
  ['You’ve told me about the cough, do you have a fever?', ['statement', 'question']],
  ['chest pain', ['fragment']],
])('%j does %j', (text, kinds) => {
  expect(sentencesOf(text).map(({ kind }) => kind)).toEqual(kinds);
});

test('tidying never throws and never grows a text much', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(tidied(text).length).toBeLessThanOrEqual(text.normalize('NFKC').toLowerCase().length + 1);
    }),
  );
});
