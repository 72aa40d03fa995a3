import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { inBatches } from '../base/batches.ts';
import { AnamnesisError } from '../base/error.ts';
import { contentHash, slug } from '../base/hash.ts';
import { unknownId } from '../base/nearest.ts';
import { Benchmark } from './benchmark.ts';
import { CaseFile, type CaseReport, type CaseTruth, type PatientCase, type Report } from './case.ts';
import { checkImages } from './check-images.ts';
import { checkReferences } from './check-references.ts';
import { Condition } from './condition.ts';
import { Finding } from './finding.ts';
import {
  AdvisedFile,
  BodyFile,
  DrugFile,
  HealthyFile,
  LexiconFile,
  MannerFile,
  SpeechFile,
  silent,
} from './lexicon-file.ts';
import { badFiles, type Loaded, type Placed, type Problem, readYaml } from './load-yaml.ts';
import { Persona } from './persona.ts';
import { Rubric } from './rubric.ts';
import { Trait } from './trait.ts';

/** A case after the split: one side for patient and clinic, the other for the assessor. */
interface SplitCase {
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
}

/** Everything authored, checked. */
export interface Catalog {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly cases: ReadonlyMap<string, SplitCase>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly traits: ReadonlyMap<string, Trait>;
  readonly rubrics: ReadonlyMap<string, Rubric>;
  readonly lexicon: {
    readonly entries: LexiconFile;
    readonly manner: MannerFile;
    readonly speech: SpeechFile;
    readonly advised: AdvisedFile;
    readonly drugs: DrugFile;
    readonly healthy: HealthyFile;
    readonly body: BodyFile;
  };
  /** Hashes of what was read; the knowledge’s one names findings and conditions together. */
  readonly hashes: { readonly knowledge: string; readonly lexicon: string };
  /** Where each case, persona, trait and rubric was read from, and the hash of its text. */
  readonly places: Readonly<Record<'cases' | 'personas' | 'traits' | 'rubrics', ReadonlyMap<string, Place>>>;
}

interface Place {
  readonly file: string;
  readonly hash: string;
}

/** What a library folder holds, by kind. */
const folders = {
  findings: 'knowledge/findings',
  conditions: 'knowledge/conditions',
  lexicon: 'knowledge/lexicon',
  cases: 'cases',
  personas: 'personas',
  traits: 'personas/traits',
  rubrics: 'rubrics',
} as const;

/** The folder of the shipped files: the package’s own. */
export function packageRoot(): string {
  return fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '..' : '../..', import.meta.url));
}

/** Files that are open at a time. */
const filesAtOnce = 64;

/** Files that a schema reads, with every problem met on the way. */
class Reader {
  readonly problems: Problem[] = [];
  private readonly read = new Set<string>();

  /** Whether a file was read before, by whatever path it is named. */
  has(name: string): boolean {
    return this.read.has(resolve(name));
  }

  async files<T>(
    roots: readonly string[],
    folder: string,
    schema: z.ZodType<T>,
    skip: string[] = [],
  ): Promise<Loaded<T>[]> {
    const names = (await Promise.all(roots.map((root) => yamlFiles(join(root, folder))))).flat();
    const wanted = names.filter(
      (name) => !skip.some((one) => (one.includes(sep) ? name.includes(one) : basename(name) === one)),
    );
    const read = await inBatches(wanted, filesAtOnce, (name) => this.file(name, schema, folder.replaceAll('/', '-')));
    return read.filter((loaded) => loaded !== null);
  }

  async file<T>(name: string, schema: z.ZodType<T>, kind?: string): Promise<Loaded<T> | null> {
    this.read.add(resolve(name));
    const loaded = await readYaml(name, schema, kind);
    if (Array.isArray(loaded)) {
      this.problems.push(...loaded);
      return null;
    }
    return loaded;
  }

  /** Items by id; the second file that claims an id is a problem that names both. */
  byId<T extends { id: string }>(kind: string, items: readonly Placed<T>[]): Map<string, Placed<T>> {
    const found = new Map<string, Placed<T>>();
    for (const item of items) {
      const other = found.get(item.value.id);
      if (other)
        this.problems.push(
          item.problem(['id'], `${kind} \`${item.value.id}\` is already in ${other.problem(['id'], '').at}`),
        );
      else found.set(item.value.id, item);
    }
    return found;
  }
}

