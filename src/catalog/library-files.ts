import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve, sep } from 'node:path';
import type { z } from 'zod';
import { inBatches } from '../base/batches.ts';
import { AnamnesisError } from '../base/error.ts';
import { type Loaded, type Placed, type Problem, readYaml } from './load-yaml.ts';

/** What a library folder holds, by kind. */
export const folders = {
  findings: 'knowledge/findings',
  conditions: 'knowledge/conditions',
  lexicon: 'knowledge/lexicon',
  cases: 'cases',
  personas: 'personas',
  traits: 'personas/traits',
  rubrics: 'rubrics',
} as const;

/** Files that are open at a time. */
const filesAtOnce = 64;

/** Files that a schema reads, with every problem met on the way. */
export class LibraryReader {
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

/** The items of a list file, each placed in it. */
export function eachItem<T>({ file, hash, value, problem }: Loaded<T[]>): Placed<T>[] {
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

/** YAML files at a path, be it one or a folder of them. Throws `bad-file` where there is nothing. */
export async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new AnamnesisError('bad-file', `${path} does not exist`, { at: path });
  if (!found.isDirectory()) return [path];
  const files = await yamlFiles(path);
  if (files.length === 0)
    throw new AnamnesisError('bad-file', `${path} holds no file that ends in .yaml`, {
      at: path,
      hint: 'name a file, or a folder of cases, personas, traits or rubrics',
    });
  return files;
}

/**
 * The shipped library and those beside it, each folder once: who stands in the shipped one and names it adds nothing.
 *
 * @throws AnamnesisError `bad-file` where a library that somebody named is no folder
 */
export async function foldersOf(root: string, libraries: readonly string[]): Promise<readonly string[]> {
  const roots = new Map([[await realpath(root), root]]);
  for (const library of libraries) {
    const found = await stat(library).catch(() => null);
    if (!found?.isDirectory())
      throw new AnamnesisError('bad-file', `the library ${library} ${found ? 'is not a folder' : 'does not exist'}`, {
        at: library,
      });
    const path = await realpath(library);
    if (!roots.has(path)) roots.set(path, library);
  }
  return [...roots.values()];
}

/** YAML files of a folder and those below it, in order of name; none where the folder does not exist. */
async function yamlFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
