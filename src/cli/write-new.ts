import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AnamnesisError, systemCode } from '../base/error.ts';
import { makeFolder } from '../base/make-folder.ts';

/**
 * Writes a file that must not be there yet, whole or not at all.
 *
 * @param replace write it even where one is there
 * @param choose what to do where one is there
 * @param folder the option that chooses where it goes
 * Throws `bad-call` where a file is there, `unwritable` where it cannot be written.
 */
export async function writeNew(
  file: string,
  text: string,
  { replace = false, choose, folder }: { replace?: boolean; choose: string; folder: string },
): Promise<void> {
  const draft = replace ? `${file}.partial` : file;
  try {
    await makeFolder(dirname(file));
    const opened = await open(draft, replace ? 'w' : 'wx');
    try {
      await opened.writeFile(text);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    } finally {
      await opened.close();
    }
    if (replace) await rename(draft, file);
  } catch (error) {
    if (systemCode(error) === 'EEXIST')
      throw new AnamnesisError('bad-call', `${file} exists already; nothing was written`, { at: file, hint: choose });
    throw new AnamnesisError('unwritable', `${file} cannot be written (${(error as Error).message})`, {
      at: file,
      hint: `choose another folder with ${folder}`,
      cause: error, // node throws Errors
    });
  }
}
