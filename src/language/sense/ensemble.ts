import { rememberedByText } from '../../base/remembered.ts';
import type { FinderWeights } from '../../catalog/sense-weights.ts';
import type { Turn } from '../turn.ts';
import { createArithmetic } from './arithmetic.ts';
import { type Counted, createNetwork, type Meaning } from './network.ts';
import { partsIn } from './parts.ts';
import { tokensOf } from './tokens.ts';

/** What networks make of a doctor's words: shares for each class, 0 to 1, all together 1. */
export interface Sensed {
  /** Of the words and of what was said before, as far as they lean on it. */
  readonly shares: Float32Array;
  /** Of the words alone. */
  readonly own: Float32Array;
  readonly parts: Parts;
  /** Of each turn before alone, in the order of `slotsOf`; empty where there is none, or it counts for nothing. */
  readonly before: readonly Float32Array[];
  /** How much each turn before counts, in the same order, and how much the words themselves do; 0 to 1. */
  readonly gates: Float32Array;
}

/** What the parts of some words say, each by itself. */
interface Parts {
  readonly count: number;
  /** The greatest share that one of them gives to each class; empty where there are no parts. */
  readonly listed: Float32Array;
  /** The classes that they name, each the first of a part. */
  readonly named: ReadonlySet<number>;
}

export interface Ensemble {
  /** How many of a text's words it has learnt; none of what has no words. Other letters than English are unknown words. */
  knows(text: string): 'all' | 'some' | 'none';
  sense(text: string, turns: readonly Turn[]): Sensed;
}

/** The share of the words' own gate that a turn before must have to be read: four in five have less, and would change nothing. */
const leastGate = 0.02;
/** Texts whose reading is kept: the same questions come in many consultations, and stand before each other. */
const kept = 1_000;

/** What the networks make of a text: each its scores, and the mean of the shares they would have by themselves. */
interface Read {
  readonly scores: readonly Float32Array[];
  readonly shares: Float32Array;
}

/** Of a turn that was not: it says nothing. */
const silent: Read = { scores: [], shares: new Float32Array(0) };

/**
 * Networks that were trained alike from different beginnings, heard together: what one of them takes wrongly the others mostly do
 * not. Each share is the mean of theirs.
 *
 * @throws Error where the weights are not as many as the words and findings that they are for
 */
export function createEnsemble({ networks: all, words, classes }: FinderWeights): Ensemble {
  const arithmetic = createArithmetic();
  const indexOf = new Map(words.split('\n').map((word, i) => [word, i]));
  const networks = all.map((weights) => {
    if (indexOf.size !== weights.embedding.rows || classes.length !== weights.out.rows)
      throw new Error(
        `weights for ${weights.embedding.rows} words and ${weights.out.rows} findings, but ${indexOf.size} and ${classes.length} are named`,
      );
    return createNetwork(weights, arithmetic);
  });
  const part = 1 / networks.length;
  const wordsIn = (text: string) => tokensOf(text).flatMap((token) => indexOf.get(token) ?? []);

  const meaningsOf = rememberedByText(kept, (text): readonly Meaning[] => {
    const read = wordsIn(text);
    return networks.map((network) => network.meaningOf(read));
  });
  const gatesOf = rememberedByText(kept, (text) => meanOf(meaningsOf(text).map(({ gates }) => gates)));
  /** Shares of scores by network, each text's counting as much as its network says. */
  const sharesOf = (scoresOf: (network: number) => readonly Counted[]) => {
    const shares = new Float32Array(classes.length);
    networks.forEach((network, i) => {
      network.addShares(scoresOf(i), shares, part);
    });
    return shares;
  };
  const readBy = (scores: readonly Float32Array[]): Read => ({
    scores,
    shares: sharesOf((i) => [{ scores: scores[i] as Float32Array, share: 1 }]), // one for each network
  });
  const ownOf = rememberedByText(kept, (text) => {
    const meanings = meaningsOf(text);
    return readBy(networks.map((network, i) => network.scoresOf(meanings[i] as Meaning))); // one for each network
  });
  const partsOf = rememberedByText(kept, (text) => togetherOf(partsIn(text).map((one) => ownOf(one).shares)));
  const saidIn = [0, 1, 2].map((slot) =>
    rememberedByText(kept, (text) => {
      if (wordsIn(text).length === 0) return silent;
      const meanings = meaningsOf(text);
      return readBy(networks.map((network, i) => network.saidScoresOf(slot, meanings[i] as Meaning))); // as above
    }),
  );

  return {
    knows: rememberedByText(kept, (text) => {
      const spoken = tokensOf(text).filter((token) => /[a-z]/.test(token));
      const known = spoken.filter((word) => indexOf.has(word)).length;
      if (known === 0) return 'none';
      return known === spoken.length && !otherLetters.test(text) ? 'all' : 'some';
    }),
    sense: (text, turns) => {
      const own = ownOf(text);
      const meanings = meaningsOf(text);
      const gates = gatesOf(text);
      const said = slotsOf(turns);
      const least = leastGate * (gates[saidIn.length] as number); // the words' own gate stands after those of the turns
      const before = saidIn.map((read, slot) => read((gates[slot] as number) < least ? '' : (said[slot] ?? '')));
      const shares = sharesOf((i) =>
        [...before, own].flatMap(({ scores }, slot) => {
          const some = scores[i];
          return some === undefined ? [] : [{ scores: some, share: meanings[i]?.gates[slot] ?? 0 }];
        }),
      );
      return {
        shares,
        own: own.shares,
        parts: partsOf(text),
        before: before.map((one) => one.shares),
        gates,
      };
    },
  };
}

const otherLetters = /[^\P{L}a-z]/iu;

/** What was said before, by its place: the last words that are not the doctor's, the doctor's last, all earlier. */
export function slotsOf(turns: readonly Turn[]): readonly [string, string, string] {
  const others = turns.findLast(({ speaker }) => speaker !== 'doctor');
  const doctors = turns.findLast(({ speaker }) => speaker === 'doctor');
  const earlier = turns.filter((turn) => turn !== others && turn !== doctors).map(({ text }) => text);
  return [others?.text ?? '', doctors?.text ?? '', earlier.join(' . ')];
}

/** Of lists of one length. */
function meanOf(all: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(all[0]?.length ?? 0);
  for (const values of all)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (values[i] as number) / all.length;
  return mean;
}

/** The share of a part from which on it names something. */
const leastNamed = 0.5;

function togetherOf(all: readonly Float32Array[]): Parts {
  const listed = new Float32Array(all[0]?.length ?? 0);
  const named = new Set<number>();
  for (const shares of all)
    for (let i = 0; i < listed.length; i++) {
      const share = shares[i] as number; // all have the same length
      if (share > (listed[i] as number)) listed[i] = share;
      if (share >= leastNamed && i > 0) named.add(i); // the first class is nothing
    }
  return { count: all.length, listed, named };
}
