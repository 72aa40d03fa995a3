import { expect, test } from 'vitest';
import { Rating } from '../../src/report/ratings.ts';
import { agreement } from '../../src/report/statistics/agreement.ts';
import { balancedF1 } from '../../src/report/statistics/balanced-f1.ts';
import { krippendorff } from '../../src/report/statistics/krippendorff.ts';
import { roganGladen } from '../../src/report/statistics/rogan-gladen.ts';
import { rowsOfTable, sectionOf } from '../support/doc-tables.ts';

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
  const figures = {
    'graded alike': two.percent,
    κ: two.kappa,
    'linear κ': two.linearKappa,
    'quadratic κ': two.quadraticKappa,
    AC1: two.ac1,
    α: krippendorff(rated, 'nominal', { seed }),
    'ordinal α': krippendorff(rated, 'ordinal', { seed }),
    'interval α': krippendorff(rated, 'interval', { seed }),
  };
  const printed = Object.fromEntries(rowsOfTable(section, 'figure').map((row) => [row[0], row.at(-1)]));
  const computed = Object.entries(figures).map(([name, { value }]) => [name, value?.toFixed(6)]);
  expect(printed).toEqual(Object.fromEntries(computed));
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
  const { ofMet, ofNotMet, balanced } = balancedF1(pairs, { seed });
  const [met, notMet, both] = [ofMet, ofNotMet, balanced].map(({ value }) => value?.toFixed(6));
  expect(section).toContain(`F1 of met 12/14 = ${met}, of not met 4/6 = ${notMet}, balanced ${both}.`);
});

test('its share is corrected to what it says', () => {
  const example = /p̂ = (\S+),\s+sensitivity (\S+) and specificity (\S+) it is (\S+)\. /.exec(section);
  const [share = 0, sensitivity = 0, specificity = 0, corrected] = (example ?? []).slice(1).map(Number);
  expect(roganGladen(share, { sensitivity, specificity })).toBeCloseTo(corrected ?? Number.NaN, 6);
});

test('the columns that it names are those of a ratings file', async () => {
  const rows = rowsOfTable(await sectionOf('scoring.md', 'Rating by hand'), 'column');
  const named = rows.flatMap(([names = '']) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named).toEqual(Object.keys(Rating.shape));
});
