import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { Protocol } from '../../src/catalog/protocol.ts';
import { agentDoctor, mustSuitAgents } from '../../src/doctor/agent.ts';
import type { AgentOptions } from '../../src/doctor/agent-loop.ts';
import type { Doctor, DoctorCall } from '../../src/doctor/doctor.ts';
import {
  type AgentPrompts,
  type DoctorPrompts,
  readAgentPrompts,
  readDoctorPrompts,
} from '../../src/doctor/prompts.ts';
import type { ViewLine } from '../../src/events/history.ts';
import type { CallRecord } from '../../src/models/call.ts';
import { chatModel } from '../../src/models/models.ts';
import {
  type Answer,
  type ChatEndpoint,
  calls,
  chatEndpoint,
  fails,
  hangs,
  replies,
  says,
  sendsNoChoices,
} from '../support/chat-endpoint.ts';
import { memory, viewOf } from '../support/doctor-view.ts';
import { until } from '../support/until.ts';

const folder = fileURLToPath(new URL('../../prompts', import.meta.url));
let prompts: DoctorPrompts & AgentPrompts;
beforeAll(async () => {
  prompts = { ...(await readDoctorPrompts([folder])), ...(await readAgentPrompts([folder])) };
});

const open: { close?(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close?.()));
});

interface Given extends Partial<Omit<AgentOptions, 'protocol' | 'calls'>> {
  readonly protocol?: object;
  readonly opening?: ViewLine;
  /** What was said already. */
  readonly lines?: readonly ViewLine[];
  readonly record?: Required<CallRecord>;
}

/** An agent in a consultation whose patient and clinic say what they are told to. */
async function consulting(
  endpoint: ChatEndpoint,
  { protocol = {}, record = memory(), opening, lines: before = [], ...given }: Given = {},
) {
  const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {}, ...record });
  const doctor: Doctor = agentDoctor({
    model,
    consultation: 'c1',
    protocol: Protocol.parse(protocol),
    diagnoses: null,
    hints: null,
    prompts,
    seed: null,
    draw: 0,
    readImage: null,
    calls: record,
    ...given,
  });
  open.push(doctor);
  const lines: ViewLine[] = [...before];
  const view = () => (opening ? { ...viewOf(), lines: [opening, ...lines] } : viewOf(...lines));
  return {
    doctor,
    lines,
    /** The next act, and what comes of it. */
    act: async (answer: string | Exclude<ViewLine, { speaker: 'doctor' }> = 'Yes.', call: DoctorCall = 'act') => {
      const reply = await doctor.act({ view: view(), call, turnsLeft: 3 }, new AbortController().signal);
      const { act } = reply;
      const { text, kind, rationale } = act;
      lines.push({ speaker: 'doctor', text, act: kind, ...(rationale === undefined ? {} : { rationale }) });
      lines.push(
        typeof answer === 'string' ? { speaker: kind === 'ask' ? 'patient' : 'clinic', text: answer } : answer,
      );
      return reply;
    },
  };
}

async function scripted(script: readonly Answer[], given: Given = {}) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  return { endpoint, ...(await consulting(endpoint, given)) };
}

const asks = (words: string) => calls('ask_patient', { words });
const examines = calls('examine', { what: 'the heart' });
const concludes = calls('conclude', { diagnosis: 'flu', plan: 'Rest.' });
const broken = calls('examine', '{"what": "the h');

/** What the endpoint was told last, without the system's words. */
const told = ({ requests }: ChatEndpoint) => requests.at(-1)?.messages.slice(1);
const toolsIn = ({ requests }: ChatEndpoint) => requests.at(-1)?.tools?.map((tool) => tool.function.name);
const unusable = { name: 'AnamnesisError', code: 'unusable-reply' };

const called = (number: number, name: string, args: object) => ({
  id: `call0000${number}`,
  type: 'function',
  function: { name, arguments: JSON.stringify(args) },
});

