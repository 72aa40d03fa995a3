import { describe, expect, test } from 'vitest';
import { agreementText } from '../../src/report/agreement-text.ts';
import { raterAgreement } from '../../src/report/rater-agreement.ts';
import type { Rating } from '../../src/report/ratings.ts';
import { line } from '../support/assessments.ts';

const seed = 1;
type Criterion = { id: string; by: string; met: number | null; rule?: { met: number | null } };

const lineOf = (case_: string, ...criteria: Criterion[]) =>
  line({ case: case_, rubrics: [{ rubric: 'r', score: null, low: 0, high: 1, criteria }] });
const rated = (rater: string, case_: string, criterion: string, met: number | null): Rating => ({
  ...{ rater, consultation: `${case_}.p.d.1`, rubric: 'r', criterion, met, note: '', at: '' },
});

/** Ten consultations with one criterion: what the rules say, what ada says, what bo says; `m`, `n`, or `-` for neither. */
const columns = { rule: 'mmmmmmnnnn', ada: 'mmmmmnmnnn', bo: 'mmmmnnmn--' };
const metOf = { m: 1, n: 0, '-': null } as const;
const places = Array.from({ length: 10 }, (_, at) => at);
const gradeOf = (column: string, at: number) => metOf[column[at] as keyof typeof metOf];
const lines = places.map((at) => lineOf(`c${at}`, { id: 'kind', by: 'rule', met: gradeOf(columns.rule, at) }));
const ratings = (['ada', 'bo'] as const).flatMap((rater) =>
  places.map((at) => rated(rater, `c${at}`, 'kind', gradeOf(columns[rater], at))),
);

describe('rules and two people on ten consultations', () => {
  const report = raterAgreement(lines, ratings, { seed });
  const pair = (one: string, other: string) =>
    report.pairs.find((each) => each.one.name === one && each.other.name === other)?.pooled;

  test('every two of them are compared on what both graded', () => {
    expect(report.pairs.map(({ one, other }) => [one.name, other.name])).toEqual([
      ['rule', 'ada'],
      ['rule', 'bo'],
      ['ada', 'bo'],
    ]);
    // 5 both met, 3 both not, 1 each way: .8 alike; by chance (6 · 6 + 4 · 4) / 100 = .52
    expect(pair('rule', 'ada')).toMatchObject({
      percent: { value: 0.8, n: 10, clusters: 10 },
      kappa: { value: expect.closeTo((0.8 - 0.52) / 0.48, 12) },
    });
    // 4 both met, 1 both not, 2 the rules alone, 1 bo alone
    expect(pair('rule', 'bo')?.percent).toMatchObject({ value: 5 / 8, n: 8 });
    expect(pair('ada', 'bo')?.percent).toMatchObject({ value: 7 / 8, n: 8 });
  });

  test('all people together have an α, and what bo left open is no disagreement', () => {
    // of 8 things two ratings: 16, of 1 eleven and of 0 five; one thing differs: D_o = 2/16, D_e = 2 · 11 · 5 / 240
    expect(report.amongPeople[0]).toMatchObject({
      criterion: null,
      alpha: { value: expect.closeTo(1 - 2 / 16 / (110 / 240), 12), n: 16 },
    });
  });

  test('the rules have a balanced F1 against both people, and each person against the other', () => {
    const of = (name: string) => report.balancedF1.find(({ grader }) => grader.name === name)?.pooled.balanced;
    // 18 pairs: 9 both met, 3 the rules alone, 2 people alone, 4 both not: (18/23 + 8/13) / 2
    expect(of('rule')).toMatchObject({ value: expect.closeTo((18 / 23 + 8 / 13) / 2, 12), n: 18 });
    expect(of('ada')?.value).toBeCloseTo((10 / 11 + 4 / 5) / 2, 12); // 5 both met, 1 ada alone, 2 both not
    expect(of('bo')?.value).toBe(of('ada')?.value);
  });

  test('the share met is corrected by what people said of the same', () => {
    const [row] = report.corrected;
    expect(row?.stated).toMatchObject({ value: 0.6, n: 10 });
    // sensitivity 9/11, specificity 4/7
    expect(row?.corrected.value).toBeCloseTo((0.6 + 4 / 7 - 1) / (9 / 11 + 4 / 7 - 1), 12);
  });

  test('what bo left open is counted', () => {
    expect(report.leftOut).toEqual({ elsewhere: 0, open: 2, unassessed: 0, ungraded: 0 });
  });

  test('reads as words and tables', () => {
    const text = agreementText(report, { width: 90 });
    expect(text).toMatch(/^10 consultations graded by ada, bo\n\nLeft out:\n {2}2 left open by the person/);
    for (const part of ['The rules and ada', 'The rules and bo', 'ada and bo', 'All 2 people', 'Balanced F1'])
      expect(text).toContain(part);
    expect(text).toMatch(/all of two levels +10 +0\.80 +0\.58/);
    expect(text).not.toContain('linear');
    expect(text).not.toContain('The judge');
  });
});

