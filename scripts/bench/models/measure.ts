// One measurement in a process of its own; prints a line of JSON.
import { parseArgs } from 'node:util';
import { bareLangChain, barePool, callsEach } from './bare.ts';
import { ownClient } from './client.ts';
import type { Contestant, ContestantName, Corner } from './contestant.ts';
import type { Measured, Task } from './measured.ts';
import { startEndpoint } from './protocol.ts';
import { wholeSystem } from './system.ts';

const contestants: Record<ContestantName, (corner: Corner) => Promise<Contestant>> = {
  system: wholeSystem,
  client: ownClient,
  pool: barePool,
  langchain: bareLangChain,
};

/** How often the memory is looked at. */
const sampleMs = 20;

/** When to look at what is in use, once: by then every consultation has begun, and none of many is done. */
const lookAfterMs = 1500;

const { positionals } = parseArgs({ allowPositionals: true });
const task = JSON.parse(positionals[0] ?? '') as Task; // the bench beside this file wrote it
process.stdout.write(`${JSON.stringify(await measure(task))}\n`);

async function measure({
  contestant,
  concurrency,
  latencyMs,
  consultations,
  warmUp,
  bodiesFile,
  keepsBodies,
}: Task): Promise<Measured> {
  const endpoint = await startEndpoint();
  const made = await contestants[contestant]({
    endpoint,
    concurrency,
    consultations: consultations + warmUp,
    bodiesFile,
  });
  // The first calls compile the code; the clock starts after them.
  if (warmUp > 0) await made.hold(warmUp, concurrency);
  const before = await endpoint.order({ latencyMs, bodiesFile: keepsBodies ? bodiesFile : null });
  liveBytes();
  const memoryBefore = process.memoryUsage.rss();
  let peak = memoryBefore;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, sampleMs);
  let live = liveBytes();
  const liveBefore = live;
  const look = setTimeout(() => {
    live = liveBytes();
  }, lookAfterMs);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await made.hold(consultations, concurrency);
  const seconds = (performance.now() - started) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  clearInterval(watch);
  clearTimeout(look);
  const after = await endpoint.order({ latencyMs: 0, bodiesFile: null });
  await made.close();
  endpoint.close();
  const calls = after.calls - before.calls;
  if (calls !== consultations * callsEach)
    throw new Error(`${consultations} consultations took ${calls} calls, and not ${callsEach} each`);
  return {
    calls,
    callsPerSecond: calls / seconds,
    cpuMsPerCall: (cpu.user + cpu.system) / 1000 / calls,
    sockets: after.sockets,
    grownKb: (peak - memoryBefore) / 1024 / concurrency,
    liveKb: (live - liveBefore) / 1024 / concurrency,
  };
}

/** What is in use once all garbage is gone. */
function liveBytes(): number {
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
