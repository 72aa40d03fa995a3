import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse';
import { z } from 'zod';
import { AnamnesisError } from '../../../base/error.ts';
import { slug } from '../../../base/hash.ts';
import { issuesIn, parsedJson } from '../rows.ts';

const Evidence = z.object({
  name: z.string(),
  question_en: z.string().min(1),
  is_antecedent: z.boolean(),
  default_value: z.union([z.string(), z.number()]),
  value_meaning: z.record(z.string(), z.object({ en: z.string() })).default({}),
  data_type: z.enum(['B', 'C', 'M']),
});
/** What a patient can be asked in DDXPlus: yes or no (B), one of several values (C), or any of several (M). */
export type Evidence = z.infer<typeof Evidence>;

const Pathology = z.object({
  condition_name: z.string().min(1),
  'cond-name-eng': z.string().optional(),
  'icd10-id': z.string().default(''),
  symptoms: z.record(z.string(), z.unknown()),
  antecedents: z.record(z.string(), z.unknown()),
  severity: z.int().min(1).max(5),
});
export type Pathology = z.infer<typeof Pathology>;

/** Whether an evidence was given as anything but what it is where there is nothing to tell: "nowhere", none out of ten. */
export function isPresent({ default_value: standard }: Evidence, values: readonly string[]): boolean {
  return values.length === 0 || values.some((value) => value !== String(standard));
}

/** What of a patient's row is read; a row that is none says why. */
export interface PatientRow {
  readonly line: number;
  readonly age: number;
  readonly sex: 'female' | 'male';
  readonly pathology: string;
  /** Evidence → the values it was given with; none for a plain yes. */
  readonly evidences: ReadonlyMap<string, readonly string[]>;
  readonly initial: string;
  /** The source's own differential, likeliest first. */
  readonly differential: readonly { readonly name: string; readonly p: number }[];
}

export interface DdxSource {
  readonly evidences: ReadonlyMap<string, Evidence>;
  readonly pathologies: ReadonlyMap<string, Pathology>;
  /** The files of patients: paths, and the name of the set each holds. */
  readonly patients: readonly { readonly file: string; readonly set: string }[];
}

/** Finds and reads what is no patient. Throws `bad-file` where one of the three kinds of file is missing or damaged. */
export async function openSource(folder: string): Promise<DdxSource> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() ? entry.name : [])).sort();
  const patients = names
    .filter((name) => /patients?/i.test(name) && !/\.(zip|json|gz|ya?ml)$/i.test(name))
    .map((name) => ({ file: join(folder, name), set: setOf(name) }));
  if (patients.length === 0)
    throw new AnamnesisError('bad-file', `${folder} holds no file of patients`, {
      at: folder,
      hint: names.some((name) => name.endsWith('.zip'))
        ? 'unpack release_test_patients.zip and its like first'
        : 'put release_test_patients.csv beside the two JSON files',
    });
  return {
    evidences: await tableOf(join(folder, 'release_evidences.json'), Evidence),
    pathologies: await tableOf(join(folder, 'release_conditions.json'), Pathology),
    patients,
  };
}

/** "release_test_patients.csv" holds the set "test"; every file has a name of its own. */
function setOf(name: string): string {
  const plain = basename(name).replace(/\.[^.]*$/, '');
  return slug(plain.replace(/^release_|_?patients?$/gi, '')) || 'patients';
}

async function tableOf<T>(file: string, schema: z.ZodType<T>): Promise<ReadonlyMap<string, T>> {
  const bad = (message: string) => new AnamnesisError('bad-file', `${file} ${message}`, { at: file });
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) throw bad('does not exist');
  const content = parsedJson(text);
  if ('problem' in content) throw bad(content.problem);
  const table = z.record(z.string(), schema).safeParse(content.value);
  if (!table.success) throw bad(issuesIn(table.error));
  return new Map(Object.entries(table.data));
}

/** Characters of a row; a quote that is never closed would swallow the rest of the file. */
const longestRow = 100_000;

const columns = ['AGE', 'SEX', 'PATHOLOGY', 'EVIDENCES', 'INITIAL_EVIDENCE'] as const;

/** The patients of a file, one by one; a million of them take no more memory than ten. */
export async function* patientsOf(
  file: string,
): AsyncIterable<PatientRow | { readonly line: number; readonly problem: string }> {
  const skipped: { line: number; problem: string }[] = [];
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    max_record_size: longestRow,
    skip_records_with_error: true,
    skip_empty_lines: true,
  });
  const bytes = createReadStream(file);
  bytes.on('error', (error) => parser.destroy(error)); // pipe() passes on no errors
  bytes.pipe(parser);
  parser.on('skip', (error) => {
    skipped.push({ line: error?.lines ?? 0, problem: `is no row of this CSV: ${error?.message.split(';')[0] ?? ''}` });
  });
  let isFirst = true;
  for await (const { record, info } of parser) {
    yield* skipped.splice(0);
    const row: Record<string, string> = record; // csv-parse gives texts by column
    if (isFirst) {
      isFirst = false;
      const missing = columns.filter((name) => !(name in row));
      if (missing.length > 0) {
        const found = Object.keys(row);
        const other =
          found.length === 1
            ? ['semicolon', 'tab', 'bar'][[';', '\t', '|'].findIndex((mark) => found[0]?.includes(mark))]
            : undefined;
        yield {
          line: 1,
          problem: other
            ? `the columns are divided by a ${other}, not by a comma`
            : `the columns ${missing.join(', ')} are missing; there are ${found.join(', ')}`,
        };
        return;
      }
    }
    yield patientIn(row, info.lines);
  }
  yield* skipped.splice(0);
}

function patientIn(
  row: Readonly<Record<string, string>>,
  line: number,
): PatientRow | { line: number; problem: string } {
  const age = Number(row.AGE);
  if (row.AGE === '' || !Number.isFinite(age) || age < 0 || age > 120)
    return { line, problem: `AGE is \`${row.AGE}\`` };
  if (row.SEX !== 'F' && row.SEX !== 'M') return { line, problem: `SEX is \`${row.SEX}\`, neither F nor M` };
  const evidences = new Map<string, string[]>();
  for (const [, evidence = ''] of (row.EVIDENCES ?? '').matchAll(/['"]([^'"]+)['"]/g)) {
    const [name = '', value] = evidence.split('_@_');
    evidences.set(name, [...(evidences.get(name) ?? []), ...(value === undefined ? [] : [value])]);
  }
  if (evidences.size === 0) return { line, problem: 'EVIDENCES names none' };
  return {
    line,
    age,
    sex: row.SEX === 'F' ? 'female' : 'male',
    pathology: row.PATHOLOGY ?? '',
    evidences,
    initial: (row.INITIAL_EVIDENCE ?? '').split('_@_')[0] ?? '',
    differential: [
      ...(row.DIFFERENTIAL_DIAGNOSIS ?? '').matchAll(/\[\s*(?:'([^']*)'|"([^"]*)")\s*,\s*([\d.eE-]+)\s*\]/g),
    ].map(([, plain, quoted, p]) => ({ name: plain ?? quoted ?? '', p: Number(p) })),
  };
}
