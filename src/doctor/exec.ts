import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { AnamnesisError, type ErrorCode } from '../base/error.ts';
import { withoutSecrets } from '../models/failure.ts';
import { type Line, longestReply, tooLong } from './elsewhere.ts';
import { type Environment, secretsIn } from './elsewhere-spec.ts';
import { type ProcessGroup, startGroup } from './process-group.ts';

export interface ExecLineOptions {
  readonly spec: string;
  readonly command: string;
  /** Milliseconds for one reply, starting the process included. */
  readonly timeoutMs: number;
  /** What the process is given, all of it. */
  readonly env: Environment;
  /** Milliseconds to end of its own accord once its input has ended; 1000 by default. */
  readonly graceMs?: number;
}

/** How much of standard error is remembered, and how much of that is quoted. */
const [remembered, shown] = [4000, 300];

/**
 * A way to a doctor in a process of its own: a line in is a request, a line out its reply. The process is started by
 * the first request and lives until the line is closed; whatever goes wrong with it ends it, and every later request
 * is told the same. It is never started twice.
 */
export function execLine(options: ExecLineOptions): Line {
  const secrets = secretsIn(options.env);
  let talk: Talk | null = null;
  let isClosed = false;
  return {
    secrets,
    send: async (request, signal) => {
      if (signal.aborted || isClosed) throw stopped(options.spec);
      talk ??= startTalk(options, secrets);
      return talk.ask(request, signal);
    },
    close: async () => {
      isClosed = true;
      await talk?.end();
    },
  };
}

interface Talk {
  ask(request: string, signal: AbortSignal): Promise<string>;
  end(): Promise<void>;
}

interface Waiting {
  take(line: string): void;
  giveUp(error: AnamnesisError): void;
}

function startTalk({ spec, command, timeoutMs, env, graceMs = 1000 }: ExecLineOptions, secrets: string[]): Talk {
  const group: ProcessGroup = startGroup(command, { ...env });
  const { child } = group;
  let waiting: Waiting | null = null;
  let broken: AnamnesisError | null = null;
  /** Why it was ended from here, where it was. */
  let reason: { code: ErrorCode; what: string } | null = null;
  let complaints = '';
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });

  const fail = (code: ErrorCode, what: string) => {
    broken ??= new AnamnesisError(code, `${spec} ${what}${lastWords(complaints, secrets)}`, {
      hint: hints[code] ?? hints.unreachable,
    });
    waiting?.giveUp(broken);
  };
  /** Ends it; what is said of that waits until all it has written is read. */
  const breakOff = (code: ErrorCode, what: string) => {
    reason ??= { code, what };
    group.kill();
  };
  /** A process that is about to end closes its pipes first: how it ends says more than that it did. */
  const breakOffUnlessItEnds = (what: string) => {
    if (hasEnded(child)) return;
    const timer = setTimeout(() => breakOff('unreachable', what), graceMs);
    child.once('exit', () => clearTimeout(timer));
  };

  const lines = lineReader({
    onLine: (line) => {
      if (waiting === null) return breakOff('unusable-reply', 'wrote a line that nobody had asked for');
      waiting.take(line);
    },
    onTooMuch: () => breakOff('unusable-reply', `wrote a line that is no act: ${tooLong}`),
  });
  child.stdout.on('data', lines);
  child.stdout.on('end', () => breakOffUnlessItEnds('closed its output before it answered'));
  child.stdin.on('error', () => breakOffUnlessItEnds('takes no more requests'));
  child.stdout.on('error', () => {}); // its end is told by `close`
  child.stderr.on('error', () => {});
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    complaints = (complaints + words).slice(-remembered);
  });
  child.once('error', ({ message }) => fail('unreachable', `cannot be started: ${message}`));
  child.once('close', (exitCode, signal) => {
    const ended = exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`;
    fail(reason?.code ?? 'unreachable', reason?.what ?? `${ended} before it answered`);
  });

  return {
    ask: (request, signal) =>
      new Promise((resolve, reject) => {
        if (broken !== null) return reject(broken);
        const timer = setTimeout(() => {
          fail('timed-out', `did not answer in time (limit ${timeoutMs} ms)`);
          group.kill();
        }, timeoutMs);
        const onStop = () => wait.giveUp(stopped(spec));
        const settled = () => {
          waiting = null;
          clearTimeout(timer);
          signal.removeEventListener('abort', onStop);
        };
        const wait: Waiting = {
          take: (line) => {
            settled();
            resolve(line);
          },
          giveUp: (error) => {
            settled();
            reject(error);
          },
        };
        waiting = wait;
        signal.addEventListener('abort', onStop, { once: true });
        child.stdin.write(`${request}\n`);
      }),
    end: async () => {
      child.stdin.end();
      const patience = new AbortController();
      await Promise.race([closed, sleep(graceMs, undefined, { signal: patience.signal }).catch(() => {})]);
      patience.abort();
      group.kill();
      if (child.pid !== undefined && !hasEnded(child)) await once(child, 'exit');
      // A process that left the group may hold the other ends open, and would hold this program.
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
    },
  };
}

function hasEnded({ exitCode, signalCode }: ProcessGroup['child']): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Cuts what comes into lines without their ends; blank ones are nobody's. */
function lineReader({ onLine, onTooMuch }: { onLine: (line: string) => void; onTooMuch: () => void }) {
  let begun: Buffer[] = [];
  let length = 0;
  return (chunk: Buffer) => {
    let rest = chunk;
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
      const line = Buffer.concat([...begun, rest.subarray(0, end)]);
      rest = rest.subarray(end + 1);
      begun = [];
      length = 0;
      if (line.length > longestReply) return onTooMuch();
      const words = line.toString('utf8').trim();
      if (words !== '') onLine(words);
    }
    length += rest.length;
    if (length > longestReply) {
      begun = [];
      return onTooMuch();
    }
    begun.push(rest);
  };
}

const hints: Partial<Record<ErrorCode, string>> & Record<'unreachable', string> = {
  'timed-out': 'a longer `timeoutMs` of `models.doctor` in the benchmark, or a doctor that answers sooner',
  'unusable-reply': 'one line of JSON for each request, and anything else to standard error: docs/doctors.md',
  unreachable: 'try the command by hand: it reads requests as lines until its input ends',
};

/** The last of what it wrote to standard error, in one line. */
function lastWords(complaints: string, secrets: readonly string[]): string {
  const line = withoutSecrets(complaints, secrets).replace(/\s+/g, ' ').trim();
  if (line === '') return '';
  return `; it said: ${line.length > shown ? `…${line.slice(-shown)}` : line}`;
}

function stopped(spec: string): AnamnesisError {
  return new AnamnesisError('interrupted', `${spec} was stopped`);
}
