import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { agreementText } from '../report/agreement-text.ts';
import { raterAgreement } from '../report/rater-agreement.ts';
import { readRatings } from '../report/ratings.ts';
import { readManifest } from '../run/run-folder.ts';
import { readAssessments } from './read-run.ts';

/** `anamnesis audit agreement`: the assessor's grades of a run beside people's, and people's beside each other's. */
export async function auditAgreementCommand(
  folder: string,
  files: readonly string[],
  options: { json?: boolean },
): Promise<void> {
  const { benchmark } = await readManifest(folder);
  const wanted = files.length > 0 ? files : await ratingsIn(folder);
  const ratings = (await Promise.all(wanted.map(readRatings))).flat();
  mustBeOnce(ratings, wanted);
  const report = raterAgreement(await readAssessments(folder), ratings, { seed: benchmark.seed });
  if (report.consultations === 0)
    throw new AnamnesisError(
      'empty-matrix',
      `none of the ${ratings.length} ratings is of a consultation of ${folder}`,
      {
        hint: 'their consultation is its id as `anamnesis show` prints it; were they made from another run?',
      },
    );
  process.stdout.write(
    options.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : agreementText(report, { width: process.stdout.columns ?? 100, styled: process.stdout.isTTY ?? false }),
  );
}

/** What `anamnesis rate` wrote into the run's folder. */
async function ratingsIn(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^ratings-.+\.csv$/.test(name)).sort();
  if (names.length === 0)
    throw new AnamnesisError('bad-call', `${folder} has no ratings`, {
      at: folder,
      hint: `name a CSV of your own, or grade: anamnesis rate ${folder} --rater NAME`,
    });
  return names.map((name) => join(folder, name));
}

/** Two files that both grade something for one person: which of them counts is not ours to guess. */
function mustBeOnce(ratings: Awaited<ReturnType<typeof readRatings>>, files: readonly string[]): void {
  const seen = new Set<string>();
  for (const { rater, consultation, rubric, criterion } of ratings) {
    const key = JSON.stringify([rater, consultation, rubric, criterion]);
    if (seen.has(key))
      throw new AnamnesisError(
        'bad-call',
        `${rater} graded ${criterion} of ${consultation} in more than one of ${files.join(', ')}`,
        { hint: 'name each file once, and give each person a name of its own' },
      );
    seen.add(key);
  }
}
