import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { Protocol } from '../../src/catalog/protocol.ts';
import type { DoctorCall } from '../../src/doctor/doctor.ts';
import { type ModelDoctorOptions, modelDoctor } from '../../src/doctor/model.ts';
import { type DoctorPrompts, readDoctorPrompts } from '../../src/doctor/prompts.ts';
import type { DoctorView, ViewLine } from '../../src/events/history.ts';
import type { Call } from '../../src/models/call.ts';
import { chatModel, type ModelOptions } from '../../src/models/models.ts';
import {
  type Answer,
  type ChatEndpoint,
  calls,
  chatEndpoint,
  fails,
  replies,
  says,
  sendsNoChoices,
} from '../support/chat-endpoint.ts';

const folder = fileURLToPath(new URL('../../prompts', import.meta.url));
let prompts: DoctorPrompts;
beforeAll(async () => {
  prompts = await readDoctorPrompts([folder]);
});

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const opening: ViewLine = { speaker: 'patient', text: 'My chest feels tight.' };
const viewOf = (...lines: ViewLine[]): DoctorView => ({
  demographics: { age: 61, sex: 'female' },
  setting: 'general practice',
  lines: [opening, ...lines],
});

async function doctorWith(
  script: readonly Answer[],
  options: Partial<ModelDoctorOptions> = {},
  modelOptions: ModelOptions = {},
) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {}, ...modelOptions });
  const protocol = Protocol.parse({ diagnoses: options.diagnoses ? 'closed' : 'open' });
  const doctor = modelDoctor({
    model,
    consultation: 'c1',
    protocol,
    diagnoses: null,
    hints: null,
    prompts,
    seed: null,
    draw: 0,
    readImage: null,
    nameOf: (diagnosis) => diagnosis.toLowerCase(),
    ...options,
  });
  const act = (view = viewOf(), call: DoctorCall = 'act') =>
    doctor.act({ view, call, turnsLeft: 3 }, new AbortController().signal);
  const believes = (view = viewOf()) => doctor.believes?.({ view }, new AbortController().signal);
  return { act, believes, endpoint };
}

const reached = {
  diagnosis: 'acute coronary syndrome',
  differential: ['reflux'],
  reasoning: 'tightness on effort',
  plan: 'You need an ECG and a blood test',
  safety_net: 'Call an ambulance if it gets worse.',
};

test.each([
  { answer: says('Since when?'), act: { kind: 'ask', text: 'Since when?', form: 'words' } },
  { answer: says('EXAMINE: the heart'), act: { kind: 'examine', text: 'the heart', form: 'line' } },
  { answer: calls('examine', { what: 'the heart' }), act: { kind: 'examine', text: 'the heart', form: 'tool' } },
  { answer: calls('order_test', { what: 'ECG' }), act: { kind: 'order', text: 'ECG', form: 'tool' } },
  {
    answer: replies({
      text: 'Let me see.',
      toolCalls: [
        { name: 'order_test', arguments: { what: 'ECG' } },
        { name: 'order_test', arguments: { what: 'troponin' } },
        { name: 'conclude', arguments: reached },
      ],
    }),
    act: { kind: 'order', text: 'ECG; troponin', form: 'tool' },
  },
])('a reply becomes the act $act.kind by $act.form', async ({ answer, act: expected }) => {
  const { act } = await doctorWith([answer]);
  expect(await act()).toEqual({ act: expected, usage: { inputTokens: 100, outputTokens: 20 } });
});

test('a conclusion by tool is heard as diagnosis, plan and safety net', async () => {
  const { act } = await doctorWith([calls('conclude', reached)]);
  expect((await act()).act).toEqual({
    kind: 'conclude',
    form: 'tool',
    text: 'I think this is acute coronary syndrome. You need an ECG and a blood test. Call an ambulance if it gets worse.',
    conclusion: {
      diagnosis: 'acute coronary syndrome',
      differential: ['reflux'],
      reasoning: 'tightness on effort',
      plan: 'You need an ECG and a blood test',
      safetyNet: 'Call an ambulance if it gets worse.',
    },
  });
});

test('a conclusion needs nothing but a diagnosis', async () => {
  const { act } = await doctorWith([calls('conclude', { diagnosis: 'flu' })]);
  expect((await act()).act).toMatchObject({
    conclusion: { diagnosis: 'flu', differential: [], reasoning: null, plan: null, safetyNet: null },
  });
});

