// One measurement in a process of its own; prints a line of JSON.
import { type Contestant, type ContestantName, type Corner, callsEach } from './contestant.ts';
import type { Measured, Task } from './measured.ts';
import { watchMemory } from './memory.ts';
import { startEndpoint } from './protocol.ts';

/** Loaded when wanted: nobody pays for the modules of another. */
const contestants: Record<ContestantName, (corner: Corner) => Promise<Contestant>> = {
  system: async (corner) => (await import('./system.ts')).wholeSystem(corner),
  client: async (corner) => (await import('./client.ts')).ownClient(corner),
  pool: async (corner) => (await import('./pool.ts')).barePool(corner),
  langchain: async (corner) => (await import('./langchain.ts')).bareLangChain(corner),
};

/** Consultations at a time before the clock starts, however few there are after it. */
const warmUpAtOnce = 16;

const task = JSON.parse(process.argv[2] ?? '') as Task; // the bench beside this file wrote it
process.stdout.write(`${JSON.stringify(await measure(task))}\n`);

async function measure(task: Task): Promise<Measured> {
  const { contestant, concurrency, latencyMs, consultations, warmUp, bodiesFile } = task;
  const endpoint = await startEndpoint();
  const corner = { endpoint, concurrency, consultations: consultations + warmUp, bodiesFile };
  const made = await contestants[contestant](corner);
  // The first calls compile the code; the clock starts after them.
  if (warmUp > 0) await (await made.prepare(warmUp))(Math.max(concurrency, warmUpAtOnce));
  const hold = await made.prepare(consultations);
  const before = await endpoint.order({ latencyMs, bodiesFile: task.keepsBodies ? bodiesFile : null });
  const memory = watchMemory(task.isForMemory);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await hold(concurrency);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const { grown, live } = memory.end();
  const after = await endpoint.order({ latencyMs: 0, bodiesFile: null });
  await made.close();
  endpoint.close();
  const calls = after.calls - before.calls;
  if (calls !== consultations * callsEach)
    throw new Error(`${consultations} consultations took ${calls} calls, and not ${callsEach} each`);
  return {
    calls,
    callsPerSecond: calls / seconds,
    cpuMsPerCall: (user + system) / 1000 / calls,
    sockets: after.sockets,
    grownKb: grown / 1024 / concurrency,
    liveKb: live / 1024 / concurrency,
  };
}
