import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../src/base/error.ts';
import {
  batch,
  callsEach,
  caseIds,
  type Doctor,
  doctorThatMeets,
  filesWith,
  goneOnWith,
  isTarget,
  limitMs,
  marker,
  recorded,
  timesAsked,
} from '../support/batch.ts';
import { type Answer, calls, delayed, fails, refuses, replies, says } from '../support/chat/answers.ts';
import * as faults from '../support/chat/faults.ts';
import { scratchFolder } from '../support/scratch.ts';
import '../support/until.ts'; // a run writes a whole library

const scratch = scratchFolder();
const folder = () => join(scratch.folder, 'run');

const open: Doctor[] = [];
afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(open.splice(0).map(({ endpoint }) => endpoint.close()));
});

async function meeting(fault: Answer, times = 1, onMet?: () => void): Promise<Doctor> {
  const doctor = await doctorThatMeets(fault, times, onMet);
  open.push(doctor);
  return doctor;
}

/** The batch that nothing disturbed. */
let sound: Awaited<ReturnType<typeof recorded>>;
beforeAll(async () => {
  const shared = await mkdtemp(join(tmpdir(), 'anamnesis-'));
  const doctor = await doctorThatMeets(says(''), 0);
  await batch(join(shared, 'run'), doctor);
  await doctor.endpoint.close();
  sound = await recorded(join(shared, 'run'));
  await rm(shared, { recursive: true });
});

const always = Number.POSITIVE_INFINITY;
const all = caseIds.length * callsEach;

/** What holds after any batch: it ended, nothing is missing or there twice, and nobody but the target noticed. */
async function expectWhole() {
  const { events, calls: answered, assessments } = await recorded(folder());
  const ended = events.filter(({ type }) => type === 'consultation.ended');
  expect(ended.map(({ consultation }) => consultation.split('.')[0])).toEqual(caseIds);
  expect(assessments.map(({ consultation }) => consultation.split('.')[0]).sort()).toEqual(caseIds);
  const places = answered.map(({ consultation, turn, step, attempt }) => [consultation, turn, step, attempt].join(' '));
  expect(new Set(places).size).toBe(places.length);
  const ofOthers = sound.events.filter((event) => !isTarget(event));
  expect(events.filter((event) => !isTarget(event))).toEqual(ofOthers);
  const ofTarget = events.filter(isTarget);
  expect(ofTarget.map(({ seq }) => seq)).toEqual(ofTarget.map((_, i) => i));
  return {
    answered,
    ofTarget,
    end: ofTarget.at(-1),
    failed: ofTarget.flatMap((event) => (event.type === 'call.failed' ? [event] : [])),
  };
}

/** Faults on the way. A single one is got over, and the consultation is none the worse for it. */
const transient: { what: string; fault: Answer; code: ErrorCode; waits?: number }[] = [
  { what: '429', fault: faults.limits(), code: 'rate-limited' },
  {
    what: '429 with Retry-After in seconds',
    fault: faults.limits({ 'retry-after': '3' }),
    code: 'rate-limited',
    waits: 3000,
  },
  {
    what: '429 with Retry-After to the millisecond',
    fault: faults.limits({ 'retry-after-ms': '1234' }),
    code: 'rate-limited',
    waits: 1234,
  },
  { what: '408', fault: fails(408, 'Slow'), code: 'timed-out' },
  { what: '409', fault: fails(409, 'Busy'), code: 'unreachable' },
  { what: '500', fault: fails(500, 'Oops'), code: 'unreachable' },
  { what: '503', fault: fails(503, 'Overloaded'), code: 'unreachable' },
  { what: 'a success that is a 429', fault: faults.sendsErrorAsSuccess(429), code: 'rate-limited' },
  { what: 'a success that is an error without a code', fault: faults.sendsErrorAsSuccess(), code: 'unreachable' },
  { what: 'a connection reset before the answer', fault: faults.resets, code: 'unreachable' },
  { what: 'a connection reset after the headers', fault: faults.resetsAfterHeaders, code: 'unreachable' },
  { what: 'a connection reset within the answer', fault: faults.resetsLate, code: 'unreachable' },
];

