import { expect, test } from 'vitest';
import { clusteredInterval, clusteredRatio, type Interval } from '../../src/report/statistics/bootstrap.ts';
import { knownGroups } from '../../src/report/statistics/known-groups.ts';
import { macroF1 } from '../../src/report/statistics/macro-f1.ts';
import { signFlip } from '../../src/report/statistics/sign-flip.ts';
import { wilson } from '../../src/report/statistics/wilson.ts';
import { numbersIn, rowsOfTable, sectionOf } from '../support/doc-tables.ts';

const rows = rowsOfTable(await sectionOf('scoring.md', 'Intervals'), 'figure');
const resampling = { seed: 'the page' };

const ends = ({ low, high }: Pick<Interval, 'low' | 'high'>) => [low, high];
const hitsOf = (given: string): [number, number] => {
  const [hits = 0, of = 0] = numbersIn(given);
  return [hits, of];
};

/** `A, A, A for A and B, B, A for B`: what was named in the cases of each condition. */
const namedIn = (given: string) =>
  [...given.matchAll(/(\w(?:, \w)*) for (\w)/g)].flatMap(([, named = '', truth = '']) =>
    named.split(', ').map((predicted, at) => ({ case: `${truth} ${at}`, truth, predicted })),
  );

/** `1, 1, 0 against 1, 0, 0`: of two doctors whether they were right, consultation by consultation. */
const difference = (given: string) => {
  const [better = [], worse = []] = given
    .split(' against ')
    .map((side) =>
      numbersIn(side).map((right, at) => ({ case: `case ${at}`, persona: 'p', repeat: 1, correct: right === 1 })),
    );
  const doctors = new Map([
    ['bayes', better],
    ['checklist', worse],
  ]);
  return knownGroups(doctors, resampling).map((pair) => pair.difference.value);
};

const worked: Record<string, (given: string) => (number | null)[]> = {
  'interval of a mean': (given) =>
    ends(
      clusteredInterval(
        numbersIn(given).map((value, at) => ({ cluster: `case ${at}`, value })),
        resampling,
      ),
    ),
  'interval of a ratio': (given) =>
    ends(
      clusteredRatio(
        [...given.matchAll(/(\d+) of (\d+)/g)].map(([cluster, numerator, denominator]) => ({
          ...{ cluster, numerator: Number(numerator), denominator: Number(denominator) },
        })),
        resampling,
      ),
    ),
  'interval of macro F1': (given) => ends(macroF1(namedIn(given), resampling)),
  'difference of a known pair': difference,
  'Wilson, lower end': (given) => [wilson(...hitsOf(given)).low],
  'Wilson, upper end': (given) => [wilson(...hitsOf(given)).high],
  'p of a known pair': (given) => [signFlip(numbersIn(given), 'the page')],
};

test('every example of "Intervals" comes to what it says', () => {
  expect(rows.map(([figure]) => figure)).toEqual(Object.keys(worked));
  for (const [figure = '', , , , example = ''] of rows) {
    const [given = '', result = ''] = example.split(': ');
    const rounded = worked[figure]?.(given).map((number) => Number(number?.toFixed(4)));
    expect(rounded, figure).toEqual(numbersIn(result));
  }
});
