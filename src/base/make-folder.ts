import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from './error.ts';

/**
 * Makes a folder with those above it; one that is there is left alone. Node's own `recursive` never ends where a file system lets
 * nobody make one, as /proc does.
 *
 * @throws Error as node throws it
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    const above = dirname(folder);
    if (systemCode(error) !== 'ENOENT' || above === folder) throw error;
    if (!(await isFolder(above))) await makeFolder(above);
    // What was missing above is there now, whoever made it; where it still cannot be made, nobody can.
    await makeOne(folder);
  }
}

async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST' || !(await isFolder(folder))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
