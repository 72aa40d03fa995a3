import { join } from 'node:path';
import type { Assessment } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { nearest } from '../base/nearest.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { AssessmentLine } from '../report/assessment-line.ts';
import { consultationText } from '../report/consultation-text.ts';
import { readAssessmentRecord } from '../run/assessment-folder.ts';
import { readEvents, readLines, runFiles } from '../run/journal.ts';
import { readManifest } from '../run/run-folder.ts';

export interface ShowOptions {
  assessed?: string;
  json?: boolean;
}

/** `anamnesis show`: one consultation, turn by turn. It reads the run alone and asks nobody anything. */
export async function show(folder: string, wanted: string | undefined, options: ShowOptions): Promise<void> {
  await readManifest(folder);
  const scores = options.assessed ?? folder;
  if (options.assessed !== undefined) await readAssessmentRecord(options.assessed);
  const id = await consultationOf(folder, wanted);
  const events: ConsultationEvent[] = [];
  for await (const event of readEvents(folder)) if (event.consultation === id) events.push(event);
  events.sort((a, b) => a.seq - b.seq);
  const assessment = await assessmentOf(scores, id);
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ events, assessment }, null, 2)}\n`
      : consultationText(events, assessment, { width: process.stdout.columns ?? 100 }),
  );
}

/** The consultation whose id was given, or the first that has the words given in its id. */
async function consultationOf(folder: string, wanted: string | undefined): Promise<string> {
  const ids = new Set<string>();
  for await (const { consultation } of readEvents(folder)) {
    ids.add(consultation);
    if (wanted === undefined) return consultation;
  }
  const sorted = [...ids].sort();
  const found = sorted.find((id) => id === wanted) ?? sorted.find((id) => id.includes(wanted ?? ''));
  if (found !== undefined) return found;
  if (sorted.length === 0)
    throw new AnamnesisError('unknown-id', `${folder} holds no consultation at all`, {
      hint: `go on with it by: anamnesis run --resume ${folder}`,
    });
  const guess = wanted === undefined ? undefined : nearest(wanted, sorted);
  throw new AnamnesisError('unknown-id', `${folder} holds no consultation like \`${wanted}\``, {
    hint: guess
      ? `did you mean \`${guess}\`?`
      : `it holds ${sorted.slice(0, 3).join(', ')}${sorted.length > 3 ? ', …' : ''}`,
  });
}

async function assessmentOf(folder: string, id: string): Promise<Assessment | null> {
  let last: Assessment | null = null;
  for await (const line of readLines(join(folder, runFiles.assessments), AssessmentLine))
    if (line.consultation === id) last = line as unknown as Assessment; // written by this program; the fields reports read were checked
  return last;
}