/** What could be read, and all that is wrong with the rest. */
export interface LoadResult {
  readonly catalog: Catalog;
  readonly problems: readonly Problem[];
}

/**
 * Reads the shipped library and any further one, and checks every reference between files.
 *
 * @param libraries folders with `cases`, `personas`, `rubrics` or `knowledge` of the user’s own, beside the shipped ones
 * @param more case, persona or rubric files or folders that stand outside a library (their kind is told by their keys)
 * @param rubricFiles rubric files that somebody named; each stands for the library’s rubric of its id
 */
export async function loadCatalog({
  libraries = [],
  root = packageRoot(),
  more = [],
  rubricFiles: named = [],
}: {
  libraries?: readonly string[];
  root?: string;
  more?: readonly string[];
  rubricFiles?: readonly string[] | undefined;
} = {}): Promise<LoadResult> {
  const roots = [root, ...libraries];
  for (const library of libraries) await mustBeFolder(library);
  const reader = new Reader();
  const [findingLists, conditionLists, caseFiles, personaFiles, traitFiles, rubricFiles] = await Promise.all([
    reader.files(roots, folders.findings, z.array(Finding)),
    reader.files(roots, folders.conditions, z.array(Condition)),
    reader.files(roots, folders.cases, CaseFile),
    reader.files(roots, folders.personas, Persona, [`${sep}traits${sep}`]),
    reader.files(roots, folders.traits, Trait),
    reader.files(roots, folders.rubrics, Rubric),
  ]);
  const { lexicons, healthy, body, lexicon, hash } = await readLexicon(reader, root, roots, findingLists);
  const loose = await looseFiles(reader, more);
  const findings = reader.byId('finding', findingLists.flatMap(eachItem));
  const conditions = reader.byId('condition', conditionLists.flatMap(eachItem));
  const cases = reader.byId('case', [...caseFiles, ...loose.cases]);
  const personas = reader.byId('persona', [...personaFiles, ...loose.personas]);
  const traits = reader.byId('trait', [...traitFiles, ...loose.traits]);
  const rubrics = reader.byId('rubric', await withNamed(reader, [...rubricFiles, ...loose.rubrics], named));
  const placed = { findings, conditions, cases, personas, rubrics, lexicons, healthy, body };
  reader.problems.push(...checkReferences(placed), ...(await checkImages(cases.values())));
  const hashesOf = (loaded: readonly { file: string; hash: string }[]) => loaded.map(({ hash }) => hash).sort();
  const catalog: Catalog = {
    findings: values(findings),
    conditions: values(conditions),
    cases: new Map([...cases].map(([id, { value }]) => [id, splitCase(value, values(conditions))])),
    personas: values(personas),
    traits: values(traits),
    rubrics: values(rubrics),
    lexicon,
    hashes: {
      knowledge: contentHash([hashesOf(findingLists), hashesOf(conditionLists)]),
      lexicon: hash,
    },
    places: { cases: places(cases), personas: places(personas), traits: places(traits), rubrics: places(rubrics) },
  };
  return { catalog, problems: reader.problems.sort(byPlace) };
}

/** By file, then by line and column as numbers: line 9 comes before line 10. */
function byPlace(a: Problem, b: Problem): number {
  return a.at.localeCompare(b.at, 'en', { numeric: true });
}

const emptyManner: MannerFile = {
  empathy: [],
  dismissal: [],
  courtesy: [],
  greeting: [],
  open: [],
  fishing: [],
  reassurance: [],
  jargon: [],
  summary: [],
  rush: [],
};

/** The catalog, or one error with every problem of it. */
export async function openCatalog(options: Parameters<typeof loadCatalog>[0] = {}): Promise<Catalog> {
  const { catalog, problems } = await loadCatalog(options);
  if (problems.length > 0) throw badFiles(problems);
  return catalog;
}

/** What reading doctors' words needs of the catalog: findings and lexicon, without cases, conditions, personas, rubrics. */
export type Vocabulary = Pick<Catalog, 'findings' | 'lexicon'> & { readonly hashes: { readonly lexicon: string } };

