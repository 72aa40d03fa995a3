import type { Packed, SenseWeights } from '../../catalog/sense-weights.ts';
import type { Turn } from '../turn.ts';
import { addProduct, type Matrix, unpacked } from './matrix.ts';
import { tokensOf } from './tokens.ts';

/** What the network makes of a doctor's words: shares for each class, 0 to 1, all together 1. */
export interface Sensed {
  /** Of the words and of what was said before, as far as they lean on it. */
  readonly shares: Float32Array;
  /** Of the words alone. */
  readonly own: Float32Array;
  /** Of each item of a list alone, the greatest share that one of them has; empty where the words are no list. */
  readonly listed: Float32Array;
  /** Of each turn before alone: the last words that are not the doctor's, the doctor's last, what was said earlier; empty where there is none. */
  readonly before: readonly Float32Array[];
  /** How much each turn before counts, in the same order, and how much the words themselves do; 0 to 1. */
  readonly gates: Float32Array;
}

export interface Network {
  /** Ids of findings; the first class stands for nothing asked. */
  readonly classes: readonly string[];
  /** Whether every word of a text is one of its own. */
  knows(text: string): boolean;
  sense(text: string, turns: readonly Turn[]): Sensed;
}

/** The three places of a window: the word before, the word, the word after. */
const around = [-1, 0, 1] as const;
const remembered = 400;

/**
 * A network of words: each word's vector with its neighbours', and of these the greatest and the weighted mean over a turn,
 * narrowed to what the turn means. The words that ask say how much they count themselves, and how much each turn before
 * them does; the sum of the meanings has a score for each finding. `scripts/reader/train.py` trains it and says its sizes.
 */
export function createNetwork(weights: SenseWeights): Network {
  const convolve = convolution(weights.question, weights.questionBias, unpacked(weights.embedding));
  const indexOf = new Map(weights.words.split('\n').map((word, i) => [word, i]));
  const attend = unpacked(weights.attend).values;
  const [narrow, narrowBias] = [unpacked(weights.narrow), unpacked(weights.narrowBias).values];
  const [gate, gateBias] = [unpacked(weights.gate), unpacked(weights.gateBias).values];
  const slots = weights.slots.map((matrix, i) => ({
    matrix: unpacked(matrix),
    bias: unpacked(weights.slotBias[i] ?? matrix).values, // as many as slots, by the schema
  }));
  const [out, outBias] = [unpacked(weights.out), unpacked(weights.outBias).values];
  const silent = new Float32Array(out.rows);
  const nothing = new Float32Array(0);

  const read = (text: string) => {
    const { greatest, mean } = convolve(
      tokensOf(text).flatMap((token) => indexOf.get(token) ?? []),
      attend,
    );
    const pooled = new Float32Array(greatest.length + mean.length);
    pooled.set(greatest);
    pooled.set(mean, greatest.length);
    return { pooled, meaning: addProduct(narrow, pooled, Float32Array.from(narrowBias)) };
  };
  const scored = (meaning: Float32Array) => addProduct(out, meaning, new Float32Array(out.rows));

  /** Scores of a turn that stands before several questions. */
  const told = slots.map(() => new Map<string, Float32Array>());
  const saidIn = (text: string, slot: number): Float32Array => {
    const [known, place] = [told[slot], slots[slot]];
    if (text === '' || known === undefined || place === undefined) return silent;
    const scores =
      known.get(text) ?? scored(addProduct(place.matrix, read(text).meaning, Float32Array.from(place.bias)));
    if (known.size >= remembered) known.clear();
    if (text.length <= 1000) known.set(text, scores);
    return scores;
  };

  return {
    classes: weights.classes,
    knows: (text) => tokensOf(text).every((token) => indexOf.has(token)),
    sense: (text, turns) => {
      const { pooled, meaning } = read(text);
      const gates = addProduct(gate, pooled, Float32Array.from(gateBias)).map((value) => 1 / (1 + Math.exp(-value)));
      const own = scored(meaning);
      const before = slotsOf(turns).map(saidIn);
      // Scores are linear in the meaning: those of the sum are the sum of the scores.
      const all = Float32Array.from(outBias);
      [...before, own].forEach((scores, i) => {
        const share = gates[i] as number; // one for each turn before, and one for the words
        if (scores !== silent)
          for (let j = 0; j < all.length; j++) all[j] = (all[j] as number) + share * (scores[j] as number); // as long
      });
      return {
        shares: sharesOf(all),
        own: sharesOf(plus(own, outBias)),
        listed: greatestOf(itemsIn(text).map((item) => sharesOf(plus(scored(read(item).meaning), outBias)))),
        before: before.map((scores) => (scores === silent ? nothing : sharesOf(plus(scores, outBias)))),
        gates,
      };
    },
  };
}

