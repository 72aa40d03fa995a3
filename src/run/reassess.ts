import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Assessor, createAssessor } from '../assessor/assess.ts';
import type { Assessment, ConsultationKey } from '../assessor/assessment.ts';
import { needsJudge } from '../assessor/judged-criteria.ts';
import type { Judging } from '../assessor/judging.ts';
import { AnamnesisError } from '../base/error.ts';
import { version } from '../base/version.ts';
import type { Benchmark } from '../catalog/benchmark.ts';
import { byId, type Catalog, openCatalog, openRubricPlaces } from '../catalog/catalog.ts';
import { idsOfRubrics, isRubricFile } from '../catalog/named-rubrics.ts';
import { ConsultationEvent } from '../events/event.ts';
import type { Budget } from '../models/budget.ts';
import { promptsByName } from '../models/prompt.ts';
import { type AssessmentRecord, folderFor, openAssessmentFolder } from './assessment-folder.ts';
import { type CallKeeper, createCallKeeper } from './calls.ts';
import { failureCollector, type RunFailure } from './conduct.ts';
import { endedConsultations } from './ended-consultations.ts';
import { instrumentsOf } from './instruments.ts';
import { createLineWriter, readLines, runFiles } from './journal.ts';
import { planOf } from './plan.ts';
import { rerunOf } from './rerun.ts';
import { keptIn, libraryOf, type Manifest, readManifest } from './run-folder.ts';
import { createRunModels, type RunModels } from './run-models.ts';
import type { Surroundings } from './session.ts';
import { diskWorthCache } from './worth-cache.ts';

/** What a finished run is to be assessed by. */
export interface Wanted {
  /** Ids or files, the leading one first; empty for the run's own. */
  readonly rubrics: readonly string[];
  /** The judge; undefined for the run's own. */
  readonly judge?: string | undefined;
  readonly judgeSeesTruth?: boolean | undefined;
  /** Assess by the library of today, not by the copy that the run was made with. */
  readonly currentLibrary?: boolean | undefined;
  /** Folders of the user's own, beside the shipped library. */
  readonly libraries: readonly string[];
}

/** A finished run made ready to be assessed anew. */
export interface Reassessment {
  /** Folder of the run. */
  readonly run: string;
  readonly manifest: Manifest;
  readonly catalog: Catalog;
  readonly benchmark: Benchmark;
  readonly assessor: Assessor;
  readonly judging: Judging | undefined;
  readonly calls: CallKeeper;
  readonly models: RunModels;
  readonly budget: Budget | undefined;
  readonly record: AssessmentRecord;
  /** The consultations of the run, by id. */
  readonly planned: ReadonlyMap<string, ConsultationKey>;
}

/**
 * Makes ready to assess a finished run anew. Nobody but a judge can be asked anything by it: neither doctors nor patients
 * are made. Nothing is written yet.
 *
 * Throws `run-missing` where there is no run, `bad-file` and `unknown-id` for rubrics, `bad-call` and `no-key` for judges.
 */
