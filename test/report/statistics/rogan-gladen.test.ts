import { describe, expect, test } from 'vitest';
import { correctedShare, roganGladen } from '../../../src/report/statistics/rogan-gladen.ts';

const seed = 'a run';

test('.7 called met, sensitivity .9, specificity .85: (.7 + .85 − 1) / (.9 + .85 − 1) = .733333', () => {
  expect(roganGladen(0.7, { sensitivity: 0.9, specificity: 0.85 })).toBeCloseTo(0.733333, 6);
});

test('it is clipped, and nothing where the instrument is no better than chance', () => {
  expect(roganGladen(0.05, { sensitivity: 0.9, specificity: 0.85 })).toBe(0);
  expect(roganGladen(0.99, { sensitivity: 0.9, specificity: 0.85 })).toBe(1);
  expect(roganGladen(0.7, { sensitivity: 0.6, specificity: 0.4 })).toBeNull();
});

describe('a share corrected by what people graded as well', () => {
  const rows = (n: number, met: boolean, right: boolean, name: string) =>
    Array.from({ length: n }, (_, at) => ({ cluster: `${name} ${at}`, met, right }));
  // of 20 met 18 are called so, of 20 not met 17
  const labelled = [
    ...rows(18, true, true, 'a'),
    ...rows(2, false, true, 'b'),
    ...rows(17, false, false, 'c'),
    ...rows(3, true, false, 'd'),
  ];
  const graded = [...rows(70, true, true, 'e'), ...rows(30, false, false, 'f')];

  test('has the value of the formula, and an interval that is wider than that of the grades alone', () => {
    const few = correctedShare(graded, labelled, { seed });
    expect(few).toMatchObject({ value: expect.closeTo(0.733333, 6), n: 100, clusters: 100 });
    const many = correctedShare(
      graded,
      labelled.flatMap((row) => Array.from({ length: 50 }, (_, at) => ({ ...row, cluster: `${row.cluster}.${at}` }))),
      { seed },
    );
    const widthOf = ({ low, high }: typeof few) => (high ?? Number.NaN) - (low ?? Number.NaN);
    expect(widthOf(many)).toBeGreaterThan(0.15); // of 100 grades: 4 · √(.7 · .3 / 100) / .75 = .24
    expect(widthOf(few)).toBeGreaterThan(widthOf(many) * 1.1);
  });

  test('is none where people found nothing that is not met', () => {
    expect(correctedShare(graded, rows(5, true, true, 'a'), { seed }).value).toBeNull();
  });
});
