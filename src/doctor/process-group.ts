import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';

/** A shell's command in a process group of its own, so that it can be ended with everything it has started. */
export interface ProcessGroup {
  readonly child: ChildProcessWithoutNullStreams;
  /** Ends all of it at once. */
  kill(): void;
}

/** The groups that are still there. None outlives this program, unless the program is killed outright. */
const alive = new Set<ProcessGroup>();

/** Starts it. A command that cannot be started says so by its process's `error` event. */
export function startGroup(command: string, env: NodeJS.ProcessEnv): ProcessGroup {
  const child = spawn(command, { shell: true, detached: true, stdio: 'pipe', env });
  const group: ProcessGroup = {
    child,
    kill: () => {
      // Once it is gone its number may become somebody else's.
      if (child.pid !== undefined && alive.has(group)) killAll(child.pid);
    },
  };
  if (child.pid === undefined) return group;
  watch();
  alive.add(group);
  child.once('exit', () => {
    group.kill(); // what it started and left behind goes with it
    alive.delete(group);
  });
  return group;
}

function killAll(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // nobody of the group is left
  }
}

const deadly = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
let isWatching = false;

/** A group of its own hears neither the terminal's Ctrl-C nor its end: it has to be ended with the program. */
function watch(): void {
  if (isWatching) return;
  isWatching = true;
  process.on('exit', killEverything);
  for (const signal of deadly)
    process.on(signal, function end() {
      // Somebody else listens, and decides what becomes of the program.
      if (process.listenerCount(signal) > 1) return;
      killEverything();
      process.off(signal, end);
      process.kill(process.pid, signal);
    });
}

function killEverything(): void {
  for (const group of alive) group.kill();
}
