import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedF1 } from '../../../src/report/statistics/weighted-f1.ts';

const seed = 'a run';

test('by hand: a row a named diagnosis, the silent consultation left out and reported', () => {
  const consultations = [
    { case: 'c1', truth: 'acne', named: ['acne'] },
    { case: 'c2', truth: 'acne', named: ['stye', 'acne'] },
    { case: 'c3', truth: 'stye', named: ['stye'] },
    { case: 'c4', truth: 'stye', named: [] },
    { case: 'c5', truth: 'shingles', named: ['a curse'] },
  ];
  // five rows: acne/acne, acne/stye, acne/acne, stye/stye, shingles/a curse
  // acne: 2 right, 3 have it, 2 name it: 2·2 / (3 + 2) = 4/5, weight 3/5
  // stye: 1 right, 1 has it, 2 name it:  2·1 / (1 + 2) = 2/3, weight 1/5
  // shingles: 0, weight 1/5
  // 3/5 · 4/5 + 1/5 · 2/3 + 0 = 36/75 + 10/75 = 46/75 = 0.613333
  const { value, n, clusters, abstained } = weightedF1(consultations, { seed });
  expect(value).toBeCloseTo(46 / 75, 12);
  expect({ n, clusters, abstained }).toEqual({ n: 5, clusters: 5, abstained: 0.2 });
});

test('says nothing of doctors who name nothing, but that they abstained', () => {
  const silent = ['c1', 'c2'].map((name) => ({ case: name, truth: 'acne', named: [] }));
  expect(weightedF1(silent, { seed })).toMatchObject({ value: null, low: null, high: null, n: 0, abstained: 1 });
  expect(weightedF1([], { seed })).toMatchObject({ value: null, n: 0, abstained: null });
});

test('rewards silence, which is why it never stands alone', () => {
  const wrong = { case: 'c1', truth: 'acne', named: ['stye'] };
  const right = { case: 'c2', truth: 'stye', named: ['stye'] };
  const honest = weightedF1([wrong, right], { seed });
  const silent = weightedF1([{ ...wrong, named: [] }, right], { seed });
  expect(honest.value).toBeCloseTo(1 / 3, 12); // stye: 2·1 / (1 + 2) = 2/3, weight 1/2
  expect(silent).toMatchObject({ value: 1, abstained: 0.5 });
});

test('lies between 0 and 1, low end below high end, whatever the order', () => {
  const names = fc.constantFrom('acne', 'stye', 'gout');
  const consultations = fc.array(
    fc
      .record({ truth: names, number: fc.nat({ max: 4 }), named: fc.array(names, { maxLength: 3 }) })
      .map(({ truth, number, named }) => ({ case: `${truth} ${number}`, truth, named })),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(consultations, (given) => {
      const figure = weightedF1(given, { seed, resamples: 30 });
      const { value, low, high } = figure;
      for (const share of [value, low, high]) if (share !== null) expect(share >= 0 && share <= 1 + 1e-12).toBe(true);
      if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
      expect(weightedF1([...given].reverse(), { seed, resamples: 30 })).toEqual(figure);
    }),
  );
});
