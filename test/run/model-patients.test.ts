import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Listen } from '../../src/assessor/simulator-verdict.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { ConsultationEvent, isPatientsReply } from '../../src/events/event.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { conduct } from '../../src/run/conduct.ts';
import { readLines, runFiles } from '../../src/run/journal.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../../src/run/session.ts';
import { type ChatEndpoint, chatEndpoint, fails, says } from '../support/chat-endpoint.ts';
import { collect } from '../support/collect.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

vi.setConfig({ testTimeout: 20_000 }); // each test makes ready a run or two
const scratch = scratchFolder();
const folder = () => join(scratch.folder, 'run');
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const caseId = 'headache-benali';
const first = `${caseId}.phlegmatic.checklist.1`;
const benchmarkAt = ({ baseUrl }: ChatEndpoint, more: object = {}) =>
  Benchmark.parse({
    id: 'played',
    title: 'Played',
    cases: [caseId],
    personas: ['phlegmatic'],
    doctors: ['checklist'],
    patient: `openai:actor@${baseUrl}`,
    rubric: 'consultation-quality',
    protocol: { maxTurns: 3, closingExchanges: 0 },
    ...more,
  });

async function actor(script: Parameters<typeof chatEndpoint>[0] = () => says('As an AI model, I say no.')) {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  return endpoint;
}

const clock = () => new Date(0);
const patience = { retries: { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} } };

/** Finds something wrong with every reply of the first so many consultations that it listens to. */
function listenerFinding(faulty: number) {
  let heard = 0;
  const listener = async (): Promise<Listen> => (reply) => {
    heard++;
    const isFaulty = heard <= faulty * 3;
    return {
      faults: isFaulty ? [{ kind: 'leak', about: 'name', aspect: null }] : [],
      heard: new Set(reply.told.flatMap(({ fact, finding }) => [fact, finding].filter((id) => id !== null))),
    };
  };
  return listener;
}

async function carriedOut(session: Session, { id, ...run }: OpenRun) {
  const outcome = await conduct({ ...session, ...run, run: id, clock, concurrency: 1 }).outcome;
  await Promise.all([session.calls.close(), session.models.close()]);
  return outcome;
}

async function held(benchmark: Benchmark, listener = listenerFinding(0)) {
  const session = await prepare(benchmark, catalog, { models: patience, listener });
  const run = await beginRun(session, { out: folder(), libraries: [], clock });
  return { session, outcome: await carriedOut(session, run) };
}

const lines = () => collect(readLines(join(folder(), runFiles.assessments), AssessmentLine));
const events = () => collect(readLines(join(folder(), runFiles.events), ConsultationEvent));

describe('a run whose patients a model plays', () => {
  test('has each reply in the words of the model or in the embedded ones, and a verdict on all of them', async () => {
    const endpoint = await actor();
    const { session, outcome } = await held(benchmarkAt(endpoint));
    expect(outcome).toMatchObject({ done: 1, failures: [] });
    const replies = (await events()).filter(isPatientsReply);
    expect(replies.length).toBeGreaterThan(2);
    expect(replies.map(({ spokenBy }) => spokenBy)).toEqual(replies.map(() => 'fallback'));
    expect(endpoint.requests).toHaveLength(3 * replies.length);
    expect(Object.keys(session.prompts)).toContain('patient');
    expect(await lines()).toMatchObject([{ simulator: { verdict: 'clean', fallbacks: replies.length } }]);
  });

  test('never shows the model the case’s diagnosis', async () => {
    const endpoint = await actor();
    await held(benchmarkAt(endpoint));
    expect(JSON.stringify(endpoint.requests)).not.toMatch(/migraine/i);
  });

  test('holds a consultation again whose patient was at fault, and counts the last time alone', async () => {
    const endpoint = await actor();
    const { outcome } = await held(benchmarkAt(endpoint, { rerunFaulty: 2 }), listenerFinding(1));
    expect(outcome).toMatchObject({ done: 1, failures: [] });
    const assessed = await lines();
    expect(assessed.map(({ consultation, rerun, simulator }) => [consultation, rerun, simulator?.verdict])).toEqual([
      [first, 0, 'helped the doctor'],
      [`${first}~1`, 1, 'clean'],
    ]);
    expect(reportOf('r', assessed, { seed: 1 })).toMatchObject({
      consultations: 1,
      simulator: { judged: 1, helped: 0, heldAgain: 1 },
    });
    const again = await resumeRun(folder(), { models: patience, listener: listenerFinding(0) });
    const asked = endpoint.requests.length;
    expect(await carriedOut(again.session, again.run)).toMatchObject({ done: 1 });
    expect(endpoint.requests).toHaveLength(asked);
  });

  test('holds it again no more often than it may', async () => {
    const { outcome } = await held(benchmarkAt(await actor(), { rerunFaulty: 2 }), listenerFinding(9));
    expect(outcome.done).toBe(1);
    expect((await lines()).map(({ rerun }) => rerun)).toEqual([0, 1, 2]);
  });

  test('that was stopped between the two holds it again when it is gone on with', async () => {
    const endpoint = await actor();
    const session = await prepare(benchmarkAt(endpoint, { rerunFaulty: 1 }), catalog, {
      models: patience,
      listener: listenerFinding(1),
    });
    const { id, ...run } = await beginRun(session, { out: folder(), libraries: [], clock });
    const conducting = conduct({
      ...{ ...session, ...run, run: id, clock, concurrency: 1 },
      onAssessed: () => conducting.stop(),
    });
    expect(await conducting.outcome).toMatchObject({ done: 0, isStopped: true });
    await session.calls.close();
    const again = await resumeRun(folder(), { models: patience, listener: listenerFinding(0) });
    expect(await carriedOut(again.session, again.run)).toMatchObject({ done: 1, isStopped: false });
    expect((await lines()).map(({ consultation }) => consultation)).toEqual([first, `${first}~1`]);
  });

  test('is the patient’s failure, and nobody’s score, where the endpoint is gone', async () => {
    const { outcome } = await held(benchmarkAt(await actor(() => fails(500, 'down'))));
    expect(outcome.failures).toMatchObject([{ consultation: first, code: 'unreachable' }]);
    expect(await lines()).toMatchObject([{ how: 'failed', by: 'patient' }]);
  });
});
