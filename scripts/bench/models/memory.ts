/** How often the resident memory is looked at. */
const sampleMs = 50;

/** When to look at what is in use: by then every consultation has begun, and none of many is done. */
const lookAfterMs = 1500;

/** Watches the memory of this process while something goes on. Times and CPU of its own are told, to be taken off. */
export interface MemoryWatch {
  end(): {
    /** Growth of the resident memory to its peak, garbage included; bytes. */
    readonly grown: number;
    /** Growth of what is in use, garbage apart, in the middle of it; bytes, 0 where it was not looked at. */
    readonly live: number;
    /** What collecting the garbage for that took. */
    readonly cpuMs: number;
    readonly wallMs: number;
  };
}

/** @param looksAtLive whether garbage is collected once on the way, which takes as long as many calls */
export function watchMemory(looksAtLive: boolean): MemoryWatch {
  const liveBefore = liveBytes();
  const residentBefore = process.memoryUsage.rss();
  let peak = residentBefore;
  let live = liveBefore;
  let cpuMs = 0;
  let wallMs = 0;
  const samples = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, sampleMs);
  const look = setTimeout(() => {
    const cpu = process.cpuUsage();
    const started = performance.now();
    live = liveBytes();
    const { user, system } = process.cpuUsage(cpu);
    cpuMs = (user + system) / 1000;
    wallMs = performance.now() - started;
  }, lookAfterMs);
  if (!looksAtLive) clearTimeout(look);
  return {
    end: () => {
      clearInterval(samples);
      clearTimeout(look);
      return { grown: peak - residentBefore, live: live - liveBefore, cpuMs, wallMs };
    },
  };
}

/** What is in use once all garbage is gone. */
function liveBytes(): number {
  if (!global.gc) throw new Error('run it with --expose-gc');
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
