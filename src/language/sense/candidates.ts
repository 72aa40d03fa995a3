import { remembered } from '../../base/remembered.ts';
import type { ReadQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Sensed } from './ensemble.ts';

/** What speaks for each class, before any is looked at by itself. */
export interface Signals {
  readonly network: Sensed;
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
  readonly ranks: Readonly<Record<Order, number>>;
  /** The share that the network gives it by the words alone, or by those of an item of a list. */
  readonly own: number;
}

/** What classes are put in order by: shares of the network, and evidence. */
type Order = 'shares' | 'chances' | 'own' | 'listed' | 'said' | 'answered' | 'earlier' | 'asked' | 'told' | 'before';

/** How many of each order are looked at, `none` at the most. */
const firsts: Readonly<Record<Order, number>> = {
  shares: 7,
  chances: 8,
  own: 4,
  listed: 8,
  said: 4,
  answered: 3,
  earlier: 2,
  asked: 7,
  told: 4,
  before: 2,
};
const none = 8;

/** What the rules read, what was last spoken of, and what comes first by the network and by the words. */
export function candidatesOf(
  read: ReadQuestion,
  { focus, topic }: ReadingContext,
  signals: Signals,
  indexOf: ReadonlyMap<string, number>,
  classes: readonly string[],
): readonly Candidate[] {
  const { network, asked, told, before } = signals;
  const [said, answered, earlier] = network.before;
  const values: Readonly<Record<Order, Float32Array | undefined>> = {
    shares: network.shares,
    chances: network.chances,
    own: network.own,
    listed: network.parts.listed,
    said,
    answered,
    earlier,
    asked,
    told,
    before,
  };
  const places = mapOrders((order) =>
    values[order] === undefined ? [] : bestOf(values[order]).slice(0, firsts[order]),
  );
  const named = [...read.mentions, ...read.vague, ...focus.slice(0, 3), ...topic.slice(0, 2)].flatMap(
    ({ finding }) => finding ?? [],
  );
  const ids = new Set([...named, ...Object.values(places).flatMap((best) => best.flatMap((i) => classes[i] ?? []))]);
  return [...ids].map((finding) => {
    const at = indexOf.get(finding) ?? -1;
    const ranks = mapOrders((order) => rankIn(places[order], at));
    return { finding, at, ranks, own: at < 1 ? 0 : Math.max(network.own[at] ?? 0, network.parts.listed[at] ?? 0) };
  });
}

/** Something for each order, written out: it is made for every candidate of every turn. */
function mapOrders<T>(make: (order: Order) => T): Readonly<Record<Order, T>> {
  return {
    shares: make('shares'),
    chances: make('chances'),
    own: make('own'),
    listed: make('listed'),
    said: make('said'),
    answered: make('answered'),
    earlier: make('earlier'),
    asked: make('asked'),
    told: make('told'),
    before: make('before'),
  };
}

function rankIn(places: readonly number[], at: number): number {
  const rank = places.indexOf(at);
  return rank < 0 ? none : rank;
}

/** Places of the greatest values above 0, the greatest first; the first class, nothing, is left out. */
const bestOf = remembered((values: Float32Array): readonly number[] => {
  const count = none;
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
});