/** Faults of the endpoint that another attempt would not mend. */
const final: { what: string; fault: Answer; code: ErrorCode }[] = [
  { what: '400', fault: fails(400, 'Bad seed'), code: 'call-refused' },
  { what: '401', fault: fails(401, 'Incorrect API key provided'), code: 'key-refused' },
  { what: '403', fault: fails(403, 'Not in your country'), code: 'access-refused' },
  { what: '404', fault: fails(404, 'No such model'), code: 'model-unknown' },
  { what: '429 for a spent quota', fault: fails(429, 'Over', { code: 'insufficient_quota' }), code: 'rate-limited' },
  { what: '429 with an hour to wait', fault: faults.limits({ 'retry-after': '3600' }), code: 'rate-limited' },
  { what: 'JSON that breaks off', fault: faults.breaksOff, code: 'unreachable' },
  { what: 'JSON of something else', fault: faults.sendsOtherJson, code: 'unreachable' },
  { what: 'bytes that are no text', fault: faults.sendsInvalidUtf8, code: 'unreachable' },
  { what: 'a page', fault: faults.sendsPage, code: 'unreachable' },
];

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

test('a batch without a fault makes every call once', async () => {
  const doctor = await meeting(says(''), 0);
  const { outcome, waits } = await batch(folder(), doctor);
  expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
  expect(waits).toEqual([]);
  const { answered, ofTarget } = await expectWhole();
  expect(answered).toHaveLength(all);
  expect(ofTarget).toEqual(sound.events.filter(isTarget));
  expect(timesAsked(doctor)).toEqual(Array(all).fill(1));
});

describe('a fault on the way', () => {
  test.each(transient)('$what: once is got over', async ({ fault, waits: exact }) => {
    const doctor = await meeting(fault);
    const { outcome, waits } = await batch(folder(), doctor);
    expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
    const { answered, ofTarget } = await expectWhole();
    expect(ofTarget).toEqual(sound.events.filter(isTarget));
    expect(answered).toHaveLength(all);
    expect(timesAsked(doctor)).toEqual([2, ...Array(all - 1).fill(1)]);
    expect(waits).toHaveLength(1);
    if (exact !== undefined) expect(waits).toEqual([exact]);
  });

  test.each(transient)('$what: for ever fails the one consultation, which is gone on with', async ({ fault, code }) => {
    await expectFailedAndGoneOnWith({ fault, code, attempts: 3 });
  });

  test('429 with Retry-After as a date waits until then', async () => {
    const date = new Date(Date.now() + 3000).toUTCString();
    const { waits } = await batch(folder(), await meeting(faults.limits({ 'retry-after': date })));
    await expectWhole();
    // A date has no milliseconds, and some pass until it is read.
    expect(waits[0]).toBeGreaterThan(50);
    expect(waits[0]).toBeLessThanOrEqual(3000);
  });
});

describe('an endpoint that answers nonsense or not at all', () => {
  test.each(final)('$what fails the one consultation at once, which is gone on with', async ({ fault, code }) => {
    await expectFailedAndGoneOnWith({ fault, code, attempts: 1 });
  });
});

/** A failure that is nobody's fault but the endpoint's: not scored, and made again where the run is gone on with. */
async function expectFailedAndGoneOnWith({
  fault,
  code,
  attempts,
}: {
  fault: Answer;
  code: ErrorCode;
  attempts: number;
}) {
  const doctor = await meeting(fault, always);
  const { outcome } = await batch(folder(), doctor);
  expect(outcome).toMatchObject({ done: caseIds.length, failures: [{ code }], isStopped: false });
  expect(outcome.failures.every(isTarget)).toBe(true);
  const { answered, end, failed } = await expectWhole();
  expect(end).toMatchObject({ how: 'failed', by: 'infrastructure', code });
  expect(failed).toMatchObject([{ role: 'doctor', code, attempt: 1 }]);
  expect(answered).toHaveLength(all - callsEach + 1);
  expect(timesAsked(doctor)).toEqual([attempts, ...Array(all - callsEach + 1).fill(1)]);
  await expectMissingCallsOnly(doctor);
}

async function expectMissingCallsOnly(doctor: Doctor) {
  doctor.heal();
  const before = doctor.endpoint.requests.length;
  expect(await goneOnWith(folder(), doctor)).toEqual({ done: caseIds.length, failures: [], isStopped: false });
  expect(doctor.endpoint.requests.length - before).toBe(callsEach - 1);
  const { answered, ofTarget } = await expectWhole();
  expect(ofTarget).toEqual(sound.events.filter(isTarget));
  expect(answered).toHaveLength(all);
}

