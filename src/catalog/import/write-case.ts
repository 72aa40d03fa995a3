import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Document } from 'yaml';
import { AnamnesisError } from '../../base/error.ts';
import type { CaseFile } from '../case.ts';

/** Width of the written lines, as in the files that people write. */
const lineWidth = 120;

/**
 * A case as the text of its file, for people to read and correct: source and licence first, then each note as a
 * comment. Read again, it gives the same case.
 *
 * @param notes what an importer inferred or assumed, in words
 */
export function caseYaml(file: CaseFile, notes: readonly string[] = []): string {
  const document = new Document(file, { aliasDuplicateObjects: false });
  const comments = [`${file.source}. Licence: ${file.licence}.`, ...notes.map((note) => `Note: ${note}.`)];
  const head = comments.map((line) => `# ${line.replace(/\s+/g, ' ').replace(/\.\.$/, '.')}`);
  return `${head.join('\n')}\n${document.toString({ lineWidth })}`;
}

/**
 * Writes a case into a folder, made where it does not exist, as `<id>.yaml`; an older file of that name is replaced.
 *
 * @returns the file's path
 */
export async function writeCase(folder: string, file: CaseFile, notes: readonly string[] = []): Promise<string> {
  const path = join(folder, `${file.id}.yaml`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, caseYaml(file, notes));
  } catch (error) {
    throw new AnamnesisError('unwritable', `${path} cannot be written (${(error as Error).message})`, {
      at: path,
      hint: 'choose another folder with --out',
      cause: error, // node throws Errors
    });
  }
  return path;
}
