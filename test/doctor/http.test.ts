import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { packageRoot } from '../../src/base/package-root.ts';
import { Protocol } from '../../src/catalog/protocol.ts';
import type { ReadImage } from '../../src/doctor/conversation.ts';
import type { DoctorCall } from '../../src/doctor/doctor.ts';
import { elsewhereDoctor } from '../../src/doctor/elsewhere.ts';
import { completionsDoctor, httpLine } from '../../src/doctor/http.ts';
import { modelDoctor } from '../../src/doctor/model.ts';
import { readDoctorPrompts } from '../../src/doctor/prompts.ts';
import type { CallRecord } from '../../src/models/call.ts';
import { httpPools } from '../../src/models/http-pool.ts';
import type { RetryPolicy } from '../../src/models/retry.ts';

import {
  type Answer,
  breaksOff,
  chatEndpoint,
  fails,
  hangs,
  resets,
  resetsLate,
  says,
  sendsPage,
  stalls,
} from '../support/chat-endpoint.ts';
import { acts, answersWith, doctorEndpoint } from '../support/doctor-endpoint.ts';
import { asked, examined, memory, viewOf } from '../support/doctor-view.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** Waits are counted, and take no time. */
function impatient(): RetryPolicy & { readonly waits: readonly number[] } {
  const waits: number[] = [];
  return { retries: 2, baseMs: 100, maxMs: 5_000, waits, wait: async (ms) => void waits.push(ms) };
}

interface Options {
  readonly token?: string | null;
  readonly timeoutMs?: number;
  readonly retries?: RetryPolicy;
  readonly calls?: CallRecord;
  readonly diagnoses?: readonly string[];
  readonly readImage?: ReadImage | null;
}

async function doctorWith(
  script: Parameters<typeof doctorEndpoint>[0],
  { token = null, timeoutMs = 20_000, retries = impatient(), calls = {}, diagnoses, readImage = null }: Options = {},
) {
  const endpoint = await doctorEndpoint(script);
  const pools = httpPools(4);
  open.push(pools, endpoint);
  const spec = `http:${endpoint.url}`;
  const line = httpLine({ spec, url: new URL(endpoint.url), token, timeoutMs, retries, pools });
  const consultation = 'headache-benali.choleric.http.1';
  const doctor = elsewhereDoctor({ spec, line, consultation, seed: 1, diagnoses: diagnoses ?? null, readImage, calls });
  const act = (view = viewOf(), call: DoctorCall = 'act', signal = new AbortController().signal) =>
    doctor.act({ view, call, turnsLeft: call === 'act' ? 3 : 0 }, signal);
  return { act, endpoint };
}

const why = acts({ act: 'ask', text: 'Since when?' });

test('the doctor gets who sits there and what was said, and nothing that names the case', async () => {
  const { act, endpoint } = await doctorWith([why], { diagnoses: ['gout', 'migraine'] });
  expect(await act(examined)).toEqual({ act: { kind: 'ask', text: 'Since when?', form: 'json' }, usage: null });
  expect(endpoint.requests).toEqual([
    {
      v: 1,
      consultation: expect.stringMatching(/^[0-9a-f]{16}$/),
      call: 'act',
      turn: 3,
      turnsLeft: 3,
      attempt: 1,
      problem: null,
      patient: { age: 61, sex: 'female', setting: 'general practice' },
      conversation: [
        { speaker: 'patient', text: 'My chest feels tight.' },
        { speaker: 'doctor', text: 'Since when?', act: 'ask' },
        { speaker: 'patient', text: 'Since this morning.' },
        { speaker: 'doctor', text: 'temperature', act: 'examine' },
        { speaker: 'clinic', text: 'Temperature 36.8 °C' },
      ],
      diagnoses: ['gout', 'migraine'],
    },
  ]);
  expect(JSON.stringify(endpoint.requests)).not.toContain('benali');
});