test.each([
  { answer: asks('Since when?'), act: { kind: 'ask', text: 'Since when?', form: 'tool' } },
  { answer: says('Since when?'), act: { kind: 'ask', text: 'Since when?', form: 'words' } },
  { answer: says('EXAMINE: the heart'), act: { kind: 'examine', text: 'the heart', form: 'line' } },
  { answer: examines, act: { kind: 'examine', text: 'the heart', form: 'tool' } },
  { answer: calls('order_test', { what: 'ECG' }), act: { kind: 'order', text: 'ECG', form: 'tool' } },
  { answer: concludes, act: { kind: 'conclude', text: 'I think this is flu. Rest.', form: 'tool' } },
])('a reply becomes the act $act.kind by $act.form', async ({ answer, act: expected }) => {
  const { act } = await scripted([answer]);
  expect(await act()).toMatchObject({ act: expected, usage: { inputTokens: 100, outputTokens: 20 } });
});

test('what comes of a call is its result, and what is said without one is answered in words', async () => {
  const { act, endpoint } = await scripted([asks('Since when?'), examines, says('Does it hurt?'), concludes]);
  await act('Since this morning.');
  await act('Heart normal.');
  await act('A little.');
  await act();
  expect(told(endpoint)).toEqual([
    { role: 'user', content: 'My chest feels tight.' },
    { role: 'assistant', content: '', tool_calls: [called(1, 'ask_patient', { words: 'Since when?' })] },
    { role: 'tool', tool_call_id: 'call00001', content: 'Since this morning.' },
    { role: 'assistant', content: '', tool_calls: [called(2, 'examine', { what: 'the heart' })] },
    { role: 'tool', tool_call_id: 'call00002', content: 'CLINIC REPORT: Heart normal.' },
    { role: 'assistant', content: 'Does it hurt?' },
    { role: 'user', content: 'A little.' },
  ]);
});

test('the model is told who sits there, how many turns there are, and which tools', async () => {
  const { act, endpoint } = await scripted([asks('Since when?')], { protocol: { maxTurns: 9 } });
  await act();
  const system = String(endpoint.requests[0]?.messages[0]?.content);
  expect(system).toContain('9 turns');
  expect(system).toContain('61 years, female');
  expect(toolsIn(endpoint)).toEqual(['ask_patient', 'examine', 'order_test', 'conclude']);
});

test('each request begins with the one before it', async () => {
  const { act, endpoint } = await scripted([asks('a'), examines, broken, says('b'), asks('c')]);
  await act();
  await act();
  await expect(act()).rejects.toMatchObject(unusable);
  await act();
  await act();
  const sent = endpoint.requests.map(({ messages }) => messages);
  for (const messages of sent) expect(messages).toEqual(sent.at(-1)?.slice(0, messages.length));
  expect(sent.map(({ length }) => length)).toEqual([2, 4, 6, 8, 10]);
});

test('of several calls the first counts with those of its tool, and the others are told that nothing came of them', async () => {
  const { act, endpoint } = await scripted([
    replies({
      toolCalls: [
        { name: 'ask_patient', arguments: { words: 'Since when?' } },
        { name: 'ask_patient', arguments: { words: 'Any fever?' } },
        { name: 'order_test', arguments: { what: 'ECG' } },
        { name: 'ask_patient', arguments: { words: 'Any cough?' } },
      ],
    }),
    concludes,
  ]);
  expect((await act('Since today. No.')).act).toEqual({ kind: 'ask', text: 'Since when? Any fever?', form: 'tool' });
  await act();
  const notDone = expect.stringContaining('Not carried out');
  expect(told(endpoint)?.slice(2)).toEqual([
    { role: 'tool', tool_call_id: 'call00001', content: 'Since today. No.' },
    { role: 'tool', tool_call_id: 'call00002', content: prompts.agentTogether.fill({}) },
    { role: 'tool', tool_call_id: 'call00003', content: notDone },
    { role: 'tool', tool_call_id: 'call00004', content: notDone },
  ]);
});