test('the model gets the prompt and the words of the view, and nothing else', async () => {
  const view = viewOf(
    { speaker: 'doctor', text: 'Since when?', act: 'ask' },
    { speaker: 'patient', text: 'Since this morning.' },
    { speaker: 'doctor', text: 'temperature', act: 'examine' },
    { speaker: 'clinic', text: 'Temperature 36.8 °C' },
  );
  const { act, endpoint } = await doctorWith([says('Any other complaint?')]);
  await act(view);
  const [request] = endpoint.requests;
  const [system, ...conversation] = request?.messages ?? [];
  expect(conversation).toEqual([
    { role: 'user', content: 'My chest feels tight.' },
    { role: 'assistant', content: 'Since when?' },
    { role: 'user', content: 'Since this morning.' },
    { role: 'assistant', content: 'EXAMINE: temperature' },
    { role: 'user', content: 'CLINIC REPORT: Temperature 36.8 °C' },
  ]);
  expect(system?.content).toContain('Age 61 years, female. Seen in: general practice.');
  expect(system?.content).toContain('14 turns');
  expect(request?.tools?.map((tool) => tool.function.name)).toEqual(['examine', 'order_test', 'conclude']);
  expect(Object.keys(request ?? {}).sort()).toEqual(['messages', 'model', 'stream', 'temperature', 'tools']);
  expect(JSON.stringify(request)).not.toContain('c1');
});

test('a later request begins with the earlier one', async () => {
  const { act, endpoint } = await doctorWith([says('Since when?'), says('Any fever?')]);
  await act();
  await act(viewOf({ speaker: 'doctor', text: 'Since when?', act: 'ask' }, { speaker: 'patient', text: 'Today.' }));
  const [first, second] = endpoint.requests.map(({ messages }) => messages);
  expect(second?.slice(0, first?.length)).toEqual(first);
});

test('an infant is aged in months', async () => {
  const { act, endpoint } = await doctorWith([says('How long?')]);
  await act({ ...viewOf(), demographics: { age: 0.5, sex: 'male' } });
  expect(endpoint.requests[0]?.messages[0]?.content).toContain('Age 6 months, male');
});

test('a closed list is shown to the model', async () => {
  const { act, endpoint } = await doctorWith([says('Since when?')], { diagnoses: ['migraine', 'gout'] });
  await act();
  expect(endpoint.requests[0]?.messages[0]?.content).toContain('- migraine\n- gout');
});

test('a closed list that the protocol does not ask for is a bug', async () => {
  const protocol = Protocol.parse({});
  await expect(doctorWith([], { diagnoses: ['gout'], protocol })).rejects.toThrow('closed list');
});

