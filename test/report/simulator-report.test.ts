import { describe, expect, test } from 'vitest';
import type { AssessmentLine } from '../../src/report/assessment-line.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { runText } from '../../src/report/run-text.ts';
import { line } from '../support/assessments.ts';

type Verdict = NonNullable<AssessmentLine['simulator']>['verdict'];

const simulator = (verdict: Verdict, more: object = {}): AssessmentLine['simulator'] => ({
  ...{ verdict, attempts: 4, fallbacks: 0, disagreement: { turns: 0, different: 0 } },
  ...more,
});

const lines = [
  line({ case: 'a', correct: true, simulator: simulator('helped the doctor', { fallbacks: 1 }) }),
  line({ case: 'b', correct: true, simulator: simulator('clean') }),
  line({ case: 'c', correct: false, simulator: simulator('clean', { disagreement: { turns: 4, different: 1 } }) }),
  line({ case: 'd', correct: false, simulator: simulator('hindered the doctor') }),
];

describe('the patients that a model played', () => {
  test('are counted by their verdicts, and the score is given without those at fault', () => {
    const report = reportOf('r', lines, { seed: 1 });
    expect(report.simulator).toMatchObject({
      ...{ judged: 4, helped: 1, hindered: 1, heldAgain: 0, attempts: 16, fallbacks: 1 },
      faulty: { value: 0.5, n: 4 },
      disagreement: { value: 0.25 },
    });
    expect(report.doctors[0]?.metrics).toMatchObject({
      accuracy: { value: 0.5, n: 4 },
      accuracySimulatorClean: { value: 0.5, n: 2 },
    });
    const text = runText(report, { width: 120, styled: false });
    expect(text).toContain('at fault in 2 of 4 consultations (50 %');
    expect(text).toContain('1 helped the doctor, 1 hindered it');
    expect(text).toMatch(/accuracy +all +patient not at fault/);
  });

  test('who were at fault and were held again count as they were the last time', () => {
    const again = line({ case: 'a', correct: false, rerun: 1, simulator: simulator('clean') });
    const report = reportOf('r', [{ ...again, consultation: 'a.p.d.1~1' }, ...lines], { seed: 1 });
    expect(report.consultations).toBe(4);
    expect(report.simulator).toMatchObject({ judged: 4, helped: 0, hindered: 1, heldAgain: 1 });
    expect(report.doctors[0]?.metrics.accuracy).toMatchObject({ value: 0.25, n: 4 });
  });

  test('have no word where the embedded patient played', () => {
    const report = reportOf('r', [line({})], { seed: 1 });
    expect(report.simulator).toBeNull();
    expect(runText(report, { width: 120, styled: false })).not.toContain('played by a model');
  });
});