test('a judge’s grade and the rule’s beside it are two graders', () => {
  const both = { id: 'kind', by: 'judge', met: 1, rule: { met: 0 } };
  const { pairs } = raterAgreement([lineOf('c1', both)], [rated('ada', 'c1', 'kind', 1)], { seed });
  expect(pairs.map(({ one, pooled }) => [one.kind, pooled.percent.value])).toEqual([
    ['rule', 0],
    ['judge', 1],
  ]);
});

test('a criterion with levels has weighted κ, and is not pooled with the others', () => {
  const graded = [0, 0.5, 1, 1, 0.5].map((met, at) => lineOf(`c${at}`, { id: 'level', by: 'rule', met }));
  const said = [0, 0.5, 1, 0.5, 0].map((met, at) => rated('ada', `c${at}`, 'level', met));
  const report = raterAgreement(graded, said, { seed });
  const [pair] = report.pairs;
  expect(pair?.pooled.percent).toMatchObject({ value: null, n: 0 });
  // observed 2 · ½ / 5 = .2; by chance (of rules 1 2 2, of ada 2 2 1) ½ · (2·1 + 2·2 + 2·2 + 1·2) / 25 + (1·1 + 2·2) / 25 = .44
  expect(pair?.criteria[0]).toMatchObject({
    levels: [0, 0.5, 1],
    linearKappa: { value: expect.closeTo(1 - 0.2 / 0.44, 12) },
    ordinalAlpha: { n: 10 },
  });
  expect(report.balancedF1).toEqual([]);
  expect(agreementText(report, { width: 90 })).toMatch(/criterion +n +linear κ/);
});

test('what either side did not grade is left out, and counted by why', () => {
  const graded = [
    lineOf('c1', { id: 'a', by: 'rule', met: 1 }, { id: 'b', by: 'judge', met: null }),
    line({ case: 'c2', how: 'failed', by: 'infrastructure' }),
  ];
  const said = [
    rated('ada', 'c1', 'a', 1),
    rated('ada', 'c1', 'b', 1), // the judge could not grade it
    rated('ada', 'c1', 'z', 1), // the rubric has no such criterion
    rated('bo', 'c1', 'z', 1),
    rated('bo', 'c1', 'a', null), // bo could not say
    rated('ada', 'c2', 'a', 1), // it failed
    rated('ada', 'c3', 'a', 1), // there is no such consultation
  ];
  const report = raterAgreement(graded, said, { seed });
  expect(report.leftOut).toEqual({ elsewhere: 2, open: 1, unassessed: 2, ungraded: 1 });
  const count = (name: string) => report.pairs.filter(({ one, pooled }) => one.name === name && pooled.percent.n === 1);
  expect(count('rule')).toHaveLength(1); // with ada, on a
  expect(count('ada')).toHaveLength(1); // with bo, on z
});

test('the order of consultations and of ratings changes nothing', () => {
  const shuffled = raterAgreement([...lines].reverse(), [...ratings].reverse(), { seed });
  expect(shuffled).toEqual(raterAgreement(lines, ratings, { seed }));
});
