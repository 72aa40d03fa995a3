import { basename, join } from 'node:path';
import type { Assessor } from '../assessor/assess.ts';
import type { Judging } from '../assessor/judging.ts';
import type { Listen } from '../assessor/simulator-verdict.ts';
import type { Valuing } from '../assessor/value/valuing.ts';
import type { Clock } from '../base/clock.ts';
import { slug } from '../base/hash.ts';
import { packageRoot } from '../base/package-root.ts';
import { version } from '../base/version.ts';
import type { Benchmark } from '../catalog/benchmark.ts';
import { byId, type Catalog, openCatalog } from '../catalog/catalog.ts';
import { ConsultationEvent } from '../events/event.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SharedCalls } from '../models/models.ts';
import { promptsByName } from '../models/prompt.ts';
import { assessingOf } from './assessing.ts';
import { type CallKeeper, createCallKeeper } from './calls.ts';
import type { CastSetting } from './cast-setting.ts';
import { failureCollector, type RunFailure } from './conduct.ts';
import { instrumentsOf } from './instruments.ts';
import {
  AssessmentKey,
  isFaulty,
  isWhole,
  keepLines,
  readEvents,
  readLines,
  repairTornLine,
  runFiles,
} from './journal.ts';
import { type Plan, planOf } from './plan.ts';
import { isReopened, placeOf, splitAtFailure } from './reopen.ts';
import { type Cast, createCast, type UsedPrompt } from './roles.ts';
import { createRunFolder, type KeptFile, keptAs, keptIn, libraryOf, readManifest } from './run-folder.ts';
import { createRunModels, type Reached, type RunModels } from './run-models.ts';

/** A benchmark made ready to run: everything that can be wrong with it has been found by now. */
export interface Session {
  readonly catalog: Catalog;
  readonly plan: Plan;
  readonly lexicon: Lexicon;
  readonly cast: Cast;
  readonly assessor: Assessor;
  /** Grades what no rule grades, before a consultation is assessed; left out where no model does. */
  readonly judging?: Judging | undefined;
  /** Has a model value facts where the knowledge base cannot; left out where none does. */
  readonly valuing?: Valuing | undefined;
  /** The prompts in use, by name; empty where no model takes part. */
  readonly prompts: Cast['prompts'];
  readonly calls: CallKeeper;
  readonly models: RunModels;
}

/** What a run has beside its benchmark: the person at the terminal, files of one's own, and how models are reached. */
export interface Surroundings extends Pick<CastSetting, 'human' | 'prompts' | 'hints' | 'onWords'> {
  readonly models?: Reached | undefined;
  /** What goes round every model: prices, a budget, a cache, a cassette, limits. */
  readonly shared?: Omit<SharedCalls, 'record' | 'recall'> | undefined;
  /**
   * Makes the listener that judges patients whom a model plays; without it they get no verdict. It stands above this layer:
   * what it hears must not come from whoever spoke.
   */
  readonly listener?: ((catalog: Catalog) => Promise<Listen>) | undefined;
  /** Consultations at a time; so many connections an endpoint gets. */
  readonly concurrency?: number | undefined;
}

const fewConnections = 16;

/** Makes a benchmark ready: plans it, and looks up whoever takes part. Nothing is written yet. */
export async function prepare(
  benchmark: Benchmark,
  catalog: Catalog,
  { models: reached, shared, listener, concurrency = fewConnections, ...given }: Surroundings = {},
): Promise<Session> {
  const plan = planOf(benchmark, catalog);
  const { knowledge, lexicon } = instrumentsOf(catalog);
  const calls = createCallKeeper();
  const around = { ...calls, ...shared };
  const models = createRunModels(benchmark, { calls: around, reached, concurrency });
  const setting = { ...given, catalog, benchmark, knowledge, lexicon, calls: around, models, reached };
  const cast = await createCast(setting);
  const rubrics = benchmark.rubric.map((id) => byId('rubric', catalog.rubrics, id));
  const listen = benchmark.patient === 'embedded' ? undefined : await listener?.(catalog);
  const { assessor, judging, valuing, prompts: assessors } = await assessingOf(setting, { plan, rubrics, listen });
  const prompts = promptsByName<UsedPrompt>(cast.prompts, assessors);
  return { catalog, plan, lexicon, cast, assessor, judging, valuing, prompts, calls, models };
}

/** A run on disk, and what of it is done. */
export interface OpenRun {
  readonly id: string;
  readonly folder: string;
  readonly finished: ReadonlySet<string>;
  /** Of the finished ones, those whose patient was at fault. */
  readonly faulty: ReadonlySet<string>;
  readonly begun: ReadonlyMap<string, readonly ConsultationEvent[]>;
  /** What failed before it was opened. */
  readonly failures: readonly RunFailure[];
}

