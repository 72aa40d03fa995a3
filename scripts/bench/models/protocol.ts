import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the endpoint reads of a request. */
export interface AskedBody {
  readonly model: string;
  readonly messages: readonly { readonly role: 'system' | 'user' | 'assistant'; readonly content: string }[];
  readonly tools?: readonly object[];
}

/** How the endpoint is to behave from now on. */
export interface ToEndpoint {
  readonly latencyMs: number;
  /** Where each request is kept, a line each; null keeps none. */
  readonly bodiesFile: string | null;
}

/** Where it listens, once; then what it has counted so far, at each order. */
export type FromEndpoint = { readonly port: number } | { readonly sockets: number; readonly calls: number };

export interface BenchEndpoint {
  readonly origin: string;
  /** Has it behave so from now on, and gives what it has counted so far. */
  order(how: ToEndpoint): Promise<{ sockets: number; calls: number }>;
  close(): void;
}

/** Starts the endpoint in a process of its own: what it costs is nobody else's. */
export async function startEndpoint(): Promise<BenchEndpoint> {
  const child = fork(fileURLToPath(new URL('endpoint.ts', import.meta.url)), {
    execArgv: process.execArgv.filter((arg) => !arg.startsWith('--cpu-prof')),
  });
  const told = await heard(child);
  if (!('port' in told)) throw new Error('the endpoint said something else than its port');
  return {
    origin: `http://127.0.0.1:${told.port}`,
    order: async (how) => {
      child.send(how);
      const counted = await heard(child);
      if (!('calls' in counted)) throw new Error('the endpoint said something else than its counts');
      return counted;
    },
    close: () => child.disconnect(),
  };
}

async function heard(child: ChildProcess): Promise<FromEndpoint> {
  const [message] = await once(child, 'message');
  return message; // the endpoint beside this file sent it
}
