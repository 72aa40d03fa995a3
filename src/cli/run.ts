import { readdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { nearest } from '../base/nearest.ts';
import { packageRoot } from '../base/package-root.ts';
import { plainIssue } from '../base/plain-issue.ts';
import { Benchmark, protocolsOf } from '../catalog/benchmark.ts';
import { byId, loadBenchmark, openCatalog } from '../catalog/catalog.ts';
import { idsOfRubrics, isRubricFile } from '../catalog/named-rubrics.ts';
import { cassetteOf } from '../models/cassette.ts';
import { conditionsOf } from '../report/conditions.ts';
import { type RunReport, reportOf } from '../report/run-report.ts';
import { runText } from '../report/run-text.ts';
import { type Conducting, conduct, type RunOutcome } from '../run/conduct.ts';
import { runFiles } from '../run/journal.ts';
import { leftOf } from '../run/rerun.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../run/session.ts';
import { asCalled } from './called.ts';
import { listenerFor } from './listener.ts';
import { type ModelCallOptions, type ModelCalls, openModelCalls } from './model-calls.ts';
import { createProgress } from './progress.ts';
import { readAssessments } from './read-run.ts';

export interface RunCommandOptions extends ModelCallOptions {
  doctor?: string[];
  cases?: string[];
  personas?: string[];
  rubric?: string[];
  repeats?: number;
  rerunFaulty?: number;
  seed?: number;
  maxTurns?: number;
  concurrency?: number;
  out?: string;
  resume?: string;
  dryRun?: boolean;
  json?: boolean;
  quiet?: boolean;
  library: string[];
  patient?: string;
  judge?: string;
  value?: string;
  exact?: boolean;
  judgeSeesTruth?: 'yes' | 'no';
  prompts?: string;
  hints?: string;
}

/** The benchmark that is run where none is named. */
const defaultBenchmark = 'benchmarks/quick.yaml';

/** `anamnesis run`: from a benchmark file to a leaderboard. */
export async function run(named: string | undefined, options: RunCommandOptions): Promise<void> {
  if (options.resume !== undefined && named !== undefined)
    throw new AnamnesisError('bad-call', '`--resume` goes on with the benchmark of that run', {
      hint: `leave out \`${named}\``,
    });
  const file = named ?? defaultBenchmark;
  const { record: _, ...readOnly } = options;
  if (options.dryRun) return showPlan(file, options, await openModelCalls(readOnly));
  const calls = await openModelCalls(options);
  const { session, run: open } =
    options.resume === undefined ? await begun(file, options, calls) : await resumed(options.resume, options, calls);
  const progress = createProgress(process.stderr);
  const conducting = conduct({
    ...session,
    run: open.id,
    folder: open.folder,
    finished: open.finished,
    faulty: open.faulty,
    begun: open.begun,
    failures: open.failures,
    clock: systemClock,
    concurrency: concurrencyOf(options),
    stopOn: calls.shared.budget?.isSpent,
    onProgress: ({ done, of, failed }) => {
      if (!options.quiet) progress.show(done, of, failed > 0 ? `, ${failed} failed` : '');
    },
  });
  const outcome = await untilInterrupted(conducting);
  await Promise.all([session.calls.close(), session.models.close(), calls.close()]);
  progress.end();
  await conclude(session, open, outcome, options, calls.shared.budget?.isSpent.reason);
}

async function begun(
  file: string,
  options: RunCommandOptions,
  calls: ModelCalls,
): Promise<{ session: Session; run: OpenRun }> {
  const session = await prepared(file, options, calls);
  await session.models.probe(new AbortController().signal);
  const { library: libraries, out } = options;
  return { session, run: await beginRun(session, { out, libraries, clock: systemClock }) };
}

async function resumed(
  folder: string,
  options: RunCommandOptions,
  { shared }: ModelCalls,
): Promise<{ session: Session; run: OpenRun }> {
  const {
    session,
    run: open,
    tornBytes,
  } = await resumeRun(folder, {
    shared,
    listener: listenerFor,
    concurrency: concurrencyOf(options),
  });
  if (tornBytes > 0) process.stderr.write(`cut off ${tornBytes} bytes of a line that was not written to its end\n`);
  const { consultations, benchmark } = session.plan;
  const left = consultations.filter((key) => leftOf(key, { ...open, ...benchmark }) !== null).length;
  if (left > 0) await session.models.probe(new AbortController().signal);
  process.stderr.write(`going on with ${folder}: ${left} of ${consultations.length} consultations left\n`);
  return { session, run: open };
}

async function prepared(file: string, options: RunCommandOptions, { shared }: ModelCalls): Promise<Session> {
  const { value } = await loadBenchmark(await benchmarkFile(file));
  const { prompts, hints, library: libraries, rubric: named } = options;
  const catalog = await openCatalog({ libraries, rubricFiles: named?.filter(isRubricFile) });
  const rubric = named === undefined ? {} : { rubric: idsOfRubrics(named, catalog) };
  const session = await prepare(withOptions(value, { ...options, ...rubric }), catalog, {
    prompts,
    hints,
    shared,
    listener: listenerFor,
    concurrency: concurrencyOf(options),
  });
  if (hints !== undefined && session.cast.hints === null)
    throw unused('--hints', hints, 'no doctor here is shown predictions');
  if (prompts !== undefined && Object.keys(session.prompts).length === 0)
    throw unused('--prompts', prompts, 'no model takes part');
  return session;
}

/** What would be passed over in silence is a mistake. */
function unused(option: string, value: string, why: string): AnamnesisError {
  return new AnamnesisError('bad-call', `${option} ${value} would not be used: ${why}`, {
    at: option,
    hint: 'leave it out, or name an openai: doctor, patient or judge that it is for',
  });
}

function concurrencyOf({ concurrency }: RunCommandOptions): number {
  return concurrency ?? 2 * availableParallelism();
}

/** A benchmark as it is named, or the shipped one of that name where the working folder has none. */
async function benchmarkFile(file: string): Promise<string> {
  if (await stat(file).catch(() => null)) return file;
  const shipped = resolve(packageRoot(), file);
  if (await stat(shipped).catch(() => null)) return shipped;
  const files = (await readdir(join(packageRoot(), 'benchmarks'))).filter((name) => name.endsWith('.yaml'));
  const names = files.map((name) => `benchmarks/${name}`);
  const guess = nearest(file, names);
  throw new AnamnesisError('bad-file', `${file} does not exist`, {
    at: file,
    hint: guess ? `did you mean \`${guess}\`?` : '`anamnesis list benchmarks` shows the shipped ones',
  });
}

/** Which option gave a part of the benchmark. */
const optionOf: Readonly<Record<string, string>> = {
  cases: '--cases',
  personas: '--personas',
  doctors: '--doctor',
  patient: '--patient',
  judge: '--judge',
  value: '--value',
  rubric: '--rubric',
  repeats: '--repeats',
  rerunFaulty: '--rerun-faulty',
  seed: '--seed',
  maxTurns: '--max-turns',
};

/** The benchmark with what the command line says instead. */
function withOptions(benchmark: Benchmark, options: RunCommandOptions): Benchmark {
  const wished = {
    ...benchmark,
    title: titleWith(benchmark.title, options),
    cases: chosen('--cases', options.cases) ?? benchmark.cases,
    personas: chosen('--personas', options.personas) ?? benchmark.personas,
    doctors: options.doctor ?? benchmark.doctors,
    patient: options.patient ?? benchmark.patient,
    judge: options.judge ?? benchmark.judge,
    value: options.value ?? benchmark.value,
    exactShapley: options.exact ?? benchmark.exactShapley,
    models: { ...benchmark.models, judge: { ...benchmark.models.judge, ...judgeSees(benchmark, options) } },
    rubric: options.rubric ?? benchmark.rubric,
    repeats: options.repeats ?? benchmark.repeats,
    rerunFaulty: options.rerunFaulty ?? benchmark.rerunFaulty,
    seed: options.seed ?? benchmark.seed,
    protocol: { ...benchmark.protocol, maxTurns: options.maxTurns ?? benchmark.protocol.maxTurns },
    protocols: benchmark.protocols?.map((variant) =>
      options.maxTurns === undefined ? variant : { ...variant, maxTurns: options.maxTurns },
    ),
  };
  const checked = Benchmark.safeParse(wished, { error: plainIssue });
  if (checked.success) return checked.data;
  const problems = checked.error.issues.map(({ path, message }) => {
    const key = path.findLast((part) => typeof part === 'string') ?? '';
    return `${optionOf[key] ?? key}: ${message}`;
  });
  throw new AnamnesisError('bad-call', problems.join('\n'));
}

/** What the judge is told, where the call says it. Throws `bad-call` where nobody judges: the option would do nothing. */
function judgeSees({ judge }: Benchmark, options: RunCommandOptions): { seesTruth?: boolean } {
  if (options.judgeSeesTruth === undefined) return {};
  if ((options.judge ?? judge) === 'embedded')
    throw new AnamnesisError('bad-call', '`--judge-sees-truth` says what a judge is told, and there is no judge', {
      hint: 'name one: `--judge openai:MODEL`',
    });
  return { seesTruth: options.judgeSeesTruth === 'yes' };
}

/** A title speaks of the matrix in its file: where the call chose another one, it says so. */
function titleWith(title: string, { cases, personas, doctor }: RunCommandOptions): string {
  const changed = Object.entries({ '--cases': cases, '--personas': personas, '--doctor': doctor }).filter(
    ([, ids]) => ids !== undefined,
  );
  return changed.length === 0 ? title : `${title} (changed by ${changed.map(([option]) => option).join(', ')})`;
}

function chosen(option: string, ids: readonly string[] | undefined): 'all' | readonly string[] | undefined {
  if (ids === undefined) return undefined;
  if (ids.length === 0)
    throw new AnamnesisError('empty-matrix', `${option} names nothing, and there would be no consultation`, {
      hint: `name ids divided by commas, or \`all\``,
    });
  if (!ids.includes('all')) return ids;
  if (ids.length === 1) return 'all';
  throw new AnamnesisError('bad-call', `${option}: \`all\` stands alone`);
}

async function showPlan(file: string, options: RunCommandOptions, calls: ModelCalls): Promise<void> {
  // Nobody is asked: no key is needed to see what would be.
  const cassette = calls.shared.cassette ?? cassetteOf([]);
  const { plan } = await prepared(file, options, { ...calls, shared: { ...calls.shared, cassette } });
  process.stdout.write(`${plan.consultations.map(({ consultation }) => consultation).join('\n')}\n`);
  process.stderr.write(`${plan.consultations.length} consultations; nothing was run\n`);
}

/** Ctrl-C once lets the running turns end; a second time waits for nobody. */
async function untilInterrupted(conducting: Conducting): Promise<RunOutcome> {
  let times = 0;
  const onInterrupt = () => {
    times++;
    process.stderr.write(times === 1 ? '\nstopping after the running turns; Ctrl-C again stops at once\n' : '\n');
    conducting.stop(times > 1);
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    return await conducting.outcome;
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
  }
}

async function conclude(
  session: Session,
  open: OpenRun,
  outcome: RunOutcome,
  options: RunCommandOptions,
  spent: unknown,
): Promise<void> {
  const { consultations, benchmark } = session.plan;
  if (outcome.isStopped && spent instanceof AnamnesisError)
    throw new AnamnesisError(
      spent.code,
      `stopped after ${outcome.done} of ${consultations.length} consultations: ${spent.message}`,
      { cause: spent, hint: `go on with: anamnesis run --resume ${open.folder} --max-cost <more>` },
    );
  if (outcome.isStopped)
    throw new AnamnesisError('interrupted', `stopped after ${outcome.done} of ${consultations.length} consultations`, {
      hint: `go on with: anamnesis run --resume ${open.folder}`,
    });
  const lines = await readAssessments(open.folder);
  const report = reportOf(open.id, lines, {
    failures: outcome.failures,
    seed: benchmark.seed,
    cost: session.calls.cost(),
    conditions: conditionsOf(benchmark, session.cast.hints, casesOf(session)),
  });
  process.stdout.write(
    options.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report, benchmark, open, outcome),
  );
  if (outcome.failures.length > 0) process.exitCode = 1;
}

