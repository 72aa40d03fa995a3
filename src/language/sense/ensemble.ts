import { rememberedByText } from '../../base/remembered.ts';
import type { FinderWeights } from '../../catalog/sense-weights.ts';
import type { Turn } from '../turn.ts';
import { createArithmetic } from './arithmetic.ts';
import { type Counted, createNetwork, type Meaning, type Told } from './network.ts';
import { partsIn } from './parts.ts';
import { tokensOf } from './tokens.ts';

/** What networks make of a doctor's words. Shares are 0 to 1 for each class, all together 1. */
export interface Sensed {
  /** Of the words and of what was said before, as far as they lean on it. */
  readonly shares: Float32Array;
  /**
   * How likely each class is asked for whatever else is, 0 to 1, by the same: the mean of the networks' log odds. Shares cannot tell a
   * list from doubt.
   */
  readonly chances: Float32Array;
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

/** The share of the words' own gate that a turn before must have for what it would ask for to be looked at: four in five have less. */
const leastGate = 0.02;
/** Texts whose reading is kept: the same questions come in many consultations, and stand before each other. */
const kept = 1_000;

/** Shares of a turn before that is not there, or counts for nothing. */
const none = new Float32Array(0);

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
  const zeros = () => new Float32Array(classes.length);
  /** Of what each network hears together: the shares that classes have by it. */
  const sharesOf = (heardBy: (network: number) => readonly Counted[]) => {
    const shares = zeros();
    networks.forEach((network, i) => {
      network.add(heardBy(i), { shares }, part);
    });
    return shares;
  };
  const asked = (meaning: Meaning): Counted => ({ told: meaning, share: ownGate(meaning) });
  const ownOf = rememberedByText(kept, (text) => {
    const meanings = meaningsOf(text);
    return sharesOf((i) => [asked(meanings[i] as Meaning)]); // one for each network
  });
  const partsOf = rememberedByText(kept, (text) => togetherOf(partsIn(text).map(ownOf)));
  const silence = networks.map((network) => network.meaningOf([]));
  /** What was said before means in each place, and the shares that it has where nothing is asked. */
  const before = [0, 1, 2].map((slot) => {
    const toldOf = rememberedByText(kept, (text): readonly Told[] => {
      if (wordsIn(text).length === 0) return [];
      const meanings = meaningsOf(text);
      return networks.map((network, i) => network.toldIn(slot, meanings[i] as Meaning)); // as above
    });
    const sharesIn = rememberedByText(kept, (text) => {
      const told = toldOf(text);
      if (told.length === 0) return none;
      return sharesOf((i) => {
        const nothing = silence[i] as Meaning; // as above
        return [asked(nothing), { told: told[i] as Told, share: nothing.gates[slot] as number }];
      });
    });
    return { toldOf, sharesIn };
  });

  return {
    knows: rememberedByText(kept, (text) => {
      const spoken = tokensOf(text).filter((token) => /[a-z]/.test(token));
      const known = spoken.filter((word) => indexOf.has(word)).length;
      if (known === 0) return 'none';
      return known === spoken.length && !otherLetters.test(text) ? 'all' : 'some';
    }),
    sense: (text, turns) => {
      const meanings = meaningsOf(text);
      const gates = gatesOf(text);
      const said = slotsOf(turns);
      const least = leastGate * ownGate({ gates });
      const told = before.map(({ toldOf }, slot) => toldOf(said[slot] ?? ''));
      const [shares, logOdds] = [zeros(), zeros()];
      networks.forEach((network, i) => {
        const meaning = meanings[i] as Meaning; // as above
        const others = told.flatMap((all, slot) => {
          const some = all[i];
          return some === undefined ? [] : [{ told: some, share: meaning.gates[slot] as number }];
        });
        network.add([asked(meaning), ...others], { shares, logOdds }, part);
      });
      return {
        shares,
        chances: logOdds.map(chanceOf),
        own: ownOf(text),
        parts: partsOf(text),
        before: before.map(({ sharesIn }, slot) =>
          (gates[slot] as number) < least ? none : sharesIn(said[slot] ?? ''),
        ),
        gates,
      };
    },
  };
}

/** What is less likely than one in 22,000 is not likely at all: that is most of all classes. */
const leastLogOdds = -10;

function chanceOf(logOdds: number): number {
  return logOdds < leastLogOdds ? 0 : 1 / (1 + Math.exp(-logOdds));
}

/** How much words count themselves: the last of their gates. */
function ownGate({ gates }: Pick<Meaning, 'gates'>): number {
  return gates.at(-1) as number; // there are four
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
