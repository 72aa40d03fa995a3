// `npm run bench:models`: what a call of a model costs through the whole system, beside its client alone, a bare undici
// Pool and a bare LangChain model that make the same calls. `--quick` takes seconds. docs/performance.md says what the figures mean.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { type ContestantName, callsEach, contestantNames } from './models/contestant.ts';
import type { Measured, Task } from './models/measured.ts';

/** How many consultations are in flight, how late the endpoint answers, and how many are held. */
interface Load {
  readonly concurrency: number;
  readonly latencyMs: number;
  readonly consultations: number;
}

const whole: readonly Load[] = [
  { concurrency: 1, latencyMs: 50, consultations: 2 },
  { concurrency: 16, latencyMs: 50, consultations: 32 },
  { concurrency: 128, latencyMs: 50, consultations: 256 },
  { concurrency: 512, latencyMs: 50, consultations: 512 },
  { concurrency: 1, latencyMs: 0, consultations: 16 },
  { concurrency: 16, latencyMs: 0, consultations: 64 },
  { concurrency: 128, latencyMs: 0, consultations: 256 },
  { concurrency: 512, latencyMs: 0, consultations: 512 },
];
const quick: readonly Load[] = [{ concurrency: 128, latencyMs: 50, consultations: 128 }];

/** Consultations before the clock starts: enough for the code to be compiled. */
const warmUp = 64;

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
const rounds = values.quick ? 1 : 3;
/** What the marks are about is measured in every round; the others, which put it in its place, in the first. */
const isInRound = (contestant: ContestantName, round: number) =>
  round === 1 || contestant === 'system' || contestant === 'pool';
const loads = values.quick ? quick : whole;

const scratch = await mkdtemp(join(tmpdir(), 'anamnesis-bench-models-'));
const bodiesFile = join(scratch, 'requests.jsonl');
// One consultation after another, so that the others have the same messages to send.
const recorded = { concurrency: 1, latencyMs: 0, consultations: 8 };
await measured({ ...recorded, contestant: 'system', warmUp: 0, keepsBodies: true, isForMemory: false });

const timed = { warmUp, keepsBodies: false, isForMemory: false };
const results = new Map<Load, Record<ContestantName, Measured[]>>(
  loads.map((load) => [load, { system: [], client: [], pool: [], langchain: [] }]),
);
for (let round = 1; round <= rounds; round++)
  for (const [load, found] of results)
    for (const contestant of contestantNames.filter((one) => isInRound(one, round)))
      found[contestant].push(await measured({ ...load, contestant, ...timed }));
const most = loads.reduce((a, b) => (b.concurrency > a.concurrency ? b : a));
const memory = await measured({ ...most, ...timed, contestant: 'system', isForMemory: true });
await rm(scratch, { recursive: true });

print('', ['calls/s', 'of limit', 'CPU ms', '× Pool', '(least, most)', 'client', 'LangChain', 'sockets', 'KB grown']);
for (const [{ concurrency, latencyMs }, found] of results) {
  const of = (contestant: ContestantName, figure: keyof Measured) =>
    median(found[contestant].map((one) => one[figure]));
  // Within a round all meet the same machine: a ratio is taken there, and not between medians.
  const ratios = (contestant: ContestantName) =>
    found[contestant].map(({ cpuMsPerCall }, i) => cpuMsPerCall / (found.pool[i]?.cpuMsPerCall ?? Number.NaN));
  const own = ratios('system');
  const limit = latencyMs > 0 ? (concurrency * 1000) / latencyMs : null;
  print(`${concurrency} at a time, ${latencyMs} ms`, [
    of('system', 'callsPerSecond').toFixed(0),
    limit === null ? '' : (of('system', 'callsPerSecond') / limit).toFixed(3),
    of('system', 'cpuMsPerCall').toFixed(3),
    median(own).toFixed(2),
    `(${Math.min(...own).toFixed(2)}, ${Math.max(...own).toFixed(2)})`,
    median(ratios('client')).toFixed(2),
    median(ratios('langchain')).toFixed(2),
    String(Math.max(...found.system.map(({ sockets }) => sockets))),
    of('system', 'grownKb').toFixed(0),
  ]);
}
print(`${most.concurrency} at a time, in use`, [`${memory.liveKb.toFixed(0)} KB each`]);
process.stdout.write(
  `\nMedians of ${rounds} ${rounds === 1 ? 'round' : 'rounds'} (client and LangChain: of one); ${callsEach} calls a consultation; the limit is calls in flight / latency.\n`,
);

async function measured(task: Omit<Task, 'bodiesFile'>): Promise<Measured> {
  const script = fileURLToPath(new URL('models/measure.ts', import.meta.url));
  const args = ['--import', 'tsx', '--expose-gc', script, JSON.stringify({ ...task, bodiesFile })];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as Measured; // our own script wrote it
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function print(name: string, cells: readonly string[]): void {
  process.stdout.write(`${name.padEnd(24)}${cells.map((cell) => cell.padStart(13)).join('')}\n`);
}
