import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const cases = [...catalog.cases.keys()].slice(0, 2);

const hasPython = spawnSync('python3', ['--version']).status === 0;
const languages = [
  { name: 'doctor.py', command: ['python3'], isThere: hasPython },
  { name: 'doctor.ts', command: [process.execPath, '--import', import.meta.resolve('tsx')], isThere: true },
].map(({ name, command, isThere }) => ({
  name,
  isThere,
  command: [...command, join(packageRoot(), 'examples', name)],
}));

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Starts an example as a server on a free port; it says where it listens. */
async function served([program = '', ...args]: readonly string[], env: Record<string, string>): Promise<string> {
  const child = spawn(program, [...args, '--serve', '0'], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  stops.push(async () => {
    child.kill();
    await ended;
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /^listening on (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('the example ended before it listened');
}

/** Runs a benchmark of two cases, and gives the conclusions that were reached in it. */
async function conclusionsOf(doctor: string, ...more: string[]) {
  const matrix = ['--cases', cases.join(','), '--personas', 'phlegmatic', '--doctor', doctor, ...more];
  const { code, err, out } = await anamnesis('run', ...matrix, '--quiet', '--json', '--out', 'r');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(JSON.parse(out)).toMatchObject({ consultations: 2, failures: [] });
  const events = (await readFile(join(here.folder, 'r/events.jsonl'), 'utf8')).trim().split('\n');
  const acts = events.map((line) => JSON.parse(line)).filter(({ type }) => type.startsWith('doctor.'));
  expect(acts.every(({ form }) => form === 'json')).toBe(true);
  expect(acts.filter(({ type }) => type === 'doctor.asked').length).toBeGreaterThanOrEqual(10);
  return acts.flatMap(({ conclusion }) => conclusion ?? []);
}

// A language that is not there is shown as skipped.
describe.each(languages)('examples/$name', ({ command, isThere }) => {
  test.skipIf(!isThere)('takes part as a process', async () => {
    const quoted = command.map((part) => `'${part}'`).join(' ');
    const conclusions = await conclusionsOf(`exec:${quoted}`);
    expect(conclusions).toHaveLength(2);
    for (const { diagnosis, probabilities, differential } of conclusions) {
      expect(diagnosis).not.toBe('');
      expect(probabilities).toHaveLength(1 + differential.length);
    }
  });

  test.skipIf(!isThere)('takes part behind HTTP, and keeps out who has no token', async () => {
    const token = 'token-of-this-test';
    const url = await served(command, { ANAMNESIS_DOCTOR_TOKEN: token });
    expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
    process.env.ANAMNESIS_DOCTOR_TOKEN = token;
    stops.push(async () => delete process.env.ANAMNESIS_DOCTOR_TOKEN);
    expect(await conclusionsOf(`http:${url}`)).toHaveLength(2);
  });
});

test('the examples read nothing but their standard libraries', async () => {
  const python = await readFile(join(packageRoot(), 'examples/doctor.py'), 'utf8');
  const modules = [...python.matchAll(/^(?:from (\S+) )?import (.*)$/gm)].map(([, from, names]) => from ?? names);
  expect(modules.sort()).toEqual(['http.server', 'json', 'os', 're', 'sys']);
  const typescript = await readFile(fileURLToPath(new URL('../../examples/doctor.ts', import.meta.url)), 'utf8');
  const imported = [...typescript.matchAll(/ from '(.*)';$/gm)].map(([, name = '']) => name);
  expect(imported.length).toBeGreaterThan(2);
  expect(imported.filter((name) => !name.startsWith('node:'))).toEqual([]);
});
