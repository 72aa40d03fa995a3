import { describe, expect, test } from 'vitest';
import { agree, quantitiesOf } from '../../src/audit/quantities.ts';
import { readText } from '../../src/audit/spoken-text.ts';

/** The words of a text that carry something, those denied with a "!". */
const signs = (text: string) =>
  readText(text).clauses.flatMap(({ tokens }) => tokens.map(({ key, isNegated }) => `${isNegated ? '!' : ''}${key}`));

describe('a denial reaches', () => {
  test.each([
    ['No fever, no cough.', ['!fever', '!cough']],
    ['I have no fever, cough or rash.', ['!fever', '!cough', '!rash']],
    ['No, I slept well and I cough.', ['sleep', 'cough']],
    ["I haven't thrown up.", ['!vomit']],
    ['Nothing apart from a cough.', ['cough']],
    ["I'm never without a cough.", ['cough']],
    ["I've no energy.", ['tired']],
    ["I can't stop sneezing.", ['sneez']],
    ['I kept everything down.', ['!vomit']],
  ])('%s', (text, expected) => {
    expect(signs(text)).toEqual(expected);
  });
});

describe('a clause is meant as', () => {
  test.each([
    ['Is it my heart?', 'question'],
    ["I couldn't say when it began.", 'hedge'],
    ["I'd like a scan.", 'wish'],
    ['If it gets worse I come back.', 'condition'],
    ['My brother has asthma.', 'other-person'],
    ['My wife says I wheeze.', 'statement'],
    ['I wheeze at night.', 'statement'],
  ])('%s: %s', (text, frame) => {
    expect(readText(text).clauses[0]?.frame).toBe(frame);
  });
});

describe('quantities', () => {
  const of = (text: string) => quantitiesOf(text.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,:]\d+)*/gu) ?? []);

  test.each([
    ['a fortnight', 'two weeks', true],
    ['three days', '3 days', true],
    ['three days', 'four days', false],
    ['for about a week', 'eight days', true],
    ['eight out of ten', 'an 8 out of 10', true],
    ['eight out of ten', 'three out of ten', false],
    ['thirty-nine point one'.replace('-', ' '), '39.1', true],
    ['twice', 'two times', true],
    ['since last night', 'for three weeks', false],
  ])('"%s" and "%s" agree: %s', (a, b, expected) => {
    const [one, two] = [of(a)[0], of(b)[0]];
    expect(one && two && agree(one, two)).toBe(expected);
  });
});
