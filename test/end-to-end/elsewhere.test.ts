import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { gone, pidIn } from '../support/alive.ts';
import { type Answer, fails, sendsPage } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { acts, answersWith, doctorEndpoint } from '../support/doctor-endpoint.ts';
import { catalog } from '../support/shipped.ts';
import { until } from '../support/until.ts';

const here = workingFolder();
const ids = [...catalog.cases.keys()];
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

const ends: (() => Promise<unknown> | boolean)[] = [];
afterEach(async () => {
  await Promise.all(ends.splice(0).map((end) => end()));
});

const token = 'token-of-this-test';
const matrix = (doctor: string, cases: readonly string[]) => [
  ...['--cases', cases.join(','), '--personas', 'phlegmatic', '--doctor', doctor, '--max-turns', '4'],
];

async function endpointThat(script: Parameters<typeof doctorEndpoint>[0]) {
  const endpoint = await doctorEndpoint(script);
  ends.push(endpoint.close);
  process.env.ANAMNESIS_DOCTOR_TOKEN = token;
  ends.push(() => delete process.env.ANAMNESIS_DOCTOR_TOKEN);
  return endpoint;
}

/** All that a run has written, as one text. */
async function writtenIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

test('each fault of a doctor behind HTTP is its own consultation’s, and the token is nowhere', async () => {
  const ask = acts({ act: 'ask', text: 'Since when?' });
  const faults: readonly { readonly code: string; readonly answer: Answer }[] = [
    { code: 'call-refused', answer: fails(400, `not with ${token}`) },
    { code: 'key-refused', answer: fails(401, `not with ${token}`) },
    { code: 'access-refused', answer: fails(403, token) },
    { code: 'model-unknown', answer: fails(404, token) },
    { code: 'context-too-long', answer: fails(413, token) },
    { code: 'unreachable', answer: sendsPage },
    { code: 'unusable-reply', answer: answersWith(`no act, but ${token}`) },
    { code: 'none', answer: acts({ act: 'conclude', diagnosis: `not ${token}`, rationale: `Bearer ${token}` }) },
  ];
  const met: string[] = [];
  const endpoint = await endpointThat(({ consultation, turn }) => {
    if (!met.includes(consultation)) met.push(consultation);
    return turn === 1 ? ask : (faults[met.indexOf(consultation)]?.answer ?? ask);
  });
  const cases = ids.slice(0, faults.length);
  const { code, out, err } = await anamnesis('run', ...matrix(`http:${endpoint.url}`, cases), '--json', '--out', 'r');
  expect(code).toBe(1);
  const { consultations, failures } = JSON.parse(out);
  expect(consultations).toBe(faults.length);
  expect(failures.map((failure: { code: string }) => failure.code).sort()).toEqual(
    faults
      .map((fault) => fault.code)
      .filter((name) => name !== 'none')
      .sort(),
  );
  // All but the unusable reply, which is asked for three times, were asked for once.
  expect(endpoint.requests).toHaveLength(2 * faults.length + 2);
  expect(endpoint.headers.every(({ authorization }) => authorization === `Bearer ${token}`)).toBe(true);
  const written = await writtenIn('r');
  expect(written).toContain('no act, but [key]');
  expect(out + err + written).not.toContain(token);
});

test('a doctor that dies in one consultation is another process in the next', async () => {
  const ages = new Map(ids.map((id) => [catalog.cases.get(id)?.patientCase.demographics.age, id]));
  const [[doomed, first], [, second]] = [...ages] as [[number, string], [number, string]]; // there are many ages
  await here.write({
    'doctor.mjs': `
      import { createInterface } from 'node:readline';
      for await (const line of createInterface({ input: process.stdin })) {
        const { turn, patient } = JSON.parse(line);
        if (turn === 2 && patient.age === ${doomed}) { console.error('lost my way'); process.exit(7); }
        console.log(JSON.stringify(turn < 3 ? { act: 'ask', text: 'Any fever?' } : { act: 'conclude', diagnosis: 'flu' }));
      }`,
  });
  const doctor = `exec:'${process.execPath}' doctor.mjs`;
  const { code, out } = await anamnesis('run', ...matrix(doctor, [first, second]), '--json', '--quiet', '--out', 'r');
  expect(code).toBe(1);
  expect(JSON.parse(out).failures).toEqual([
    {
      consultation: expect.stringContaining(first),
      code: 'unreachable',
      message: expect.stringMatching(/ended with exit code 7 before it answered; it said: lost my way$/),
    },
  ]);
  expect(await writtenIn('r')).toContain('"diagnosis":"flu"');
});

test('Ctrl-C ends the processes, and a resumed run asks nothing again', async () => {
  await here.write({
    'doctor.mjs': `
      import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
      import { createInterface } from 'node:readline';
      writeFileSync('pid', String(process.pid));
      for await (const line of createInterface({ input: process.stdin })) {
        const { turn } = JSON.parse(line);
        appendFileSync('turns', turn + '\\n');
        if (turn === 3 && !existsSync('go-on')) continue;
        console.log(JSON.stringify(turn < 4 ? { act: 'ask', text: 'Any fever?' } : { act: 'conclude', diagnosis: 'flu' }));
      }`,
  });
  const turns = async () => (await readFile('turns', 'utf8').catch(() => '')).trim().split('\n');
  const args = [...matrix(`exec:'${process.execPath}' doctor.mjs`, ids.slice(0, 1)), '--out', 'r'];
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, 'run', ...args], {
    cwd: here.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  await until(async () => expect(await turns()).toEqual(['1', '2', '3']));
  const pid = await pidIn('pid');
  child.kill('SIGINT');
  await until(() => expect(err).toContain('stopping after the running turns'));
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([130, null]);
  await gone(pid);

  await here.write({ 'go-on': '' });
  expect(await anamnesis('run', '--resume', 'r', '--quiet')).toMatchObject({ code: 0 });
  expect(await turns()).toEqual(['1', '2', '3', '3', '4']);
});
