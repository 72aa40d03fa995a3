import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Doctor, DoctorCall } from '../../src/doctor/doctor.ts';
import { elsewhereDoctor } from '../../src/doctor/elsewhere.ts';
import { type ExecLineOptions, execLine } from '../../src/doctor/exec.ts';
import { WireRequest } from '../../src/doctor/wire.ts';
import type { CallRecord } from '../../src/models/call.ts';
import { gone, isAlive, pidIn } from '../support/alive.ts';
import { asked, memory, viewOf } from '../support/doctor-view.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const open: Doctor[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((doctor) => doctor.close?.()));
});

type Options = Partial<ExecLineOptions> & { readonly calls?: CallRecord };

/** A doctor in a process of its own, by a line for the shell. */
function doctorBy(command: string, { calls = {}, ...more }: Options = {}) {
  const spec = `exec:${command}`;
  const env = { ...process.env, NODE_OPTIONS: '', HERE: scratch.folder };
  const line = execLine({ spec, command, timeoutMs: 30_000, env, ...more });
  const doctor = elsewhereDoctor({ spec, line, consultation: 'c1', seed: 1, diagnoses: null, readImage: null, calls });
  open.push(doctor);
  const act = (view = viewOf(), call: DoctorCall = 'act', signal = new AbortController().signal) =>
    doctor.act({ view, call, turnsLeft: 3 }, signal);
  return { act, close: () => doctor.close?.() };
}

/** A doctor that is a script of Node: `onLine` is done for each request, `n` counting from 1. */
async function doctorThat(
  onLine: string,
  { before = '', shell = '', ...options }: Options & { before?: string; shell?: string } = {},
) {
  await scratch.write({
    'doctor.mjs': `
      import { appendFileSync, writeFileSync } from 'node:fs';
      import { createInterface } from 'node:readline';
      import { spawn } from 'node:child_process';
      const here = process.env.HERE + '/';
      const say = (act) => process.stdout.write(JSON.stringify(act) + '\\n');
      const ask = (text) => say({ act: 'ask', text });
      let n = 0;
      writeFileSync(here + 'pid', String(process.pid));
      ${before}
      for await (const line of createInterface({ input: process.stdin })) {
        n++;
        appendFileSync(here + 'requests', line + '\\n');
        ${onLine}
      }
      appendFileSync(here + 'requests', 'end\\n');`,
  });
  return doctorBy(`${shell}"${process.execPath}" "$HERE/doctor.mjs"`, options);
}

const fileOf = (name: string) => join(scratch.folder, name);
const written = async () => (await readFile(fileOf('requests'), 'utf8')).trim().split('\n');

test('a line in is a request that holds the whole conversation, a line out is an act', async () => {
  const { act } = await doctorThat(
    "say(n === 1 ? { act: 'ask', text: 'Since when?' } : { act: 'order', text: 'ECG' })",
  );
  expect(await act()).toEqual({ act: { kind: 'ask', text: 'Since when?', form: 'json' }, usage: null });
  expect(await act(asked)).toEqual({ act: { kind: 'order', text: 'ECG', form: 'json' }, usage: null });
  const [first, second] = (await written()).slice(0, 2).map((line) => WireRequest.parse(JSON.parse(line)));
  expect(first).toMatchObject({ turn: 1, conversation: [{ text: 'My chest feels tight.' }] });
  expect(second?.conversation.map(({ text }) => text)).toEqual([
    ...['My chest feels tight.', 'Since when?', 'Since this morning.'],
  ]);
});

test('the command is the shell’s: quotes, variables and pipes are as at a prompt', async () => {
  const reply = `'{"act": "ask", "text": "'"$WHAT"'"}'`;
  const { act } = doctorBy(`while read -r _; do echo ${reply}; done | cat`, {
    env: { ...process.env, WHAT: "it's so?" },
  });
  expect((await act()).act.text).toBe("it's so?");
});

