import { rememberedByText } from '../../base/remembered.ts';
import type { NetworkWeights } from '../../catalog/sense-weights.ts';
import type { Turn } from '../turn.ts';
import { rowsOf, valuesOf } from './matrix.ts';
import { type AddProduct, createMultiplier } from './product.ts';
import { tokensOf } from './tokens.ts';

/** What the network makes of a doctor's words: shares for each class, 0 to 1, all together 1. */
export interface Sensed {
  /** Of the words and of what was said before, as far as they lean on it. */
  readonly shares: Float32Array;
  /** Of the words alone. */
  readonly own: Float32Array;
  /** Of each part of the words alone, the greatest share that one of them has; empty where they have no parts. */
  readonly listed: Float32Array;
  /** Of each turn before alone: the last words that are not the doctor's, the doctor's last, what was said earlier; empty where there is none, or it counts for nothing. */
  readonly before: readonly Float32Array[];
  /** How much each turn before counts, in the same order, and how much the words themselves do; 0 to 1. */
  readonly gates: Float32Array;
}

export interface Network {
  /** How many of a text's words it has learnt; none of what has no words. Other letters than English are unknown words. */
  knows(text: string): 'all' | 'some' | 'none';
  sense(text: string, turns: readonly Turn[]): Sensed;
}

/** Windows with a smaller share than this are left out of the weighted mean. */
const leastShare = 1e-4;
/** The share of the words' own gate that a turn before must have to be read: four in five have less, and would change nothing. */
const leastGate = 0.02;
/** Texts whose reading is kept: the same questions come in many consultations, and stand before each other. */
const kept = 1_000;

/**
 * A network of words: each word's vector with its neighbours', and of these the greatest and the weighted mean over a turn,
 * narrowed to what the turn means. The words that ask say how much they count themselves, and how much each turn before
 * them does; the sum of the meanings has a score for each finding. `scripts/reader/train.py` trains it and says its sizes.
 *
 * @param words one a line
 * @param classes ids of findings; the first stands for nothing asked
 * @throws Error where the weights are not as many as the words and findings that they are for
 */
export function createNetwork(weights: NetworkWeights, words: string, classes: readonly string[]): Network {
  const multiplier = createMultiplier();
  const convolve = convolution(
    weights.question.map(multiplier),
    valuesOf(weights.questionBias),
    rowsOf(weights.embedding),
  );
  const indexOf = new Map(words.split('\n').map((word, i) => [word, i]));
  if (indexOf.size !== weights.embedding.rows || classes.length !== weights.out.rows)
    throw new Error(
      `weights for ${weights.embedding.rows} words and ${weights.out.rows} findings, but ${indexOf.size} and ${classes.length} are named`,
    );
  const attend = valuesOf(weights.attend);
  const [addNarrowed, narrowBias] = [multiplier(weights.narrow), valuesOf(weights.narrowBias)];
  const [addGates, gateBias] = [multiplier(weights.gate), valuesOf(weights.gateBias)];
  const slots = weights.slots.map((matrix, i) => ({
    addSaid: multiplier(matrix),
    bias: valuesOf(weights.slotBias[i] ?? matrix), // as many as slots, by the schema
  }));
  const [addScores, outBias] = [multiplier(weights.out), valuesOf(weights.outBias)];

  /** A meaning's scores, and the shares that they would have by themselves. */
  const scored = (meaning: Float32Array): Scored => {
    const scores = addScores(meaning, new Float32Array(weights.out.rows));
    return { scores, shares: sharesOf(plus(scores, outBias)) };
  };
  const wordsIn = (text: string) => tokensOf(text).flatMap((token) => indexOf.get(token) ?? []);
  const meant = rememberedByText(kept, (text) => {
    const pooled = convolve(wordsIn(text), attend);
    return {
      meaning: addNarrowed(pooled, narrowBias.slice()),
      gates: addGates(pooled, gateBias.slice()).map((value) => 1 / (1 + Math.exp(-value))),
    };
  });
  const ownOf = rememberedByText(kept, (text) => scored(meant(text).meaning));
  const listedIn = rememberedByText(kept, (text) => greatestOf(partsIn(text).map((part) => ownOf(part).shares)));
  const saidIn = slots.map(({ addSaid, bias }) =>
    rememberedByText(kept, (text) =>
      wordsIn(text).length === 0 ? silent : scored(addSaid(meant(text).meaning, bias.slice())),
    ),
  );

  return {
    knows: (text) => {
      const all = tokensOf(text).filter((token) => /[a-z]/.test(token));
      const known = all.filter((word) => indexOf.has(word)).length;
      if (known === 0) return 'none';
      return known === all.length && !otherLetters.test(text) ? 'all' : 'some';
    },
    sense: (text, turns) => {
      const own = ownOf(text);
      const { gates } = meant(text);
      const said = slotsOf(turns);
      const least = leastGate * (gates[saidIn.length] as number); // the words' own gate stands after those of the turns
      const before = saidIn.map((read, slot) => read((gates[slot] as number) < least ? '' : (said[slot] ?? '')));
      // Scores are linear in the meaning: those of the sum are the sum of the scores.
      const all = outBias.slice();
      [...before, own].forEach(({ scores }, i) => {
        const share = gates[i] as number; // one for each turn before, and one for the words
        for (let j = 0; j < scores.length; j++) all[j] = (all[j] as number) + share * (scores[j] as number); // as long, or empty
      });
      return {
        shares: sharesOf(all),
        own: own.shares,
        listed: listedIn(text),
        before: before.map(({ shares }) => shares),
        gates,
      };
    },
  };
}

