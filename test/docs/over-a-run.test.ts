import { describe, expect, test } from 'vitest';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import type { Metric } from '../../src/report/metric.ts';
import { furtherMetrics, metrics, rubricMetrics } from '../../src/report/metrics.ts';
import { overallsOf } from '../../src/report/overall-report.ts';
import { passAtK, passHatK } from '../../src/report/statistics/pass-k.ts';
import { worstAtK } from '../../src/report/statistics/worst-at-k.ts';
import { line } from '../support/assessments.ts';
import { examplesIn, numberOf, numbersIn, sectionOf, tablesOf } from '../support/doc-tables.ts';

const [ofDoctors = [], besides = []] = tablesOf(await sectionOf('scoring.md', 'Over a run'), 'figure');

/** A consultation of a run that is scored by the rubrics `leading` and `other`. */
function scored(given: object): AssessmentLine {
  const rubrics = ['leading', 'other'].map((rubric) => ({ rubric, score: null, low: 0, high: 1 }));
  return AssessmentLine.parse({ ...line(), rubrics, ...given });
}

const closed = { isPremature: false, overlooked: [] };
const nobodyAsked = { covered: 0, of: 0 };
const questioning = {
  ...{ mustAsk: nobodyAsked, redFlags: nobodyAsked, order: null, perTurn: null, openShare: null, repetition: null },
  ...{ regret: null, closure: null, anchoring: null, reward: null },
};
const noCoverage = { question: null, examination: null, test: null };
const informed = (given: object) =>
  scored({ information: { truthGainBits: 0, efficiency: null, coverage: noCoverage, ...given } });
const covered = (means: string, value: number) => informed({ coverage: { ...noCoverage, [means]: value } });
const asked = (given: object) => scored({ questioning: { ...questioning, ...given } });
const regretting = (name: string, bits: number) => asked({ regret: { meanBits: 0, totalBits: 0, [name]: bits } });
const byBoth = (given: object) =>
  scored({ rubrics: ['leading', 'other'].map((rubric) => ({ rubric, score: null, low: 0, high: 0, ...given })) });
const bounds = { value: 0, low: 0, high: 0 };
const composed = (given: object) =>
  scored({
    composites: ['leading', 'other'].map((rubric) => ({
      ...{ rubric, ...bounds, outcome: 1, gate: { metric: 'correct' }, process: bounds, figures: [] },
      ...given,
    })),
  });

/** A consultation whose figure of that name is the one given. */
const ofOne: Record<string, (value: number) => AssessmentLine> = {
  informationEfficiency: (efficiency) => informed({ efficiency }),
  shapleyCoverage: (share) => covered('question', share),
  shapleyCoverageExaminations: (share) => covered('examination', share),
  shapleyCoverageTests: (share) => covered('test', share),
  redundancy: (redundancy) => scored({ redundancy }),
  order: (order) => asked({ order }),
  openShare: (share) => asked({ openShare: share }),
  repetition: (repetition) => asked({ repetition }),
  truthGain: (truthGainBits) => informed({ truthGainBits }),
  reward: (total) => asked({ reward: { value: 'knowledge base', coverage: null, total } }),
  regret: (bits) => regretting('meanBits', bits),
  totalRegret: (bits) => regretting('totalBits', bits),
  questionsPerTurn: (perTurn) => asked({ perTurn }),
  anchoring: (anchoring) => asked({ anchoring }),
  turns: (turns) => scored({ turns }),
  overlookedMustAsk: (count) =>
    asked({ closure: { ...closed, overlooked: Array.from({ length: count }, (_, at) => `item ${at}`) } }),
  rubric: (score) => byBoth({ score }),
  'rubric:ID': (score) => byBoth({ score }),
  'rubricLow:ID': (low) => byBoth({ low }),
  'rubricHigh:ID': (high) => byBoth({ high }),
  composite: (value) => composed({ value }),
  'composite:ID': (value) => composed({ value }),
  compositeProcess: (value) => composed({ process: { ...bounds, value } }),
  'compositeProcess:ID': (value) => composed({ process: { ...bounds, value } }),
  compositeLow: (low) => composed({ low }),
  'compositeLow:ID': (low) => composed({ low }),
  compositeHigh: (high) => composed({ high }),
  'compositeHigh:ID': (high) => composed({ high }),
};

