import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Sensed } from './network.ts';

/** Findings that may be asked for, with what speaks for each. */
export interface Candidate {
  readonly finding: string;
  /** The network's share for it, 0 to 1. */
  readonly share: number;
  /** Its place among all by that share, from 0. */
  readonly rank: number;
}

/** How many of the network's best are looked at, and how much of the share the last of them has to have. */
const mostSensed = 6;
const leastShare = 0.004;

/** What the rules read, what was last spoken of, and what the network hears first. */
export function candidatesOf(
  read: ReadQuestion,
  { focus, topic }: ReadingContext,
  { shares }: Sensed,
  indexOf: ReadonlyMap<string, number>,
  classes: readonly string[],
): readonly Candidate[] {
  const named = [...read.mentions, ...read.vague, ...focus.slice(0, 3), ...topic.slice(0, 2)].flatMap(
    ({ finding }) => finding ?? [],
  );
  const sensed = best(shares, mostSensed).filter((i) => (shares[i] ?? 0) >= leastShare);
  const ids = new Set([...named, ...sensed.flatMap((i) => classes[i] ?? [])]);
  return [...ids].map((finding) => {
    const at = indexOf.get(finding);
    const rank = at === undefined ? -1 : sensed.indexOf(at);
    return { finding, share: at === undefined ? 0 : (shares[at] ?? 0), rank: rank < 0 ? mostSensed : rank };
  });
}

/** Places of the greatest shares, the greatest first; the first class, nothing, is left out. */
function best(shares: Float32Array, count: number): number[] {
  const places: number[] = [];
  let least = 0;
  for (let i = 1; i < shares.length; i++) {
    const share = shares[i] as number; // in range
    if (places.length === count && share <= least) continue;
    let at = places.length;
    while (at > 0 && share > (shares[places[at - 1] as number] as number)) at--; // places hold indices of shares
    places.splice(at, 0, i);
    if (places.length > count) places.pop();
    least = shares[places.at(-1) as number] as number; // one is in it
  }
  return places;
}