export async function prepareReassessment(
  run: string,
  wanted: Wanted,
  {
    models: reached,
    shared,
    listener,
    prompts: named,
    concurrency = 16,
  }: Omit<Surroundings, 'human' | 'hints' | 'onWords'>,
): Promise<Reassessment> {
  const manifest = await readManifest(run);
  const own = await libraryOf(run);
  const today = { libraries: wanted.libraries };
  const rubricFiles = [...wanted.rubrics.filter(isRubricFile), ...(await filesOfShipped(wanted, manifest.benchmark))];
  const catalog = await openCatalog({ ...(wanted.currentLibrary ? today : own), rubricFiles });
  const rubric =
    wanted.rubrics.length > 0 ? [...new Set(idsOfRubrics(wanted.rubrics, catalog))] : manifest.benchmark.rubric;
  const rubrics = rubric.map((id) => byId('rubric', catalog.rubrics, id));
  const benchmark = benchmarkWith(manifest.benchmark, wanted, rubric);
  const calls = createCallKeeper();
  const around = { ...calls, ...shared };
  const models = createRunModels(benchmark, { calls: around, reached, concurrency });
  const isJudged = wanted.judge !== undefined || rubrics.some((one) => needsJudge(one, benchmark.models.judge));
  const prompts = named ?? (wanted.currentLibrary ? undefined : (await keptIn(run)).prompts);
  const judge =
    benchmark.judge === 'embedded' || !isJudged
      ? null
      : await (await import('./model-judge.ts')).modelJudge({ benchmark, catalog, models, prompts }, rubrics);
  if (wanted.judgeSeesTruth !== undefined && judge === null)
    throw new AnamnesisError('bad-call', 'no judge takes part that could see the true diagnosis or not', {
      hint: 'name one with --judge openai:MODEL, and a rubric with criteria that no rule grades',
    });
  const { knowledge, lexicon } = instrumentsOf(catalog);
  const listen = benchmark.patient === 'embedded' ? undefined : await listener?.(catalog);
  const assessor = createAssessor({ knowledge, lexicon, rubrics, cache: diskWorthCache(), listen });
  const { consultations } = planOf(manifest.benchmark, wanted.currentLibrary ? await openCatalog(own) : catalog);
  const cases = Object.keys(manifest.hashes.cases);
  return {
    run,
    manifest,
    catalog,
    benchmark,
    assessor,
    judging: judge?.judging,
    calls,
    models,
    budget: shared?.budget,
    planned: new Map(consultations.map((key) => [key.consultation, key])),
    record: {
      v: 1,
      run: manifest.id,
      anamnesis: version,
      library: wanted.currentLibrary ? 'current' : 'run',
      rubrics: Object.fromEntries(rubric.map((id) => [id, catalog.places.rubrics.get(id)?.hash ?? ''])),
      judge: judge && { spec: benchmark.judge, settings: benchmark.models.judge, seed: benchmark.seed },
      hashes: {
        knowledge: catalog.hashes.knowledge,
        lexicon: catalog.hashes.lexicon,
        cases: Object.fromEntries(cases.map((id) => [id, caseHash(id, catalog)])),
        prompts: Object.fromEntries(
          Object.entries(promptsByName({ ...judge?.prompts })).map(([name, { hash }]) => [name, hash]),
        ),
      },
      changedCases: cases.filter((id) => caseHash(id, catalog) !== manifest.hashes.cases[id]),
    },
  };
}

/** Files of the rubrics that were named by id and are none of the run's own copies. */
async function filesOfShipped(wanted: Wanted, { rubric: copied }: Benchmark): Promise<string[]> {
  const ids = wanted.rubrics.filter((named) => !isRubricFile(named));
  const missing = wanted.currentLibrary ? [] : ids.filter((id) => !copied.includes(id));
  if (missing.length === 0) return [];
  const places = await openRubricPlaces(wanted.libraries);
  return missing.map((id) => byId('rubric', places, id).file);
}

function benchmarkWith(benchmark: Benchmark, { judge, judgeSeesTruth }: Wanted, rubric: readonly string[]): Benchmark {
  const { models } = benchmark;
  const seesTruth = judgeSeesTruth ?? models.judge.seesTruth;
  return {
    ...benchmark,
    rubric: [...rubric],
    judge: judge ?? benchmark.judge,
    models: { ...models, judge: { ...models.judge, seesTruth } },
  };
}

function caseHash(id: string, { places }: Catalog): string {
  const place = places.cases.get(id);
  if (place) return place.hash;
  throw new AnamnesisError('unknown-id', `the library of today has no case \`${id}\`, which the run played`, {
    hint: 'leave out --current-library, or name the folder that has it with --library',
  });
}

/** What came of assessing a run anew. */
export interface Reassessed {
  readonly folder: string;
  readonly assessed: number;
  /** Consultations that never came to their end: they are not assessed. */
  readonly unfinished: number;
  readonly failures: readonly RunFailure[];
}

