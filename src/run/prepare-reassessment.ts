import type { Assessor } from '../assessor/assess.ts';
import type { ConsultationKey } from '../assessor/assessment.ts';
import type { Judging } from '../assessor/judging.ts';
import type { Valuing } from '../assessor/value/valuing.ts';
import { AnamnesisError } from '../base/error.ts';
import { version } from '../base/version.ts';
import type { Benchmark } from '../catalog/benchmark.ts';
import { byId, type Catalog, openCatalog, openRubricPlaces } from '../catalog/catalog.ts';
import { idsOfRubrics, isRubricFile } from '../catalog/named-rubrics.ts';
import type { Budget } from '../models/budget.ts';
import { assessingOf } from './assessing.ts';
import type { AssessmentRecord } from './assessment-folder.ts';
import { type CallKeeper, createCallKeeper } from './calls.ts';
import { instrumentsOf } from './instruments.ts';
import { isForJudge } from './judge-work.ts';
import { planOf } from './plan.ts';
import { keptIn, libraryOf, type Manifest, readManifest } from './run-folder.ts';
import { createRunModels, type RunModels } from './run-models.ts';
import type { Surroundings } from './session.ts';

/** What a finished run is to be assessed by. */
export interface Wanted {
  /** Ids or files, the leading one first; empty for the run's own. */
  readonly rubrics: readonly string[];
  /** The judge; undefined for the run's own. */
  readonly judge?: string | undefined;
  readonly judgeSeesTruth?: boolean | undefined;
  /** Counts Shapley values out up to 20 facts; undefined for as the run did. */
  readonly exact?: boolean | undefined;
  /** Who values facts outside the knowledge base: a model's spec, or embedded for nobody; undefined for the run's own. */
  readonly value?: string | undefined;
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
  readonly valuing: Valuing | undefined;
  readonly calls: CallKeeper;
  readonly models: RunModels;
  readonly budget: Budget | undefined;
  readonly record: AssessmentRecord;
  /** The consultations of the run, by id. */
  readonly planned: ReadonlyMap<string, ConsultationKey>;
}

/**
 * Makes ready to assess a finished run anew. Nobody but a judge and whoever values facts can be asked anything by it: neither doctors nor patients
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
  const plan = planOf(manifest.benchmark, wanted.currentLibrary ? await openCatalog(own) : catalog);
  const isJudged =
    wanted.judge !== undefined || isForJudge({ rubrics, plan, catalog, settings: benchmark.models.judge });
  const prompts = named ?? (wanted.currentLibrary ? undefined : (await keptIn(run)).prompts);
  const listen = benchmark.patient === 'embedded' ? undefined : await listener?.(catalog);
  const setting = { benchmark, catalog, models, prompts, ...instrumentsOf(catalog) };
  const assessing = await assessingOf(setting, { plan, rubrics, listen, isJudged });
  if (wanted.judgeSeesTruth !== undefined && assessing.judging === undefined)
    throw new AnamnesisError('bad-call', 'no judge takes part that could see the true diagnosis or not', {
      hint: 'name one with --judge openai:MODEL, and a rubric with criteria that no rule grades',
    });
  const cases = Object.keys(manifest.hashes.cases);
  return {
    run,
    manifest,
    catalog,
    benchmark,
    assessor: assessing.assessor,
    judging: assessing.judging,
    valuing: assessing.valuing,
    calls,
    models,
    budget: shared?.budget,
    planned: new Map(plan.consultations.map((key) => [key.consultation, key])),
    record: {
      v: 1,
      run: manifest.id,
      anamnesis: version,
      library: wanted.currentLibrary ? 'current' : 'run',
      rubrics: Object.fromEntries(rubric.map((id) => [id, catalog.places.rubrics.get(id)?.hash ?? ''])),
      exactShapley: benchmark.exactShapley,
      value: assessing.valuing ? { spec: benchmark.value, settings: benchmark.models.value } : null,
      judge: assessing.judging
        ? { spec: benchmark.judge, settings: benchmark.models.judge, seed: benchmark.seed }
        : null,
      hashes: {
        knowledge: catalog.hashes.knowledge,
        lexicon: catalog.hashes.lexicon,
        cases: Object.fromEntries(cases.map((id) => [id, caseHash(id, catalog)])),
        prompts: Object.fromEntries(Object.entries(assessing.prompts).map(([name, { hash }]) => [name, hash])),
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

function benchmarkWith(benchmark: Benchmark, wanted: Wanted, rubric: readonly string[]): Benchmark {
  const { judge, judgeSeesTruth, exact, value } = wanted;
  const { models } = benchmark;
  const seesTruth = judgeSeesTruth ?? models.judge.seesTruth;
  return {
    ...benchmark,
    rubric: [...rubric],
    judge: judge ?? benchmark.judge,
    exactShapley: exact ?? benchmark.exactShapley,
    value: value ?? benchmark.value,
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
