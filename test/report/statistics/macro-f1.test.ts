import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { macroF1 } from '../../../src/report/statistics/macro-f1.ts';

const seed = 'a run';
const row = (name: string, truth: string, predicted: string | null) => ({ case: name, truth, predicted });

const truthOf = { c1: 'acne', c2: 'acne', c3: 'acne', c4: 'stye', c5: 'stye', c6: 'stye' };
const someRows = fc.array(
  fc
    .record({
      case: fc.constantFrom(...Object.keys(truthOf)),
      predicted: fc.constantFrom('acne', 'stye', 'gout', null),
    })
    .map(({ case: name, predicted }) => row(name, truthOf[name as keyof typeof truthOf], predicted)), // from its keys
  { maxLength: 30 },
);

describe('macro F1', () => {
  test('by hand: acne, stye and shingles, with an abstention and an unlisted name as misses', () => {
    const rows = [
      row('c1', 'acne', 'acne'),
      row('c2', 'acne', 'stye'),
      row('c3', 'stye', 'stye'),
      row('c4', 'stye', null),
      row('c5', 'shingles', 'a curse'),
    ];
    // acne: 1 right, 2 have it, 1 names it: 2·1 / (2 + 1) = 2/3
    // stye: 1 right, 2 have it, 2 name it:  2·1 / (2 + 2) = 1/2
    // shingles: 0 right, 1 has it:          2·0 / (1 + 0) = 0
    // the curse is nobody's truth and no fourth condition; macro F1 = (2/3 + 1/2 + 0) / 3 = 7/18
    expect(macroF1(rows, { seed }).value).toBeCloseTo(7 / 18, 12);
  });

  test('has no value without rows', () => {
    expect(macroF1([], { seed })).toEqual({ value: null, low: null, high: null, n: 0, clusters: 0 });
  });

  test('counts consultations and cases', () => {
    const rows = [row('c1', 'acne', 'acne'), row('c1', 'acne', null), row('c2', 'acne', null)];
    expect(macroF1(rows, { seed })).toMatchObject({ n: 3, clusters: 2 });
  });

  test('has no interval where a condition has two cases, however many consultations', () => {
    const threeOfAcne = ['c1', 'c2', 'c3'].map((name) => row(name, 'acne', 'acne'));
    const twoOfStye = ['c4', 'c5', 'c5', 'c5'].map((name) => row(name, 'stye', 'acne'));
    expect(macroF1([...threeOfAcne, ...twoOfStye], { seed })).toMatchObject({ low: null, high: null });
    expect(macroF1([...threeOfAcne, ...twoOfStye, row('c6', 'stye', null)], { seed }).low).not.toBeNull();
  });

  test('its interval comes from cases within their condition: a condition always right stays so', () => {
    const rows = [
      ...['c1', 'c2', 'c3'].map((name) => row(name, 'acne', 'acne')),
      row('c4', 'stye', 'stye'),
      row('c5', 'stye', null),
      row('c6', 'stye', null),
    ];
    // acne is 1 in every resample; stye from 0 (8 in 27 resamples) to 1 (1 in 27): (1 + 0)/2 to (1 + 1)/2
    expect(macroF1(rows, { seed })).toMatchObject({ value: 0.75, low: 0.5, high: 1 });
  });

  test('a case with two truths is a fault of the caller', () => {
    expect(() => macroF1([row('c1', 'acne', null), row('c1', 'stye', null)], { seed })).toThrow('both acne and stye');
  });

  test('lies between 0 and 1, its low end never above its high end', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const { value, low, high } = macroF1(rows, { seed, resamples: 30 });
        for (const figure of [value, low, high]) if (figure !== null) expect(figure >= 0 && figure <= 1).toBe(true);
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
      }),
    );
  });

  test('is 1 for a doctor who is always right', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.entries(truthOf)), { minLength: 1 }), (cases) => {
        const rows = cases.map(([name, truth]) => row(name, truth, truth));
        expect(macroF1(rows, { seed, resamples: 10 }).value).toBe(1);
      }),
    );
  });

  test('does not depend on the order of the rows', () => {
    const reordered = someRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
    );
    fc.assert(
      fc.property(reordered, ([rows, shuffled]) => {
        const options = { seed, resamples: 30 };
        expect(macroF1(shuffled, options)).toEqual(macroF1(rows, options));
      }),
    );
  });
});
