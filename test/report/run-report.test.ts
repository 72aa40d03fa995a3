import { expect, test } from 'vitest';
import { reportOf } from '../../src/report/run-report.ts';
import { line } from '../support/assessments.ts';

const doctorsOf = (lines: readonly ReturnType<typeof line>[]) => reportOf('run', lines, { seed: 1 }).doctors;

test('what failed for no fault of the doctor’s is left out of its scores and counted beside them', () => {
  const [doctor] = doctorsOf([
    line({ case: 'a', correct: true }),
    line({ case: 'b', correct: false, how: 'failed', by: 'doctor' }),
    line({ case: 'c', correct: false, how: 'failed', by: 'infrastructure', turns: 100 }),
    line({ case: 'd', correct: false, how: 'failed', by: 'patient', turns: 100 }),
  ]);
  expect(doctor).toMatchObject({ consultations: 4, unscored: 2 });
  expect(doctor?.metrics.accuracy).toMatchObject({ value: 0.5, n: 2 });
  expect(doctor?.metrics.turns).toMatchObject({ value: 3, n: 2 });
});

test('a doctor of whom nothing is left to score has figures of null, and stands last', () => {
  const reports = doctorsOf([
    line({ doctor: 'openai:x', how: 'failed', by: 'infrastructure' }),
    line({ doctor: 'hasty', correct: false }),
  ]);
  expect(reports.map(({ doctor, isReference }) => ({ doctor, isReference }))).toEqual([
    { doctor: 'hasty', isReference: true },
    { doctor: 'openai:x', isReference: false },
  ]);
  for (const metric of Object.values(reports[1]?.metrics ?? {})) expect(metric).toMatchObject({ value: null, n: 0 });
});

test('doctors stand by their accuracy, and a breakdown holds each temperament’s consultations', () => {
  const report = reportOf(
    'run',
    [
      line({ doctor: 'a', persona: 'choleric', correct: false }),
      line({ doctor: 'b', persona: 'choleric', correct: true }),
      line({ doctor: 'a', persona: 'sanguine', correct: true }),
      line({ doctor: 'b', persona: 'sanguine', correct: true }),
    ],
    { seed: 1, failures: [{ consultation: 'c', code: 'timed-out', message: 'm' }] },
  );
  expect(report).toMatchObject({ run: 'run', consultations: 4, failures: [{ code: 'timed-out' }] });
  expect(report.doctors.map(({ doctor }) => doctor)).toEqual(['b', 'a']);
  const { choleric, sanguine } = report.breakdowns.temperament ?? {};
  expect(choleric?.find(({ doctor }) => doctor === 'a')?.metrics.accuracy).toMatchObject({ value: 0, n: 1 });
  expect(sanguine?.find(({ doctor }) => doctor === 'a')?.metrics.accuracy).toMatchObject({ value: 1, n: 1 });
});

test('the order in which consultations ended changes no figure', () => {
  const lines = ['a', 'b', 'c', 'd'].flatMap((id, i) =>
    ['bayes', 'random'].map((doctor) => line({ case: id, doctor, correct: (i + doctor.length) % 2 === 0 })),
  );
  expect(reportOf('run', [...lines].reverse(), { seed: 1 })).toEqual(reportOf('run', lines, { seed: 1 }));
});