test('pictures are sent where they were shown, with what they are called and nothing that explains them', async () => {
  const file = 'images/headache-benali.png';
  const images = [{ file, caption: 'the left eye', alternative: 'a bulging disc' }];
  const view = { ...viewOf(), lines: [{ speaker: 'patient' as const, text: 'Look.', images }] };
  const readImage: ReadImage = async (name) => ({ mediaType: 'image/png', base64: name === file ? 'AAAA' : '' });
  const { act, endpoint } = await doctorWith([why], { readImage });
  await act(view);
  expect(endpoint.requests[0]?.conversation).toEqual([
    {
      speaker: 'patient',
      text: 'Look.',
      images: [{ mediaType: 'image/png', base64: 'AAAA', caption: 'the left eye' }],
    },
  ]);
  const blind = await doctorWith([why]);
  await blind.act(view);
  expect(blind.endpoint.requests[0]?.conversation).toEqual([{ speaker: 'patient', text: 'Look.' }]);
});

test('what the doctor said it thought is given back to it', async () => {
  const { act, endpoint } = await doctorWith([why]);
  const rationale = 'it may be the heart';
  await act(viewOf({ speaker: 'doctor', text: 'Since when?', act: 'ask', rationale }));
  expect(endpoint.requests[0]?.conversation[1]).toEqual({
    speaker: 'doctor',
    text: 'Since when?',
    act: 'ask',
    rationale,
  });
});

test('connections are kept, and the consultation keeps its name from turn to turn', async () => {
  const { act, endpoint } = await doctorWith([why, why]);
  await act();
  await act(asked);
  const [first, second] = endpoint.requests;
  expect(second?.consultation).toBe(first?.consultation);
  expect(endpoint.headers.map(({ connection }) => connection)).toEqual(['keep-alive', 'keep-alive']);
});

test('what it is called for is told: a conclusion, then words', async () => {
  const { act, endpoint } = await doctorWith([acts({ act: 'conclude', diagnosis: 'flu' }), why]);
  expect((await act(asked, 'conclude')).act.kind).toBe('conclude');
  expect((await act(asked, 'explain')).act.kind).toBe('ask');
  expect(endpoint.requests.map(({ call, turnsLeft }) => [call, turnsLeft])).toEqual([
    ['conclude', 0],
    ['explain', 0],
  ]);
});

