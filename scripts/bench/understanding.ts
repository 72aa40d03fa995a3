// `npm run bench:understanding [FILES]`: how well doctors' words are read, on labelled questions. `--errors` prints the rows.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { packageRoot } from '../../src/base/package-root.ts';
import { plainIssue } from '../../src/base/plain-issue.ts';
import { openVocabulary } from '../../src/catalog/catalog.ts';
import { createLexicon } from '../../src/language/lexicon.ts';
import { createUnderstander, type NamedFinding } from '../../src/language/understander.ts';
import { line, share } from './shares.ts';

const Row = z.object({
  id: z.string(),
  text: z.string(),
  context: z.array(z.object({ speaker: z.enum(['doctor', 'patient', 'other']), text: z.string() })).default([]),
  category: z.string().default(''),
  findings: z.array(z.array(z.string()).min(1)).default([]),
  resolved: z.string().nullish(),
  trap: z.string().nullish(),
});
type Row = z.infer<typeof Row>;

const { values: options, positionals } = parseArgs({
  options: { errors: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const shipped = ['doctor-questions-dev.jsonl', 'doctor-questions-traps-dev.jsonl'].map((name) =>
  join(packageRoot(), '../shared/data', name),
);
const own = [
  'doctor-questions-a.jsonl',
  'doctor-questions-b.jsonl',
  'doctor-questions-c.jsonl',
  'doctor-questions-d.jsonl',
  'doctor-questions-e.jsonl',
].map((name) => join(packageRoot(), 'test/fixtures', name));
const found = shipped.filter((file) => existsSync(file));
const files = positionals.length > 0 ? positionals : [...found, ...own.filter((file) => existsSync(file))];
if (files.length === 0) {
  process.stderr.write(
    'no questions found: name files of labelled questions (one JSON object a line: text, context, findings, resolved)\n→ rows like these can be cut from MTS-Dialog and ACI-Bench, both CC BY 4.0\n',
  );
  process.exit(2);
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const atStart = cpuMs();
const vocabulary = await openVocabulary();
const readMs = cpuMs() - atStart;
const lexicon = createLexicon(vocabulary);
const buildMs = cpuMs() - atStart - readMs;
const { read, nameOf } = createUnderstander(lexicon);
read('Any chest pain?', []);
const firstMs = cpuMs() - atStart - readMs - buildMs;

function refused(message: string): never {
  process.stderr.write(`${message}\n→ a line is one JSON object: text, context, findings, resolved\n`);
  process.exit(2);
}

function rowsOf(file: string): Row[] {
  if (!existsSync(file)) refused(`${file} does not exist`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, i) => (text.trim() === '' ? [] : [rowOf(text, `${file}:${i + 1}`)]));
}

function rowOf(text: string, at: string): Row {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refused(`${at} is not JSON`);
  }
  const row = Row.safeParse(value, { error: plainIssue });
  const [issue] = row.error?.issues ?? [];
  return row.data ?? refused(`${at} ${issue?.path.join('.') || 'the row'}: ${issue?.message}`);
}

/** Lower case, British and American spellings, singular and plural alike. */
function normalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/ae|oe(?=[a-z])/g, 'e')
    .replace(/our\b/g, 'or')
    .replace(/\b(the|a|an)\b/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) =>
      word.length > 3
        ? word
            .replace(/ies$/, 'y')
            .replace(/(ss|us|is)$/, '$1_')
            .replace(/s$/, '')
            .replace(/_$/, '')
        : word,
    )
    .join(' ');
}

const callings = new Map<string, ReadonlySet<string>>();
function isCalled({ id, name, synonyms }: NamedFinding, label: string): boolean {
  const key = `${id} ${synonyms.length}`;
  const known = callings.get(key) ?? new Set([name, ...synonyms].map(normalised));
  callings.set(key, known);
  return known.has(normalised(label));
}

interface Judged {
  readonly row: Row;
  readonly labels: readonly (readonly string[])[];
  readonly found: readonly NamedFinding[];
  /** The same, and what may have been meant as well. */
  readonly ranked: readonly NamedFinding[];
  readonly matched: number;
  readonly microseconds: number;
}

function judge(row: Row, withContext: boolean): Judged {
  const labels = row.findings.length > 0 ? row.findings : row.resolved ? [[row.resolved]] : [];
  const start = performance.now();
  const { findings: ranked } = read(row.text, withContext ? row.context : []);
  const microseconds = 1000 * (performance.now() - start);
  const found = ranked.filter(({ heard }) => heard);
  return {
    row,
    labels,
    found,
    ranked,
    matched: labels.filter((names) => found.some((one) => isRight(one, names))).length,
    microseconds,
  };
}

const isRight = (found: NamedFinding, names: readonly string[]) => names.some((label) => isCalled(found, label));
const hasAny = (found: readonly NamedFinding[], labels: readonly (readonly string[])[]) =>
  found.some((one) => labels.some((names) => isRight(one, names)));

