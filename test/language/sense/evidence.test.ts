import { describe, expect, test } from 'vitest';
import { evidenceOf } from '../../../scripts/reader/evidence.ts';
import { createEvidence, gramsOf } from '../../../src/language/sense/evidence.ts';

describe('the words that speak for a finding', () => {
  test('are stems, and two that stand together', () => {
    expect(gramsOf('Any coughing, any coughs?')).toEqual(['ani', 'cough', 'ani cough', 'cough ani']);
  });

  test('weigh by rarity: BM25, worked by hand', () => {
    // Two classes with a text of one word each: "cough" is in class 1 alone, ln(1 + 1.5 / 1.5) = ln 2; both lengths are the mean.
    const evidence = createEvidence(
      evidenceOf([
        { text: 'cough', label: 1, weight: 1 },
        { text: 'fever', label: 2, weight: 1 },
      ]),
      3,
    );
    const weight = (Math.log(2) * 2.2) / (1 + 1.2);
    const scores = evidence.of('a cough, doctor?').scores;
    expect(scores[1]).toBeCloseTo(weight, 1);
    expect(scores[2]).toBe(0);
    expect(evidence.of('a cough, doctor?').most).toBeCloseTo(weight, 1);
  });

  test('a word that every class has says less than one that one class has', () => {
    const evidence = createEvidence(
      evidenceOf([
        { text: 'bad cough', label: 1, weight: 1 },
        { text: 'bad fever', label: 2, weight: 1 },
      ]),
      3,
    );
    expect(evidence.of('bad').scores[1]).toBeLessThan(evidence.of('cough').scores[1] ?? 0);
  });

  test('words that nobody labelled speak for nothing', () => {
    const evidence = createEvidence(evidenceOf([{ text: 'cough', label: 1, weight: 1 }]), 2);
    expect([...evidence.of('zzz').scores]).toEqual([0, 0]);
    expect([...evidence.of('').scores]).toEqual([0, 0]);
  });
});