describe('what the model writes beside its calls', () => {
  const thinks = replies({
    text: '<think>Is it the heart?</think>I suspect the heart.',
    toolCalls: [{ name: 'examine', arguments: { what: 'the heart' } }],
  });

  test('stays with it as a note, without the thoughts that it marks, and nobody hears it', async () => {
    const { act, endpoint } = await scripted([thinks, concludes]);
    expect((await act()).act).toEqual({ kind: 'examine', text: 'the heart', form: 'tool' });
    await act();
    expect(told(endpoint)?.[1]?.content).toBe('I suspect the heart.');
  });

  test('is its rationale, where the protocol asks for one', async () => {
    const { act, endpoint } = await scripted([thinks, concludes], { protocol: { rationale: true } });
    expect((await act()).act).toMatchObject({ text: 'the heart', rationale: 'Is it the heart?' });
    await act();
    expect(String(endpoint.requests[0]?.messages[0]?.content)).toContain('## Thinking');
    expect(told(endpoint)?.[1]?.content).toContain('Is it the heart?');
  });
});

test('pictures are shown with the complaint, or right after the report that they came with', async () => {
  const base64 = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64');
  const picture = { type: 'image_url', image_url: { url: `data:image/png;base64,${base64}` } };
  const images = [{ file: 'ring.png', caption: 'The forearm', alternative: 'a red ring', licence: 'CC0' }];
  const { act, endpoint } = await scripted(
    [
      replies({
        toolCalls: [
          { name: 'look_at_image', arguments: { what: 'the skin' } },
          { name: 'order_test', arguments: { what: 'a scraping' } },
        ],
      }),
      says('It is a ring.'),
      concludes,
    ],
    {
      protocol: { images: 'request' },
      readImage: async () => ({ mediaType: 'image/png', base64 }),
      opening: { speaker: 'patient', text: 'It itches.', images },
    },
  );
  expect((await act({ speaker: 'clinic', text: 'A patch.', images })).act.text).toBe('picture of the skin');
  expect(toolsIn(endpoint)).toContain('look_at_image');
  await act();
  await act();
  expect(told(endpoint)).toMatchObject([
    { role: 'user', content: [{ type: 'text', text: 'It itches.\n[Picture: The forearm]' }, picture] },
    { role: 'assistant' },
    { role: 'tool', content: 'CLINIC REPORT: A patch.\n[Picture: The forearm]' },
    { role: 'tool', content: expect.stringContaining('Not carried out') },
    { role: 'user', content: [{ type: 'text', text: prompts.agentPictures.fill({}) }, picture] },
    { role: 'assistant', content: 'It is a ring.' },
    { role: 'user', content: 'Yes.' },
  ]);
});

describe('a reply that is no act', () => {
  test.each([
    { what: 'broken arguments', answer: broken, problem: 'the arguments of `examine` are not JSON' },
    { what: 'an unknown tool', answer: calls('prescribe', { drug: 'x' }), problem: 'there is no tool `prescribe`' },
    {
      what: 'the wrong arguments',
      answer: calls('ask_patient', { what: 'x' }),
      problem: 'the arguments of `ask_patient`',
    },
    {
      what: 'a name that endpoints refuse',
      answer: replies({ toolCalls: [{ name: 'extract-x', arguments: '[]' }] }),
      problem: 'there is no tool `extract-x`',
    },
  ])('for $what is an error, which the next attempt is told as the result', async ({ answer, problem }) => {
    const { act, endpoint } = await scripted([asks('Since when?'), answer, asks('Any fever?')]);
    await act();
    await expect(act()).rejects.toMatchObject({ ...unusable, message: expect.stringContaining(problem) });
    expect(await act()).toEqual({
      act: { kind: 'ask', text: 'Any fever?', form: 'tool' },
      usage: { inputTokens: 200, outputTokens: 40 },
    });
    expect(told(endpoint)?.at(-1)).toMatchObject({ role: 'tool', content: expect.stringContaining(problem) });
  });

  test.each([
    { what: 'nothing at all', answer: sendsNoChoices, tokens: 100 },
    { what: 'empty words', answer: says(' '), tokens: 200 },
    { what: 'thoughts alone', answer: says('<think>Hm.</think>'), tokens: 200 },
  ])('for $what is asked for again, and forgotten after it', async ({ answer, tokens }) => {
    const { act, endpoint } = await scripted([asks('Since when?'), answer, asks('Any fever?'), concludes]);
    await act('Today.');
    await expect(act()).rejects.toMatchObject(unusable);
    expect((await act()).usage?.inputTokens).toBe(tokens);
    expect(told(endpoint)?.at(-1)?.content).toBe(`Today.\n\n${prompts.again.fill({ problem: 'it was empty' })}`);
    await act();
    expect(told(endpoint)?.[2]?.content).toBe('Today.');
  });

  test('three times in every turn does not outrun the loop', async () => {
    const { act } = await scripted(
      Array.from({ length: 15 }, (_, i) =>
        i % 3 < 2 ? broken : i < 9 ? asks('Why?') : i < 12 ? concludes : says('No.'),
      ),
      { protocol: { maxTurns: 3, closingExchanges: 1 } },
    );
    for (const call of ['act', 'act', 'act', 'conclude', 'explain'] as const) {
      await expect(act('Yes.', call)).rejects.toMatchObject(unusable);
      await expect(act('Yes.', call)).rejects.toMatchObject(unusable);
      await act('Yes.', call);
    }
  });
});

