import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import {
  asks,
  asksBack,
  concludes,
  consult,
  examines,
  orders,
  played,
  refused,
  type Script,
  unreachable,
  unusable,
} from '../support/consultation.ts';

describe('a doctor that gives nothing usable', () => {
  test('is asked again twice; then the consultation failed, by its fault, and is assessed', async () => {
    const { journal, end, outcome, assessment } = await played({ doctor: [asks, unusable] });
    const failures = journal.filter(({ type }) => type === 'call.failed');
    expect(failures).toMatchObject([
      { role: 'doctor', code: 'unusable-reply', attempt: 1, turn: 1 },
      { role: 'doctor', code: 'unusable-reply', attempt: 2, turn: 1 },
      { role: 'doctor', code: 'unusable-reply', attempt: 3, turn: 1 },
    ]);
    expect(end).toMatchObject({ how: 'failed', by: 'doctor', code: 'unusable-reply' });
    expect({ outcome, assessment }).toEqual({ outcome: 'failed', assessment: 1 });
  });

  test('at two attempts only is forgiven, and the next turn has two repeats again', async () => {
    const { types, outcome } = await played({
      doctor: [
        [unusable, unusable, asks],
        [unusable, unusable, concludes],
      ],
    });
    expect(types.filter((type) => type === 'call.failed')).toHaveLength(4);
    expect(outcome).toBe('done');
  });

  test('on the last call fails too, after as many repeats', async () => {
    const { journal, end } = await played({ doctor: [asks, unusable], protocol: { maxTurns: 1 } });
    expect(journal.filter(({ type }) => type === 'call.failed')).toHaveLength(3);
    expect(end).toMatchObject({ how: 'failed', by: 'doctor' });
  });

  test.each([
    { error: refused, by: 'doctor', code: 'model-refused' },
    { error: unreachable, by: 'infrastructure', code: 'unreachable' },
    { error: new TypeError('x is not a function'), by: 'infrastructure', code: 'bug' },
  ])('is not asked again after $code, which is put down to: $by', async ({ error, by, code }) => {
    const { journal, end } = await played({ doctor: [error] });
    expect(journal.filter(({ type }) => type === 'call.failed')).toMatchObject([{ role: 'doctor', code, attempt: 1 }]);
    expect(end).toMatchObject({ how: 'failed', by, code });
  });

  test('after its conclusion has concluded all the same', async () => {
    const script = { doctor: [concludes, unreachable], patient: [asksBack] };
    const { types, end, outcome, assessment } = await played(script);
    expect(types.slice(-3)).toEqual(['patient.askedBack', 'call.failed', 'consultation.ended']);
    expect(end).toMatchObject({ how: 'concluded', by: null, code: null });
    expect({ outcome, assessment }).toEqual({ outcome: 'done', assessment: 1 });
  });
});

describe('where another role fails', () => {
  test.each<{ where: string; script: Script; role: string; by: string; code: string; calls: number }>([
    {
      where: 'the opening',
      script: { doctor: [asks], opening: unreachable },
      role: 'patient',
      by: 'patient',
      code: 'unreachable',
      calls: 1,
    },
    {
      where: 'a reply',
      script: { doctor: [asks], patient: [unreachable] },
      role: 'patient',
      by: 'patient',
      code: 'unreachable',
      calls: 1,
    },
    {
      where: 'a reply that cannot be used',
      script: { doctor: [asks], patient: [unusable] },
      role: 'patient',
      by: 'patient',
      code: 'unusable-reply',
      calls: 3,
    },
    {
      where: 'the closing',
      script: { doctor: [concludes], patient: [unusable] },
      role: 'patient',
      by: 'patient',
      code: 'unusable-reply',
      calls: 3,
    },
    {
      where: 'an examination',
      script: { doctor: [examines], clinic: broken },
      role: 'clinic',
      by: 'infrastructure',
      code: 'bug',
      calls: 1,
    },
    {
      where: 'a test',
      script: { doctor: [orders], clinic: broken },
      role: 'clinic',
      by: 'infrastructure',
      code: 'bug',
      calls: 1,
    },
  ])('at $where, the consultation failed by $by and is not assessed', async ({ script, role, by, code, calls }) => {
    const { journal, end, outcome, assessment } = await played(script);
    const failures = journal.filter(({ type }) => type === 'call.failed');
    expect(failures).toHaveLength(calls);
    expect(failures.at(-1)).toMatchObject({ role, code });
    expect(end).toMatchObject({ how: 'failed', by, code });
    expect({ outcome, assessment }).toEqual({ outcome: 'failed', assessment: null });
  });

  test('a broken assessor is told as an error, and the consultation stands', async () => {
    const { consultation, journal } = consult({
      doctor: [concludes],
      assess: () => Promise.reject(new Error('no such rubric')),
    });
    await expect(consultation.start()).rejects.toThrow('assessing consultation: no such rubric');
    expect(journal.slice(-2)).toMatchObject([{ how: 'concluded' }, { type: 'call.failed', role: 'assessor' }]);
  });

  test('a journal that cannot be written ends the consultation with its error', async () => {
    const full = new Error('no space left');
    const { consultation, turns } = consult({
      doctor: [asks],
      onEvent: ({ seq }) => {
        if (seq === 2) throw full;
      },
    });
    await expect(consultation.start()).rejects.toBe(full);
    expect(turns).toHaveLength(1);
  });
});

function broken(): never {
  throw new Error('no such report');
}

describe('a call that the budget refuses', () => {
  const spent = new AnamnesisError('budget-spent', 'no money is left');

  test.each<{ role: string; script: Script; types: string[] }>([
    {
      role: 'doctor',
      script: { doctor: [asks, spent] },
      types: ['patient.opened', 'doctor.asked', 'patient.answered'],
    },
    { role: 'patient', script: { doctor: [asks], patient: [spent] }, types: ['patient.opened', 'doctor.asked'] },
    { role: 'opening', script: { doctor: [asks], opening: spent }, types: [] },
  ])('stops the consultation, and nobody failed: $role', async ({ script, types: before }) => {
    const { types, outcome, assessment } = await played(script);
    expect({ outcome, assessment, types }).toEqual({ outcome: 'stopped', assessment: null, types: before });
  });

  test('for the assessor leaves an ended consultation that is assessed later', async () => {
    const { outcome, end } = await played({ doctor: [concludes], assess: () => Promise.reject(spent) });
    expect({ outcome, type: end?.type }).toEqual({ outcome: 'stopped', type: 'consultation.ended' });
  });
});
