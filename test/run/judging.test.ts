import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { createJudging, type Judging } from '../../src/assessor/judging.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { Rubric } from '../../src/catalog/rubric.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { judgingOf } from '../../src/report/judging-report.ts';
import { conduct } from '../../src/run/conduct.ts';
import { readLines, runFiles } from '../../src/run/journal.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../../src/run/session.ts';
import { type Answer, type ChatEndpoint, chatEndpoint, fails, hangs, says } from '../support/chat-endpoint.ts';
import { graded, judgeAt, verdicts } from '../support/judge.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

vi.setConfig({ testTimeout: 20_000 }); // each test makes ready a run or two
const scratch = scratchFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const [firstCase = ''] = catalog.cases.keys();
const benchmark = Benchmark.parse({
  id: 'small',
  title: 'Small',
  cases: [firstCase],
  personas: ['choleric'],
  doctors: ['hasty', 'bayes'],
  rubric: 'consultation-quality',
  protocol: { maxTurns: 3 },
});
const rubric = Rubric.parse({
  id: 'consultation-quality',
  title: 'Small',
  source: 'a test',
  dimensions: [
    { id: 'asking', title: 'Asking', criteria: [{ id: 'asks', text: 'Asks.', points: 1 }] },
    { id: 'tone', title: 'Tone', criteria: [{ id: 'warm', text: 'Is warm.', points: 1 }] },
  ],
});
const asks = says(verdicts(graded('asks', false)));
const warm = says(verdicts(graded('warm', false)));

async function endpointWith(script: Parameters<typeof chatEndpoint>[0]): Promise<ChatEndpoint> {
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  return endpoint;
}

/** Answers whatever it is asked. */
const recovered: Answer = (response, request) =>
  (String(request.messages[0]?.content).includes('- asks:') ? asks : warm)(response, request);

function judgingAt(baseUrl: string, { calls }: Session): Promise<Judging> {
  return judgeAt(baseUrl, {}, calls).then((judge) =>
    createJudging({ judge, rubrics: [rubric], conditions: catalog.conditions }),
  );
}

async function carriedOut(session: Session, run: OpenRun, baseUrl: string) {
  const judging = await judgingAt(baseUrl, session);
  const clock = () => new Date(0);
  const setting = { ...session, judging, run: run.id, folder: run.folder, finished: run.finished, begun: run.begun };
  const outcome = await conduct({ ...setting, clock, concurrency: 1 }).outcome;
  await session.calls.close();
  return outcome;
}

async function begun() {
  const session = await prepare(benchmark, catalog);
  const run = await beginRun(session, { out: join(scratch.folder, 'run'), libraries: [], clock: () => new Date(0) });
  return { session, run };
}

async function linesOf({ folder }: OpenRun): Promise<AssessmentLine[]> {
  const lines: AssessmentLine[] = [];
  for await (const line of readLines(join(folder, runFiles.assessments), AssessmentLine)) lines.push(line);
  return lines;
}

test('a run with a judge keeps its calls, and a resume asks nothing twice', async () => {
  const endpoint = await endpointWith(() => recovered);
  const { session, run } = await begun();
  expect(await carriedOut(session, run, endpoint.baseUrl)).toMatchObject({ done: 2, failures: [] });
  expect(endpoint.requests).toHaveLength(4);
  const calls = (await readFile(join(run.folder, runFiles.calls), 'utf8')).trim().split('\n');
  expect(calls.map((line) => JSON.parse(line) as object)).toMatchObject(
    ['asking', 'tone', 'asking', 'tone'].map((dimension) => ({
      role: 'assessor',
      step: `consultation-quality/${dimension}`,
      attempt: 1,
    })),
  );
  const again = await resumeRun(run.folder);
  expect(again.run.finished.size).toBe(2);
  await carriedOut(again.session, again.run, endpoint.baseUrl);
  expect(endpoint.requests).toHaveLength(4);
});

test('a judge that is down loses no consultation: the run says how many, and a resume makes it up', async () => {
  let answer = fails(500, 'down'); // the address stands in a call's hash: what comes back is the same endpoint
  const endpoint = await endpointWith(() => answer);
  const { session, run } = await begun();
  expect(await carriedOut(session, run, endpoint.baseUrl)).toMatchObject({ done: 2, failures: [], isStopped: false });
  const before = await linesOf(run);
  expect(judgingOf(before)).toMatchObject({ judged: 2, unanswered: 2, addressed: 0 });
  const events = await readFile(join(run.folder, runFiles.events), 'utf8');

  answer = recovered;
  const again = await resumeRun(run.folder);
  expect(again.run.finished.size).toBe(0);
  await carriedOut(again.session, again.run, endpoint.baseUrl);
  const after = await linesOf(run);
  expect(after).toHaveLength(2);
  expect(judgingOf(after)).toMatchObject({ judged: 2, unanswered: 0, addressed: 0 });
  expect(await readFile(join(run.folder, runFiles.events), 'utf8')).toBe(events); // nobody spoke again
  expect(after.map(({ diagnosis }) => diagnosis)).toEqual(before.map(({ diagnosis }) => diagnosis));
});

test('what was answered before the judge went down is not paid for again', async () => {
  let count = 0;
  const endpoint = await endpointWith(() => {
    count++;
    return count === 2 ? fails(500, 'down') : recovered;
  });
  const { session, run } = await begun();
  await carriedOut(session, run, endpoint.baseUrl);
  expect(endpoint.requests).toHaveLength(4);
  const again = await resumeRun(run.folder);
  expect(again.run.finished.size).toBe(1);
  await carriedOut(again.session, again.run, endpoint.baseUrl);
  expect(endpoint.requests).toHaveLength(5); // the one that nobody answered
});

test('a stop while the judge is asked leaves the consultation unassessed, and a resume has it assessed', async () => {
  let stop = () => {};
  const endpoint = await endpointWith(() => (...given) => {
    hangs(...given);
    stop();
  });
  const { session, run } = await begun();
  const hold = async (open: Session, of: OpenRun) => {
    const judging = await judgingAt(endpoint.baseUrl, open);
    const setting = { ...open, judging, run: of.id, folder: of.folder, finished: of.finished, begun: of.begun };
    const conducting = conduct({ ...setting, clock: () => new Date(0), concurrency: 1 });
    stop = () => conducting.stop(true);
    const outcome = await conducting.outcome;
    await open.calls.close();
    return outcome;
  };
  expect(await hold(session, run)).toMatchObject({ done: 0, isStopped: true });
  const again = await resumeRun(run.folder);
  expect(again.run.begun.size).toBe(1);
  expect(await hold(again.session, again.run)).toMatchObject({ done: 0, isStopped: true }); // at its end already
  const last = await resumeRun(run.folder);
  const working = await endpointWith(() => recovered);
  expect(await carriedOut(last.session, last.run, working.baseUrl)).toMatchObject({ done: 2, isStopped: false });
});
