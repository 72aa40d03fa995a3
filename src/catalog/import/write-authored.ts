import { writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Document } from 'yaml';
import { AnamnesisError } from '../../base/error.ts';
import { makeFolder } from '../../base/make-folder.ts';

/** Width of the written lines, as in the files that people write. */
const lineWidth = 120;

/** Where something comes from, and on what terms others may use it. */
export interface Provenance {
  readonly source: string;
  readonly licence: string;
}

/**
 * Content as the text of its file, for people to read and correct: source and licence first, then each note as a comment.
 * Read again, it gives the same content.
 *
 * @param notes what an importer inferred or assumed, in words
 */
export function authoredYaml(content: unknown, { source, licence }: Provenance, notes: readonly string[] = []): string {
  const document = new Document(content, { aliasDuplicateObjects: false });
  const comments = [`${source}. Licence: ${licence}.`, ...notes.map((note) => `Note: ${note}.`)];
  const head = comments.map((line) => `# ${line.replace(/\s+/g, ' ').replace(/\.\.$/, '.')}`);
  return `${head.join('\n')}\n${document.toString({ lineWidth })}`;
}

/** Writes a file, making its folder where there is none; an older file of that name is replaced. Throws `unwritable`. */
export async function writeAuthored(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await makeFolder(dirname(path));
    await writeFile(path, content);
  } catch (error) {
    throw new AnamnesisError('unwritable', `${path} cannot be written (${(error as Error).message})`, {
      at: path,
      hint: 'choose another folder with --out',
      cause: error, // node throws Errors
    });
  }
}