test('nothing runs until the first request, and nothing where all replies are recalled', async () => {
  const calls = memory();
  const first = await doctorThat("ask('Question ' + n + '?')", { calls });
  await expect(readFile(fileOf('pid'))).rejects.toThrow('ENOENT');
  const acts = [await first.act(), await first.act(asked)];
  await first.close();

  const again = await doctorThat("ask('Question ' + n + ' anew?')", { calls });
  const before = await readFile(fileOf('pid'), 'utf8');
  expect([await again.act(), await again.act(asked)]).toEqual(acts);
  expect(await readFile(fileOf('pid'), 'utf8')).toBe(before);
  // The first new request starts a process, which gets all that was said before.
  expect((await again.act(asked, 'conclude').catch(({ message }) => message)) as string).toContain('spent');
  const last = WireRequest.parse(JSON.parse((await written()).at(-1) ?? ''));
  expect(last).toMatchObject({
    call: 'conclude',
    conversation: expect.arrayContaining([{ speaker: 'patient', text: 'Since this morning.' }]),
  });
});

test('letters that are cut in two by the pipe, blank lines and CRLF are read', async () => {
  const { act } = await doctorThat(`
    const bytes = Buffer.from('\\n \\r\\n{"act": "ask", "text": "Fieber über 38 °C?"}\\r\\n');
    const cut = bytes.indexOf(0xc3) + 1;
    process.stdout.write(bytes.subarray(0, cut), () => setImmediate(() => process.stdout.write(bytes.subarray(cut))));`);
  expect((await act()).act.text).toBe('Fieber über 38 °C?');
});

describe('a process that fails its consultation says how', () => {
  test.each([
    {
      what: 'dies',
      onLine: "console.error('first'); console.error('ValueError: no such drug'); process.exit(3);",
      code: 'unreachable',
      message: /ended with exit code 3 before it answered; it said: first ValueError: no such drug$/,
    },
    { what: 'leaves', onLine: 'process.exit(0);', code: 'unreachable', message: /ended with exit code 0/ },
    {
      what: 'is killed',
      onLine: "process.kill(process.pid, 'SIGKILL');",
      code: 'unreachable',
      message: /exit code 137|SIGKILL/,
    },
    {
      what: 'closes its output',
      shell: 'exec ', // the shell has the same output, and would keep it open
      onLine: "(await import('node:fs')).closeSync(1); setInterval(() => {}, 1000);",
      code: 'unreachable',
      message: /closed its output before it answered$/,
    },
    {
      what: 'writes without an end',
      onLine:
        "for (;;) if (!process.stdout.write('x'.repeat(65536))) await new Promise((r) => process.stdout.once('drain', r));",
      code: 'unusable-reply',
      message: /longer than 1 MiB$/,
    },
    {
      what: 'writes a line that is too long',
      onLine: "ask('x'.repeat(2 ** 20));",
      code: 'unusable-reply',
      message: /longer than 1 MiB$/,
    },
    {
      what: 'answers twice',
      onLine: "process.stdout.write('1\\n2\\n');",
      code: 'unusable-reply',
      message: /is no act/,
      later: /wrote a line that nobody had asked for/,
    },
  ])('$what: $code', async ({ onLine, code, message, later, shell }) => {
    const { act } = await doctorThat(onLine, {
      ...(shell === undefined ? {} : { shell }),
      graceMs: 200,
    });
    await expect(act()).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    // It is not started again: whoever asks once more is told the same.
    await expect(act()).rejects.toMatchObject({ code, message: expect.stringMatching(later ?? message) });
    await gone(await pidIn(fileOf('pid')));
  });

  test('a command that is not there', async () => {
    const { act } = doctorBy('no-such-command-anywhere --x');
    await expect(act()).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/ended with exit code 127 before it answered; it said: .*not found/),
      hint: expect.stringContaining('by hand'),
    });
  });

  test('one that dies between two turns, at the next', async () => {
    const dies = "console.error('out of memory'); process.stdout.write(reply, () => process.exit(9));";
    const { act } = await doctorThat(`const reply = '{"act": "ask", "text": "Why?"}\\n'; ${dies}`);
    await act();
    await gone(await pidIn(fileOf('pid')));
    await expect(act(asked)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/exit code 9.*out of memory$/),
    });
  });

  test('an answer that is no act is asked for again with the problem, of the same process', async () => {
    const { act } = await doctorThat("if (n === 1) process.stdout.write('thinking...\\n'); else ask('Why?');");
    await expect(act()).rejects.toMatchObject({ code: 'unusable-reply', message: expect.stringContaining('not JSON') });
    expect((await act()).act.text).toBe('Why?');
    const second = WireRequest.parse(JSON.parse((await written())[1] ?? ''));
    expect(second).toMatchObject({ turn: 1, attempt: 2, problem: 'it is not JSON' });
  });

  test('one whose words hold a secret of the environment, without it', async () => {
    const env = { ...process.env, NODE_OPTIONS: '', HERE: scratch.folder, MY_API_KEY: 'hunter22hunter22' };
    const calls = memory();
    const { act } = await doctorThat(
      "if (n === 1) ask('Is it ' + process.env.MY_API_KEY + '?'); else { console.error('key', process.env.MY_API_KEY); process.exit(1); }",
      { env, calls },
    );
    expect((await act()).act.text).toBe('Is it [key]?');
    expect(JSON.stringify(calls.kept)).not.toContain('hunter22');
    await expect(act(asked)).rejects.toMatchObject({ message: expect.stringMatching(/it said: key \[key\]$/) });
  });
});