/**
 * Makes the folder of a new run.
 *
 * @param out the folder; without it one in transcripts/ below the working folder, named after benchmark and time
 * @param libraries folders of the user's own that the catalog was read from, beside the shipped one
 */
export async function beginRun(
  session: Session,
  { out, libraries, clock }: { out: string | undefined; libraries: readonly string[]; clock: Clock },
): Promise<OpenRun> {
  const { plan, catalog, cast, calls } = session;
  const startedAt = clock().toISOString();
  const id = slug(`${plan.benchmark.id} ${startedAt.slice(0, 19)}`);
  const folder = out ?? join('transcripts', id);
  const { cases, personas, traits, rubrics } = catalog.places;
  const laid = plan.consultations.map(({ persona }) => persona.split('+'));
  const hashOf = (places: ReadonlyMap<string, { hash: string }>, ids: readonly string[]) =>
    Object.fromEntries([...new Set(ids)].map((name) => [name, places.get(name)?.hash ?? '']));
  await createRunFolder(
    folder,
    {
      v: 1,
      id,
      anamnesis: version,
      startedAt,
      benchmark: plan.benchmark,
      consultations: plan.consultations.length,
      models: session.models.settings,
      hints: cast.hints && { hash: cast.hints.hash, simulated: cast.hints.simulated },
      hashes: {
        knowledge: catalog.hashes.knowledge,
        lexicon: catalog.hashes.lexicon,
        cases: hashOf(
          cases,
          plan.consultations.map((consultation) => consultation.case),
        ),
        files: {
          ...hashOf(
            personas,
            laid.flatMap(([base]) => base ?? []),
          ),
          ...hashOf(
            traits,
            laid.flatMap(([, ...names]) => names),
          ),
          ...hashOf(rubrics, plan.benchmark.rubric),
        },
        prompts: Object.fromEntries(Object.entries(session.prompts).map(([name, { hash }]) => [name, hash])),
      },
    },
    { plan, catalog, roots: [packageRoot(), ...libraries], kept: keptOf(session) },
  );
  await calls.open(folder);
  return { id, folder, finished: new Set(), faulty: new Set(), begun: new Map(), failures: [] };
}

/** The prompts and hints in use, so that a run that is gone on with has the same. */
function keptOf({ prompts, cast: { hints } }: Session): KeptFile[] {
  const used = Object.values(prompts).map(({ file }) => ({ file, as: join(keptAs.prompts, basename(file)) }));
  return hints ? [...used, { file: hints.file, as: keptAs.hints }] : used;
}

/**
 * Opens a run that was stopped: its own copy of the library, what is done of it, and what was begun. A line torn by a
 * crash is cut off; anything else that cannot be read throws `journal-damaged`. What failed through no fault of its
 * doctor's is begun again where it failed.
 */
export async function resumeRun(
  folder: string,
  surroundings: Surroundings = {},
): Promise<{ session: Session; run: OpenRun; tornBytes: number }> {
  const manifest = await readManifest(folder);
  const catalog = await openCatalog(await libraryOf(folder));
  const session = await prepare(manifest.benchmark, catalog, { ...surroundings, ...(await keptIn(folder)) });
  const tornBytes =
    (await repairTornLine(join(folder, runFiles.events))) + (await repairTornLine(join(folder, runFiles.assessments)));
  // Of one that was assessed twice the last time counts.
  const assessments = new Map<string, { readonly whole: boolean; readonly faulty: boolean }>();
  for await (const line of readLines(join(folder, runFiles.assessments), AssessmentKey))
    assessments.set(line.consultation, { whole: isWhole(line), faulty: isFaulty(line) });
  const finished = new Set<string>();
  const faulty = new Set<string>();
  const begun = new Map<string, ConsultationEvent[]>();
  const undone = new Set<string>();
  const { failures, hear } = failureCollector();
  for await (const event of readEvents(folder)) {
    const events = begun.get(event.consultation) ?? [];
    events.push(event);
    begun.set(event.consultation, events);
    if (isReopened(event)) {
      const { before, failure } = splitAtFailure(events);
      begun.set(event.consultation, before);
      for (const line of failure) undone.add(placeOf(line));
      continue;
    }
    hear(event);
    const assessment = assessments.get(event.consultation);
    // The journal is the truth: an assessment whose events are gone is made again, and one that its judge left open.
    if (event.type !== 'consultation.ended' || assessment?.whole !== true) continue;
    finished.add(event.consultation);
    if (assessment.faulty) faulty.add(event.consultation);
    begun.delete(event.consultation);
  }
  if (undone.size > 0)
    await keepLines(join(folder, runFiles.events), ConsultationEvent, (event) => !undone.has(placeOf(event)));
  await session.calls.open(folder);
  surroundings.shared?.budget?.count(session.calls.cost().total.mostUsd);
  return { session, run: { id: manifest.id, folder, finished, faulty, begun, failures }, tornBytes };
}