function report(rows: readonly Row[], withContext: boolean): Judged[] {
  const judged = rows.map((row) => judge(row, withContext));
  const labelled = judged.filter(({ labels }) => labels.length > 0);
  share(
    'top-1',
    labelled.map(({ found, labels }) => hasAny(found.slice(0, 1), labels)),
  );
  share(
    'top-3',
    labelled.map(({ ranked, labels }) => hasAny(ranked.slice(0, 3), labels)),
  );
  share(
    'top-3 of what is heard',
    labelled.map(({ found, labels }) => hasAny(found.slice(0, 3), labels)),
  );
  share(
    'whole set: all of it and nothing else',
    labelled.map(
      ({ found, labels, matched }) =>
        matched === labels.length && found.every((one) => labels.some((names) => isRight(one, names))),
    ),
  );
  share(
    'lists complete',
    labelled.filter(({ labels }) => labels.length > 1).map(({ labels, matched }) => matched === labels.length),
  );
  share(
    'wrong finding where none is asked',
    judged.filter(({ labels }) => labels.length === 0).map(({ found }) => found.length > 0),
  );
  share(
    'follow-ups resolved',
    judged
      .filter(({ row }) => row.resolved)
      .map(
        ({ row, found }) =>
          found.some((one) => isCalled(one, row.resolved ?? '')) ||
          (row.findings.length > 0 && hasAny(found, row.findings)),
      ),
  );
  share(
    'labelled rows in which nothing was read',
    labelled.map(({ found }) => found.length === 0),
  );
  reachable(judged);
  for (const category of [...new Set(rows.map((row) => row.category))].sort())
    share(`  ${category || 'no category'}`, judged.filter(({ row }) => row.category === category).map(isWholly));
  for (const trap of new Set(rows.flatMap((row) => row.trap ?? [])))
    share(`  trap: ${trap}`, judged.filter(({ row }) => row.trap === trap).map(isWholly));
  return judged;
}

/** Labels that no finding is called by: what a vocabulary cannot read, however well it listens. */
function reachable(judged: readonly Judged[]): void {
  const everything = new Set(
    [...lexicon.findings.keys()].flatMap((id) => {
      const { name, synonyms } = nameOf(id);
      return [name, ...synonyms].map(normalised);
    }),
  );
  const labels = judged.flatMap((one) => one.labels);
  share(
    'labels that some finding is called by',
    labels.map((names) => names.some((name) => everything.has(normalised(name)))),
  );
}

const isWholly = ({ labels, found, matched }: Judged) =>
  labels.length === 0 ? found.length === 0 : matched === labels.length && hasAny(found.slice(0, 1), labels);

/** What was read where something else was asked: the pairs that occur most. */
function confusions(judged: readonly Judged[]): void {
  const counts = new Map<string, number>();
  for (const one of judged) {
    if (isWholly(one)) continue;
    const asked = one.labels.find((names) => !one.found.some((found) => isRight(found, names)))?.[0] ?? 'nothing';
    const wrong = one.found.find((found) => !one.labels.some((names) => isRight(found, names)))?.id ?? 'nothing';
    const key = `${asked} → ${wrong}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, 40);
  process.stdout.write('\nconfusions (asked → read)\n');
  for (const [pair, count] of sorted) process.stdout.write(`${String(count).padStart(4)}  ${pair}\n`);
}

/** Readings until V8 has compiled what reads. */
const warmUps = 7;

function medianTime(judged: readonly Judged[]): string {
  const sorted = judged.map(({ microseconds }) => microseconds).sort((a, b) => a - b);
  return (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0);
}

for (const file of files) {
  const rows = rowsOf(file);
  for (const row of rows) judge(row, true); // once before the clock counts
  process.stdout.write(`\n${basename(file)}, ${rows.length} rows, with context\n`);
  const judged = report(rows, true);
  for (let round = 0; round < warmUps; round++) for (const row of rows) judge(row, true);
  const [early, late] = [judged, rows.map((row) => judge(row, true))].map(medianTime);
  line('median time, a question and its context', `${early} µs at the second reading, ${late} at the tenth`);
  process.stdout.write('without context\n');
  report(rows, false);
  if (options.errors) {
    confusions(judged);
    for (const one of judged.filter((each) => !isWholly(each)))
      process.stdout.write(
        `\n${one.row.context.map(({ speaker, text }) => `      ${speaker}: ${text.slice(0, 160)}\n`).join('')}  ${one.row.text}\n  asked ${JSON.stringify(one.labels)}, read ${JSON.stringify(one.found.map(({ id }) => id))}\n`,
      );
  }
}
process.stdout.write('\n');
line(
  'vocabulary: files, books, first question',
  `${readMs.toFixed(0)} + ${buildMs.toFixed(0)} + ${firstMs.toFixed(0)} ms of CPU`,
);
line(
  'findings, of them asked of a patient',
  `${lexicon.findings.size}, ${[...lexicon.findings.values()].filter(({ kind }) => kind !== 'examination' && kind !== 'test').length}`,
);