/** The same of a count and what it is out of. */
const ofTwo: Record<string, (count: number, of: number) => AssessmentLine> = {
  understood: (understood, all) => scored({ understanding: { asked: all, understood } }),
  mustAsk: (count, of) => scored({ mustAsk: { asked: count, of } }),
  mustAskCovered: (count, of) => asked({ mustAsk: { covered: count, of } }),
  redFlagsCovered: (count, of) => asked({ redFlags: { covered: count, of } }),
};

/** One that has no such figure. */
const none = scored({ information: null, questioning: null, redundancy: null });

function consultation(name: string, given: string): AssessmentLine {
  if (given === 'none') return none;
  if (name === 'prematureClosure') return asked({ closure: { ...closed, isPremature: given === 'early' } });
  const [count = Number.NaN, of = Number.NaN] = numbersIn(given);
  const made = ofTwo[name]?.(count, of) ?? ofOne[name]?.(count);
  if (!made) throw new Error(`nobody can make a consultation with ${name}`);
  return made;
}

describe('a figure of a doctor', () => {
  const examples = examplesIn(ofDoctors).flatMap(({ name, ...example }) =>
    name.split(', ').map((one) => ({ name: one, ...example })),
  );
  const found = (name: string, lines: readonly AssessmentLine[]): Metric | undefined =>
    [...metrics, ...furtherMetrics, ...rubricMetrics(lines)].find(({ id }) => id === name.replace(':ID', ':other'));

  test.each(examples)('$name comes to what the page says of $given', ({ name, given, result, digits }) => {
    const lines = given.split(/, | and /).map((each) => consultation(name, each));
    expect(found(name, lines)?.of(lines, { seed: 'the page' }).value).toBeCloseTo(result, digits);
  });

  test('that is a composite has no value as soon as one consultation lies in bounds', () => {
    const open = composed({ value: null, process: { ...bounds, value: null } });
    for (const name of ['composite', 'compositeProcess']) {
      const lines = [composed({}), open];
      expect(found(name, lines)?.of(lines, { seed: 'the page' }).value, name).toBeNull();
    }
  });
});

/** The standard deviation of the clipped mean over all resamples there can be, each as often as any other. */
function deviationOnPaper(scores: readonly number[]): number {
  let means = [0];
  for (const _ of scores) means = means.flatMap((sum) => scores.map((score) => sum + score / scores.length));
  const clipped = means.map((mean) => Math.min(1, Math.max(0, mean)));
  const centre = clipped.reduce((sum, mean) => sum + mean, 0) / clipped.length;
  return Math.sqrt(clipped.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / clipped.length);
}

test('every example of what stands beside them is worked, and comes to what it says', () => {
  const overall = (given: string) => {
    const scores = given.split(/, | and /).map((score) => (score === 'none' ? null : numberOf(score)));
    const [byLeading] = overallsOf(
      scores.map((score) => byBoth({ score })),
      1,
    );
    return byLeading;
  };
  const worked: Record<string, (given: string) => number | null | undefined> = {
    'overall score by a rubric': (given) => overall(given)?.score,
    'its unclipped': (given) => overall(given)?.unclipped,
    'its deviation': (given) => overall(given)?.deviation,
    'its n': (given) => overall(given)?.n,
    'its unscored': (given) => overall(given)?.unscored,
    'pass^k': (given) => passHatK(...repeatsOf(given)),
    'pass@k': (given) => passAtK(...repeatsOf(given)),
    'worst of k': (given) => worstAtK(numbersIn(given).slice(0, -1), numbersIn(given).at(-1) ?? 0),
  };
  const examples = examplesIn(besides);
  expect(examples.map(({ name }) => name)).toEqual(Object.keys(worked));
  for (const { name, given, result, digits } of examples)
    expect(worked[name]?.(given), name).toBeCloseTo(result, digits);
});

test('a deviation is near what it is on paper', () => {
  const [example] = examplesIn(besides).filter(({ name }) => name === 'its deviation');
  const scores = numbersIn(example?.given ?? '');
  const [, onPaper] = /: (\S+) on paper/.exec(besides[2]?.at(-1) ?? '') ?? [];
  expect(deviationOnPaper(scores)).toBeCloseTo(Number(onPaper), 4);
  expect(Math.abs((example?.result ?? 0) - Number(onPaper))).toBeLessThan(0.02); // a thousand draws err by some .01
});

/** `n = 5, c = 3, k = 2` */
function repeatsOf(given: string): [number, number, number] {
  const [n = 0, c = 0, k = 0] = numbersIn(given);
  return [n, c, k];
}
