import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';

/** What speaks for each class, before any is looked at by itself. */
export interface Signals {
  /** Shares of the network: 0 to 1, all together 1; the first class is nothing. */
  readonly shares: Float32Array;
  /** How much each turn before counts for the network. */
  readonly gates: Float32Array;
  /** Evidence of the turn's own words. */
  readonly asked: Float32Array;
  /** What the turn's words could reach at most. */
  readonly most: number;
  /** Evidence of what the patient said last. */
  readonly told: Float32Array;
  /** Evidence of what the doctor asked last. */
  readonly before: Float32Array;
}

/** A finding that may be asked for, with its place in each order; `none` where it is not among the first. */
export interface Candidate {
  readonly finding: string;
  /** Its class, −1 where it has none. */
  readonly at: number;
  readonly shareRank: number;
  readonly askedRank: number;
  readonly toldRank: number;
  readonly beforeRank: number;
}

/** How many of each order are looked at. */
const firsts = { shares: 5, asked: 6, told: 4, before: 2 };
/** The rank of what is not among the first. */
const none = 8;

/** What the rules read, what was last spoken of, and what comes first by the network and by the words. */
export function candidatesOf(
  read: ReadQuestion,
  { focus, topic }: ReadingContext,
  signals: Signals,
  indexOf: ReadonlyMap<string, number>,
  classes: readonly string[],
): readonly Candidate[] {
  const shares = best(signals.shares, firsts.shares);
  const asked = best(signals.asked, firsts.asked);
  const told = best(signals.told, firsts.told);
  const before = best(signals.before, firsts.before);
  const named = [...read.mentions, ...read.vague, ...focus.slice(0, 3), ...topic.slice(0, 2)].flatMap(
    ({ finding }) => finding ?? [],
  );
  const ids = new Set([...named, ...[...shares, ...asked, ...told, ...before].flatMap((i) => classes[i] ?? [])]);
  return [...ids].map((finding) => {
    const at = indexOf.get(finding) ?? -1;
    const rankIn = (order: readonly number[]) => {
      const rank = order.indexOf(at);
      return rank < 0 ? none : rank;
    };
    return {
      finding,
      at,
      shareRank: rankIn(shares),
      askedRank: rankIn(asked),
      toldRank: rankIn(told),
      beforeRank: rankIn(before),
    };
  });
}

/** Places of the greatest values above 0, the greatest first; the first class, nothing, is left out. */
function best(values: Float32Array, count: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let i = 1; i < values.length; i++) {
    const value = values[i] as number; // in range
    if (value <= 0 || (places.length === count && value <= least)) continue;
    let at = places.length;
    while (at > 0 && value > (values[places[at - 1] as number] as number)) at--; // places hold indices of values
    places.splice(at, 0, i);
    if (places.length > count) places.pop();
    least = values[places.at(-1) as number] as number; // one is in it
  }
  return places;
}
