import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { conduct } from '../../src/run/conduct.ts';
import { readLines, runFiles } from '../../src/run/journal.ts';
import { prepareReassessment } from '../../src/run/prepare-reassessment.ts';
import { reassess } from '../../src/run/reassess.ts';
import { readManifest } from '../../src/run/run-folder.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../../src/run/session.ts';
import { type ChatEndpoint, chatEndpoint, fails, replies } from '../support/chat-endpoint.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

vi.setConfig({ testTimeout: 20_000 }); // each test makes ready a run or two
const scratch = scratchFolder();
let endpoint: ChatEndpoint | undefined;
afterEach(() => endpoint?.close());

const [insideCase = ''] = catalog.cases.keys();

/** A case of a disease that the knowledge base does not hold. */
const outside = `
id: tired-and-tanned
title: Addison disease
source: a test
licence: MIT
demographics: {age: 40, sex: female}
setting: a clinic
opening: I am always tired.
unlisted: unknown
facts:
  - {name: tiredness, section: current-complaint, tier: volunteered, says: {presence: "I am always tired."}}
  - {name: dark-skin, section: current-complaint, tier: direct, says: {presence: "My skin went dark, in the creases."}}
  - {name: salt, section: current-complaint, tier: direct, says: {presence: "I crave salt."}}
examinations: []
tests: []
truth: {name: Addison disease, mustAsk: [], redFlags: []}
`;

async function begun(value: string, cases = ['tired-and-tanned', insideCase], calls = 200) {
  await scratch.write({ 'library/cases/tired-and-tanned.yaml': outside });
  const libraries = [join(scratch.folder, 'library')];
  const benchmark = Benchmark.parse({
    id: 'small',
    title: 'Small',
    cases,
    personas: ['sanguine'],
    doctors: ['hasty', 'checklist'],
    rubric: 'consultation-quality',
    protocol: { maxTurns: 2 },
    models: { value: { scheme: 'options', calls } },
    exactShapley: true,
    value,
  });
  const env = {};
  const retries = { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} };
  const session = await prepare(benchmark, await openCatalog({ libraries }), { models: { env, retries } });
  const run = await beginRun(session, { out: join(scratch.folder, 'run'), libraries, clock: () => new Date(0) });
  return { session, run };
}

async function carriedOut(session: Session, run: OpenRun) {
  const setting = { ...session, run: run.id, folder: run.folder, finished: run.finished, begun: run.begun };
  const outcome = await conduct({ ...setting, clock: () => new Date(0), concurrency: 1 }).outcome;
  await Promise.all([session.calls.close(), session.models.close()]);
  return outcome;
}

async function rewards({ folder }: { folder: string }): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {};
  for await (const line of readLines(join(folder, runFiles.assessments), AssessmentLine))
    found[`${line.case} ${line.doctor}`] = line.questioning?.reward?.value ?? null;
  return found;
}

const picks = replies({ text: 'A', likeliest: { A: 0.5, B: 0.25, C: 0.125 } });

describe('a run that names a model to value facts', () => {
  test('asks it of the case outside the knowledge base alone, once for both doctors, and a resume asks nothing again', async () => {
    endpoint = await chatEndpoint(() => picks);
    const spec = `openai:m@${endpoint.baseUrl}`;
    const { session, run } = await begun(spec);
    expect(await carriedOut(session, run)).toMatchObject({ done: 4, failures: [] });
    expect(endpoint.requests).toHaveLength(4); // two facts beyond the opening: four sets
    expect(await rewards(run)).toEqual({
      'tired-and-tanned hasty': spec,
      'tired-and-tanned checklist': spec,
      [`${insideCase} hasty`]: 'knowledge base',
      [`${insideCase} checklist`]: 'knowledge base',
    });
    const calls = (await readFile(join(run.folder, runFiles.calls), 'utf8')).trim().split('\n');
    expect(calls).toHaveLength(4);
    expect(await readManifest(run.folder)).toMatchObject({
      benchmark: { value: spec, exactShapley: true },
      hashes: { prompts: { 'value-options': expect.any(String) } },
    });
    const again = await resumeRun(run.folder, { models: { env: {} } });
    expect(again.run.finished.size).toBe(4);
    await carriedOut(again.session, again.run);
    expect(endpoint.requests).toHaveLength(4);
  });

  test('is assessed anew as it was, without a call; by nobody where that is asked for', async () => {
    endpoint = await chatEndpoint(() => picks);
    const { session, run } = await begun(`openai:m@${endpoint.baseUrl}`);
    await carriedOut(session, run);
    const before = await rewards(run);
    const anew = async (value?: string) => {
      const setting = await prepareReassessment(
        run.folder,
        { rubrics: [], libraries: [], value },
        { models: { env: {} } },
      );
      const made = await reassess(setting, { signal: new AbortController().signal, concurrency: 1 });
      await Promise.all([setting.calls.close(), setting.models.close()]);
      return { record: setting.record, rewards: await rewards(made) };
    };
    const same = await anew();
    expect(same.rewards).toEqual(before);
    expect(same.record).toMatchObject({ exactShapley: true, value: { settings: { scheme: 'options', calls: 200 } } });
    expect(endpoint.requests).toHaveLength(4);
    const nobody = await anew('embedded');
    expect(nobody.record.value).toBeNull();
    expect(nobody.rewards).toMatchObject({
      'tired-and-tanned hasty': null,
      [`${insideCase} hasty`]: 'knowledge base',
    });
  });

  test('stands without its answer, and a resume makes it up without anybody speaking again', async () => {
    let answer = fails(500, 'down');
    endpoint = await chatEndpoint(() => answer);
    const { session, run } = await begun(`openai:m@${endpoint.baseUrl}`);
    expect(await carriedOut(session, run)).toMatchObject({ done: 4, failures: [] });
    expect(await rewards(run)).toMatchObject({
      'tired-and-tanned hasty': null,
      [`${insideCase} hasty`]: 'knowledge base',
    });
    const events = await readFile(join(run.folder, runFiles.events), 'utf8');
    answer = picks;
    const again = await resumeRun(run.folder, { models: { env: {} } });
    expect(again.run.finished.size).toBe(2);
    await carriedOut(again.session, again.run);
    expect(await rewards(run)).toMatchObject({ 'tired-and-tanned hasty': expect.stringContaining('openai:m') });
    expect(await readFile(join(run.folder, runFiles.events), 'utf8')).toBe(events);
  });
});

test('without one the facts of such a case have no value, and no figure pretends to', async () => {
  const { session, run } = await begun('embedded', ['tired-and-tanned']);
  await carriedOut(session, run);
  expect(await rewards(run)).toEqual({ 'tired-and-tanned hasty': null, 'tired-and-tanned checklist': null });
});

test('a model that would have nothing to value is a wrong call, as is one whose calls do not reach', async () => {
  await expect(begun('openai:m@http://127.0.0.1:1/v1', [insideCase])).rejects.toMatchObject({
    code: 'bad-call',
    hint: expect.stringContaining('--value'),
  });
  await expect(begun('openai:m@http://127.0.0.1:1/v1', ['tired-and-tanned'], 4)).rejects.toMatchObject({
    code: 'bad-call',
    message: 'tired-and-tanned has 3 facts, which take 6 calls to value, and 4 are allowed',
  });
  await expect(begun('nobody', ['tired-and-tanned'])).rejects.toMatchObject({ code: 'bad-call' });
});