test('where the turns are spent the model is told, is offered conclude alone, and a question is no act', async () => {
  const { act, endpoint } = await doctorWith([says('Any fever?'), says('DIAGNOSIS: flu')]);
  await expect(act(viewOf(), 'conclude')).rejects.toMatchObject({ code: 'unusable-reply' });
  expect((await act(viewOf(), 'conclude')).act).toMatchObject({ kind: 'conclude', conclusion: { diagnosis: 'flu' } });
  const [first] = endpoint.requests;
  expect(first?.messages.at(-1)?.content).toMatch(/^My chest feels tight\.\n\n\[Your turns are spent/);
  expect(first?.tools?.map((tool) => tool.function.name)).toEqual(['conclude']);
});

test('after the conclusion the model answers in words, whatever they look like', async () => {
  const { act, endpoint } = await doctorWith([says('DIAGNOSIS: as I said, flu.')]);
  const view = viewOf(
    { speaker: 'doctor', text: 'I think this is flu.', act: 'conclude' },
    { speaker: 'patient', text: 'Are you sure?' },
  );
  expect((await act(view, 'explain')).act).toEqual({ kind: 'ask', text: 'DIAGNOSIS: as I said, flu.', form: 'words' });
  expect(endpoint.requests[0]).not.toHaveProperty('tools');
  expect(endpoint.requests[0]?.messages.at(-1)?.content).toMatch(/^Are you sure\?\n\n\[You have concluded/);
});

test.each([
  { what: 'empty words', answer: says('') },
  { what: 'no choice', answer: sendsNoChoices },
  { what: 'broken arguments', answer: calls('conclude', '{"diagnosis": "fl') },
  { what: 'other arguments', answer: calls('conclude', { name: 'flu' }) },
  { what: 'an empty request', answer: calls('examine', { what: ' ' }) },
  { what: 'an unknown tool', answer: calls('prescribe', {}) },
])('$what is unusable, and the next attempt says why', async ({ answer }) => {
  const { act, endpoint } = await doctorWith([answer, says('Since when?')]);
  await expect(act()).rejects.toMatchObject({ name: 'AnamnesisError', code: 'unusable-reply' });
  expect((await act()).act.text).toBe('Since when?');
  expect(endpoint.requests[1]?.messages.at(-1)?.content).toContain('could not be used: ');
});

test('the tokens of unusable replies are counted with the act they led to', async () => {
  const { act } = await doctorWith([says(''), says(''), says('Since when?')]);
  await expect(act()).rejects.toThrow(AnamnesisError);
  await expect(act()).rejects.toThrow(AnamnesisError);
  expect((await act()).usage).toEqual({ inputTokens: 300, outputTokens: 60 });
});

test('a failure of the endpoint goes through as it is', async () => {
  const { act } = await doctorWith([fails(401, 'Incorrect API key provided')]);
  await expect(act()).rejects.toMatchObject({ code: 'key-refused' });
});

test('calls are recorded by turn and attempt, and a new doctor that recalls them acts the same without a call', async () => {
  const kept: Call[] = [];
  const record = async (call: Call) => void kept.push(call);
  const script = [says(''), says('Since when?'), calls('conclude', reached)];
  const later = viewOf({ speaker: 'doctor', text: 'Since when?', act: 'ask' }, { speaker: 'patient', text: 'Today.' });

  const first = await doctorWith(script, { seed: 5 }, { record });
  await expect(first.act()).rejects.toThrow(AnamnesisError);
  const acts = [await first.act(), await first.act(later)];
  expect(kept.map(({ turn, step, attempt }) => [turn, step, attempt])).toEqual([
    [1, 'act', 1],
    [1, 'act', 2],
    [2, 'act', 1],
  ]);
  const seeds = first.endpoint.requests.map(({ seed }) => seed);
  expect(new Set(seeds).size).toBe(3);

  const recall: NonNullable<ModelOptions['recall']> = (key) =>
    kept.find(({ turn, step, attempt }) => turn === key.turn && step === key.step && attempt === key.attempt)?.reply;
  const second = await doctorWith([], { seed: 5 }, { recall });
  await expect(second.act()).rejects.toThrow(AnamnesisError);
  expect([await second.act(), await second.act(later)]).toEqual(acts);
  expect(second.endpoint.requests).toEqual([]);
});

describe('a strategy', () => {
  const protocol = (settings: Partial<Protocol>) => ({ protocol: Protocol.parse(settings) });
  const systemOf = (endpoint: ChatEndpoint) => String(endpoint.requests[0]?.messages[0]?.content);

  test('without a dialogue shows the opening alone, offers conclude alone and speaks of no turns', async () => {
    const { act, endpoint } = await doctorWith([calls('conclude', reached)], protocol({ dialogue: false }));
    expect((await act(viewOf(), 'conclude')).act.kind).toBe('conclude');
    expect(systemOf(endpoint)).toContain('nothing more can be asked');
    expect(endpoint.requests[0]?.messages.slice(1)).toEqual([{ role: 'user', content: 'My chest feels tight.' }]);
    expect(endpoint.requests[0]?.tools?.map((tool) => tool.function.name)).toEqual(['conclude']);
  });

  test('with a rationale keeps the thoughts from the patient, and gives them back to the model', async () => {
    const thinks = says('<thinking>It may be the heart.</thinking>\nDoes it come on effort?');
    const { act, endpoint } = await doctorWith([thinks, says('Since when?')], protocol({ rationale: true }));
    const { act: asked } = await act();
    expect(asked).toEqual({
      kind: 'ask',
      text: 'Does it come on effort?',
      form: 'words',
      rationale: 'It may be the heart.',
    });
    await act(
      viewOf(
        { speaker: 'doctor', text: asked.text, act: 'ask', rationale: 'It may be the heart.' },
        { speaker: 'patient', text: 'Yes.' },
      ),
    );
    expect(systemOf(endpoint)).toContain('<thinking>');
    expect(endpoint.requests[1]?.messages[2]?.content).toBe(
      '<thinking>It may be the heart.</thinking>\nDoes it come on effort?',
    );
  });

  test('without one leaves out what a model thinks of its own accord', async () => {
    const { act, endpoint } = await doctorWith([says('<think>Heart?</think>Since when?')]);
    expect((await act()).act).toEqual({ kind: 'ask', text: 'Since when?', form: 'words' });
    expect(systemOf(endpoint)).not.toContain('<thinking>');
  });

  test('with hints shows what the classifier says, after all that is the same for every patient', async () => {
    const hints = [
      { label: 'shingles', score: 0.7 },
      { label: 'eczema', score: 0.2 },
    ];
    const { act, endpoint } = await doctorWith([says('Since when?')], { hints, ...protocol({ hints: true }) });
    await act();
    expect(systemOf(endpoint)).toMatch(/Age 61 years[\s\S]*- shingles: 0\.7\n- eczema: 0\.2$/);
    await expect(doctorWith([], { hints })).rejects.toThrow('hints go with a protocol');
  });

  test('with examples shows them before the patient', async () => {
    const { act, endpoint } = await doctorWith([says('Since when?')], protocol({ examples: true }));
    await act();
    expect(systemOf(endpoint)).toMatch(/consultations that went well[\s\S]*Age 61 years/);
  });

  test('with pictures shows them with the words they came with, and offers to look only on request', async () => {
    const image = {
      mediaType: 'image/png',
      base64: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    };
    const shown = { file: 'rash.png', caption: 'The left arm', alternative: 'red' };
    const view = viewOf(
      { speaker: 'doctor', text: 'picture of the arm', act: 'examine' },
      { speaker: 'clinic', text: 'Red rings.', images: [shown] },
    );
    const options = { readImage: async () => image, ...protocol({ images: 'request' }) };
    const { act, endpoint } = await doctorWith([calls('look_at_image', { what: 'the other arm' })], options);
    expect((await act(view)).act).toEqual({ kind: 'examine', text: 'picture of the other arm', form: 'tool' });
    expect(endpoint.requests[0]?.messages.at(-1)?.content).toEqual([
      { type: 'text', text: 'CLINIC REPORT: Red rings.\n[Picture: The left arm]' },
      { type: 'image_url', image_url: { url: `data:image/png;base64,${image.base64}` } },
    ]);
    expect(endpoint.requests[0]?.tools?.map((tool) => tool.function.name)).toContain('look_at_image');
    expect(JSON.stringify(endpoint.requests)).not.toContain('rash.png');
  });

  test('with votes asks for the conclusion again, and the diagnosis named most often counts', async () => {
    const script = [
      calls('conclude', { diagnosis: 'reflux' }),
      says('DIAGNOSIS: Flu'),
      says('no conclusion at all'),
      calls('conclude', { diagnosis: 'flu' }),
    ];
    const { act, endpoint } = await doctorWith(script, { seed: 3, draw: 1, ...protocol({ votes: 4 }) });
    const { act: concluded, usage } = await act();
    expect(concluded).toMatchObject({
      text: 'I think this is Flu.',
      conclusion: {
        diagnosis: 'Flu',
        votes: [
          { diagnosis: 'Flu', count: 2 },
          { diagnosis: 'reflux', count: 1 },
        ],
      },
    });
    expect(usage).toEqual({ inputTokens: 400, outputTokens: 80 });
    expect(new Set(endpoint.requests.map(({ seed }) => seed)).size).toBe(4);
  });

  test('states probabilities by tool and by line, and they are kept in the order of the diagnoses', async () => {
    const byTool = {
      diagnosis: 'flu',
      probability: 0.7,
      differential: [{ diagnosis: 'cold', probability: 20 }, 'covid'],
    };
    const byLine = says('DIAGNOSIS: flu (0.7)\nDIFFERENTIAL: cold (20 %); covid');
    const { act } = await doctorWith([calls('conclude', byTool), byLine]);
    for (let i = 0; i < 2; i++)
      expect((await act()).act).toMatchObject({
        conclusion: { diagnosis: 'flu', differential: ['cold', 'covid'], probabilities: [0.7, 0.2, null] },
      });
  });
});

describe('a belief probe', () => {
  test('asks at the end of the conversation, without tools, and reads a differential', async () => {
    const { believes, endpoint } = await doctorWith([says('flu: 0.7\ncold: 0.2')]);
    expect(await believes()).toEqual({
      differential: [
        { diagnosis: 'flu', probability: 0.7 },
        { diagnosis: 'cold', probability: 0.2 },
      ],
      usage: { inputTokens: 100, outputTokens: 20 },
    });
    expect(endpoint.requests[0]).not.toHaveProperty('tools');
    expect(endpoint.requests[0]?.messages.at(-1)?.content).toMatch(/^My chest feels tight\.\n\n\[Outside/);
  });

  test('that brings no differential is unusable', async () => {
    const { believes } = await doctorWith([says('I cannot say.')]);
    await expect(believes()).rejects.toMatchObject({ code: 'unusable-reply' });
  });
});
