import { describe, expect, test } from 'vitest';
import { furtherMetrics, metrics } from '../../src/report/metrics.ts';
import { questioningOf } from '../support/assessment.ts';
import { line } from '../support/assessments.ts';

/** The value of a metric, and how many consultations it is of. */
function figure(id: string, lines: readonly ReturnType<typeof line>[]) {
  const metric = [...metrics, ...furtherMetrics].find((candidate) => candidate.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  const { value, n } = metric.of(lines, { seed: 1, resamples: 20 });
  return { value, n };
}

const informed = (efficiency: number | null, more: object = {}) =>
  line({
    information: { truthGainBits: 1, efficiency, coverage: { question: 0.5, examination: null, test: null }, ...more },
  });

describe('a figure that a consultation does not have', () => {
  test('is left out of the mean, not counted as 0', () => {
    expect(figure('informationEfficiency', [informed(0.75), informed(null), informed(0.25)])).toEqual({
      value: 0.5,
      n: 2,
    });
    expect(figure('shapleyCoverageTests', [informed(1), informed(1)])).toEqual({ value: null, n: 0 });
  });

  test('is null where no consultation has it', () => {
    expect(figure('informationEfficiency', [informed(null)])).toEqual({ value: null, n: 0 });
    expect(figure('rubric', [line({ rubrics: [{ rubric: 'r', score: null, low: 0.2, high: 0.6 }] })])).toEqual({
      value: null,
      n: 0,
    });
    expect(figure('redundancy', [line({ redundancy: null })])).toEqual({ value: null, n: 0 });
    for (const { id } of [...metrics, ...furtherMetrics])
      expect({ id, ...figure(id, []) }).toEqual({ id, value: null, n: 0 });
  });

  test('is null where the truth is outside the knowledge base', () => {
    const outside = line({ information: null });
    for (const id of ['informationEfficiency', 'truthGain', 'shapleyCoverage'])
      expect(figure(id, [outside, informed(0.5)]).n).toBe(1);
  });

  test('is not a 0: a doctor that asked nothing has a truth gain and a coverage', () => {
    const nothing = informed(null, { truthGainBits: 0, coverage: { question: 0, examination: null, test: null } });
    expect(figure('truthGain', [nothing, informed(1)])).toEqual({ value: 0.5, n: 2 });
    expect(figure('shapleyCoverage', [nothing, informed(1)])).toEqual({ value: 0.25, n: 2 });
  });
});

describe('accuracy', () => {
  test('is the share correct; abandoned and failed by the doctor are wrong', () => {
    const lines = [
      line({ correct: true }),
      line({ correct: false }),
      line({ correct: false, how: 'abandoned' }),
      line({ correct: false, how: 'failed', by: 'doctor' }),
    ];
    expect(figure('accuracy', lines)).toEqual({ value: 0.25, n: 4 });
    expect(figure('concluded', lines)).toEqual({ value: 0.5, n: 4 });
  });

  test('without given-away truths leaves those consultations out', () => {
    const lines = [line({ correct: true, wasGivenAway: true }), line({ correct: false })];
    expect(figure('accuracyNotGivenAway', lines)).toEqual({ value: 0, n: 1 });
  });
});

test('a truth outside the knowledge base that was named is no miss for macro F1', () => {
  const truth = { condition: null, name: 'Addison disease' };
  expect(figure('macroF1', [line({ truth, condition: null, correct: true })]).value).toBe(1);
  expect(figure('macroF1', [line({ truth, condition: null, correct: false })]).value).toBe(0);
});

test('shares of questions are over all questions, not over consultations', () => {
  const lines = [
    line({ understanding: { asked: 9, understood: 9 } }),
    line({ understanding: { asked: 1, understood: 0 } }),
  ];
  expect(figure('understood', lines).value).toBe(0.9);
  expect(figure('understood', [...lines, line({ understanding: { asked: 0, understood: 0 } })]).n).toBe(2);
  expect(
    figure('mustAsk', [line({ mustAsk: { asked: 1, of: 2 } }), line({ mustAsk: { asked: 6, of: 6 } })]).value,
  ).toBe(7 / 8);
});

describe('how doctors asked', () => {
  const asked = (given: Parameters<typeof questioningOf>[0]) => line({ questioning: questioningOf(given) });
  const closure = (isPremature: boolean, overlooked: string[] = []) => ({
    best: null,
    thresholdBits: 0.1,
    isPremature,
    overlooked,
  });

  test('covers items over all consultations together, not by the mean of their shares', () => {
    const lines = [
      asked({ redFlags: { covered: 1, of: 1, share: 1, missing: [] } }),
      asked({ redFlags: { covered: 0, of: 3, share: 0, missing: ['a', 'b', 'c'] } }),
      asked({ redFlags: { covered: 0, of: 0, share: null, missing: [] } }),
    ];
    expect(figure('redFlagsCovered', lines)).toEqual({ value: 0.25, n: 2 });
  });

  test('leaves out who chose no end: a conclusion that was forced is neither early nor in time', () => {
    const lines = [asked({ closure: closure(true, ['fever']) }), asked({ closure: closure(false) }), asked({})];
    expect(figure('prematureClosure', lines)).toEqual({ value: 0.5, n: 2 });
    expect(figure('overlookedMustAsk', lines)).toEqual({ value: 0.5, n: 2 });
  });

  test('has no figure of lines from before it was looked at, and no null counts as 0', () => {
    const older = line({ questioning: null });
    const nothing = asked({ order: null, perTurn: null, openShare: null, repetition: null, regret: null });
    const some = asked({ order: 0.5, perTurn: 2, openShare: 0.5, repetition: 0.5 });
    for (const id of ['order', 'openShare', 'repetition'])
      expect({ id, ...figure(id, [older, nothing, some]) }).toEqual({ id, value: 0.5, n: 1 });
    expect(figure('questionsPerTurn', [older, nothing, some])).toEqual({ value: 2, n: 1 });
    expect(figure('totalRegret', [older, nothing, some]).value).toBeCloseTo(0.3, 12);
    expect(figure('reward', [older, nothing])).toEqual({ value: null, n: 0 });
  });
});

describe('figures of the differential', () => {
  const ranked = (rank: number | null, more: object = {}) =>
    line({
      diagnosis: {
        said: 'asthma',
        condition: 'asthma',
        correct: rank === 1,
        wasGivenAway: false,
        icd10: { chapter: true, category: rank === 1, code: false },
        ranking: { rank, overlap: { recall: 0.5, precision: 1, f1: 2 / 3 }, believed: null, stated: null, ...more },
      },
    } as object);
  const silent = line({
    diagnosis: { said: null, condition: null, correct: false, wasGivenAway: false, icd10: null, ranking: null },
  } as object);

  test('count who concluded nothing as one who has no rank', () => {
    const lines = [ranked(1), ranked(4), ranked(null), silent];
    expect(figure('top3', lines)).toEqual({ value: 0.25, n: 4 });
    expect(figure('top5', lines)).toEqual({ value: 0.5, n: 4 });
    expect(figure('reciprocalRank', lines)).toEqual({ value: (1 + 0.25) / 4, n: 4 });
    expect(figure('differentialF1', lines)).toEqual({ value: expect.closeTo(2 / 3), n: 3 });
    expect(figure('believedF1', lines)).toEqual({ value: null, n: 0 });
  });

  test('are three shares by ICD-10, where who names nothing agrees with nothing', () => {
    const lines = [ranked(1), ranked(2), silent];
    expect(figure('icdChapter', lines)).toEqual({ value: 2 / 3, n: 3 });
    expect(figure('icdCategory', lines)).toEqual({ value: 1 / 3, n: 3 });
    expect(figure('icdCode', lines)).toEqual({ value: 0, n: 3 });
  });

  test('do not count a line from before there were any', () => {
    expect(figure('top3', [line(), ranked(1)])).toEqual({ value: 1, n: 1 });
  });

  test('take only stated probabilities, and come to what docs/scoring.md works out', () => {
    const lines = [ranked(2, { stated: 0.6 }), ranked(1)];
    expect(figure('brier', lines)).toEqual({ value: expect.closeTo(0.36), n: 1 });
    expect(figure('logScore', lines)).toEqual({ value: expect.closeTo(1.32, 2), n: 1 });
    expect(figure('calibrationError', lines)).toEqual({ value: expect.closeTo(0.6), n: 1 });
    expect(figure('riskCoverage', lines)).toEqual({ value: 1, n: 1 });
  });
});
