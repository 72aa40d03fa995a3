// A lock can leave out binaries for other platforms (`npm ci` then fails there) or name a registry's host.
import { readFileSync } from 'node:fs';

const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
const { packages } = JSON.parse(text);
const problems = [];
for (const [path, { optionalDependencies = {} }] of Object.entries(packages))
  for (const name of Object.keys(optionalDependencies))
    if (!(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages))
      problems.push(`${path || 'the project'} wants ${name}, and the lock has no entry for it`);
if (/"resolved": "https?:/.test(text)) problems.push('the lock names a registry; .npmrc leaves addresses out');
for (const problem of problems) console.error(`package-lock.json: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;
