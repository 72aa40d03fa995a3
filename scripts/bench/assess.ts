// `npm run bench:assess`: how long it takes to value the facts of 120 cases, and to assess 1,000 consultations whose values
// are kept. One process, which keeps one core busy; docs/performance.md has the figures.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assessor, createAssessor } from '../../src/assessor/assess.ts';
import { worthOfCase } from '../../src/assessor/case-worth.ts';
import { systemClock } from '../../src/base/clock.ts';
import { drawFor } from '../../src/base/random.ts';
import { Benchmark, protocolOf } from '../../src/catalog/benchmark.ts';
import { byId, openCatalog } from '../../src/catalog/catalog.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { shapleyValues } from '../../src/knowledge/shapley.ts';
import { conduct } from '../../src/run/conduct.ts';
import { instrumentsOf } from '../../src/run/instruments.ts';
import { readEvents } from '../../src/run/journal.ts';
import { prepare } from '../../src/run/session.ts';
import { diskWorthCache } from '../../src/run/worth-cache.ts';

const cases = 120;
const consultations = 1000;

const line = (what: string, { seconds, cpu }: Timed) =>
  process.stdout.write(`${what.padEnd(64)}${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU\n`);

interface Timed {
  readonly seconds: number;
  readonly cpu: number;
}

async function timed(work: () => unknown): Promise<Timed> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 };
}

const catalog = await openCatalog();
const { knowledge, lexicon } = instrumentsOf(catalog);
const folder = await mkdtemp(join(tmpdir(), 'anamnesis-assess-'));
const chosen = [...catalog.cases.keys()].slice(0, cases);
const benchmark = Benchmark.parse({
  id: 'assessed',
  title: 'Assessed',
  cases: chosen,
  personas: ['choleric', 'sanguine', 'phlegmatic'],
  doctors: ['checklist', 'bayes', 'random'],
  rubric: 'consultation-quality',
});

// Three doctors, up to 14 turns each: 1,080 consultations, of which 1,000 are assessed.
const session = await prepare(benchmark, catalog);
await conduct({ ...session, run: 'bench', folder, clock: systemClock, concurrency: 4 }).outcome;
const keys = session.plan.consultations.slice(0, consultations);

/** An assessor that has read no values yet; what was kept lies in files. */
const freshAssessor = () =>
  createAssessor({
    knowledge,
    lexicon,
    rubrics: [byId('rubric', catalog.rubrics, 'consultation-quality')],
    cache: diskWorthCache(join(folder, 'shapley')),
    protocolOf: ({ protocol }) => protocolOf(benchmark, protocol),
  });
const assessor = freshAssessor();

const histories = new Map<string, ConsultationEvent[]>();
line(
  `read the journal of ${session.plan.consultations.length} consultations`,
  await timed(async () => {
    for await (const event of readEvents(folder)) {
      const events = histories.get(event.consultation) ?? [];
      events.push(event);
      histories.set(event.consultation, events);
    }
  }),
);

const opened = chosen.flatMap((id) => session.plan.consultations.find((key) => key.case === id) ?? []);
const assessAll = (by: Assessor, of: typeof keys, events: (id: string) => readonly ConsultationEvent[]) => {
  for (const key of of) by.assess(key, events(key.consultation), byId('case', catalog.cases, key.case));
};
const historyOf = (id: string) => histories.get(id) ?? [];
// A consultation broken off after its opening: what is left is to value the facts of its case.
line(
  `value the facts of ${opened.length} cases, and keep them`,
  await timed(() => assessAll(assessor, opened, (id) => historyOf(id).slice(0, 1))),
);
line(`assess ${keys.length} consultations, values kept`, await timed(() => assessAll(assessor, keys, historyOf)));

const another = freshAssessor();
line('the same, values read from their files', await timed(() => assessAll(another, keys, historyOf)));

const sizes = [...catalog.cases.values()].slice(0, cases).flatMap(({ patientCase, truth }) => {
  const worth = worthOfCase(knowledge.modelFor(patientCase.demographics), patientCase, truth, new Map(), { orders: 2 });
  return worth ? [Object.keys(worth.bits).length] : [];
});
process.stdout.write(`facts with a value in a case: ${Math.min(...sizes)} to ${Math.max(...sizes)}\n`);

const model = knowledge.modelFor({ age: 50, sex: 'female' });
const draw = drawFor('bench');
const variables = draw.shuffle(model.variables.filter(({ aspect }) => aspect === 'presence'));
for (const facts of [16, 20]) {
  const players = variables.slice(0, facts).map((variable) => ({ variable, value: draw.index(2) }));
  shapleyValues(model, new Map(), 0, players, { limit: facts }); // once before the clock starts
  line(
    `count out ${facts} facts × ${model.conditions.length} conditions`,
    await timed(() => shapleyValues(model, new Map(), 0, players, { limit: facts })),
  );
}
await rm(folder, { recursive: true });
