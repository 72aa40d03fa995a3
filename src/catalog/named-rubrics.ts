import { resolve, sep } from 'node:path';
import type { Catalog } from './catalog.ts';

/** Whether a `--rubric` names a file rather than an id: it ends as such files do, or has a folder in it. */
export function isRubricFile(named: string): boolean {
  return /\.ya?ml$/i.test(named) || named.includes('/') || named.includes(sep);
}

/** The ids of what `--rubric` named, in its order, once its files were read into the catalog. */
export function idsOfRubrics(named: readonly string[], { places }: Pick<Catalog, 'places'>): string[] {
  return named.map((name) => {
    if (!isRubricFile(name)) return name;
    const [id] = [...places.rubrics].find(([, { file }]) => resolve(file) === resolve(name)) ?? [];
    if (id === undefined) throw new Error(`${name} was read, and is no rubric of the catalog`);
    return id;
  });
}
