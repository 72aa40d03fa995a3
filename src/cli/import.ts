import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { noneOf } from '../base/nearest.ts';
import { formats } from '../catalog/import/formats.ts';
import type { ImportFormat, LibraryReader, Outcome } from '../catalog/import/outcome.ts';
import { authoredYaml, writeAuthored } from '../catalog/import/write-authored.ts';

export interface ImportOptions {
  out: string;
  strict?: boolean;
  limit?: number;
}

/** `anamnesis import`: published rows as files of ours, one by one; a bad row is told by its line and the rest goes on. */
export async function importRows(name: string, file: string, { out, strict, limit }: ImportOptions): Promise<void> {
  const format = formatOf(name);
  await mustExist(file, format);
  let imported = 0;
  let refused = 0;
  let damaged = 0;
  const tell = (line: number, message: string) => process.stderr.write(`${file}:${line} ${message}\n`);
  for await (const outcome of format.read(file, libraryReader)) {
    if ('problem' in outcome) {
      damaged++;
      tell(outcome.line, outcome.problem);
    } else if ('refused' in outcome) {
      refused++;
      tell(outcome.line, `refused: ${outcome.refused}`);
    } else {
      await write(out, outcome, format);
      for (const note of outcome.notes) tell(outcome.line, note);
      if ('findings' in outcome) continue; // no row of its own
      imported++;
      if (imported === limit) break;
    }
  }
  const rows = imported + refused + damaged;
  const beside = [...(refused > 0 ? [`${refused} refused`] : []), ...(damaged > 0 ? [`${damaged} damaged`] : [])];
  process.stdout.write(
    `${imported} of ${rows} rows imported to ${resolve(out)}${beside.length > 0 ? ` (${beside.join(', ')})` : ''}\n`,
  );
  if (imported === 0)
    throw new AnamnesisError('bad-file', `${file} holds no row that could be imported`, {
      at: file,
      hint: `the format ${name} was expected: ${format.expects}`,
    });
  if (damaged > 0 && strict) process.exitCode = 1;
}

/** What the shipped library has already, for sources with a vocabulary of their own. */
async function libraryReader(): Promise<LibraryReader> {
  const [{ openCatalog }, { createLexicon }, { understand }, { noContext }] = await Promise.all([
    import('../catalog/catalog.ts'),
    import('../language/lexicon.ts'),
    import('../language/understand.ts'),
    import('../language/reading-context.ts'),
  ]);
  const catalog = await openCatalog();
  const lexicon = createLexicon(catalog);
  const byName = new Map(
    [...catalog.conditions.values()].flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)),
  );
  return {
    findingAsked: (question) => {
      const [only, ...others] = understand(question, noContext, lexicon).mentions;
      const finding = only?.finding == null ? undefined : catalog.findings.get(only.finding);
      const isAsked = finding?.kind !== 'examination' && finding?.kind !== 'test' && only?.aspect === 'presence';
      return others.length === 0 && isAsked && finding?.purpose === 'diagnosis' ? finding.id : null;
    },
    conditionNamed: (name) => byName.get(name.toLowerCase()) ?? null,
  };
}

function formatOf(name: string): ImportFormat {
  const known: Readonly<Record<string, ImportFormat>> = formats;
  const format = Object.hasOwn(known, name) ? known[name] : undefined;
  if (!format) throw noneOf('format', name, Object.keys(known));
  return format;
}

async function mustExist(path: string, { expects, takes }: ImportFormat): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found && (takes === 'file' ? found.isFile() : found.isDirectory())) return;
  throw new AnamnesisError('bad-file', `${path} ${found ? `is not a ${takes}` : 'does not exist'}`, {
    at: path,
    hint: `name the ${takes} of ${expects}`,
  });
}

/** Writes what a row became: cases and rubrics where they were asked for, a whole library into its folders. */
async function write(
  out: string,
  outcome: Exclude<Outcome, { problem: string } | { refused: string }>,
  { writes }: ImportFormat,
): Promise<void> {
  const { notes } = outcome;
  const place = (kind: string, id: string) => join(out, writes === 'library' ? kind : '', `${id}.yaml`);
  if ('case' in outcome) {
    const path = place('cases', outcome.case.id);
    for (const { name, bytes } of outcome.files ?? []) await writeAuthored(join(dirname(path), name), bytes);
    await writeAuthored(path, authoredYaml(outcome.case, outcome.case, notes));
  } else if ('rubric' in outcome)
    await writeAuthored(place('rubrics', outcome.rubric.id), authoredYaml(outcome.rubric, outcome.rubric, notes));
  else {
    const { name, findings, conditions } = outcome;
    await writeAuthored(place('knowledge/findings', name), authoredYaml(findings, outcome, notes));
    await writeAuthored(place('knowledge/conditions', name), authoredYaml(conditions, outcome, notes));
  }
}
