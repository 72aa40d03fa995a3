import fc from 'fast-check';
import { expect, test } from 'vitest';
import { icdAgreement } from '../../src/knowledge/icd10.ts';

test.each([
  { first: 'I21.9', second: 'I21.9', chapter: true, category: true, code: true },
  { first: 'I21.9', second: 'I21.0', chapter: true, category: true, code: false },
  { first: 'I21', second: 'I21.9', chapter: true, category: true, code: false },
  { first: 'I20.0', second: 'I21.9', chapter: true, category: false, code: false },
  { first: 'I21.9', second: 'J18.9', chapter: false, category: false, code: false },
])('$first and $second: chapter $chapter, category $category, code $code', ({ first, second, ...agreement }) => {
  expect(icdAgreement(first, second)).toEqual(agreement);
});

test.each([
  ['A09', 'B02.9', true, 'infections reach from A to B'],
  ['B99', 'C00', false, 'and end before neoplasms'],
  ['C44.9', 'D48', true, 'neoplasms reach to D48'],
  ['D48', 'D50.9', false, 'D50 is blood'],
  ['H10.1', 'H59', true, 'the eye reaches to H59'],
  ['H59', 'H60', false, 'H60 is the ear'],
  ['S00', 'T78.3', true, 'injuries and poisonings reach from S to T'],
  ['T98', 'U07.1', false, 'U is for special purposes'],
  ['V01', 'Y98', true, 'external causes reach from V to Y'],
  ['Y98', 'Z00.0', false, 'Z is contact with health services'],
])('%s and %s share a chapter: %s (%s)', (first, second, chapter) => {
  expect(icdAgreement(first, second).chapter).toBe(chapter);
});

test('agreement is mutual, and a finer one carries the coarser', () => {
  const code = fc
    .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.nat(99), fc.option(fc.nat(9)))
    .map(
      ([letter, category, rest]) => `${letter}${String(category).padStart(2, '0')}${rest === null ? '' : `.${rest}`}`,
    );
  fc.assert(
    fc.property(code, code, (first, second) => {
      const agreement = icdAgreement(first, second);
      expect(icdAgreement(second, first)).toEqual(agreement);
      if (agreement.code) expect(agreement.category).toBe(true);
      if (agreement.category) expect(agreement.chapter).toBe(true);
      expect(icdAgreement(first, first)).toEqual({ chapter: true, category: true, code: true });
    }),
  );
});
