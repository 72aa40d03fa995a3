import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { filesWith, marker } from '../support/batch.ts';
import { type ChatEndpoint, calls, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { graded, verdicts } from '../support/judge.ts';

const here = workingFolder();
const open: ChatEndpoint[] = [];
beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', marker);
  vi.stubEnv('ANAMNESIS_CACHE', join(here.folder, 'cache'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

/** A doctor that asks twice and concludes, and a judge that finds one criterion met. */
async function models(): Promise<ChatEndpoint> {
  const endpoint = await chatEndpoint(({ messages, tools }) => {
    if (String(messages[0]?.content).includes('criteri')) return says(verdicts(graded('opens', true)));
    const own = messages.filter(({ role }) => role === 'assistant').length;
    if (own < 2) return says(own === 0 ? 'Do you have a fever?' : 'Do you have a headache?');
    return tools === undefined ? says('It will heal.') : calls('conclude', { diagnosis: 'tonsillitis', plan: 'Rest.' });
  });
  open.push(endpoint);
  vi.stubEnv('OPENAI_BASE_URL', endpoint.baseUrl);
  return endpoint;
}

const matrix = ['run', '--cases', 'itchy-skin-nakamura', '--personas', 'choleric,sanguine', '--quiet'];
const played = [...matrix, '--doctor', 'openai:gpt-4o-mini', '--judge', 'openai:gpt-4o', '--rubric', 'communication'];
const textOf = (run: string, file: string) => readFile(join(run, file), 'utf8');
const sorted = (text: string) => text.trim().split('\n').sort().join('\n');

test('a run that was recorded is repeated from its cassette without a key or a network, bit for bit', async () => {
  const endpoint = await models();
  expect(await anamnesis(...played, '--record', 'cassette.jsonl', '--out', 'first')).toMatchObject({
    code: 0,
    err: '',
  });
  await endpoint.close();
  open.length = 0;
  const asked = endpoint.requests.length;
  vi.stubEnv('OPENAI_API_KEY', '');
  vi.stubEnv('OPENAI_BASE_URL', '');
  const again = await anamnesis(...played, '--from-record', 'cassette.jsonl', '--out', 'second');
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(endpoint.requests).toHaveLength(asked);
  const plain = (text: string) => sorted(text).replaceAll(/"(run|at|ms)":("[^"]*"|\d+)/g, '"$1":0');
  for (const file of ['events.jsonl', 'assessments.jsonl'])
    expect(plain(await textOf('second', file)), file).toBe(plain(await textOf('first', file)));
  expect(await filesWith(marker, here.folder)).toEqual([]);
});

test.each(['yes', 'no'] as const)(
  'whether the judge is told the truth (%s) is recorded in the run and in every assessment',
  async (sees) => {
    const endpoint = await models();
    const { code } = await anamnesis(...played, '--judge-sees-truth', sees, '--out', `told-${sees}`);
    expect(code).toBe(0);
    const run = JSON.parse(await textOf(`told-${sees}`, 'run.json'));
    expect(run.benchmark.models.judge.seesTruth).toBe(sees === 'yes');
    const lines = (await textOf(`told-${sees}`, 'assessments.jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).judge.seesTruth)).toEqual([sees === 'yes', sees === 'yes']);
    const judged = endpoint.requests
      .filter(({ model }) => model === 'gpt-4o')
      .map(({ messages }) => JSON.stringify(messages));
    expect(judged.length).toBeGreaterThan(0);
    expect(judged.some((words) => words.includes('What is really wrong with this patient, which'))).toBe(
      sees === 'yes',
    );
  },
);

test('a cassette of other words names the first line that differs', async () => {
  await models();
  expect(await anamnesis(...played, '--record', 'cassette.jsonl', '--out', 'first')).toMatchObject({ code: 0 });
  const cassette = await readFile('cassette.jsonl', 'utf8');
  await here.write({ 'cassette.jsonl': cassette.replaceAll('general practice', 'hospital') });
  const again = await anamnesis(...played, '--from-record', 'cassette.jsonl', '--out', 'second');
  expect(again.code).toBe(1);
  expect(again.out).toContain('not-recorded');
  expect(await textOf('second', 'events.jsonl')).toMatch(/first difference at line \d+/);
});

test('the same run again is answered from the cache, and asks anew where it is told to', async () => {
  const endpoint = await models();
  const probes = 2; // one short call to each model before a batch; nobody keeps its answer
  expect(await anamnesis(...played, '--out', 'first')).toMatchObject({ code: 0 });
  const first = endpoint.requests.length;
  const second = await anamnesis(...played, '--out', 'second');
  expect(second.code).toBe(0);
  expect(endpoint.requests).toHaveLength(first + probes);
  expect(second.out).toMatch(/doctor: \d+ calls \(\d+ kept from before\)/);
  expect(await anamnesis(...played, '--no-cache', '--out', 'third')).toMatchObject({ code: 0 });
  expect(endpoint.requests).toHaveLength(2 * first + probes);
});

test('a run stops before it costs more than it may, and goes on with more', async () => {
  const endpoint = await models();
  const capped = await anamnesis(...played, '--max-cost', '0.021', '--out', 'capped');
  expect(capped.code).toBe(1);
  expect(capped.err).toMatch(/stopped after \d of 2 consultations: the next call may cost up to .* USD/);
  expect(capped.err).toContain('--resume capped --max-cost');
  const asked = endpoint.requests.length;
  const more = await anamnesis('run', '--resume', 'capped', '--max-cost', '5', '--quiet');
  expect(more).toMatchObject({ code: 0, err: expect.stringContaining('going on with capped') });
  expect(endpoint.requests.length).toBeGreaterThan(asked);
  expect(more.out).toMatch(/in all: \d+ calls, .* USD/);
});

test('a model without a price is found before anything is asked on a budget', async () => {
  vi.stubEnv('OPENAI_BASE_URL', 'https://models.example/v1');
  const { code, err } = await anamnesis(...matrix, '--doctor', 'openai:nobody-knows', '--max-cost', '1');
  expect(code).toBe(2);
  expect(err).toContain('--prices FILE');
});

test.each([
  [['--judge', 'openai:m'], 'a rule for every criterion'],
  [['--judge-sees-truth', 'no'], 'there is no judge'],
  [['--judge', 'openai:m', '--judge-sees-truth', 'maybe'], 'Allowed choices are yes, no'],
  [['--patient', 'nobody'], '"nobody" names no model'],
  [['--max-cost', '-1'], 'US dollars'],
  [['--from-record', 'none.jsonl'], 'none.jsonl does not exist'],
  [['--prices', 'none.yaml'], 'none.yaml'],
  [['--record', 'c.jsonl', '--from-record', 'c.jsonl'], 'cannot be read from and recorded into at once'],
])('a wrong call says what is wrong: %j', async (options, message) => {
  const { code, err } = await anamnesis(...matrix, '--doctor', 'bayes', ...options);
  expect(code).toBe(2);
  expect(err).toContain(message);
});