/** The vocabulary alone, or one error with every problem of it. */
export async function openVocabulary(libraries: readonly string[] = []): Promise<Vocabulary> {
  const root = packageRoot();
  for (const library of libraries) await mustBeFolder(library);
  const reader = new Reader();
  const findingLists = await reader.files([root, ...libraries], folders.findings, z.array(Finding));
  const findings = reader.byId('finding', findingLists.flatMap(eachItem));
  const read = await readLexicon(reader, root, [root, ...libraries], findingLists);
  const none = new Map<string, never>();
  const placed = { conditions: none, cases: none, personas: none, rubrics: none };
  reader.problems.push(
    ...checkReferences({ ...placed, findings, lexicons: read.lexicons, healthy: read.healthy, body: read.body }),
  );
  if (reader.problems.length > 0) throw badFiles(reader.problems.sort(byPlace));
  return { findings: values(findings), lexicon: read.lexicon, hashes: { lexicon: read.hash } };
}

async function readLexicon(
  reader: Reader,
  root: string,
  roots: readonly string[],
  findings: readonly { hash: string }[],
) {
  const single = ['manner.yaml', 'speech.yaml', 'advised.yaml', 'drugs.yaml', 'healthy.yaml', 'body.yaml'];
  const file = (name: string) => join(root, folders.lexicon, name);
  const [lexicons, manner, speech, advised, drugs, healthy, body] = await Promise.all([
    reader.files(roots, folders.lexicon, LexiconFile, single),
    reader.file(file('manner.yaml'), MannerFile, 'manner'),
    reader.file(file('speech.yaml'), SpeechFile, 'speech'),
    reader.file(file('advised.yaml'), AdvisedFile, 'advised'),
    reader.file(file('drugs.yaml'), DrugFile, 'drugs'),
    reader.file(file('healthy.yaml'), HealthyFile, 'healthy'),
    reader.file(file('body.yaml'), BodyFile, 'body'),
  ]);
  const hashesOf = (loaded: readonly { hash: string }[]) => loaded.map(({ hash }) => hash).sort();
  return {
    lexicons,
    healthy,
    body,
    lexicon: {
      entries: lexicons.flatMap(({ value }) => value),
      manner: manner?.value ?? emptyManner,
      speech: speech?.value ?? silent(),
      advised: advised?.value ?? [],
      drugs: drugs?.value ?? {},
      healthy: healthy?.value ?? {},
      body: body?.value ?? { parts: {}, complaints: {}, modifiers: {} },
    },
    hash: contentHash([
      hashesOf(lexicons),
      [manner, speech, advised, drugs, healthy, body].map((one) => one?.hash ?? ''),
      hashesOf(findings),
    ]),
  };
}

/** Where the rubrics of the shipped library and of further ones stand, by id. */
export async function openRubricPlaces(libraries: readonly string[] = []): Promise<ReadonlyMap<string, Place>> {
  for (const library of libraries) await mustBeFolder(library);
  const reader = new Reader();
  const read = await reader.files([packageRoot(), ...libraries], folders.rubrics, Rubric);
  const rubrics = reader.byId('rubric', read);
  if (reader.problems.length > 0) throw badFiles(reader.problems.sort(byPlace));
  return places(rubrics);
}

/** Reads one benchmark file. */
export async function loadBenchmark(file: string): Promise<Loaded<Benchmark>> {
  const loaded = await readYaml(file, Benchmark);
  if (Array.isArray(loaded)) throw badFiles(loaded);
  return loaded;
}

/** The item with this id, or an error that names the nearest one. */
export function byId<T>(kind: string, items: ReadonlyMap<string, T>, id: string): T {
  const item = items.get(id);
  if (item === undefined)
    throw new AnamnesisError('unknown-id', unknownId(kind, id, items.keys()), {
      hint: `\`anamnesis list ${kind}s\` shows all of them`,
    });
  return item;
}

