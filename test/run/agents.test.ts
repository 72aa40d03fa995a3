import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Clock } from '../../src/base/clock.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { openCassette, openRecorder } from '../../src/run/cassette.ts';
import { conduct } from '../../src/run/conduct.ts';
import { runFiles } from '../../src/run/journal.ts';
import { readManifest } from '../../src/run/run-folder.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session, type Surroundings } from '../../src/run/session.ts';
import { recorded } from '../support/batch.ts';
import {
  type ChatEndpoint,
  calls,
  chatEndpoint,
  hangs,
  replies,
  says,
  sendsNoChoices,
} from '../support/chat-endpoint.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';
import { until } from '../support/until.ts';

const scratch = scratchFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const clock: Clock = () => new Date(Date.UTC(2026, 0, 1));
const folder = () => join(scratch.folder, 'run');

interface Stumbles {
  readonly isSilentOnce?: boolean;
  /** Whether its third reply never comes. */
  readonly isHung?: () => boolean;
}

/** An agent that stumbles: once it says nothing, once its arguments are broken, and then it outlasts its turns. */
async function agent({ isSilentOnce = true, isHung = () => false }: Stumbles = {}): Promise<ChatEndpoint> {
  const stumbled = new Set<string>();
  const endpoint = await chatEndpoint(({ messages, tools }) => {
    const offered = tools?.map((tool) => tool.function.name) ?? [];
    if (!offered.includes('examine')) {
      return offered.includes('conclude') ? calls('conclude', { diagnosis: 'influenza' }) : says('It will pass.');
    }
    const own = messages.filter(({ role }) => role === 'assistant').length;
    const complaint = JSON.stringify(messages[1]);
    if (isSilentOnce && own === 1 && !stumbled.has(complaint)) {
      stumbled.add(complaint);
      return sendsNoChoices;
    }
    if (own === 0) return calls('ask_patient', { words: 'Since when do you have this?' });
    if (own === 1) return calls('order_test', '{"what": ');
    if (own === 2 && isHung()) return hangs;
    if (own === 2) return says('Do you have a fever?');
    return replies({
      text: 'A note of my own.',
      toolCalls: [
        { name: 'examine', arguments: { what: 'temperature' } },
        { name: 'order_test', arguments: { what: `full blood count ${own}` } },
      ],
    });
  });
  open.push(endpoint);
  return endpoint;
}

const benchmarkFor = ({ baseUrl }: ChatEndpoint, more: object = {}) =>
  Benchmark.parse({
    id: 'agents',
    title: 'Agents',
    cases: [...catalog.cases.keys()].sort().slice(0, 3),
    personas: ['sanguine'],
    doctors: [`agent:openai:test-model@${baseUrl}`],
    rubric: 'consultation-quality',
    protocol: { maxTurns: 4 },
    ...more,
  });

function conducting(session: Session, { id, ...run }: OpenRun) {
  return conduct({ ...session, ...run, run: id, clock, concurrency: 2 });
}

async function carriedOut(session: Session, open: OpenRun) {
  const outcome = await conducting(session, open).outcome;
  await session.calls.close();
  await session.models.close();
  return outcome;
}

async function run(endpoint: ChatEndpoint, { out = folder(), ...more }: Surroundings & { out?: string } = {}) {
  const session = await prepare(benchmarkFor(endpoint), catalog, { models: { env: {} }, ...more });
  return carriedOut(session, await beginRun(session, { out, libraries: [], clock }));
}

/** What happened, without the failed attempts: one that is made again is told again. */
function spoken(events: readonly ConsultationEvent[]) {
  return events.filter(({ type }) => type !== 'call.failed').map(({ seq: _, ...event }) => event);
}

const done = { done: 3, failures: [], isStopped: false };

