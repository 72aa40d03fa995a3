import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { conduct, type RunOutcome } from '../../src/run/conduct.ts';
import { AssessmentKey, readEvents, readLines, runFiles } from '../../src/run/journal.ts';
import { readManifest } from '../../src/run/run-folder.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../../src/run/session.ts';
import { type ChatEndpoint, calls, chatEndpoint, fails, says } from '../support/chat-endpoint.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

const scratch = scratchFolder();
const [firstCase = '', secondCase = ''] = catalog.cases.keys();

/** 2 cases × 2 personas × 4 references: 16 consultations. */
const benchmark = (more: object = {}): Benchmark =>
  Benchmark.parse({
    id: 'small',
    title: 'Small',
    cases: [firstCase, secondCase],
    personas: ['choleric', 'sanguine'],
    doctors: ['bayes', 'checklist', 'random', 'hasty'],
    rubric: 'consultation-quality',
    protocol: { maxTurns: 6 },
    ...more,
  });

/** A clock that goes on by a second whenever it is read: no two runs have the same times. */
function ticking(): Clock {
  let now = Date.UTC(2026, 0, 1);
  return () => {
    now += 1000;
    return new Date(now);
  };
}

async function carriedOut(session: Session, run: OpenRun, concurrency = 4): Promise<RunOutcome> {
  const setting = { ...session, run: run.id, folder: run.folder, finished: run.finished, begun: run.begun };
  const outcome = await conduct({ ...setting, clock: ticking(), concurrency }).outcome;
  await session.calls.close();
  return outcome;
}

async function run(folder: string, { more = {}, concurrency = 4 }: { more?: object; concurrency?: number } = {}) {
  const session = await prepare(benchmark(more), catalog);
  const open = await beginRun(session, { out: folder, libraries: [], clock: ticking() });
  return carriedOut(session, open, concurrency);
}

async function resumed(folder: string): Promise<{ outcome: RunOutcome; tornBytes: number }> {
  const { session, run: open, tornBytes } = await resumeRun(folder);
  return { outcome: await carriedOut(session, open), tornBytes };
}

type Timeless = Omit<ConsultationEvent, 'at' | 'run'>;

/** The events of a run in an order that does not depend on who was first, without when and in which run. */
async function eventsOf(folder: string): Promise<Timeless[]> {
  const all: Timeless[] = [];
  for await (const { at: _, run: __, ...event } of readEvents(folder)) all.push(event);
  return all.sort((a, b) =>
    a.consultation === b.consultation ? a.seq - b.seq : a.consultation < b.consultation ? -1 : 1,
  );
}

/** The assessments by consultation, without the run's name; a second one of the same consultation is an error. */
async function assessmentsOf(folder: string): Promise<Record<string, object>> {
  const all: Record<string, object> = {};
  for await (const { run: _, ...line } of readLines(join(folder, runFiles.assessments), AssessmentKey)) {
    if (line.consultation in all) throw new Error(`${line.consultation} was assessed twice`);
    all[line.consultation] = line;
  }
  return all;
}

/** Every file below a folder with its text. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const)));
}

/** One run that nothing interrupted, and the Shapley values that all runs of this file share. */
let shared = '';
let whole = '';
beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'anamnesis-'));
  whole = join(shared, 'whole');
  process.env.ANAMNESIS_CACHE = join(shared, 'cache');
  await run(whole, { concurrency: 8 });
});
beforeEach(() => {
  process.env.ANAMNESIS_CACHE = join(shared, 'cache');
});
afterAll(() => rm(shared, { recursive: true }));

describe('a run', () => {
  test('holds every consultation of its plan to the end, and assesses each once', async () => {
    const events = await eventsOf(whole);
    const ended = events.filter(({ type }) => type === 'consultation.ended');
    expect(ended).toHaveLength(16);
    expect(new Set(ended.map(({ consultation }) => consultation)).size).toBe(16);
    expect(Object.keys(await assessmentsOf(whole))).toHaveLength(16);
  });

  test('numbers the events of each consultation from 0 without a gap', async () => {
    const events = await eventsOf(whole);
    const next = new Map<string, number>();
    for (const { consultation, seq } of events) {
      expect(seq).toBe(next.get(consultation) ?? 0);
      next.set(consultation, seq + 1);
    }
  });

  test('gives the same events and assessments one at a time as eight at once', async () => {
    const folder = join(scratch.folder, 'slow');
    await run(folder, { concurrency: 1 });
    expect(await eventsOf(folder)).toEqual(await eventsOf(whole));
    expect(await assessmentsOf(folder)).toEqual(await assessmentsOf(whole));
  });

  test('gives other events under another seed', async () => {
    const folder = join(scratch.folder, 'other');
    await run(folder, { more: { seed: 2 } });
    expect(await eventsOf(folder)).not.toEqual(await eventsOf(whole));
  });

  test('says in run.json what it was made with, and keeps a copy of the library it used', async () => {
    const manifest = await readManifest(whole);
    expect(manifest).toMatchObject({ id: 'small-2026-01-01t00-00-01', consultations: 16 });
    expect(manifest.hashes.knowledge).toBe(catalog.hashes.knowledge);
    expect(Object.keys(manifest.hashes.cases).sort()).toEqual([firstCase, secondCase].sort());
    expect((await readdir(join(whole, 'library/cases'))).sort()).toEqual([firstCase, secondCase].sort());
    expect((await readdir(whole)).sort()).toEqual(['assessments.jsonl', 'events.jsonl', 'library', 'run.json']);
  });
});