describe('the process ends, with all it has started,', () => {
  const withChild = `
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
    writeFileSync(here + 'child', String(child.pid));`;

  test('when its time is up', async () => {
    // A shell is there at once, so that little time is enough.
    const { act } = doctorBy('echo $$ > "$HERE/pid"; sleep 1000 & echo $! > "$HERE/child"; wait', { timeoutMs: 500 });
    const late = { code: 'timed-out', message: expect.stringMatching(/did not answer in time \(limit 500 ms\)$/) };
    await expect(act()).rejects.toMatchObject(late);
    for (const name of ['pid', 'child']) await gone(await pidIn(fileOf(name)));
    await expect(act()).rejects.toMatchObject(late);
  });

  test('when it dies and leaves them behind', async () => {
    const { act } = await doctorThat('process.exit(1);', { before: withChild });
    await expect(act()).rejects.toMatchObject({ code: 'unreachable' });
    for (const name of ['pid', 'child']) await gone(await pidIn(fileOf(name)));
  });

  test('when the consultation is over: its input ends, and it may end of its own accord', async () => {
    const { act, close } = await doctorThat("ask('Why?');", { graceMs: 30_000 });
    await act();
    await close();
    expect((await written()).at(-1)).toBe('end');
    expect(await isAlive(await pidIn(fileOf('pid')))).toBe(false);
  });

  test('when the consultation is over and it does not listen', async () => {
    const before = `${withChild} process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`;
    const { act, close } = await doctorThat("ask('Why?');", { before, graceMs: 10 });
    await act();
    await close();
    for (const name of ['pid', 'child']) await gone(await pidIn(fileOf(name)));
    await expect(act(asked)).rejects.toMatchObject({ code: 'interrupted' });
  });

  test('when the consultation is stopped in the middle of a turn', async () => {
    const { act, close } = await doctorThat('', { before: withChild, graceMs: 10 });
    const controller = new AbortController();
    const reply = act(viewOf(), 'act', controller.signal);
    const pids = [await pidIn(fileOf('pid')), await pidIn(fileOf('child'))];
    controller.abort();
    await expect(reply).rejects.toMatchObject({ code: 'interrupted' });
    await close();
    for (const pid of pids) await gone(pid);
  });

  test('closing what was never begun is nothing', async () => {
    const { close } = await doctorThat('');
    await close();
    await close();
  });
});
