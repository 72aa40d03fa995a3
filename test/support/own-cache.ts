import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One cache for all test files of a run, empty at its start and gone after it: nobody's own is read or filled. */
export default function ownCache(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'anamnesis-cache-'));
  process.env.ANAMNESIS_CACHE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