test('a run with an agent ends in conclusions, its calls recorded and its prompts named', async () => {
  const endpoint = await agent();
  expect(await run(endpoint)).toEqual(done);
  const { events, calls: answered } = await recorded(folder());
  const concluded = events.filter(({ type }) => type === 'doctor.concluded');
  expect(concluded).toHaveLength(3);
  const ended = events.filter(({ type }) => type === 'consultation.ended');
  expect(ended).toMatchObject(Array(3).fill({ how: 'concluded' }));
  const [first] = ended;
  const acts = events.filter(
    ({ type, consultation }) => type.startsWith('doctor.') && consultation === first?.consultation,
  );
  expect(acts.slice(0, 5).map(({ type }) => type)).toEqual([
    'doctor.asked',
    'doctor.asked',
    'doctor.examined',
    'doctor.examined',
    'doctor.concluded',
  ]);
  expect(answered).toHaveLength(endpoint.requests.length - 3); // nothing at all is no answer
  expect(answered.map(({ role }) => role)).toEqual(Array(answered.length).fill('doctor'));
  const { hashes, models } = await readManifest(folder());
  expect(Object.keys(hashes.prompts)).toContain('doctor-agent-together');
  expect(Object.keys(models)).toEqual([`doctor openai:test-model@${endpoint.baseUrl}`]);
});

test.each([0.2, 0.4, 0.6, 0.8])(
  'a run cut at %d of its events goes on to the same end, and nothing is asked twice',
  async (share) => {
    const endpoint = await agent();
    await run(endpoint);
    const whole = await recorded(folder());
    const asked = endpoint.requests.length;
    const file = join(folder(), runFiles.events);
    await truncate(file, Math.floor((await stat(file)).size * share));
    await truncate(join(folder(), runFiles.assessments), 0);

    const { session, run: opened } = await resumeRun(folder(), { models: { env: {} } });
    expect(await carriedOut(session, opened)).toEqual(done);
    const again = await recorded(folder());
    expect(endpoint.requests).toHaveLength(asked);
    expect(spoken(again.events)).toEqual(spoken(whole.events));
    expect(again.calls).toEqual(whole.calls);
  },
);

test('a run that is stopped while agents think goes on with what they had done', async () => {
  let isHung = true;
  const endpoint = await agent({ isSilentOnce: false, isHung: () => isHung });
  const session = await prepare(benchmarkFor(endpoint), catalog, { models: { env: {} } });
  const { outcome, stop } = conducting(session, await beginRun(session, { out: folder(), libraries: [], clock }));
  await until(() => expect(endpoint.requests).toHaveLength(2 * 3)); // two at a time, and the third request hangs
  stop(true);
  expect(await outcome).toMatchObject({ done: 0, isStopped: true });
  await session.calls.close();
  await session.models.close();

  isHung = false;
  const { session: again, run: opened } = await resumeRun(folder(), { models: { env: {} } });
  expect(await carriedOut(again, opened)).toEqual(done);
  const { calls: answered } = await recorded(folder());
  expect(endpoint.requests).toHaveLength(answered.length + 2); // those that hung
});

test('a protocol that goes with no loop of tools is refused before anything is asked or written', async () => {
  const endpoint = await agent();
  const preparing = prepare(benchmarkFor(endpoint, { protocol: { beliefProbe: true } }), catalog, {
    models: { env: {} },
  });
  await expect(preparing).rejects.toMatchObject({
    code: 'bad-call',
    message: expect.stringContaining('`beliefProbe`'),
  });
  expect(endpoint.requests).toHaveLength(0);
  await expect(readFile(folder())).rejects.toThrow('ENOENT');
});

test('a run with an agent is repeated from its cassette, word for word', async () => {
  const endpoint = await agent({ isSilentOnce: false });
  const file = join(scratch.folder, 'cassette.jsonl');
  const { write, close } = await openRecorder(file);
  await run(endpoint, { shared: { tape: write } });
  await close();
  const asked = endpoint.requests.length;
  const out = join(scratch.folder, 'repeated');
  expect(await run(endpoint, { out, shared: { cassette: await openCassette(file) } })).toEqual(done);
  expect(endpoint.requests).toHaveLength(asked);
  expect((await recorded(out)).events).toEqual((await recorded(folder())).events);
});