/** Parts a case into what patient and clinic may see and what only the assessor may. */
export function splitCase(
  file: CaseFile,
  conditions: ReadonlyMap<string, Condition>,
): { patientCase: PatientCase; truth: CaseTruth } {
  const facts = file.facts.map((fact) => ({ ...fact, id: fact.finding ?? fact.name ?? '' })); // the schema asks for one
  const condition = file.truth.condition ? conditions.get(file.truth.condition) : undefined;
  return {
    patientCase: {
      id: file.id,
      demographics: file.demographics,
      setting: file.proxy ? `${file.setting}, ${speaking(file.proxy)}` : file.setting,
      proxy: file.proxy ? { ...file.proxy, doesNotKnow: facts.filter((fact) => !fact.knownToProxy) } : null,
      opening: file.opening,
      unlisted: file.unlisted,
      facts: file.proxy ? facts.filter(({ knownToProxy }) => knownToProxy) : facts,
      examinations: withIds(file.examinations),
      tests: withIds(file.tests),
    },
    truth: {
      case: file.id,
      title: file.title,
      condition: condition?.id ?? null,
      name: file.truth.name ?? condition?.names[0] ?? file.truth.condition ?? '',
      icd10: file.truth.icd10 ?? condition?.icd10[0] ?? null,
      mustAsk: file.truth.mustAsk,
      redFlags: file.truth.redFlags,
      management: file.truth.management ?? [],
    },
  };
}

/** "Her daughter speaks for her": what everybody who meets them sees. */
function speaking({ relation, pronoun }: NonNullable<CaseFile['proxy']>): string {
  return pronoun === 'he' ? `his ${relation} speaks for him` : `her ${relation} speaks for her`;
}

function withIds(reports: readonly Report[]): CaseReport[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const id = report.finding ?? slug(report.name);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...report, id: times === 1 ? id : `${id}-${times}` };
  });
}

function values<T>(placed: ReadonlyMap<string, Placed<T>>): Map<string, T> {
  return new Map([...placed].map(([id, { value }]) => [id, value]));
}

function places<T>(placed: ReadonlyMap<string, Placed<T>>): Map<string, Place> {
  return new Map([...placed].map(([id, { file, hash }]) => [id, { file, hash }]));
}

/** The items of a list file, each placed in it. */
function eachItem<T>({ file, hash, value, problem }: Loaded<T[]>): Placed<T>[] {
  return value.map((item, index) => ({
    file,
    hash,
    value: item,
    problem: (path, message) => {
      const { at, message: text } = problem([index, ...path], message);
      return { at, message: text.replace(`${index}.`, '') };
    },
  }));
}

/** The library's rubrics, each with the file that somebody named in its stead. */
async function withNamed(
  reader: Reader,
  library: readonly Loaded<Rubric>[],
  named: readonly string[],
): Promise<Loaded<Rubric>[]> {
  const paths = [...new Set(named.map((path) => resolve(path)))];
  const read = (await Promise.all(paths.map((path) => reader.file(path, Rubric)))).filter((loaded) => loaded !== null);
  const own = new Set(read.map(({ value }) => value.id));
  return [...read, ...library.filter(({ value }) => !own.has(value.id))];
}

async function looseFiles(reader: Reader, paths: readonly string[]) {
  const loose = {
    cases: [] as Loaded<CaseFile>[],
    personas: [] as Loaded<Persona>[],
    traits: [] as Loaded<Trait>[],
    rubrics: [] as Loaded<Rubric>[],
  };
  for (const path of paths) {
    for (const file of await filesAt(path)) {
      if (reader.has(file)) continue; // one of the library's own
      const shape = await readYaml(
        file,
        z.looseObject({}, { error: 'is not a case, persona, trait or rubric: a map was expected' }),
      );
      if (Array.isArray(shape)) reader.problems.push(...shape);
      else if ('temperament' in shape.value) push(loose.personas, await reader.file(file, Persona));
      else if ('dimension' in shape.value) push(loose.traits, await reader.file(file, Trait));
      else if ('dimensions' in shape.value) push(loose.rubrics, await reader.file(file, Rubric));
      else push(loose.cases, await reader.file(file, CaseFile));
    }
  }
  return loose;
}

function push<T>(list: T[], item: T | null): void {
  if (item !== null) list.push(item);
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AnamnesisError('bad-file', `${path} does not exist`, { at: path });
  return found.isDirectory() ? yamlFiles(path) : [path];
}

async function mustBeFolder(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory())
    throw new AnamnesisError('bad-file', `the library ${path} ${found ? 'is not a folder' : 'does not exist'}`, {
      at: path,
    });
}

/** YAML files of a folder and those below it, in order of name; none where the folder does not exist. */
async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