/** How many turns a doctor has, where all protocols agree on it. */
function turnsOf(benchmark: Benchmark): string {
  const [turns, ...others] = new Set(protocolsOf(benchmark).map(({ protocol }) => protocol.maxTurns));
  return others.length > 0 ? '' : `, ${turns} turns`;
}

function casesOf({ plan, catalog }: Session) {
  const ids = new Set(plan.consultations.map((consultation) => consultation.case));
  return [...ids].map((id) => byId('case', catalog.cases, id).patientCase);
}

function textOf(report: RunReport, benchmark: Benchmark, { folder }: OpenRun, { failures }: RunOutcome): string {
  const width = process.stdout.columns ?? 120;
  // Tables of no figures would hide why there are none.
  const isScored = failures.length < report.consultations;
  const figures = isScored
    ? runText(report, { width, styled: process.stdout.isTTY === true })
    : 'All failed: nothing is scored.';
  return [
    '',
    `${benchmark.title}: ${report.consultations} ${report.consultations === 1 ? 'consultation' : 'consultations'}, seed ${benchmark.seed}${turnsOf(benchmark)}`,
    '',
    figures,
    '',
    ...failures.slice(0, 5).map(({ consultation, code, message }) => `failed: ${consultation}: ${code}: ${message}`),
    ...(failures.length > 5 ? [`… and ${failures.length - 5} more failures in ${runFiles.events}`] : []),
    `Transcripts: ${resolve(folder)}`,
    ...(isScored ? [asCalled(`See one:     anamnesis show ${folder}`)] : []),
    '',
  ].join('\n');
}
