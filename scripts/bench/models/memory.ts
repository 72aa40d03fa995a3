/** How often memory is looked at. */
const sampleMs = 50;
/** How often garbage is collected to see what is in use. */
const collectMs = 1000;

/** Watches the memory of this process while something goes on. */
export interface MemoryWatch {
  /** Growth to the peak, in bytes: of the resident memory, and of what is in use once garbage is gone. */
  end(): { readonly grown: number; readonly live: number };
}

/** @param isForLive whether garbage is collected on the way: times mean nothing then, and without it `live` is 0 */
export function watchMemory(isForLive: boolean): MemoryWatch {
  const liveBefore = liveBytes();
  const residentBefore = process.memoryUsage.rss();
  let peak = residentBefore;
  let live = liveBefore;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const collect = () => {
    live = Math.max(live, liveBytes());
  };
  const timer = isForLive ? setInterval(collect, collectMs) : setInterval(sample, sampleMs);
  return {
    end: () => {
      clearInterval(timer);
      return { grown: peak - residentBefore, live: live - liveBefore };
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
