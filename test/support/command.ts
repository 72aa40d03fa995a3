import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { type Scratch, scratchFolder } from './scratch.ts';
import './until.ts'; // commands read the whole library, which takes its time

/** What a call of the program left behind in the shell that made it. */
export interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let calls = 0;

/**
 * Calls the program as a shell does: its arguments, its exit code, what it prints. It runs in this process, and its
 * entry file is loaded anew for each call.
 */
export async function anamnesis(...args: readonly string[]): Promise<Called> {
  const before = { argv: process.argv, exitCode: process.exitCode };
  const out = listenTo(process.stdout);
  const err = listenTo(process.stderr);
  process.argv = ['node', 'anamnesis', ...args];
  process.exitCode = 0;
  try {
    calls++;
    await import(/* @vite-ignore */ new URL(`../../src/cli/main.ts?call=${calls}`, import.meta.url).href);
    return { code: Number(process.exitCode), out: out.heard(), err: err.heard() };
  } finally {
    process.argv = before.argv;
    process.exitCode = before.exitCode;
    out.mockRestore();
    err.mockRestore();
  }
}

function listenTo(stream: NodeJS.WriteStream) {
  const chunks: string[] = [];
  const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
    chunks.push(String(chunk));
    return true;
  });
  return { heard: () => chunks.join(''), mockRestore: () => spy.mockRestore() };
}

/** A folder of its own for each test, and the test stands in it, as a user in a shell does. */
export function workingFolder(): Scratch {
  const scratch = scratchFolder();
  let before = '';
  beforeEach(async () => {
    before = process.cwd();
    await mkdir(join(scratch.folder, 'here'));
    process.chdir(join(scratch.folder, 'here'));
  });
  afterEach(() => process.chdir(before));
  return {
    get folder() {
      return join(scratch.folder, 'here');
    },
    write: (files) =>
      scratch.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [join('here', path), text]))),
    plain: (text) => text.replaceAll(join(scratch.folder, 'here'), '<here>').replaceAll(scratch.folder, '<folder>'),
  };
}
