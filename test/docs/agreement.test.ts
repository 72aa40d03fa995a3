import { expect, test } from 'vitest';
import { raterAgreement } from '../../src/report/rater-agreement.ts';
import { Rating } from '../../src/report/ratings.ts';
import { agreement } from '../../src/report/statistics/agreement.ts';
import { balancedF1 } from '../../src/report/statistics/balanced-f1.ts';
import { krippendorff } from '../../src/report/statistics/krippendorff.ts';
import { roganGladen } from '../../src/report/statistics/rogan-gladen.ts';
import { line } from '../support/assessments.ts';
import { examplesIn, numbersIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';

const section = await sectionOf('scoring.md', 'Agreement');
const seed = 'the page';

test('the eight things of the page have the figures that it gives', () => {
  const things = rowsOfTable(section, 'thing').map(([cluster = '', one, other]) => ({
    cluster,
    one: Number(one),
    other: Number(other),
  }));
  expect(things).toHaveLength(8);
  const two = agreement(things, [1, 2, 3, 4], { seed });
  const rated = things.map(({ cluster, one, other }) => ({ cluster, ratings: [one, other] }));
  const figures: Record<string, number | null> = Object.fromEntries(
    Object.entries({
      ...two,
      alpha: krippendorff(rated, 'nominal', { seed }),
      ordinalAlpha: krippendorff(rated, 'ordinal', { seed }),
      intervalAlpha: krippendorff(rated, 'interval', { seed }),
    }).map(([name, { value }]) => [name, value]),
  );
  const [examples = []] = tablesOf(section, 'figure').map(examplesIn);
  const nameOf = (name: string) => name.split(', ').at(-1) ?? '';
  expect(examples.map(({ name }) => nameOf(name))).toEqual(Object.keys(figures));
  for (const { name, result, digits } of examples) expect(figures[nameOf(name)], name).toBeCloseTo(result, digits);
});

test('its pairs of grades have the balanced F1 that it gives', () => {
  const counts = rowsOfTable(section, 'pairs').map((row) => row.slice(1).map(Number));
  const pairs = counts.flatMap((row, notGraded) =>
    row.flatMap((count, notRight) =>
      Array.from({ length: count }, (_, at) => ({
        cluster: `${notGraded} ${notRight} ${at}`,
        graded: notGraded === 0,
        right: notRight === 0,
      })),
    ),
  );
  const figures = balancedF1(pairs, { seed });
  const [, examples = []] = tablesOf(section, 'figure').map(examplesIn);
  expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(figures).sort());
  for (const { name, result, digits } of examples)
    expect(figures[name as keyof typeof figures].value, name).toBeCloseTo(result, digits); // its names were held against these
});

const rating = (consultation: string, criterion: string, met: number | null, rubric = 'r'): Rating => ({
  ...{ rater: 'ada', consultation, rubric, criterion, met, note: '', at: '' },
});
const gradedLine = (consultation: string, grades: Readonly<Record<string, number | null>>) => ({
  ...line({
    rubrics: [
      {
        ...{ rubric: 'r', score: null, low: 0, high: 1 },
        criteria: Object.entries(grades).map(([id, met]) => ({ id, by: 'rule', met })),
      },
    ],
  }),
  consultation,
});

test('the share that is called met is what it says, and so is what is left of it', () => {
  const [, , [stated, corrected] = []] = tablesOf(section, 'figure').map(examplesIn);
  const lines = (stated?.given ?? '')
    .split(/, | and /)
    .map((grade, at) => gradedLine(`c${at}`, { kind: grade === 'met' ? 1 : 0 }));
  const { corrected: shares } = raterAgreement(lines, [rating('c0', 'kind', 1)], { seed });
  expect([stated?.name, shares[0]?.stated.value]).toEqual(['stated', expect.closeTo(stated?.result ?? 0, 6)]);
  const [share = 0, sensitivity = 0, specificity = 0] = numbersIn(corrected?.given ?? '');
  expect(corrected?.name).toBe('corrected');
  expect(roganGladen(share, { sensitivity, specificity })).toBeCloseTo(corrected?.result ?? Number.NaN, 6);
});

test('its five ratings are counted as it says', () => {
  const rows = rowsOfTable(section, 'rating');
  const gradeOf = (word = '') => ({ met: 1, 'not met': 0 })[word] ?? null;
  const ratings = rows.map(([, consultation = '', rubric, criterion = '', person]) =>
    rating(consultation, criterion, gradeOf(person), rubric),
  );
  const graded = rows.filter(([, , , , , assessor]) => assessor !== '–');
  const grades = Object.fromEntries(graded.map(([, , , criterion = '', , grade]) => [criterion, gradeOf(grade)]));
  const { consultations, leftOut } = raterAgreement([gradedLine('of the run', grades)], ratings, { seed });
  const counts = {
    consultations,
    ...Object.fromEntries(Object.entries(leftOut).map(([why, count]) => [`leftOut.${why}`, count])),
  };
  const examples = tablesOf(section, 'figure').map(examplesIn).at(-1) ?? [];
  expect(Object.fromEntries(examples.map(({ name, result }) => [name, result]))).toEqual(counts);
});

test('the columns that it names are those of a ratings file', async () => {
  const rows = rowsOfTable(await sectionOf('scoring.md', 'Rating by hand'), 'column');
  const named = rows.flatMap(([names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named).toEqual(Object.keys(Rating.shape));
});
