import { copyFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { makeFolder } from '../base/make-folder.ts';
import { JudgeSettings, ValueSettings } from '../catalog/model-settings.ts';

/** Where the assessments of a finished run are kept that were made after it, a folder each. */
const assessedFolder = 'assessed';

const recordFile = 'assessment.json';

/** assessment.json: how a finished run was assessed anew, so that its figures can be told from those of the run itself. */
const AssessmentRecord = z.strictObject({
  v: z.literal(1),
  run: z.string(),
  anamnesis: z.string().describe('version of the program'),
  library: z.enum(['run', 'current']).describe('the copy that the run was made with, or the one of today'),
  rubrics: z.record(z.string(), z.string()).describe('hashes by id, the leading one first'),
  exactShapley: z.boolean().default(false).describe('Shapley values were counted out up to 20 facts'),
  value: z
    .strictObject({ spec: z.string(), settings: ValueSettings })
    .nullable()
    .default(null)
    .describe('who valued facts outside the knowledge base; null where nobody did'),
  judge: z
    .strictObject({ spec: z.string(), settings: JudgeSettings, seed: z.int() })
    .nullable()
    .describe('null where none was asked'),
  hashes: z.strictObject({
    knowledge: z.string(),
    lexicon: z.string(),
    cases: z.record(z.string(), z.string()),
    prompts: z.record(z.string(), z.string()),
  }),
  changedCases: z.array(z.string()).describe('cases that read differently now than when they were played'),
});
export type AssessmentRecord = z.infer<typeof AssessmentRecord>;

/** The folder that an assessment has below its run where nobody names another: the same call finds the same one. */
export function folderFor(run: string, record: AssessmentRecord): string {
  const name = Object.keys(record.rubrics).join('+').slice(0, 60);
  return join(run, assessedFolder, `${name}-${contentHash(record).slice(0, 6)}`);
}

/**
 * Makes the folder of an assessment, or finds it where the same assessment was begun before: what its judge answered is
 * kept there. Throws `run-exists` where something else is in its place, `unwritable` where it cannot be made.
 *
 * @param rubrics the files of the rubrics, by id
 */
export async function openAssessmentFolder(
  folder: string,
  record: AssessmentRecord,
  rubrics: Readonly<Record<string, string>>,
): Promise<void> {
  const there = await readFile(join(folder, recordFile), 'utf8').catch(() => null);
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (there === text) return;
  const draft = join(dirname(folder), `.${basename(folder)}.partial`);
  try {
    await rm(draft, { recursive: true, force: true });
    await makeFolder(join(draft, 'rubrics'));
    for (const [id, file] of Object.entries(rubrics)) await copyFile(file, join(draft, 'rubrics', `${id}.yaml`));
    await writeFile(join(draft, recordFile), text);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    const isTaken = ['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    throw new AnamnesisError(
      isTaken ? 'run-exists' : 'unwritable',
      isTaken
        ? `${folder} exists already, and holds another assessment`
        : `${folder} cannot be made: ${(error as Error).message}`,
      { at: folder, hint: 'choose another folder with --out', cause: error },
    );
  }
}

/** Reads assessment.json; throws `run-missing` where there is none, `journal-damaged` where it cannot be understood. */
export async function readAssessmentRecord(folder: string): Promise<AssessmentRecord> {
  const file = join(folder, recordFile);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new AnamnesisError('run-missing', `${folder} is no assessment: it has no ${recordFile}`, {
      at: folder,
      hint: `those of a run stand in its folder ${assessedFolder}/`,
    });
  try {
    return AssessmentRecord.parse(JSON.parse(text));
  } catch (error) {
    throw new AnamnesisError('journal-damaged', `${file} is no ${recordFile} of ours`, { at: file, cause: error });
  }
}
