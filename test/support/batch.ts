import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../src/base/clock.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { ConsultationEvent } from '../../src/events/event.ts';
import { Call } from '../../src/models/call.ts';
import { conduct, type RunOutcome } from '../../src/run/conduct.ts';
import { AssessmentKey, readLines, runFiles } from '../../src/run/journal.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session, type Surroundings } from '../../src/run/session.ts';
import { type Answer, calls, says } from './chat/answers.ts';
import { wordsOf } from './chat/request.ts';
import { type ChatEndpoint, chatEndpoint } from './chat-endpoint.ts';
import { collect } from './collect.ts';
import { catalog } from './shipped.ts';

/** What the environment holds and no file may. */
export const marker = 'sk-marker-0123456789abcdefghij';

/** What one attempt of a call may take. */
export const limitMs = 1000;

export const caseIds = [...catalog.cases.keys()].sort().slice(0, 6);
/** The consultation that meets the fault, and at which of its four turns. */
const target = caseIds[2] ?? '';
const targetTurn = 2;

const questions = ['Since when do you have this?', 'Do you have a fever?', 'Do you take any medicines?'];
export const callsEach = questions.length + 1;

export interface Doctor {
  readonly endpoint: ChatEndpoint;
  /** How often the fault was met so far. */
  met(): number;
  /** From now on there is no fault. */
  heal(): void;
}

/**
 * A model that asks three questions and concludes, in six consultations alike; the target at its second turn meets the
 * fault instead, so many times.
 */
export async function doctorThatMeets(fault: Answer, times: number, onMet: () => void = () => {}): Promise<Doctor> {
  const { opening } = byId('case', catalog.cases, target).patientCase;
  let left = times;
  let met = 0;
  const endpoint = await chatEndpoint((request) => {
    const turn = request.messages.filter(({ role }) => role === 'assistant').length + 1;
    const complaint = request.messages[1];
    if (complaint && wordsOf(complaint).startsWith(opening) && turn === targetTurn && left > 0) {
      left--;
      met++;
      onMet();
      return fault;
    }
    const question = questions[turn - 1];
    return question === undefined ? calls('conclude', { diagnosis: 'influenza', plan: 'Rest.' }) : says(question);
  });
  const heal = () => {
    left = 0;
  };
  return { endpoint, met: () => met, heal };
}

const clock: Clock = () => new Date(Date.UTC(2026, 0, 1));

/** Patience that takes no time: what it was asked to wait is kept. */
function surroundings({ endpoint }: Doctor, waits: number[]): Surroundings {
  const wait = async (ms: number) => void waits.push(ms);
  const env = { OPENAI_API_KEY: marker, OPENAI_BASE_URL: endpoint.baseUrl };
  return { models: { env, retries: { retries: 2, baseMs: 100, maxMs: 5_000, wait } } };
}

const benchmark = Benchmark.parse({
  id: 'batch',
  title: 'Batch',
  cases: caseIds,
  personas: ['phlegmatic'],
  doctors: ['openai:test-model'],
  models: { doctor: { timeoutMs: limitMs } },
  rubric: 'consultation-quality',
  protocol: { maxTurns: 6, closingExchanges: 0 },
});

interface Carried {
  readonly outcome: RunOutcome;
  /** What was waited before further attempts, in milliseconds. */
  readonly waits: readonly number[];
}

/** Six consultations, three at a time, into a folder. */
export async function batch(
  folder: string,
  doctor: Doctor,
  onDone: (consultations: number) => void = () => {},
): Promise<Carried> {
  const waits: number[] = [];
  const session = await prepare(benchmark, catalog, surroundings(doctor, waits));
  const run = await beginRun(session, { out: folder, libraries: [], clock });
  return { outcome: await carriedOut(session, run, onDone), waits };
}

/** Goes on with the batch of a folder. */
export async function goneOnWith(folder: string, doctor: Doctor): Promise<RunOutcome> {
  const { session, run } = await resumeRun(folder, surroundings(doctor, []));
  return carriedOut(session, run);
}

async function carriedOut(session: Session, run: OpenRun, onDone: (consultations: number) => void = () => {}) {
  const { id, ...open } = run;
  const onProgress = ({ done }: { done: number }) => onDone(done);
  const outcome = await conduct({ ...session, ...open, run: id, clock, concurrency: 3, onProgress }).outcome;
  await session.calls.close();
  return outcome;
}

/** What a batch left behind: all of it can be read, and nothing is there twice. */
export async function recorded(folder: string) {
  const file = (name: string) => join(folder, name);
  const events = (await collect(readLines(file(runFiles.events), ConsultationEvent))).sort((a, b) =>
    a.consultation === b.consultation ? a.seq - b.seq : a.consultation < b.consultation ? -1 : 1,
  );
  return {
    events,
    calls: await collect(readLines(file(runFiles.calls), Call)),
    assessments: await collect(readLines(file(runFiles.assessments), AssessmentKey)),
  };
}

export const isTarget = ({ consultation }: { consultation: string }) => consultation.startsWith(`${target}.`);

/** How often each request was made, by all its content. */
export function timesAsked({ endpoint }: Doctor): number[] {
  const counts = new Map<string, number>();
  for (const request of endpoint.requests) {
    const content = JSON.stringify(request);
    counts.set(content, (counts.get(content) ?? 0) + 1);
  }
  return [...counts.values()].sort((a, b) => b - a);
}

/** The files below a folder in which words occur. */
export async function filesWith(words: string, folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  return texts.filter(([, text]) => text.includes(words)).map(([file]) => file);
}
