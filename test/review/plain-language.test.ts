import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingGrade } from '../../src/review/plain-language.ts';

describe('the reading grade', () => {
  test('of words of one syllable is that of the formula', () => {
    // 6 words in 1 sentence, 6 syllables: 0.39 · 6 + 11.8 · 1 − 15.59
    expect(readingGrade('The cat sat on the mat.')).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 9);
  });

  test('rises with long words and long sentences', () => {
    const plain = readingGrade('My chest hurts. It came on last night.') ?? 0;
    const learned = readingGrade(
      'Retrosternal discomfort accompanied by considerable exertional dyspnoea manifested itself yesterday evening.',
    );
    expect(plain).toBeLessThan(3);
    expect(learned).toBeGreaterThan(12);
  });

  test('of no words is none', () => {
    expect(readingGrade('… 🙂 !')).toBeNull();
  });

  test('is a number for anything that has a word', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), (text) => {
        expect(readingGrade(text)).toSatisfy(Number.isFinite);
      }),
    );
  });
});