/**
 * Assesses every consultation of a run that is at its end, as the journal is read. The lines stand in a file beside
 * until all of them are there; what the judge answered is kept at once. What an earlier call left is replaced by the same.
 *
 * Rejects with `interrupted` where the signal is aborted, `budget-spent` where the judge's money is, and
 * `journal-damaged` where the journal cannot be read.
 */
export async function reassess(
  setting: Reassessment,
  {
    out,
    signal,
    concurrency,
    onAssessed = () => {},
  }: {
    readonly out?: string | undefined;
    readonly signal: AbortSignal;
    readonly concurrency: number;
    readonly onAssessed?: (done: number, of: number) => void;
  },
): Promise<Reassessed> {
  const { run, record, catalog, calls, planned } = setting;
  const folder = out ?? folderFor(run, record);
  const files = Object.keys(record.rubrics).map((id) => [id, catalog.places.rubrics.get(id)?.file ?? ''] as const);
  await openAssessmentFolder(folder, record, Object.fromEntries(files));
  await calls.open(folder, { before: setting.judging ? run : undefined });
  setting.budget?.count(calls.cost().total.mostUsd);
  const draft = join(folder, `.${runFiles.assessments}.partial`);
  await rm(draft, { force: true });
  const lines = createLineWriter(draft);
  const { failures, hear } = failureCollector();
  let assessed = 0;
  const heard = async function* () {
    for await (const event of readLines(join(run, runFiles.events), ConsultationEvent)) {
      hear(event);
      yield event;
    }
  };
  const one = async (history: readonly ConsultationEvent[], stop: AbortSignal) => {
    lines.write(await assessmentOf(setting, history, stop));
    assessed++;
    onAssessed(assessed, planned.size);
    if (assessed % linesAtOnce === 0) await lines.drained();
  };
  let unfinished = 0;
  try {
    const ended = endedConsultations(heard(), (count) => {
      unfinished = count;
    });
    await eachOf(ended, one, { signal, atOnce: setting.judging ? concurrency : 1 });
  } finally {
    await lines.close();
  }
  await rename(draft, join(folder, runFiles.assessments));
  return { folder, assessed, unfinished, failures };
}

/** Lines that may wait for the disk. */
const linesAtOnce = 256;

async function assessmentOf(
  { planned, catalog, judging, assessor, run }: Reassessment,
  history: readonly ConsultationEvent[],
  signal: AbortSignal,
): Promise<Assessment> {
  const id = history[0]?.consultation ?? '';
  const key = keyOf(id, planned);
  if (key === undefined)
    throw new AnamnesisError(
      'journal-damaged',
      `${run} holds a consultation \`${id}\` that its run.json does not plan`,
      {
        at: join(run, runFiles.events),
      },
    );
  const { patientCase, truth } = byId('case', catalog.cases, key.case);
  const judgements = await judging?.(id, history, { patientCase, truth }, signal);
  return assessor.assess(key, history, { patientCase, truth }, judgements);
}

/** A planned consultation by its id, or one that was held again under an id of its own. */
function keyOf(id: string, planned: ReadonlyMap<string, ConsultationKey>): ConsultationKey | undefined {
  const [first = id, again] = id.split('~');
  const key = planned.get(first);
  if (key === undefined || again === undefined) return key;
  return Array.from({ length: Number(again) }).reduce<ConsultationKey>((before) => rerunOf(before), key);
}

/** Does something with each item as it comes, so many at once; the first failure stops all. */
async function eachOf<T>(
  items: AsyncIterable<T>,
  one: (item: T, signal: AbortSignal) => Promise<void>,
  { signal, atOnce }: { readonly signal: AbortSignal; readonly atOnce: number },
): Promise<void> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal]);
  const running = new Set<Promise<void>>();
  try {
    for await (const item of items) {
      stop.throwIfAborted();
      const task: Promise<void> = one(item, stop)
        .catch((error: unknown) => failed.abort(error))
        .finally(() => running.delete(task));
      running.add(task);
      if (running.size >= atOnce) await Promise.race(running);
    }
  } finally {
    await Promise.all(running);
  }
  stop.throwIfAborted();
}
