import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { gone, pidIn } from '../support/alive.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const source = new URL('../../src/doctor/process-group.ts', import.meta.url).href;

/** A program that starts a group, which writes down its numbers, and then ends as it is told. */
async function program(end: string) {
  await scratch.write({
    'program.ts': `
      import { startGroup } from ${JSON.stringify(source)};
      const { child } = startGroup('echo $$ > leader; sleep 1000 & echo $! > member; echo; wait', process.env);
      child.stdout.once('data', () => { ${end} });`,
  });
  const tsx = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', tsx, fileURLToPath(`file://${scratch.folder}/program.ts`)], {
    cwd: scratch.folder,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: 'ignore',
  });
  const [code, signal] = await once(child, 'exit');
  return { code, signal };
}

test.each([
  { how: 'ends', end: 'process.exit(4)', code: 4, signal: null },
  { how: 'fails', end: "throw new Error('a bug')", code: 1, signal: null },
  ...(['SIGINT', 'SIGTERM', 'SIGHUP'] as const).map((signal) => ({
    how: `gets ${signal}`,
    end: `process.kill(process.pid, '${signal}')`,
    code: null,
    signal,
  })),
  {
    how: 'decides itself what a signal means',
    end: "process.on('SIGTERM', () => process.exit(5)); process.kill(process.pid, 'SIGTERM')",
    code: 5,
    signal: null,
  },
])('no group outlives a program that $how', async ({ end, code, signal }) => {
  expect(await program(end)).toEqual({ code, signal });
  for (const name of ['leader', 'member']) await gone(await pidIn(join(scratch.folder, name)));
});
