import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { noneOf } from '../base/nearest.ts';
import { packageRoot } from '../base/package-root.ts';
import { type Catalog, loadBenchmark, openCatalog } from '../catalog/catalog.ts';
import { references } from '../doctor/doctors.ts';
import { personOf } from '../report/person.ts';
import { readManifest } from '../run/run-folder.ts';

type Row = Readonly<Record<string, string>>;

export interface ListOptions {
  json?: boolean;
  library: string[];
}

/** What the library holds. */
const authored: Readonly<Record<string, (catalog: Catalog) => Row[]>> = {
  findings: ({ findings }) =>
    [...findings.values()].map(({ id, kind, purpose, names }) => ({ id, kind, purpose, name: names.lay[0] ?? id })),
  conditions: ({ conditions }) =>
    [...conditions.values()].map(({ id, icd10, urgency, names }) => ({
      id,
      icd10: icd10[0] ?? '',
      urgency,
      name: names[0] ?? id,
    })),
  // A case's title may name the diagnosis: whoever lists cases may be about to play the doctor.
  cases: ({ cases }) =>
    [...cases.values()].map(({ patientCase: { id, demographics, setting, opening } }) => ({
      id,
      patient: personOf(demographics),
      setting,
      opening,
    })),
  personas: ({ personas }) => [...personas.values()].map(({ id, temperament, title }) => ({ id, temperament, title })),
  traits: ({ traits }) =>
    [...traits.values()].map(({ id, dimension, level, title }) => ({ id, dimension, level, title })),
  rubrics: ({ rubrics }) =>
    [...rubrics.values()].map(({ id, title, dimensions }) => ({
      id,
      criteria: String(dimensions.flatMap(({ criteria }) => criteria).length),
      title,
    })),
};

/** What there is beside the library, which need not be read for it. */
const others: Readonly<Record<string, () => Row[] | Promise<Row[]>>> = {
  benchmarks: async () => {
    const folder = join(packageRoot(), 'benchmarks');
    const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
    return Promise.all(
      files.map(async (file) => ({
        file: `benchmarks/${file}`,
        title: (await loadBenchmark(join(folder, file))).value.title,
      })),
    );
  },
  doctors: () => [
    ...Object.keys(references).map((spec) => ({ spec, what: 'reference, built in' })),
    { spec: 'openai:MODEL', what: 'a model at OPENAI_BASE_URL, or at api.openai.com' },
    { spec: 'openai:MODEL@URL', what: 'a model at any OpenAI-compatible address' },
    { spec: 'agent:openai:MODEL', what: 'such a model, using tools in a loop: docs/models.md' },
    { spec: 'http:URL', what: 'a doctor of your own behind HTTP: docs/doctors.md' },
    { spec: 'exec:COMMAND', what: 'a doctor of your own in a process: docs/doctors.md' },
  ],
  runs: async () => {
    const entries = await readdir('transcripts', { withFileTypes: true }).catch(() => []);
    const rows = entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(async ({ name }) => {
        const folder = join('transcripts', name);
        const manifest = await readManifest(folder).catch(() => null);
        return manifest ? [{ folder, started: manifest.startedAt, benchmark: manifest.benchmark.id }] : [];
      });
    return (await Promise.all(rows)).flat();
  },
};

/** `anamnesis list`: what there is of a kind. */
export async function list(kind: string, options: ListOptions): Promise<void> {
  const rows = await rowsOf(kind, options.library);
  process.stdout.write(
    options.json ? `${JSON.stringify(rows, null, 2)}\n` : columns(rows, process.stdout.columns ?? 120),
  );
}

async function rowsOf(kind: string, libraries: string[]): Promise<Row[]> {
  if (Object.hasOwn(others, kind) && others[kind]) return others[kind]();
  if (Object.hasOwn(authored, kind) && authored[kind]) return authored[kind](await openCatalog({ libraries }));
  throw noneOf('kind', kind, [...Object.keys(authored), ...Object.keys(others)]);
}

/** Rows in columns; the last one is cut where the line would be too long. */
function columns(rows: readonly Row[], width: number): string {
  const [first] = rows;
  if (!first) return 'none\n';
  const keys = Object.keys(first);
  const widths = keys.map((key) => Math.max(...rows.map((row) => (row[key] ?? '').length)));
  return rows
    .map((row) => {
      const line = keys
        .map((key, i) => (i === keys.length - 1 ? row[key] : (row[key] ?? '').padEnd(widths[i] ?? 0)))
        .join('  ');
      return `${line.length > width ? `${line.slice(0, width - 1)}…` : line}\n`;
    })
    .join('');
}
