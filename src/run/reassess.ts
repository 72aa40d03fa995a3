import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Assessment, ConsultationKey } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { byId } from '../catalog/catalog.ts';
import { ConsultationEvent } from '../events/event.ts';
import { folderFor, openAssessmentFolder } from './assessment-folder.ts';
import { failureCollector, type RunFailure } from './conduct.ts';
import { endedConsultations } from './ended-consultations.ts';
import { createLineWriter, readLines, runFiles } from './journal.ts';
import type { Reassessment } from './prepare-reassessment.ts';
import { rerunOf } from './rerun.ts';

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
  await calls.open(folder, { before: setting.judging || setting.valuing ? run : undefined });
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
    await eachOf(ended, one, { signal, atOnce: setting.judging || setting.valuing ? concurrency : 1 });
  } finally {
    await lines.close();
  }
  await rename(draft, join(folder, runFiles.assessments));
  return { folder, assessed, unfinished, failures };
}

/** Lines that may wait for the disk. */
const linesAtOnce = 256;

async function assessmentOf(
  { planned, catalog, judging, valuing, assessor, run }: Reassessment,
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
  const value = await valuing?.(history, { patientCase, truth }, signal);
  return assessor.assess(key, history, { patientCase, truth }, judgements, value);
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
