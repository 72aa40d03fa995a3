import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { Protocol } from '../../src/catalog/protocol.ts';
import type { DoctorCall } from '../../src/doctor/doctor.ts';
import { type DoctorPrompts, type ModelDoctorOptions, modelDoctor, readDoctorPrompts } from '../../src/doctor/model.ts';
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
  prompts = await readDoctorPrompts(folder);
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
  const doctor = modelDoctor({ model, consultation: 'c1', protocol, diagnoses: null, prompts, seed: null, ...options });
  const act = (view = viewOf(), call: DoctorCall = 'act') =>
    doctor.act({ view, call, turnsLeft: 3 }, new AbortController().signal);
  return { act, endpoint };
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
