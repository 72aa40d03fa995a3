// One measurement in a process of its own: `tsx scripts/bench/embedded.ts REPEATS` prints a line of JSON.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { packageRoot } from '../../src/base/package-root.ts';
import { loadBenchmark, openCatalog } from '../../src/catalog/catalog.ts';
import { conduct } from '../../src/run/conduct.ts';
import { readEvents } from '../../src/run/journal.ts';
import { prepare } from '../../src/run/session.ts';

const repeats = Number(process.argv[2] ?? 1);
const folder = await mkdtemp(join(tmpdir(), 'anamnesis-bench-'));
const catalog = await openCatalog();
const { value } = await loadBenchmark(join(packageRoot(), 'benchmarks/quick.yaml'));
const setting = (times: number) => prepare({ ...value, repeats: times }, catalog);

// Once before the clock starts: Shapley values are computed once a case and kept.
const warm = await setting(1);
await conduct({ ...warm, run: 'warm', folder, clock: systemClock, concurrency: 4 }).outcome;
await rm(join(folder, 'events.jsonl'));

const session = await setting(repeats);
const cpuBefore = process.cpuUsage();
const before = performance.now();
const outcome = await conduct({ ...session, run: 'bench', folder, clock: systemClock, concurrency: 4 }).outcome;
const seconds = (performance.now() - before) / 1000;
const cpu = process.cpuUsage(cpuBefore);
const peakMb = process.resourceUsage().maxRSS / 1024;
let turns = 0;
for await (const event of readEvents(folder)) if (event.type.startsWith('doctor.')) turns++;
await rm(folder, { recursive: true });
process.stdout.write(
  `${JSON.stringify({
    consultations: session.plan.consultations.length,
    failures: outcome.failures.length,
    seconds,
    perSecond: session.plan.consultations.length / seconds,
    turns,
    cpuMsPerTurn: (cpu.user + cpu.system) / 1000 / turns,
    peakMb,
  })}\n`,
);
