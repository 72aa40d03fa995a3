import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { byId } from '../catalog/catalog.ts';
import { conditionsOf } from '../report/conditions.ts';
import { type RunReport, reportOf } from '../report/run-report.ts';
import { runText } from '../report/run-text.ts';
import { prepareReassessment, type Reassessment } from '../run/prepare-reassessment.ts';
import { type Reassessed, reassess } from '../run/reassess.ts';
import { asCalled } from './called.ts';
import { listenerFor } from './listener.ts';
import { type ModelCallOptions, openModelCalls } from './model-calls.ts';
import { createProgress } from './progress.ts';
import { readAssessments } from './read-run.ts';

export interface AssessCommandOptions extends ModelCallOptions {
  rubric?: string[];
  judge?: string;
  judgeSeesTruth?: boolean;
  exact?: boolean;
  value?: string;
  currentLibrary?: boolean;
  prompts?: string;
  concurrency?: number;
  out?: string;
  json?: boolean;
  quiet?: boolean;
  library: string[];
}

/** `anamnesis assess`: a finished run scored anew. No doctor and no patient is asked again. */
export async function assessCommand(folder: string, options: AssessCommandOptions): Promise<void> {
  const { rubric: rubrics = [], library: libraries, prompts, out } = options;
  const { judge, judgeSeesTruth, exact, value, currentLibrary } = options;
  const concurrency = options.concurrency ?? 2 * availableParallelism();
  const calls = await openModelCalls(options);
  const wanted = { rubrics, judge, judgeSeesTruth, exact, value, currentLibrary, libraries };
  const around = { shared: calls.shared, listener: listenerFor, prompts, concurrency };
  const setting = await prepareReassessment(folder, wanted, around);
  const progress = createProgress(process.stderr);
  const stopping = new AbortController();
  const onInterrupt = () => stopping.abort(new AnamnesisError('interrupted', 'stopped', { hint: goOn }));
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  try {
    await setting.models.probe(stopping.signal);
    const made = await reassess(setting, {
      out,
      concurrency,
      signal: stopping.signal,
      onAssessed: (done, of) => {
        if (!options.quiet) progress.show(done, of, '');
      },
    });
    progress.end();
    await conclude(setting, made, options);
  } catch (error) {
    if (!(error instanceof AnamnesisError) || error.code !== 'budget-spent') throw error;
    throw new AnamnesisError(error.code, `stopped: ${error.message}`, {
      cause: error,
      hint: `${goOn}, and more --max-cost`,
    });
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onInterrupt);
    await Promise.all([setting.calls.close(), setting.models.close(), calls.close()]);
  }
}

const goOn = 'what models answered is kept: the same call goes on with it';

async function conclude(setting: Reassessment, made: Reassessed, { json }: AssessCommandOptions): Promise<void> {
  const { manifest, benchmark, catalog, calls, record } = setting;
  const cases = Object.keys(manifest.hashes.cases).map((id) => byId('case', catalog.cases, id).patientCase);
  const report = reportOf(manifest.id, await readAssessments(made.folder), {
    failures: made.failures,
    seed: benchmark.seed,
    cost: calls.cost(),
    conditions: conditionsOf(benchmark, manifest.hints, cases),
  });
  if (made.unfinished > 0)
    process.stderr.write(`${made.unfinished} consultations are not at their end, and were not assessed\n`);
  if (record.changedCases.length > 0)
    process.stderr.write(
      `${record.changedCases.length} cases read differently now than when they were played: ${record.changedCases.slice(0, 5).join(', ')}\n`,
    );
  const { folder, unfinished } = made;
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...report, assessment: { folder, unfinished, ...record } }, null, 2)}\n`
      : textOf(report, setting, folder),
  );
}

function textOf(report: RunReport, { benchmark, record, run }: Reassessment, folder: string): string {
  const { rubrics, judge, library } = record;
  const how = [
    `by ${Object.keys(rubrics).join(', ')}`,
    ...(judge ? [`judged by ${judge.spec}, ${judge.settings.seesTruth ? 'told' : 'not told'} the true diagnosis`] : []),
    ...(library === 'current' ? ['with the library of today'] : []),
  ];
  const width = process.stdout.columns ?? 120;
  return [
    '',
    `${benchmark.title}: ${report.consultations} ${report.consultations === 1 ? 'consultation' : 'consultations'}, assessed anew ${how.join('; ')}`,
    '',
    runText(report, { width, styled: process.stdout.isTTY === true }),
    '',
    `Assessment: ${resolve(folder)}`,
    asCalled(`See one:    anamnesis show ${run} --assessed ${folder}`),
    '',
  ].join('\n');
}
