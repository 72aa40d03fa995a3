import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { systemClock } from '../../../src/base/clock.ts';
import { Benchmark } from '../../../src/catalog/benchmark.ts';
import { byId, type Catalog, openCatalog } from '../../../src/catalog/catalog.ts';
import { listenerFor } from '../../../src/cli/listener.ts';
import { conduct } from '../../../src/run/conduct.ts';
import { beginRun, prepare } from '../../../src/run/session.ts';
import type { Contestant, Corner } from './contestant.ts';
import { models, questions } from './script.ts';

/** Cases that the consultations are about, in turn. */
const cases = [
  'aching-all-over-ahmadi',
  'headache-benali',
  'burning-chest-adeyemi',
  'crying-mckay',
  'always-cold-odonnell',
  'belly-ache-lindgren',
  'big-toe-keane',
  'cannot-sleep-lopes',
];

const persona = 'phlegmatic';

/** Beside the shipped library: a rubric that takes one call of a judge. */
const libraries = [fileURLToPath(new URL('library', import.meta.url))];

/** The whole system as `anamnesis run` sets it up, cache off: machine, journal, calls.jsonl, checks, verdict, scores. */
export async function wholeSystem({ endpoint, concurrency, consultations }: Corner): Promise<Contestant> {
  const catalog = withoutChance(await openCatalog({ libraries }));
  const spec = (model: string) => `openai:${model}@${endpoint.origin}/v1`;
  const benchmark = Benchmark.parse({
    id: 'bench-models',
    title: 'Bench',
    cases,
    personas: [persona],
    doctors: [spec(models.doctor)],
    patient: spec(models.patient),
    judge: spec(models.judge),
    rubric: 'one-call',
    // The conclusion is the last of 8 acts of the doctor; the patient's word on it is the last of its 8 replies.
    protocol: { maxTurns: questions.length + 1, closingExchanges: 1 },
    repeats: Math.ceil(consultations / cases.length),
  });
  const session = await prepare(benchmark, catalog, { concurrency, listener: listenerFor, models: { env: {} } });
  const scratch = await mkdtemp(join(tmpdir(), 'anamnesis-bench-'));
  // As a plan goes, all repeats of a case come first: here each case comes in turn.
  const waiting = session.plan.consultations.toSorted((a, b) => a.repeat - b.repeat);
  let runs = 0;
  return {
    prepare: async (count) => {
      const plan = { ...session.plan, consultations: waiting.splice(0, count) };
      runs++;
      const { id, ...run } = await beginRun(
        { ...session, plan },
        { out: join(scratch, `run-${runs}`), libraries, clock: systemClock },
      );
      return async (atOnce) => {
        const setting = { ...session, ...run, plan, run: id, clock: systemClock, concurrency: atOnce };
        const { failures } = await conduct(setting).outcome;
        await session.calls.close();
        const [first] = failures;
        if (first) throw new Error(`${first.consultation} failed: ${first.code}: ${first.message}`);
      };
    },
    close: async () => {
      await session.models.close();
      await rm(scratch, { recursive: true });
    },
  };
}

/** The library with a patient that never asks back, so that every consultation takes as many calls. */
function withoutChance(catalog: Catalog): Catalog {
  const known = byId('persona', catalog.personas, persona);
  const steady = { ...known, dials: { ...known.dials, askingBack: 0 } };
  return { ...catalog, personas: new Map(catalog.personas).set(persona, steady) };
}