describe('where the turns are spent', () => {
  test('the result of the last call says so, conclude alone is offered, and anything else is no act', async () => {
    const { act, endpoint } = await scripted([asks('Since when?'), asks('Why?'), concludes]);
    await act('Today.');
    await expect(act('', 'conclude')).rejects.toMatchObject({
      message: expect.stringContaining('the turns are spent'),
    });
    expect(told(endpoint)?.at(-1)?.content).toBe(`Today.\n\n${prompts.conclude.fill({})}`);
    expect(toolsIn(endpoint)).toEqual(['conclude']);
    expect((await act('Thanks.', 'conclude')).act.kind).toBe('conclude');
  });
});

describe('after the conclusion', () => {
  test.each([{ answer: says('TEST: none. It heals.') }, { answer: asks('TEST: none. It heals.') }])(
    'words are an answer, by a tool or without',
    async ({ answer }) => {
      const { act, endpoint } = await scripted([concludes, answer]);
      await act({ speaker: 'patient', text: 'Is it bad?' });
      expect((await act('Thanks.', 'explain')).act).toMatchObject({ kind: 'ask', text: 'TEST: none. It heals.' });
      expect(told(endpoint)?.at(-1)).toMatchObject({ role: 'tool', content: expect.stringMatching(/^Is it bad\?/) });
    },
  );

  test('another conclusion is no answer', async () => {
    const { act } = await scripted([concludes, concludes]);
    await act({ speaker: 'patient', text: 'Is it bad?' });
    await expect(act('', 'explain')).rejects.toMatchObject({ message: expect.stringContaining('only words') });
  });
});

test('a failure of the endpoint goes through as it is', async () => {
  const { act } = await scripted([asks('Since when?'), fails(401, 'Incorrect API key provided')]);
  await act();
  await expect(act()).rejects.toMatchObject({ code: 'key-refused' });
});

describe('a doctor that is stopped', () => {
  test('while the model thinks gives up at once, and can be asked again', async () => {
    const { doctor, act, endpoint, lines } = await scripted([asks('Since when?'), hangs, asks('Why?')]);
    await act('Today.');
    const stop = new AbortController();
    const waiting = doctor.act({ view: viewOf(...lines), call: 'act', turnsLeft: 2 }, stop.signal);
    await until(() => expect(endpoint.requests).toHaveLength(2));
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
    expect((await act()).act.text).toBe('Why?');
    expect(endpoint.requests).toHaveLength(3);
  });

  test('before it begins asks nobody', async () => {
    const { doctor, endpoint } = await scripted([asks('Since when?')]);
    const turn = { view: viewOf(), call: 'act', turnsLeft: 2 } as const;
    await expect(doctor.act(turn, AbortSignal.abort())).rejects.toMatchObject({ code: 'interrupted' });
    expect(endpoint.requests).toHaveLength(0);
  });

  test('between two acts comes to an end', async () => {
    const { doctor, act } = await scripted([asks('Since when?')]);
    await act();
    await expect(doctor.close?.()).resolves.toBeUndefined(); // it waits for the loop to end
    await expect(doctor.close?.()).resolves.toBeUndefined();
  });

  test('while it is asked, by its being closed, gives up', async () => {
    const { doctor, endpoint } = await scripted([hangs]);
    const turn = { view: viewOf(), call: 'act', turnsLeft: 2 } as const;
    const waiting = doctor.act(turn, new AbortController().signal);
    const rejected = expect(waiting).rejects.toMatchObject({ code: 'interrupted' });
    await until(() => expect(endpoint.requests).toHaveLength(1));
    await doctor.close?.();
    await rejected;
  });
});

