import { describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../src/base/error.ts';
import {
  batch,
  callsEach,
  caseIds,
  type Doctor,
  filesWith,
  goneOnWith,
  isTarget,
  marker,
  recorded,
  timesAsked,
} from '../support/batch.ts';
import { type Answer, calls, fails, refuses, replies, says } from '../support/chat/answers.ts';
import * as faults from '../support/chat/faults.ts';
import { allCalls, always, batches } from '../support/whole-batch.ts';

const { folder, meeting, expectWhole } = batches();

/** What a doctor said and nobody can use: it is asked again, and what it then says counts. */
const unusable: { what: string; fault: Answer; recorded: number }[] = [
  { what: 'no choice at all', fault: faults.sendsNoChoices, recorded: 0 },
  { what: 'nothing but thoughts up to the limit', fault: faults.thinksTooLong, recorded: 0 },
  {
    what: 'a tool call cut off at the limit',
    fault: replies({ toolCalls: [{ name: 'examine', arguments: '{"what": "the th' }], finish: 'length' }),
    recorded: 0,
  },
  { what: 'empty words', fault: says(''), recorded: 1 },
  { what: 'a tool call with broken arguments', fault: calls('examine', '{"what": '), recorded: 1 },
  { what: 'a tool that is none', fault: calls('prescribe', { drug: 'aspirin' }), recorded: 1 },
];

/** What a doctor will not do; asking again would not help. */
const refused: { what: string; fault: Answer; code: ErrorCode }[] = [
  { what: 'a refusal', fault: refuses('I cannot help with that.'), code: 'model-refused' },
  { what: 'a filter', fault: faults.filters, code: 'model-refused' },
  {
    what: 'a conversation too long for it',
    fault: fails(400, 'Too long', { code: 'context_length_exceeded' }),
    code: 'context-too-long',
  },
];

describe('what the doctor says and nobody can use', () => {
  test.each(unusable)('$what: once is asked again', async ({ fault, recorded: kept }) => {
    const doctor = await meeting(fault);
    const { outcome, waits } = await batch(folder(), doctor);
    expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
    expect(waits).toEqual([]);
    const { answered, failed, end } = await expectWhole();
    expect(failed).toMatchObject([{ role: 'doctor', code: 'unusable-reply', attempt: 1 }]);
    expect(end).toMatchObject({ how: 'concluded', by: null });
    expect(answered).toHaveLength(allCalls + kept);
    expect(timesAsked(doctor)).toEqual(Array(allCalls + 1).fill(1));
  });

  test.each(unusable)('$what: three times is the doctor’s failure, and stays', async ({ fault, recorded: kept }) => {
    const doctor = await meeting(fault, always);
    const { outcome } = await batch(folder(), doctor);
    const { answered, failed } = await expectFailedByDoctor(outcome, 'unusable-reply', doctor);
    expect(failed.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(answered).toHaveLength(allCalls - callsEach + 1 + 3 * kept);
    expect(timesAsked(doctor)).toEqual(Array(allCalls - callsEach + 4).fill(1));
  });

  test.each(refused)('$what is the doctor’s failure, and stays', async ({ fault, code }) => {
    const doctor = await meeting(fault, always);
    const { outcome } = await batch(folder(), doctor);
    const { failed } = await expectFailedByDoctor(outcome, code, doctor);
    expect(failed).toHaveLength(1);
    expect(timesAsked(doctor)).toEqual(Array(allCalls - callsEach + 2).fill(1));
  });

  test('words cut off at the limit are used as far as they go', async () => {
    const doctor = await meeting(replies({ text: 'Do you have a fever, or', finish: 'length' }));
    const { outcome } = await batch(folder(), doctor);
    expect(outcome.failures).toEqual([]);
    const { answered, ofTarget, end } = await expectWhole();
    expect(ofTarget).toContainEqual(expect.objectContaining({ type: 'doctor.asked', text: 'Do you have a fever, or' }));
    expect(answered.filter(({ reply }) => reply.cutOff)).toHaveLength(1);
    expect(end).toMatchObject({ how: 'concluded' });
    expect(timesAsked(doctor)).toEqual(Array(allCalls).fill(1));
  });
});

/** A failure of the doctor's own: scored as wrong, and not made again. */
async function expectFailedByDoctor(
  outcome: Awaited<ReturnType<typeof batch>>['outcome'],
  code: ErrorCode,
  doctor: Doctor,
) {
  expect(outcome).toMatchObject({ done: caseIds.length, failures: [{ code }], isStopped: false });
  const whole = await expectWhole();
  expect(whole.end).toMatchObject({ how: 'failed', by: 'doctor', code });
  const { assessments } = await recorded(folder());
  expect(assessments.find(isTarget)).toMatchObject({
    how: 'failed',
    by: 'doctor',
    diagnosis: { said: null, correct: false },
  });
  const before = doctor.endpoint.requests.length;
  doctor.heal();
  expect((await goneOnWith(folder(), doctor)).failures).toHaveLength(1);
  expect(doctor.endpoint.requests).toHaveLength(before);
  return whole;
}

describe('the key', () => {
  test.each<{ what: string; fault: Answer }>([
    { what: 'an error', fault: fails(401, `Incorrect API key provided: ${marker}.`) },
    { what: 'an error as a success', fault: faults.sendsErrorAsSuccess(`Bearer ${marker}`) },
    { what: 'a header', fault: fails(400, 'Bad header', { headers: { 'x-echo': `Bearer ${marker}` } }) },
    { what: 'a refusal', fault: refuses(`I will not use ${marker}.`) },
    { what: 'words', fault: says(`Is your key ${marker}?`) },
    { what: 'a tool call', fault: calls('examine', { what: `the throat, with ${marker}` }) },
    { what: 'broken arguments', fault: calls('examine', `{"what": "${marker}`) },
    { what: 'the name of a tool', fault: calls(marker, {}) },
  ])('that $what says back is in no file and no message', async ({ fault }) => {
    const doctor = await meeting(fault, always);
    const { outcome } = await batch(folder(), doctor);
    expect(new Set(doctor.endpoint.keys)).toEqual(new Set([marker]));
    expect(doctor.met()).toBeGreaterThan(0);
    expect(JSON.stringify(outcome)).not.toContain(marker);
    expect(await filesWith(marker, folder())).toEqual([]);
  });
});
