import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { type Answer, type ChatEndpoint, calls, chatEndpoint, hangs, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';
import { until } from '../support/until.ts';

const here = workingFolder();
const [firstCase = '', secondCase = ''] = catalog.cases.keys();
const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

interface Shell {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  err(): string;
}

/** A process of its own, as a shell starts it: the one way to have a Ctrl-C and an exit code that are real. */
function inShell(...args: readonly string[]): Shell {
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), main, ...args], {
    cwd: here.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended, err: () => err };
}

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const conclusion = {
  diagnosis: 'tonsillitis',
  differential: [],
  reasoning: 'the pain',
  plan: 'Rest.',
  safety_net: 'Back.',
};

/** A model that asks three questions and concludes; what it says depends on what was said alone. */
async function modelThat(onRequest: (count: number) => Answer | null): Promise<ChatEndpoint> {
  let count = 0;
  const endpoint = await chatEndpoint(({ messages }) => {
    if (JSON.stringify(messages).includes('Say yes.')) return says('Yes.'); // the one call before a batch
    count++;
    const own = messages.filter(({ role }) => role === 'assistant').length;
    const answer = own < 3 ? says(`Question ${own + 1}: any fever?`) : calls('conclude', conclusion);
    return onRequest(count) ?? answer;
  });
  open.push(endpoint);
  return endpoint;
}

const matrix = ({ baseUrl }: ChatEndpoint) => [
  ...['--cases', `${firstCase},${secondCase}`, '--personas', 'phlegmatic', '--doctor', `openai:m@${baseUrl}`],
  ...['--max-turns', '6', '--concurrency', '1', '--no-cache'],
];

interface Stored {
  readonly type: string;
  readonly consultation: string;
  readonly seq: number;
}

/** The events of a run, by consultation, without when and in which run; the journal must have a whole last line. */
async function eventsOf(folder: string): Promise<Stored[]> {
  const text = await readFile(join(here.folder, folder, 'events.jsonl'), 'utf8');
  expect(text.endsWith('\n')).toBe(true);
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const { at: _, run: __, ...event } = JSON.parse(line);
      return event as Stored; // this program wrote it
    })
    .sort((a, b) => a.consultation.localeCompare(b.consultation) || a.seq - b.seq);
}

describe('Ctrl-C during run', () => {
  test('lets the running turn end, keeps the journal whole, says how to go on, and ends with 130', async () => {
    let shell: Shell | undefined;
    const endpoint = await modelThat((count) => {
      if (count === 3) shell?.child.kill('SIGINT');
      return null;
    });
    shell = inShell('run', ...matrix(endpoint), '--out', 'r');
    const { code, out, err } = await shell.ended;
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toBe(
      '\nstopping after the running turns; Ctrl-C again stops at once\nstopped after 0 of 2 consultations\n→ go on with: anamnesis run --resume r\n',
    );
    // The question that the model was asked for when it happened is kept.
    const types = (await eventsOf('r')).map(({ type }) => type);
    expect(types.slice(0, 6)).toEqual([
      'patient.opened',
      ...['doctor.asked', 'patient.answered', 'doctor.asked', 'patient.answered', 'doctor.asked'],
    ]);
    expect(types).not.toContain('consultation.ended');

    const resumed = await anamnesis('run', '--resume', 'r', '--json', '--quiet');
    expect(resumed.code).toBe(0);
    const asked = endpoint.requests.length;
    const whole = await anamnesis('run', ...matrix(endpoint), '--json', '--quiet', '--out', 'whole');
    expect(await eventsOf('r')).toEqual(await eventsOf('whole'));
    const { run: _, ...figures } = JSON.parse(resumed.out);
    const { run: __, ...expected } = JSON.parse(whole.out);
    expect(figures).toEqual(expected);
    // The two parts asked as often as a whole run: nothing was paid for twice.
    expect(endpoint.requests.length - asked).toBe(asked - 1); // and a probe before each part
  });

  test('a second time waits for nobody', async () => {
    const endpoint = await modelThat((count) => (count === 2 ? hangs : null));
    const shell = inShell('run', ...matrix(endpoint), '--out', 'r');
    await until(() => expect(endpoint.requests).toHaveLength(3)); // the first is no part of the run
    shell.child.kill('SIGINT');
    await until(() => expect(shell.err()).toContain('stopping after the running turns'));
    shell.child.kill('SIGINT');
    const { code, err } = await shell.ended;
    expect(code).toBe(130);
    expect(err).toContain('→ go on with: anamnesis run --resume r\n');
    expect(await eventsOf('r')).toHaveLength(3);
  });
});

test('a wrong call ends its process with code 2, and says why on standard error', async () => {
  const { code, out, err } = await inShell('run', 'nowhere.yaml').ended;
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('nowhere.yaml does not exist\n');
});
