import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where Linux keeps files in memory; containers may give it next to nothing. */
const inMemory = '/dev/shm';
const neededBytes = 2 ** 30;

/**
 * One place for the temporary files of all test files, and in it one cache that is empty at the start: nobody's own is read or
 * filled, and nothing is left. It is in memory where there is room: tests make and delete folders by the thousand, and on a disk
 * (ext4 looks through what was deleted just before) that takes longer than what is tested.
 */
export default function ownFolders(): () => void {
  const folder = mkdtempSync(join(hasRoom(inMemory) ? inMemory : tmpdir(), 'anamnesis-tests-'));
  process.env.TMPDIR = folder;
  process.env.ANAMNESIS_CACHE = join(folder, 'cache');
  return () => rmSync(folder, { recursive: true, force: true });
}

function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= neededBytes;
}
