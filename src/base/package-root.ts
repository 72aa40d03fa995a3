import { fileURLToPath } from 'node:url';

/** The folder of the shipped files: the package’s own. */
export function packageRoot(): string {
  return fileURLToPath(new URL(import.meta.url.includes('/dist/') ? '..' : '../..', import.meta.url));
}