describe('a consultation that goes on', () => {
  const script = [
    asks('Since when?'),
    sendsNoChoices,
    broken,
    says('Any fever?'),
    says(''),
    replies({ text: 'A note.', toolCalls: [{ name: 'order_test', arguments: { what: 'ECG' } }] }),
    asks('Why?'),
    concludes,
    says('It heals.'),
  ];
  const turns = [
    { call: 'act', attempts: 1 },
    { call: 'act', attempts: 3 },
    { call: 'act', attempts: 2 },
    { call: 'conclude', attempts: 2 },
    { call: 'explain', attempts: 1 },
  ] as const;

  /** Plays the whole consultation, with another doctor after so many turns. */
  async function played(another: number | null) {
    const record = memory();
    const first = await scripted(script, { record });
    let acting = first;
    const acts = [];
    for (const [index, { call, attempts }] of turns.entries()) {
      if (index === another) {
        await first.doctor.close?.();
        acting = { ...first, ...(await consulting(first.endpoint, { record, lines: first.lines })) };
      }
      for (let failed = 1; failed < attempts; failed++)
        await expect(acting.act('', call)).rejects.toMatchObject(unusable);
      acts.push(await acting.act(`Answer ${index}.`, call));
    }
    return { acts, requests: first.endpoint.requests, record, lines: first.lines, endpoint: first.endpoint };
  }

  test.each([1, 2, 3, 4])(
    'after %i turns with another doctor comes to the same acts by the same calls',
    async (turn) => {
      const whole = await played(null);
      const resumed = await played(turn);
      expect(resumed.acts).toEqual(whole.acts);
      expect(resumed.requests).toEqual(whole.requests);
      expect(whole.requests).toHaveLength(script.length);
    },
  );

  test('and whose last act was recorded gets it again for nothing', async () => {
    const { acts, record, lines, endpoint } = await played(null);
    const { act } = await consulting(endpoint, { record, lines: lines.slice(0, 4) });
    await expect(act()).rejects.toMatchObject(unusable); // recorded, too
    expect(await act()).toEqual(acts[2]);
    expect(endpoint.requests).toHaveLength(script.length);
  });

  test('without its calls is a damaged journal, and nobody is asked', async () => {
    const { lines, endpoint } = await played(null);
    const { act } = await consulting(endpoint, { lines: lines.slice(0, 4) });
    await expect(act()).rejects.toMatchObject({ code: 'journal-damaged', message: expect.stringContaining('turn 1') });
    expect(endpoint.requests).toHaveLength(script.length);
  });
});

test.each([
  { protocol: {}, refused: null },
  { protocol: { rationale: true, hints: true, examples: true, images: 'request', diagnoses: 'closed' }, refused: null },
  { protocol: { votes: 3 }, refused: '`votes`' },
  { protocol: { dialogue: false, beliefProbe: true }, refused: '`dialogue: false`, `beliefProbe`' },
])('a protocol with $protocol is refused before the run for $refused', ({ protocol, refused }) => {
  const benchmark = Benchmark.parse({
    ...{ id: 'b', title: 'B', cases: 'all', personas: 'all', rubric: 'r' },
    doctors: ['agent:openai:x'],
    protocol,
  });
  const check = () => mustSuitAgents(benchmark, 'agent:openai:x');
  if (refused === null) expect(check).not.toThrow();
  else expect(check).toThrow(expect.objectContaining({ code: 'bad-call', message: expect.stringContaining(refused) }));
});