interface Scored {
  readonly scores: Float32Array;
  readonly shares: Float32Array;
}

/** Of a turn that was not: it says nothing. */
const silent: Scored = { scores: new Float32Array(0), shares: new Float32Array(0) };

const otherLetters = /[^\P{L}a-z]/iu;

/** Longer parts are stories; of more parts the last are read. */
const parts = { fewest: 2, most: 12, longest: 14, letters: 2000 };

/** What a turn is put together from: "any fever, chills or night sweats?" has three parts, "how are you? any cough?" two. */
export function partsIn(text: string): readonly string[] {
  const all = text
    .slice(-parts.letters)
    .toLowerCase()
    .split(/[,;?.!]+|\b(?:or|and)\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const short = all.filter((part) => part.split(/\s+/).length <= parts.longest);
  return all.length >= parts.fewest ? short.slice(-parts.most) : [];
}

function greatestOf(all: readonly Float32Array[]): Float32Array {
  const most = new Float32Array(all[0]?.length ?? 0);
  for (const values of all)
    for (let i = 0; i < most.length; i++) most[i] = Math.max(most[i] as number, values[i] as number); // as long
  return most;
}

function plus(a: Float32Array, b: Float32Array): Float32Array {
  const sum = a.slice();
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (b[i] as number); // as long
  return sum;
}

/** What was said before, by its place: the last words that are not the doctor's, the doctor's last, all earlier. */
export function slotsOf(turns: readonly Turn[]): readonly [string, string, string] {
  const others = turns.findLast(({ speaker }) => speaker !== 'doctor');
  const doctors = turns.findLast(({ speaker }) => speaker === 'doctor');
  const earlier = turns.filter((turn) => turn !== others && turn !== doctors).map(({ text }) => text);
  return [others?.text ?? '', doctors?.text ?? '', earlier.join(' . ')];
}

/** Softmax. */
function sharesOf(scores: Float32Array): Float32Array {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp((scores[i] as number) - most); // in range, as below
    scores[i] = share;
    sum += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) / sum;
  return scores;
}

/** Words whose part of their windows is kept, some four kilobytes each: those that visits are made of. */
const keptWords = 6_000;

/** Windows of three words, each word's part of them worked out once. */
function convolution(adders: readonly AddProduct[], bias: Float32Array, vectorOf: (word: number) => Float32Array) {
  const size = bias.length;
  const parts = new Map<number, Float32Array>();

  const partsOf = (word: number): Float32Array => {
    const known = parts.get(word);
    if (known !== undefined) return known;
    if (parts.size >= keptWords) parts.clear();
    const vector = vectorOf(word);
    const made = new Float32Array(3 * size);
    adders.forEach((add, i) => {
      add(vector, made, i * size);
    });
    parts.set(word, made);
    return made;
  };

  const silence = new Float32Array(3 * size);

  /** The greatest of each unit over the windows, and after them the weighted means. */
  return (words: readonly number[], attend: Float32Array) => {
    const pooled = new Float32Array(2 * size);
    const known = words.map(partsOf);
    const windows = new Float32Array(known.length * size);
    const weights = new Float32Array(known.length);
    let most = -Infinity;
    for (let i = 0; i < known.length; i++) {
      const before = known[i - 1] ?? silence;
      const at = known[i] ?? silence;
      const after = known[i + 1] ?? silence;
      let weight = 0;
      // All are in range: each part has three places of this size, and so has each window one.
      for (let j = 0; j < size; j++) {
        const value =
          (bias[j] as number) + (before[j] as number) + (at[size + j] as number) + (after[2 * size + j] as number);
        if (value <= 0) continue;
        windows[i * size + j] = value;
        if (value > (pooled[j] as number)) pooled[j] = value;
        weight += value * (attend[j] as number);
      }
      weights[i] = weight;
      if (weight > most) most = weight;
    }
    let sum = 0;
    for (const weight of weights) sum += Math.exp(weight - most);
    for (let i = 0; i < known.length; i++) {
      const share = Math.exp((weights[i] as number) - most) / sum; // in range, as is all below
      if (share < leastShare) continue;
      for (let j = 0; j < size; j++)
        pooled[size + j] = (pooled[size + j] as number) + share * (windows[i * size + j] as number);
    }
    return pooled;
  };
}
