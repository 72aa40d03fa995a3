import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { until } from './until.ts';

/** Whether a process is there; one that has ended and was not asked after yet counts as gone. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Where there is no /proc, what can be signalled is there.
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status === null || !/\) [ZX] /.test(status);
}

/** The process's number in a file, once it is written there. */
export async function pidIn(file: string): Promise<number> {
  return until(async () => {
    const pid = Number((await readFile(file, 'utf8')).trim());
    expect(pid).toBeGreaterThan(0);
    return pid;
  });
}

/** Waits until a process is gone. */
export async function gone(pid: number): Promise<void> {
  await until(async () => expect(await isAlive(pid)).toBe(false));
}