describe('what the doctor says and nobody can use', () => {
  test.each(unusable)('$what: once is asked again', async ({ fault, recorded: kept }) => {
    const doctor = await meeting(fault);
    const { outcome, waits } = await batch(folder(), doctor);
    expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
    expect(waits).toEqual([]);
    const { answered, failed, end } = await expectWhole();
    expect(failed).toMatchObject([{ role: 'doctor', code: 'unusable-reply', attempt: 1 }]);
    expect(end).toMatchObject({ how: 'concluded', by: null });
    expect(answered).toHaveLength(all + kept);
    expect(timesAsked(doctor)).toEqual(Array(all + 1).fill(1));
  });

  test.each(unusable)('$what: three times is the doctor’s failure, and stays', async ({ fault, recorded: kept }) => {
    const doctor = await meeting(fault, always);
    const { outcome } = await batch(folder(), doctor);
    const { answered, failed } = await expectFailedByDoctor(outcome, 'unusable-reply', doctor);
    expect(failed.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(answered).toHaveLength(all - callsEach + 1 + 3 * kept);
    expect(timesAsked(doctor)).toEqual(Array(all - callsEach + 4).fill(1));
  });

  test.each(refused)('$what is the doctor’s failure, and stays', async ({ fault, code }) => {
    const doctor = await meeting(fault, always);
    const { outcome } = await batch(folder(), doctor);
    const { failed } = await expectFailedByDoctor(outcome, code, doctor);
    expect(failed).toHaveLength(1);
    expect(timesAsked(doctor)).toEqual(Array(all - callsEach + 2).fill(1));
  });

  test('words cut off at the limit are used as far as they go', async () => {
    const doctor = await meeting(replies({ text: 'Do you have a fever, or', finish: 'length' }));
    const { outcome } = await batch(folder(), doctor);
    expect(outcome.failures).toEqual([]);
    const { answered, ofTarget, end } = await expectWhole();
    expect(ofTarget).toContainEqual(expect.objectContaining({ type: 'doctor.asked', text: 'Do you have a fever, or' }));
    expect(answered.filter(({ reply }) => reply.cutOff)).toHaveLength(1);
    expect(end).toMatchObject({ how: 'concluded' });
    expect(timesAsked(doctor)).toEqual(Array(all).fill(1));
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

/** Time stands still until the others are done and the fault is met, and then goes on by as much: nobody waits. */
describe('an answer that does not come', () => {
  async function passing(fault: Answer, times: number, ms: number) {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isAlone = false;
    let isMet = false;
    const pass = () => {
      if (!isAlone || !isMet) return;
      isMet = false;
      setImmediate(() => vi.advanceTimersByTime(ms)); // once the answer has begun, where it does
    };
    const doctor = await meeting(fault, times, () => {
      isMet = true;
      pass();
    });
    const carried = await batch(folder(), doctor, (done) => {
      isAlone = done === caseIds.length - 1;
      pass();
    });
    vi.useRealTimers();
    return { doctor, ...carried };
  }

  const late: { what: string; fault: Answer }[] = [
    { what: 'at all', fault: faults.hangs },
    { what: 'to its end', fault: faults.stalls },
    { what: 'in time', fault: delayed(limitMs + 1, says('Too late.')) },
  ];

  test.each(late)('$what: once is got over', async ({ fault }) => {
    const { doctor, outcome, waits } = await passing(fault, 1, limitMs);
    expect(outcome.failures).toEqual([]);
    const { ofTarget } = await expectWhole();
    expect(ofTarget).toEqual(sound.events.filter(isTarget));
    expect(timesAsked(doctor)).toEqual([2, ...Array(all - 1).fill(1)]);
    expect(waits).toHaveLength(1);
  });

  test.each(late)('$what: for ever fails the one consultation, which is gone on with', async ({ fault }) => {
    const { doctor, outcome } = await passing(fault, always, limitMs);
    expect(outcome.failures).toMatchObject([{ code: 'timed-out' }]);
    const { end } = await expectWhole();
    expect(end).toMatchObject({ how: 'failed', by: 'infrastructure', code: 'timed-out' });
    expect(timesAsked(doctor)).toEqual([3, ...Array(all - callsEach + 1).fill(1)]);
    await expectMissingCallsOnly(doctor);
  });

  test('at once, but within the limit, is an answer like any other', async () => {
    const { doctor, outcome, waits } = await passing(
      delayed(limitMs - 1, says('Do you have a fever?')),
      1,
      limitMs - 1,
    );
    expect({ failures: outcome.failures, waits }).toEqual({ failures: [], waits: [] });
    const { ofTarget } = await expectWhole();
    expect(ofTarget).toEqual(sound.events.filter(isTarget));
    expect(timesAsked(doctor)).toEqual(Array(all).fill(1));
  });
});

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
    expect(await filesWith(marker, scratch.folder)).toEqual([]);
  });
});
