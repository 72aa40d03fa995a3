import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { makeFolder } from '../base/make-folder.ts';
import { plainIssue } from '../base/plain-issue.ts';
import { Benchmark } from '../catalog/benchmark.ts';
import { byId, type Catalog } from '../catalog/catalog.ts';
import { runFiles } from './journal.ts';
import type { Plan } from './plan.ts';

/** run.json: what was run, with what, so that it can be gone on with and checked. */
export const Manifest = z.strictObject({
  v: z.literal(1),
  id: z.string(),
  anamnesis: z.string().describe('version of the program'),
  startedAt: z.string(),
  benchmark: Benchmark,
  consultations: z.int().min(1),
  models: z
    .record(z.string(), z.record(z.string(), z.json()))
    .default({})
    .describe('what the replies of each model depend on beside the words, by role and spec'),
  hints: z
    .strictObject({ hash: z.string(), simulated: z.boolean() })
    .nullable()
    .default(null)
    .describe('the classifier’s predictions that were shown'),
  hashes: z.strictObject({
    knowledge: z.string(),
    lexicon: z.string(),
    cases: z.record(z.string(), z.string()),
    files: z.record(z.string(), z.string()).describe('personas and rubrics by id'),
    prompts: z.record(z.string(), z.string()),
  }),
});
export type Manifest = z.infer<typeof Manifest>;

/** A file that a run was made with, beside its library: where it is, and what the copy is called. */
export interface KeptFile {
  readonly file: string;
  readonly as: string;
}

/** Where a library copy keeps the prompts and hints that were used. */
export const keptAs = { prompts: 'prompts', hints: 'hints.csv' } as const;

/** What a library copy holds of the shipped folders. */
const knowledgeFolder = 'knowledge';

/** What checks the instruments, and takes no part in a run. */
const auditFolder = join(knowledgeFolder, 'audit');

/** Where a library copy keeps the knowledge of further libraries: each apart, for two may name a file alike. */
const furtherFolder = 'further';

/**
 * Makes the folder of a run: run.json and the library that is used (`roots`: the shipped one first). It is filled under another name and renamed when it
 * is whole, so that nothing half-written is left behind.
 *
 * Throws `run-exists` where the folder is there already, `unwritable` where it cannot be made.
 */
export async function createRunFolder(
  folder: string,
  manifest: Manifest,
  {
    plan,
    catalog,
    roots,
    kept = [],
  }: { plan: Plan; catalog: Catalog; roots: readonly string[]; kept?: readonly KeptFile[] },
): Promise<void> {
  if (await exists(folder))
    throw new AnamnesisError('run-exists', `${folder} exists already`, {
      at: folder,
      hint: `go on with it by --resume ${folder}, or choose another folder with --out`,
    });
  const draft = join(dirname(folder), `.${basename(folder)}.partial`);
  try {
    await rm(draft, { recursive: true, force: true });
    const library = join(draft, runFiles.library);
    await makeFolder(library);
    for (const [place, root] of roots.entries()) {
      const copy = place === 0 ? library : join(library, furtherFolder, String(place));
      if (await exists(join(root, knowledgeFolder)))
        await cp(join(root, knowledgeFolder), join(copy, knowledgeFolder), {
          recursive: true,
          filter: (file) => relative(root, file) !== auditFolder,
        });
    }
    for (const { kind, into, ids } of usedBy(plan)) {
      await makeFolder(join(library, into));
      for (const id of ids) await cp(fileOf(catalog, kind, id), join(library, into, folderOf(kind, id), `${id}.yaml`));
    }
    await copyPictures(library, plan, catalog);
    for (const { file, as } of kept) await cp(file, join(library, as), { recursive: true });
    await writeFile(join(draft, runFiles.run), `${JSON.stringify(manifest, null, 2)}\n`);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => {});
    throw new AnamnesisError('unwritable', `${folder} cannot be made: ${(error as Error).message}`, {
      at: folder,
      hint: 'choose another folder with --out',
      cause: error,
    });
  }
}

/** The prompts and hints that a run was made with, where it was made with any. */
export async function keptIn(folder: string): Promise<{ prompts?: string; hints?: string }> {
  const [prompts, hints] = [keptAs.prompts, keptAs.hints].map((name) => join(folder, runFiles.library, name));
  return {
    ...(prompts && (await exists(prompts)) ? { prompts } : {}),
    ...(hints && (await exists(hints)) ? { hints } : {}),
  };
}

/** The library that a run was made with: its copy of the shipped one, and of further ones in the order they were named. */
export async function libraryOf(folder: string): Promise<{ root: string; libraries: string[] }> {
  const root = join(folder, runFiles.library);
  const further = await readdir(join(root, furtherFolder)).catch(() => []);
  return {
    root,
    libraries: further.sort((a, b) => Number(a) - Number(b)).map((place) => join(root, furtherFolder, place)),
  };
}

/** The pictures of the cases, where the copied cases name them: a run that is gone on with shows the same. */
async function copyPictures(library: string, { consultations }: Plan, catalog: Catalog): Promise<void> {
  for (const id of new Set(consultations.map((consultation) => consultation.case))) {
    const { examinations, tests } = byId('case', catalog.cases, id).patientCase;
    for (const { image } of [...examinations, ...tests]) {
      if (!image) continue;
      const copy = join(library, 'cases', folderOf('cases', id), image.file);
      if (relative(library, copy).startsWith('..'))
        throw new Error(`the picture ${image.file} of ${id} lies outside its library`);
      await cp(resolve(dirname(fileOf(catalog, 'cases', id)), image.file), copy);
    }
  }
}

/** A case has a folder of its own: the pictures of two may be called alike. */
function folderOf(kind: CopiedKind, id: string): string {
  return kind === 'cases' ? id : '';
}

type CopiedKind = 'cases' | 'personas' | 'traits' | 'rubrics';

function usedBy({ consultations, benchmark }: Plan): { kind: CopiedKind; into: string; ids: string[] }[] {
  const parts = consultations.map(({ persona }) => persona.split('+'));
  const unique = (ids: readonly string[]) => [...new Set(ids)];
  return [
    { kind: 'cases', into: 'cases', ids: unique(consultations.map((consultation) => consultation.case)) },
    { kind: 'personas', into: 'personas', ids: unique(parts.flatMap(([base]) => base ?? [])) },
    { kind: 'traits', into: 'personas/traits', ids: unique(parts.flatMap(([, ...traits]) => traits)) },
    { kind: 'rubrics', into: 'rubrics', ids: benchmark.rubric },
  ];
}

function fileOf({ places }: Catalog, kind: CopiedKind, id: string): string {
  const place = places[kind].get(id);
  if (place === undefined) throw new Error(`${kind} ${id} has no file`);
  return place.file;
}

/** Reads run.json; throws `run-missing` where there is none, `journal-damaged` where it cannot be understood. */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = join(folder, runFiles.run);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null)
    throw new AnamnesisError('run-missing', `${folder} is no run: it has no ${runFiles.run}`, {
      at: folder,
      hint: '`anamnesis list runs` shows the runs in transcripts/',
    });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    throw new AnamnesisError('journal-damaged', `${file} is not JSON`, { at: file, cause: error });
  }
  const checked = Manifest.safeParse(content, { error: plainIssue });
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new AnamnesisError('journal-damaged', `${file} is no run.json: ${issue?.path.join('.')}: ${issue?.message}`, {
    at: file,
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
