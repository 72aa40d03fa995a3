import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError, systemCode } from '../../base/error.ts';
import { unknownId } from '../../base/nearest.ts';
import { packageRoot } from '../../base/package-root.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { personaOf } from '../../catalog/combine.ts';
import { editedScript } from './edited-script.ts';
import { Base, Edit, type ScriptTurn } from './flaw-line.ts';

/** The shipped flaws, below the package's root. Written by hand, without sight of a rule; nobody develops a rule on them. */
const shippedFlaws = 'knowledge/audit/seeded-flaws.jsonl';

/** An edit with the script that it makes of its base. */
export type SeededEdit = Edit & { readonly script: readonly ScriptTurn[] };

export interface SeededFlaws {
  readonly bases: readonly Base[];
  readonly edits: readonly SeededEdit[];
}

/** How many problems are told at once; with more, the file as a whole is something else. */
const toldProblems = 20;

/**
 * Reads scripted consultations and edits of them (docs/scoring.md, "Is the assessor any good?"). Throws `bad-file` with
 * every problem at its file:line: no JSON, another shape, an unknown case, persona, rubric, criterion or base, an id that
 * stands twice, a change of a turn that is not there.
 *
 * @param file the shipped one where it is left out
 */
export async function loadFlaws(
  catalog: Pick<Catalog, 'cases' | 'personas' | 'traits' | 'rubrics'>,
  file: string = join(packageRoot(), shippedFlaws),
): Promise<SeededFlaws> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (systemCode(error) !== 'ENOENT')
      throw new AnamnesisError('bad-file', `${file} cannot be read`, { cause: error });
    throw new AnamnesisError('bad-file', `${file} does not exist`, {
      at: file,
      hint: 'docs/scoring.md says what a file of seeded flaws looks like',
    });
  });
  const problems: string[] = [];
  const bases = new Map<string, Base>();
  const edits: { readonly line: number; readonly edit: Edit }[] = [];
  const ids = new Map<string, number>();
  const note = (line: number, message: string) => problems.push(`${file}:${line} ${message}`);

  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const read = readLine(content);
    if ('problem' in read) {
      note(line, read.problem);
      continue;
    }
    const before = ids.get(read.id);
    if (before !== undefined) note(line, `id: \`${read.id}\` stands in line ${before} already`);
    ids.set(read.id, line);
    if (read.kind === 'edit') {
      edits.push({ line, edit: read });
      continue;
    }
    for (const problem of problemsOfBase(read, catalog)) note(line, problem);
    bases.set(read.id, read);
  }

  const seeded: SeededEdit[] = [];
  for (const { line, edit } of edits) {
    const base = bases.get(edit.base);
    for (const problem of problemsOfEdit(edit, catalog)) note(line, problem);
    if (!base) {
      note(line, `base: ${unknownId('base', edit.base, [...bases.keys()])}`);
      continue;
    }
    const script = editedScript(base.turns, edit.changes);
    if ('problem' in script) note(line, `changes: ${script.problem}`);
    else seeded.push({ ...edit, script });
  }
  if (problems.length === 0 && seeded.length === 0) problems.push(`${file}:1 holds no edit`);
  if (problems.length > 0) {
    const more = problems.length - toldProblems;
    const told = [...problems.slice(0, toldProblems), ...(more > 0 ? [`… and ${more} more`] : [])];
    throw new AnamnesisError('bad-file', told.join('\n'), { at: file });
  }
  return { bases: [...bases.values()], edits: seeded };
}

function readLine(content: string): Base | Edit | { readonly problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { problem: 'is not JSON' };
  }
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  if (kind !== 'base' && kind !== 'edit') return { problem: 'kind: a line is a `base` or an `edit`' };
  const checked = kind === 'base' ? Base.safeParse(value) : Edit.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue?.path.join('.');
  return { problem: `${path ? `${path}: ` : ''}${issue?.message}` };
}

function problemsOfBase(
  { turns, persona, ...base }: Base,
  catalog: Pick<Catalog, 'cases' | 'personas' | 'traits'>,
): string[] {
  const problems: string[] = [];
  if (!catalog.cases.has(base.case)) problems.push(`case: ${unknownId('case', base.case, [...catalog.cases.keys()])}`);
  try {
    personaOf(persona, catalog);
  } catch (error) {
    if (!(error instanceof AnamnesisError)) throw error;
    problems.push(`persona: ${error.message}`);
  }
  const script = editedScript(turns, []);
  if ('problem' in script) problems.push(`turns: ${script.problem}`);
  return problems;
}

function problemsOfEdit(edit: Edit, { rubrics }: Pick<Catalog, 'rubrics'>): string[] {
  if (edit.effect === 'none') return [];
  const rubric = rubrics.get(edit.rubric);
  if (!rubric) return [`rubric: ${unknownId('rubric', edit.rubric, [...rubrics.keys()])}`];
  const criteria = rubric.dimensions.flatMap((dimension) => dimension.criteria.map(({ id }) => id));
  return criteria.includes(edit.criterion)
    ? []
    : [`criterion: ${unknownId('criterion', edit.criterion, criteria)} of ${edit.rubric}`];
}
