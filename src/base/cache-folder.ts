import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where things are kept that can be computed again: ANAMNESIS_CACHE, else `anamnesis` in the user's cache folder
 * (XDG_CACHE_HOME, ~/.cache).
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.ANAMNESIS_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'anamnesis');
}
