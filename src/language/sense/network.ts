import type { Packed, SenseWeights } from '../../catalog/sense-weights.ts';
import type { Turn } from '../turn.ts';
import { addProduct, type Matrix, unpacked } from './matrix.ts';
import { tokensOf } from './tokens.ts';

/** What the network makes of a doctor's words: a share for each class, 0 to 1, all together 1. */
interface Sensed {
  readonly shares: Float32Array;
  /** How much each turn before counts: the last words that are not the doctor's, the doctor's last, what was said earlier. */
  readonly gates: Float32Array;
}

export interface Network {
  /** Ids of findings; the first class stands for nothing asked. */
  readonly classes: readonly string[];
  sense(text: string, turns: readonly Turn[]): Sensed;
}

/** The three places of a window: the word before, the word, the word after. */
const around = [-1, 0, 1] as const;
const remembered = 4_000;

/**
 * A network of words: each word's vector with its neighbours', the greatest and the weighted mean over the turn, the same of
 * what was said before as far as the turn leans on it, and from these a score for each finding. `scripts/reader/train.py`
 * trains it and says its sizes.
 */
export function createNetwork(weights: SenseWeights): Network {
  const embedding = unpacked(weights.embedding);
  const indexOf = new Map(weights.words.map((word, i) => [word, i]));
  const question = convolution(weights.question, weights.questionBias, embedding);
  const before = convolution(weights.before, weights.beforeBias, embedding);
  const attend = unpacked(weights.attend).values;
  const [narrow, narrowBias] = [unpacked(weights.narrow), unpacked(weights.narrowBias).values];
  const [gate, gateBias] = [unpacked(weights.gate), unpacked(weights.gateBias).values];
  const slots = weights.slots.map(unpacked);
  const slotBias = weights.slotBias.map((bias) => unpacked(bias).values);
  const [out, outBias] = [unpacked(weights.out), unpacked(weights.outBias).values];
  const told = new Map<string, Float32Array>();

  const wordsIn = (text: string) => tokensOf(text).flatMap((token) => indexOf.get(token) ?? []);

  /** What a turn before speaks of; the same turn stands before several questions. */
  const spoken = (text: string): Float32Array => {
    const known = told.get(text);
    if (known !== undefined) return known;
    const { greatest } = before(wordsIn(text), null);
    if (told.size >= remembered) told.clear();
    if (text.length <= 1000) told.set(text, greatest);
    return greatest;
  };

  return {
    classes: weights.classes,
    sense: (text, turns) => {
      const { greatest, mean } = question(wordsIn(text), attend);
      const pooled = new Float32Array(greatest.length + mean.length);
      pooled.set(greatest);
      pooled.set(mean, greatest.length);
      const gates = addProduct(gate, pooled, Float32Array.from(gateBias)).map((value) => 1 / (1 + Math.exp(-value)));
      const both = new Float32Array(out.columns);
      both.set(narrowBias);
      addProduct(narrow, pooled, both);
      slotsOf(turns).forEach((said, i) => {
        const [matrix, bias] = [slots[i], slotBias[i]];
        if (said === '' || matrix === undefined || bias === undefined) return;
        const part = addProduct(matrix, spoken(said), Float32Array.from(bias));
        const share = gates[i] ?? 0;
        for (let j = 0; j < part.length; j++)
          both[narrow.rows + j] = (both[narrow.rows + j] ?? 0) + share * (part[j] ?? 0);
      });
      return { shares: sharesOf(addProduct(out, both, Float32Array.from(outBias))), gates };
    },
  };
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

  return (words: readonly number[], attend: Float32Array | null) => {
    const greatest = new Float32Array(size);
    const mean = new Float32Array(attend === null ? 0 : size);
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
        if (attend !== null) weight += value * (attend[j] as number); // in range
      }
      windows.push({ values, weight });
      if (weight > most) most = weight;
    }
    if (attend !== null) {
      let sum = 0;
      for (const { values, weight } of windows) {
        const share = Math.exp(weight - most);
        sum += share;
        for (let j = 0; j < size; j++) mean[j] = (mean[j] as number) + share * (values[j] as number); // in range
      }
      if (sum > 0) for (let j = 0; j < size; j++) mean[j] = (mean[j] as number) / sum; // in range
    }
    return { greatest, mean };
  };
}