/** Fewer parts are a question and its turns; longer ones are sentences of their own. */
const list = { fewest: 3, longest: 6 };

/** The items of a list: "any fever, chills or night sweats?" has three. */
export function itemsIn(text: string): readonly string[] {
  const items = text
    .toLowerCase()
    .split(/[,;?.!]+|\b(?:or|and)\b/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const short = items.filter((item) => item.split(/\s+/).length <= list.longest);
  return short.length >= list.fewest ? short : [];
}

function greatestOf(all: readonly Float32Array[]): Float32Array {
  const [first, ...others] = all;
  if (first === undefined) return new Float32Array(0);
  for (const values of others)
    for (let i = 0; i < first.length; i++) first[i] = Math.max(first[i] as number, values[i] as number); // as long
  return first;
}

function plus(a: Float32Array, b: Float32Array): Float32Array {
  const sum = Float32Array.from(a);
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
    const share = Math.exp((scores[i] ?? 0) - most);
    scores[i] = share;
    sum += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / sum;
  return scores;
}

/** Windows of three words, each word's part of them worked out once. */
function convolution(packed: readonly Packed[], packedBias: Packed, embedding: Matrix) {
  const matrices = packed.map(unpacked);
  const bias = unpacked(packedBias).values;
  const size = bias.length;
  const parts = new Map<number, Float32Array>();

  const partsOf = (word: number): Float32Array => {
    const known = parts.get(word);
    if (known !== undefined) return known;
    const vector = embedding.values.subarray(word * embedding.columns, (word + 1) * embedding.columns);
    const made = new Float32Array(3 * size);
    matrices.forEach((matrix, i) => {
      addProduct(matrix, vector, made, i * size);
    });
    parts.set(word, made);
    return made;
  };

  return (words: readonly number[], attend: Float32Array) => {
    const greatest = new Float32Array(size);
    const mean = new Float32Array(size);
    const known = words.map(partsOf);
    const windows: { readonly values: Float32Array; readonly weight: number }[] = [];
    let most = -Infinity;
    for (let i = 0; i < known.length; i++) {
      const values = Float32Array.from(bias);
      around.forEach((offset, place) => {
        const part = known[i + offset];
        if (part === undefined) return;
        const start = place * size;
        for (let j = 0; j < size; j++) values[j] = (values[j] as number) + (part[start + j] as number); // in range
      });
      let weight = 0;
      for (let j = 0; j < size; j++) {
        const value = Math.max(0, values[j] as number); // in range
        values[j] = value;
        if (value > (greatest[j] as number)) greatest[j] = value; // in range
        weight += value * (attend[j] as number); // in range
      }
      windows.push({ values, weight });
      if (weight > most) most = weight;
    }
    let sum = 0;
    for (const { values, weight } of windows) {
      const share = Math.exp(weight - most);
      sum += share;
      for (let j = 0; j < size; j++) mean[j] = (mean[j] as number) + share * (values[j] as number); // in range
    }
    if (sum > 0) for (let j = 0; j < size; j++) mean[j] = (mean[j] as number) / sum; // in range
    return { greatest, mean };
  };
}