describe('a run that was interrupted', () => {
  /** A copy of the whole run with some of its files cut to a share of their length. */
  async function cut(shares: Partial<Record<'events' | 'assessments', number>>): Promise<string> {
    const folder = join(scratch.folder, 'cut');
    await rm(folder, { recursive: true, force: true });
    await cp(whole, folder, { recursive: true });
    for (const [name, share] of Object.entries(shares)) {
      const file = join(folder, `${name}.jsonl`);
      await truncate(file, Math.floor((await stat(file)).size * share));
    }
    return folder;
  }

  test.each([
    { events: 0, assessments: 0 },
    { events: 0.13, assessments: 0 },
    { events: 0.371, assessments: 0 },
    { events: 0.5, assessments: 0.2 },
    { events: 0.777, assessments: 0.44 },
    { events: 0.999, assessments: 0.9 },
    { events: 1, assessments: 0.5 },
    { events: 1, assessments: 1 },
  ])('at $events of its events and $assessments of its assessments comes to the same end', async (shares) => {
    const folder = await cut(shares);
    const { outcome } = await resumed(folder);
    expect(outcome).toEqual({ done: 16, failures: [], isStopped: false });
    expect(await eventsOf(folder)).toEqual(await eventsOf(whole));
    expect(await assessmentsOf(folder)).toEqual(await assessmentsOf(whole));
  });

  test('with more assessments than events left makes those again whose events were lost', async () => {
    const folder = await cut({ events: 0.6 });
    await resumed(folder);
    expect(await eventsOf(folder)).toEqual(await eventsOf(whole));
    expect(await assessmentsOf(folder)).toEqual(await assessmentsOf(whole));
  });

  test('twice, in the middle of being gone on with, comes to the same end', async () => {
    const folder = await cut({ events: 0.2, assessments: 0 });
    const { session, run: open } = await resumeRun(folder);
    const setting = { ...session, run: open.id, folder, finished: open.finished, begun: open.begun };
    const conducting = conduct({
      ...setting,
      clock: ticking(),
      concurrency: 3,
      onProgress: ({ done }) => {
        if (done >= 5) conducting.stop();
      },
    });
    expect(await conducting.outcome).toMatchObject({ isStopped: true });
    await session.calls.close();
    await resumed(folder);
    expect(await eventsOf(folder)).toEqual(await eventsOf(whole));
    expect(await assessmentsOf(folder)).toEqual(await assessmentsOf(whole));
  });

  test('says how many bytes of a torn line it cut off', async () => {
    const folder = await cut({ assessments: 0 });
    const file = join(folder, runFiles.events);
    await truncate(file, (await stat(file)).size - 10);
    const text = await readFile(file, 'utf8');
    const { tornBytes } = await resumed(folder);
    expect(tornBytes).toBe(text.length - (text.lastIndexOf('\n') + 1));
    expect(tornBytes).toBeGreaterThan(0);
  });

  test('and then damaged is told by file and line, and left as it is', async () => {
    const folder = await cut({ assessments: 0 });
    const file = join(folder, runFiles.events);
    const lines = (await readFile(file, 'utf8')).split('\n');
    lines[20] = lines[20]?.slice(0, 30) ?? '';
    await writeFile(file, lines.join('\n'));
    await expect(resumeRun(folder)).rejects.toMatchObject({ code: 'journal-damaged', at: `${file}:21` });
    expect(await readFile(file, 'utf8')).toBe(lines.join('\n'));
  });

  test('uses its own copy of the library, not what the shipped one became since', async () => {
    const folder = await cut({ events: 0.3, assessments: 0 });
    const file = join(folder, `library/cases/${firstCase}/${firstCase}.yaml`);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^id: .*$/m, 'id: somebody-else'));
    await expect(resumeRun(folder)).rejects.toMatchObject({ code: 'unknown-id' });
  });
});

