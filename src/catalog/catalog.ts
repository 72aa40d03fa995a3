import { resolve, sep } from 'node:path';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { unknownId } from '../base/nearest.ts';
import { packageRoot } from '../base/package-root.ts';
import { Benchmark } from './benchmark.ts';
import { CaseFile } from './case.ts';
import { checkImages } from './check-images.ts';
import { checkReferences } from './check-references.ts';
import { Condition } from './condition.ts';
import { Finding } from './finding.ts';
import { eachItem, filesAt, folders, foldersOf, LibraryReader } from './library-files.ts';
import { badFiles, type Loaded, type Placed, type Problem, readYaml } from './load-yaml.ts';
import { Persona } from './persona.ts';
import { type LexiconFiles, readLexicon } from './read-lexicon.ts';
import { Rubric } from './rubric.ts';
import { type SplitCase, splitCase } from './split-case.ts';
import { Trait } from './trait.ts';

/** Everything authored, checked. */
export interface Catalog {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly cases: ReadonlyMap<string, SplitCase>;
  readonly personas: ReadonlyMap<string, Persona>;
  readonly traits: ReadonlyMap<string, Trait>;
  readonly rubrics: ReadonlyMap<string, Rubric>;
  readonly lexicon: LexiconFiles;
  /** Hashes of what was read; the knowledge’s one names findings and conditions together. */
  readonly hashes: { readonly knowledge: string; readonly lexicon: string };
  /** Where each case, persona, trait and rubric was read from, and the hash of its text. */
  readonly places: Readonly<Record<'cases' | 'personas' | 'traits' | 'rubrics', ReadonlyMap<string, Place>>>;
}

interface Place {
  readonly file: string;
  readonly hash: string;
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
  const roots = await foldersOf(root, libraries);
  const reader = new LibraryReader();
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
  const roots = await foldersOf(root, libraries);
  const reader = new LibraryReader();
  const findingLists = await reader.files(roots, folders.findings, z.array(Finding));
  const findings = reader.byId('finding', findingLists.flatMap(eachItem));
  const read = await readLexicon(reader, root, roots, findingLists);
  const none = new Map<string, never>();
  const placed = { conditions: none, cases: none, personas: none, rubrics: none };
  reader.problems.push(
    ...checkReferences({ ...placed, findings, lexicons: read.lexicons, healthy: read.healthy, body: read.body }),
  );
  if (reader.problems.length > 0) throw badFiles(reader.problems.sort(byPlace));
  return { findings: values(findings), lexicon: read.lexicon, hashes: { lexicon: read.hash } };
}

/** Where the rubrics of the shipped library and of further ones stand, by id. */
export async function openRubricPlaces(libraries: readonly string[] = []): Promise<ReadonlyMap<string, Place>> {
  const reader = new LibraryReader();
  const read = await reader.files(await foldersOf(packageRoot(), libraries), folders.rubrics, Rubric);
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

function values<T>(placed: ReadonlyMap<string, Placed<T>>): Map<string, T> {
  return new Map([...placed].map(([id, { value }]) => [id, value]));
}

function places<T>(placed: ReadonlyMap<string, Placed<T>>): Map<string, Place> {
  return new Map([...placed].map(([id, { file, hash }]) => [id, { file, hash }]));
}

/** The library's rubrics, each with the file that somebody named in its stead. */
async function withNamed(
  reader: LibraryReader,
  library: readonly Loaded<Rubric>[],
  named: readonly string[],
): Promise<Loaded<Rubric>[]> {
  const paths = [...new Set(named.map((path) => resolve(path)))];
  const read = (await Promise.all(paths.map((path) => reader.file(path, Rubric)))).filter((loaded) => loaded !== null);
  const own = new Set(read.map(({ value }) => value.id));
  return [...read, ...library.filter(({ value }) => !own.has(value.id))];
}

async function looseFiles(reader: LibraryReader, paths: readonly string[]) {
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
