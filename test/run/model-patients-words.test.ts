import { afterEach, expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { createKnowledge } from '../../src/knowledge/model.ts';
import type { Call } from '../../src/models/call.ts';
import { modelPatients } from '../../src/run/model-patients.ts';
import { createRunModels } from '../../src/run/run-models.ts';
import { type ChatEndpoint, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { asked, historyOf } from '../support/events.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const scratch = scratchFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const knowledge = createKnowledge({ ...catalog, hash: catalog.hashes.knowledge });
const { signal } = new AbortController();
const key = { consultation: 'c1', case: 'chest-pain-gallagher', persona: 'phlegmatic', doctor: 'bayes' };

/** Patients of a benchmark that names a model at an endpoint which always says the same, and what it was asked. */
async function speakers(words: string, { prompts, patient }: { prompts?: string; patient?: string } = {}) {
  const endpoint = await chatEndpoint(() => says(words));
  open.push(endpoint);
  const benchmark = Benchmark.parse({
    id: 'b',
    title: 'b',
    cases: 'all',
    personas: 'all',
    doctors: ['bayes'],
    rubric: '3mdbench',
    patient: patient ?? `openai:test-model@${endpoint.baseUrl}`,
  });
  const calls: Call[] = [];
  const record = async (call: Call) => {
    calls.push(call);
  };
  const models = createRunModels(benchmark, { calls: { record }, reached: { env: {} }, concurrency: 1 });
  const made = await modelPatients({ benchmark, catalog, knowledge, lexicon, calls: {}, models, prompts });
  const reply = async (repeat = 1) => {
    const patient = made.patient({ ...key, repeat, rerun: 0, protocol: null });
    return patient.reply(historyOf(await patient.open(signal), asked('Do you smoke?')), signal);
  };
  return { ...made, reply, calls, endpoint };
}

test('a benchmark’s model speaks for its patients, each call under its consultation', async () => {
  const { reply, calls } = await speakers('Yes, twenty a day since I was sixteen.');
  expect(await reply()).toMatchObject({ spokenBy: 'model', told: [{ fact: 'smoking' }] });
  expect(calls).toMatchObject([{ consultation: 'c1', turn: 1, role: 'patient', step: 'speak', attempt: 1 }]);
});

test('its case’s diagnosis is not heard', async () => {
  const { reply, calls } = await speakers('Yes, twenty a day. It is Tietze syndrome.');
  expect(await reply()).toMatchObject({ spokenBy: 'fallback' });
  expect(calls.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
});

test('prompts of one’s own stand for the shipped ones', async () => {
  await scratch.write({ 'patient-again.md': 'Once more! {{problem}}' });
  const { reply, endpoint, prompts } = await speakers('No.', { prompts: scratch.folder });
  await reply();
  expect(endpoint.requests[1]?.messages.at(-1)?.content).toContain('Once more! ');
  expect(prompts.again.file).toContain(scratch.folder);
});

test('a spec that names no model is a wrong call', async () => {
  await expect(speakers('', { patient: 'nobody' })).rejects.toMatchObject({ code: 'bad-call' });
});
