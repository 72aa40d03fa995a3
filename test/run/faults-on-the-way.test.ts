import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ErrorCode } from '../../src/base/error.ts';
import { batch, callsEach, caseIds, isTarget, limitMs, timesAsked } from '../support/batch.ts';
import { type Answer, delayed, fails, says } from '../support/chat/answers.ts';
import * as faults from '../support/chat/faults.ts';
import { allCalls, always, batches } from '../support/whole-batch.ts';

const { folder, meeting, soundTarget, expectWhole, expectMissingCallsOnly } = batches();
afterEach(() => vi.useRealTimers());

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

test('a batch without a fault makes every call once', async () => {
  const doctor = await meeting(says(''), 0);
  const { outcome, waits } = await batch(folder(), doctor);
  expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
  expect(waits).toEqual([]);
  const { answered, ofTarget } = await expectWhole();
  expect(answered).toHaveLength(allCalls);
  expect(ofTarget).toEqual(soundTarget());
  expect(timesAsked(doctor)).toEqual(Array(allCalls).fill(1));
});

describe('a fault on the way', () => {
  test.each(transient)('$what: once is got over', async ({ fault, waits: exact }) => {
    const doctor = await meeting(fault);
    const { outcome, waits } = await batch(folder(), doctor);
    expect(outcome).toEqual({ done: caseIds.length, failures: [], isStopped: false });
    const { answered, ofTarget } = await expectWhole();
    expect(ofTarget).toEqual(soundTarget());
    expect(answered).toHaveLength(allCalls);
    expect(timesAsked(doctor)).toEqual([2, ...Array(allCalls - 1).fill(1)]);
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
  expect(answered).toHaveLength(allCalls - callsEach + 1);
  expect(timesAsked(doctor)).toEqual([attempts, ...Array(allCalls - callsEach + 1).fill(1)]);
  await expectMissingCallsOnly(doctor);
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
    expect(ofTarget).toEqual(soundTarget());
    expect(timesAsked(doctor)).toEqual([2, ...Array(allCalls - 1).fill(1)]);
    expect(waits).toHaveLength(1);
  });

  test.each(late)('$what: for ever fails the one consultation, which is gone on with', async ({ fault }) => {
    const { doctor, outcome } = await passing(fault, always, limitMs);
    expect(outcome.failures).toMatchObject([{ code: 'timed-out' }]);
    const { end } = await expectWhole();
    expect(end).toMatchObject({ how: 'failed', by: 'infrastructure', code: 'timed-out' });
    expect(timesAsked(doctor)).toEqual([3, ...Array(allCalls - callsEach + 1).fill(1)]);
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
    expect(ofTarget).toEqual(soundTarget());
    expect(timesAsked(doctor)).toEqual(Array(allCalls).fill(1));
  });
});