describe('a fault of transport is tried again, as with models', () => {
  test.each([
    { what: '408', answer: fails(408, 'slow') },
    { what: '409', answer: fails(409, 'busy') },
    { what: '429 without Retry-After', answer: fails(429, 'busy') },
    { what: '500', answer: fails(500, 'oops') },
    { what: '503', answer: fails(503, 'oops') },
    { what: 'a reset', answer: resets },
    { what: 'a reset in the middle of the reply', answer: resetsLate },
  ])('$what', async ({ answer }) => {
    const retries = impatient();
    const { act, endpoint } = await doctorWith([answer, answer, why], { retries });
    expect((await act()).act.text).toBe('Since when?');
    expect(endpoint.requests).toHaveLength(3);
    expect(endpoint.requests[2]).toEqual(endpoint.requests[0]);
    expect(retries.waits).toHaveLength(2);
  });

  test('as long after as it asks for, and not at all where that is too long', async () => {
    const retries = impatient();
    const busy = (seconds: string) => fails(429, 'busy', { headers: { 'retry-after': seconds } });
    const { act } = await doctorWith([busy('2'), why, busy('9')], { retries });
    await act();
    expect(retries.waits).toEqual([2000]);
    await expect(act(asked)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(retries.waits).toEqual([2000]);
  });

  test('until the retries are spent', async () => {
    const { act, endpoint } = await doctorWith([1, 2, 3].map(() => fails(500, 'oops')));
    await expect(act()).rejects.toMatchObject({ code: 'unreachable', message: expect.stringContaining('500') });
    expect(endpoint.requests).toHaveLength(3);
  });

  test.each([
    { what: 'never answers', answer: hangs },
    { what: 'never ends its answer', answer: stalls },
  ])('a doctor that $what is out of time', async ({ answer }) => {
    const { act, endpoint } = await doctorWith([answer, answer, answer], { timeoutMs: 40 });
    await expect(act()).rejects.toMatchObject({
      code: 'timed-out',
      message: expect.stringContaining('did not answer in time (limit 40 ms)'),
      hint: expect.stringContaining('timeoutMs'),
    });
    expect(endpoint.requests).toHaveLength(3);
  });
});

describe('a refusal is final, and has a code of its own', () => {
  const moved: Answer = (response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end();
  test.each([
    { what: 400, answer: fails(400, 'bad'), code: 'call-refused', hint: 'docs/doctors.md' },
    { what: 401, answer: fails(401, 'who?'), code: 'key-refused', hint: 'ANAMNESIS_DOCTOR_TOKEN' },
    { what: 403, answer: fails(403, 'no'), code: 'access-refused', hint: 'ANAMNESIS_DOCTOR_TOKEN' },
    { what: 404, answer: fails(404, 'none'), code: 'model-unknown', hint: 'the path' },
    { what: 413, answer: fails(413, 'long'), code: 'context-too-long', hint: 'fewer turns' },
    { what: 307, answer: moved, code: 'call-refused', hint: 'docs/doctors.md' },
    { what: 'a page', answer: sendsPage, code: 'unreachable', hint: 'check the URL' },
  ])('$what is $code', async ({ answer, code, hint }) => {
    const { act, endpoint } = await doctorWith([answer]);
    const error = await act().catch((thrown) => thrown);
    expect(error).toBeInstanceOf(AnamnesisError);
    expect(error).toMatchObject({ code, at: endpoint.url, hint: expect.stringContaining(hint) });
    expect(endpoint.requests).toHaveLength(1);
  });

  test('nobody at the address is unreachable', async () => {
    const { act, endpoint } = await doctorWith([]);
    await endpoint.close();
    await expect(act()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('could not be'),
    });
  });
});

describe('a reply that is no act', () => {
  const caf = Buffer.from('{"act": "ask", "text": "caf\xe9?"}', 'latin1');
  test.each([
    { what: 'nothing', answer: answersWith(''), problem: 'it was empty' },
    { what: 'JSON that breaks off', answer: breaksOff, problem: 'it is not JSON' },
    { what: 'words', answer: answersWith('Since when?'), problem: 'it is not JSON' },
    { what: 'bytes that are no UTF-8', answer: answersWith(caf), problem: 'it is not UTF-8' },
    { what: 'another form', answer: acts({ question: 'Why?' }), problem: 'choose one of ask' },
    { what: 'too long a reply', answer: answersWith(`"${'a'.repeat(2 ** 20)}"`), problem: 'it was longer than 1 MiB' },
  ])('$what is unusable, is not tried again here, and the next request says why', async ({ answer, problem }) => {
    const { act, endpoint } = await doctorWith([answer, why]);
    await expect(act()).rejects.toMatchObject({ code: 'unusable-reply', message: expect.stringContaining(problem) });
    expect(endpoint.requests).toHaveLength(1);
    expect((await act()).act.text).toBe('Since when?');
    expect(endpoint.requests[1]).toEqual({
      ...endpoint.requests[0],
      attempt: 2,
      problem: expect.stringContaining(problem),
    });
  });

  test('is forgotten with the next turn, and its tokens are counted with the act it led to', async () => {
    const usage = { inputTokens: 7, outputTokens: 2 };
    const good = acts({ act: 'ask', text: 'Why?', usage });
    const { act, endpoint } = await doctorWith([acts({ act: 'guess', usage }), good, good]);
    await expect(act()).rejects.toThrow(AnamnesisError);
    expect((await act()).usage).toEqual({ inputTokens: 14, outputTokens: 4 });
    expect((await act(asked)).usage).toEqual(usage);
    expect(endpoint.requests[2]).toMatchObject({ attempt: 1, problem: null });
  });
});

test('a new doctor that recalls what was answered acts the same, and asks for nothing again', async () => {
  const calls = memory();
  const script = [acts({ act: 'guess' }), why, acts({ act: 'conclude', diagnosis: 'flu' })];
  const first = await doctorWith(script, { calls });
  const seen = [await first.act().catch(({ message }) => message), await first.act(), await first.act(asked)];
  expect(calls.kept.map(({ turn, role, step, attempt }) => [turn, role, step, attempt])).toEqual([
    [1, 'doctor', 'act', 1],
    [1, 'doctor', 'act', 2],
    [2, 'doctor', 'act', 1],
  ]);
  // The same address, as it is when a run goes on.
  const spec = `http:${first.endpoint.url}`;
  const line = { secrets: [], send: () => Promise.reject(new Error('asked again')), close: async () => {} };
  const consultation = 'headache-benali.choleric.http.1';
  const second = elsewhereDoctor({ spec, line, consultation, seed: 1, diagnoses: null, readImage: null, calls });
  const turn = (view = viewOf()) => ({ view, call: 'act' as const, turnsLeft: 3 });
  const { signal } = new AbortController();
  expect([
    await second.act(turn(), signal).catch(({ message }) => message),
    await second.act(turn(), signal),
    await second.act(turn(asked), signal),
  ]).toEqual(seen);
});

test('a doctor that is stopped stops asking', async () => {
  const controller = new AbortController();
  const { act } = await doctorWith(() => {
    controller.abort();
    return hangs;
  });
  await expect(act(viewOf(), 'act', controller.signal)).rejects.toMatchObject({ code: 'interrupted' });
});

describe('the token', () => {
  const token = 'tok/en.of-mine';

  test('is shown to the doctor as a bearer token, and without one there is no header', async () => {
    const { act, endpoint } = await doctorWith([why], { token });
    await act();
    expect(endpoint.headers[0]?.authorization).toBe(`Bearer ${token}`);
    const other = await doctorWith([why]);
    await other.act();
    expect(other.endpoint.headers[0]).not.toHaveProperty('authorization');
  });

  test('gets into no error, whatever the doctor says of it', async () => {
    for (const answer of [fails(401, `no ${token}`), fails(500, token), answersWith(token)]) {
      const { act } = await doctorWith([answer, answer, answer], { token });
      const error = await act().catch((thrown) => thrown);
      expect(error).toBeInstanceOf(AnamnesisError);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
    }
  });

  test('gets into no record and no act, plain or escaped', async () => {
    const calls = memory();
    const escaped = `{"act": "ask", "text": "${token.replace('/', '\\/').replace('t', '\\u0074')} and ${token}?"}`;
    const { act } = await doctorWith([answersWith(escaped)], { token, calls });
    expect((await act()).act.text).toBe('[key] and [key]?');
    expect(JSON.stringify(calls.kept)).not.toContain('en.of-mine');
  });
});

describe('an address of chat completions', () => {
  async function chatDoctor(script: readonly Answer[], env: Record<string, string> = {}, calls: CallRecord = {}) {
    const endpoint = await chatEndpoint(script);
    open.push(endpoint);
    const spec = `http:${endpoint.baseUrl}/chat/completions`;
    const model = await completionsDoctor(spec, { env, retries: impatient(), ...calls });
    const prompts = await readDoctorPrompts([join(packageRoot(), 'prompts')]);
    const doctor = modelDoctor({
      model,
      consultation: 'c1',
      protocol: Protocol.parse({}),
      diagnoses: null,
      prompts,
      seed: null,
      hints: null,
      draw: 0,
      readImage: null,
      nameOf: (diagnosis) => diagnosis,
    });
    const act = () => doctor.act({ view: examined, call: 'act', turnsLeft: 3 }, new AbortController().signal);
    return { act, endpoint, spec };
  }

  test('is asked as a model is, without tools, and does its acts in text', async () => {
    const { act, endpoint } = await chatDoctor([says('EXAMINE: the heart')]);
    expect((await act()).act).toEqual({ kind: 'examine', text: 'the heart', form: 'line' });
    const [request] = endpoint.requests;
    expect(request).not.toHaveProperty('tools');
    expect(request?.messages.slice(1).map(({ role }) => role)).toEqual([
      ...['user', 'assistant', 'user', 'assistant', 'user'],
    ]);
  });

  test('is shown the token of doctors, never the key of models', async () => {
    const env = { OPENAI_API_KEY: 'key-of-openai', ANAMNESIS_DOCTOR_TOKEN: 'token-of-doctors' };
    const { act, endpoint } = await chatDoctor([says('My token is token-of-doctors.')], env);
    expect((await act()).act.text).toBe('My token is [key].');
    expect(endpoint.keys).toEqual(['token-of-doctors']);
  });

  test('fails under its own name, with the variable that is its own', async () => {
    const { act, spec } = await chatDoctor([fails(401, 'who?')]);
    await expect(act()).rejects.toMatchObject({
      code: 'key-refused',
      message: expect.stringContaining(spec),
      hint: 'check ANAMNESIS_DOCTOR_TOKEN',
    });
  });

  test('is recorded under its own name once', async () => {
    const calls = memory();
    const { act } = await chatDoctor([says('Since when?')], {}, calls);
    await act();
    expect(await act()).toMatchObject({ act: { text: 'Since when?' } });
    expect(calls.kept).toHaveLength(1);
  });
});