describe('the folder of a run', () => {
  test('that is there already is left as it is', async () => {
    await scratch.write({ 'taken/events.jsonl': 'mine\n' });
    const before = await filesOf(scratch.folder);
    await expect(run(join(scratch.folder, 'taken'))).rejects.toMatchObject({
      code: 'run-exists',
      at: join(scratch.folder, 'taken'),
    });
    expect(await filesOf(scratch.folder)).toEqual(before);
    expect(await readdir(scratch.folder)).toEqual(['taken']);
  });

  test('that cannot be made is an error, and nothing half-written is left', async () => {
    await scratch.write({ taken: 'mine' });
    const out = join(scratch.folder, 'taken/run');
    await expect(run(out)).rejects.toMatchObject({ code: 'unwritable', at: out });
    expect(await readdir(scratch.folder)).toEqual(['taken']);
    expect(await readFile(join(scratch.folder, 'taken'), 'utf8')).toBe('mine');
  });

  test('that is no run cannot be gone on with', async () => {
    await expect(resumeRun(scratch.folder)).rejects.toMatchObject({ code: 'run-missing', at: scratch.folder });
    await scratch.write({ 'run.json': '{' });
    await expect(resumeRun(scratch.folder)).rejects.toMatchObject({ code: 'journal-damaged' });
    await scratch.write({ 'run.json': '{"v":2}' });
    await expect(resumeRun(scratch.folder)).rejects.toMatchObject({ code: 'journal-damaged' });
  });

  test('whose journal cannot be written to stops the run with an error that names the file', async () => {
    const session = await prepare(benchmark(), catalog);
    const open = await beginRun(session, { out: join(scratch.folder, 'run'), libraries: [], clock: ticking() });
    await mkdir(join(open.folder, runFiles.events));
    await expect(carriedOut(session, open)).rejects.toMatchObject({
      code: 'unwritable',
      at: join(open.folder, runFiles.events),
    });
  });

  test('holds the files of further libraries beside the shipped ones of the same name', async () => {
    // A library may name its files as it likes: "eye.yaml" of two libraries are two files.
    const conditions = await readFile(new URL('../../knowledge/conditions/eye.yaml', import.meta.url), 'utf8');
    const [, own = ''] = conditions.split(/^(?=- id: )/m);
    const library = join(scratch.folder, 'mine');
    await scratch.write({ 'mine/knowledge/conditions/eye.yaml': own.replace(/^- id: .*/, '- id: my-own-eye') });
    const { openCatalog } = await import('../../src/catalog/catalog.ts');
    const wider = await openCatalog({ libraries: [library] });
    const session = await prepare(benchmark({ doctors: ['hasty'] }), wider);
    const open = await beginRun(session, { out: join(scratch.folder, 'run'), libraries: [library], clock: ticking() });
    await session.calls.close();
    const { session: again } = await resumeRun(open.folder);
    expect([...again.catalog.conditions.keys()].sort()).toEqual([...wider.conditions.keys()].sort());
    expect(again.catalog.hashes).toEqual(wider.hashes);
  });
});

describe('a run with a model', () => {
  const marker = 'sk-marker-0123456789abcdefghij';
  const open: ChatEndpoint[] = [];
  let key: string | undefined;
  beforeEach(() => {
    key = process.env.OPENAI_API_KEY;
    process.env.OPENAI_API_KEY = marker;
  });
  afterEach(async () => {
    if (key === undefined) delete process.env.OPENAI_API_KEY;
    else process.env.OPENAI_API_KEY = key;
    await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
  });

  const small = (endpoint: ChatEndpoint) => ({
    cases: [firstCase],
    personas: ['choleric'],
    doctors: [`openai:test-model@${endpoint.baseUrl}`],
  });

  async function serving(script: Parameters<typeof chatEndpoint>[0]): Promise<ChatEndpoint> {
    const endpoint = await chatEndpoint(script);
    open.push(endpoint);
    return endpoint;
  }

  const reached = {
    diagnosis: 'tonsillitis',
    differential: [],
    reasoning: 'the fever',
    plan: 'Rest.',
    safety_net: 'Come back.',
  };
  const script = [
    says('Since when?'),
    says('Any fever?'),
    calls('conclude', reached),
    says('Yes.'),
    says('Yes.'),
    says('Yes.'),
  ];

  test('sends its key to the endpoint and writes it nowhere', async () => {
    const endpoint = await serving(script);
    await run(join(scratch.folder, 'run'), { more: small(endpoint) });
    expect(new Set(endpoint.keys)).toEqual(new Set([marker]));
    const files = await filesOf(scratch.folder);
    expect(files.size).toBeGreaterThan(5);
    expect([...files].filter(([, text]) => text.includes(marker)).map(([file]) => file)).toEqual([]);
  });

  test('writes its key nowhere even where the endpoint says it back', async () => {
    const endpoint = await serving(() => fails(401, `Incorrect API key provided: ${marker}.`));
    const outcome = await run(join(scratch.folder, 'run'), { more: small(endpoint) });
    expect(outcome.failures).toHaveLength(1);
    expect(JSON.stringify(outcome)).not.toContain(marker);
    const files = await filesOf(scratch.folder);
    expect([...files].filter(([, text]) => text.includes(marker)).map(([file]) => file)).toEqual([]);
  });

  test('gone on with asks nothing again that was answered before', async () => {
    const endpoint = await serving(script);
    const folder = join(scratch.folder, 'run');
    await run(folder, { more: small(endpoint) });
    const before = await eventsOf(folder);
    const asked = endpoint.requests.length;
    await truncate(join(folder, runFiles.events), 0);
    await truncate(join(folder, runFiles.assessments), 0);
    await resumed(folder);
    expect(endpoint.requests).toHaveLength(asked);
    expect(await eventsOf(folder)).toEqual(before);
  });
});
