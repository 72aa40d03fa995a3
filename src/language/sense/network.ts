import type { NetworkWeights, Packed } from '../../catalog/sense-weights.ts';
import { type Arithmetic, type Matrix, upTo } from './arithmetic.ts';
import { quantised, rowOf } from './matrix.ts';

/** What some words mean to a network, as they count beside others. */
export interface Told {
  readonly values: Float32Array;
  /** What they add to each unit of the layer over a question and the turns before it. */
  readonly toUnits: Float32Array;
}

/** What a text means as a question. */
export interface Meaning extends Told {
  /** How much each turn before would count beside it, in the order of the slots, and how much it counts itself; 0 to 1. */
  readonly gates: Float32Array;
}

/** A meaning, and how much it counts. */
export interface Counted {
  readonly told: Told;
  readonly share: number;
}

/** What classes are given: one number each. */
interface Given {
  /** All together 1. */
  readonly shares: Float32Array;
  /** The logarithm of the odds that each is asked for, whatever else is. */
  readonly logOdds?: Float32Array;
}

export interface Network {
  /** @param words places of words among those that it has learnt */
  meaningOf(words: readonly number[]): Meaning;
  /** What was said before means beside a question: 0 the last words that are not the doctor's, 1 the doctor's last, 2 all earlier. */
  toldIn(slot: number, meaning: Meaning): Told;
  /** Adds a part of what it gives to the classes by all that was said together. */
  add(together: readonly Counted[], given: Given, part: number): void;
}

/** Windows with a smaller share than this are left out of the weighted mean. */
const leastShare = 1e-4;
/** Of more words the last are read. */
const mostWords = 1_000;
/** Words whose part of their windows is kept, some five kilobytes each: those that visits are made of. */
const keptWords = 6_000;
/** What fills up scores to a number that is worked out together: it has no share. */
const noScore = -1e30;

/**
 * A network of words: each word's vector with its neighbours', and of these the greatest and the weighted mean over a turn,
 * narrowed to what the turn means. The words that ask say how much they count themselves, and how much each turn before
 * them does; to the sum comes what all of them mean together, and it has a score for each class, and odds.
 * `scripts/reader/train.py` trains it and says its sizes.
 *
 * @throws Error where the weights are not as many as they say, layers do not fit each other, or the units are no multiple of four
 */
export function createNetwork(weights: NetworkWeights, arithmetic: Arithmetic): Network {
  const { room, put, look, multiply, addShare, soften } = arithmetic;
  const laid = (packed: Packed) => {
    const at = room(packed.columns);
    put(valuesOf(packed), at);
    return at;
  };
  checkSizes(weights);
  const [size, classes] = [weights.questionBias.columns, weights.out.rows];
  const [width, units] = [weights.narrow.rows, weights.mixBias.columns];
  const windowsOf = windowed(weights, arithmetic);
  const matrix = matrixIn(arithmetic);
  const [narrow, gate] = [matrix(weights.narrow), matrix(weights.gate)];
  const [out, odds] = [matrix(weights.out), matrix(weights.odds)];
  const [narrowBias, outBias, oddsBias] = [laid(weights.narrowBias), laid(weights.outBias), laid(weights.oddsBias)];
  const [mixBias, mixedBias, mixed] = [valuesOf(weights.mixBias), valuesOf(weights.mixedBias), matrix(weights.mixed)];
  const gateBias = valuesOf(weights.gateBias);
  const [mixOfWords, ...mixOfSlots] = weights.mix.map(matrix);
  const slots = weights.slots.map((packed, i) => ({
    change: matrix(packed),
    bias: laid(weights.slotBias[i] ?? packed), // as many as slots, by the schema
    mix: mixOfSlots[i] as Matrix, // likewise
  }));
  const [pooled, meaning, changed, sum] = [room(2 * size), room(width), room(width), room(width)];
  const [gates, hidden, scores] = [room(gateBias.length), room(units), room(classes)];

  const toldAt = (at: number, mix: Matrix): Told => {
    multiply(mix, at, hidden);
    return { values: look(at, width).slice(), toUnits: look(hidden, units).slice() };
  };
  /** Lays what all of it means together at `sum`. */
  const sumUp = (together: readonly Counted[]) => {
    put(mixedBias, sum);
    put(mixBias, hidden);
    const all = look(hidden, units);
    for (const { told, share } of together) {
      put(told.values, meaning);
      addShare(sum, meaning, width, share);
      for (let i = 0; i < units; i++) all[i] = (all[i] as number) + (told.toUnits[i] as number); // as many
    }
    for (let i = 0; i < units; i++) if ((all[i] as number) < 0) all[i] = 0;
    multiply(mixed, hidden, changed);
    addShare(sum, changed, width, 1);
  };

  const addTo = (into: Float32Array, part: number) => {
    const some = look(scores, classes);
    for (let i = 0; i < classes; i++) into[i] = (into[i] as number) + part * (some[i] as number); // as long
  };

  return {
    meaningOf: (words) => {
      windowsOf(words, pooled);
      multiply(narrow, pooled, meaning);
      addShare(meaning, narrowBias, width, 1);
      multiply(gate, pooled, gates);
      return {
        ...toldAt(meaning, mixOfWords as Matrix), // of four
        gates: look(gates, gateBias.length).map((value, i) => 1 / (1 + Math.exp(-(value + (gateBias[i] ?? 0))))),
      };
    },
    toldIn: (slot, { values }) => {
      const { change, bias, mix } = slots[slot] as (typeof slots)[number]; // there are three
      put(values, meaning);
      multiply(change, meaning, changed);
      addShare(changed, bias, width, 1);
      return toldAt(changed, mix);
    },
    add: (together, given, part) => {
      sumUp(together);
      multiply(out, sum, scores);
      addShare(scores, outBias, classes, 1);
      look(scores, upTo(classes)).fill(noScore, classes);
      soften(scores, classes);
      addTo(given.shares, part);
      if (given.logOdds === undefined) return;
      multiply(odds, sum, scores);
      addShare(scores, oddsBias, classes, 1);
      addTo(given.logOdds, part);
    },
  };
}

/** What is worked out lies in rooms of these sizes: more would run into what lies beside them. */
function checkSizes({ narrow, slots, mix, mixBias, mixed, out, odds }: NetworkWeights): void {
  const wrong =
    [...slots, mixed].some(({ rows }) => rows !== narrow.rows) ||
    mix.some(({ rows }) => rows !== mixBias.columns) ||
    odds.rows !== out.rows;
  if (wrong) throw new Error('weights of layers that do not fit each other');
}

function matrixIn({ matrix }: Arithmetic): (packed: Packed) => Matrix {
  return (packed) => matrix(quantised(packed));
}

/** Numbers that stand in one row. */
function valuesOf(packed: Packed): Float32Array {
  return rowOf(quantised(packed), 0);
}

/** Lays the greatest of each unit over the windows of some words at a place, and after them the weighted means. */
function windowed(
  { questionBias, attend: attendWeights, question, embedding }: NetworkWeights,
  arithmetic: Arithmetic,
): (words: readonly number[], pooled: number) => void {
  const { room, put, putPlaces, look, multiply, addShare, pool } = arithmetic;
  const size = questionBias.columns;
  if (size !== upTo(size)) throw new Error(`${size} units are no multiple of ${upTo(1)}`);
  const parts = question.map(matrixIn(arithmetic));
  const vectors = quantised(embedding);
  const [bias, attend, vector, silence] = [room(size), room(size), room(embedding.columns), room(3 * size)];
  const [words, windows, weights] = [room(mostWords + 2), room(mostWords * size), room(mostWords)];
  put(valuesOf(questionBias), bias);
  put(valuesOf(attendWeights), attend);

  /** Where the parts of words lie that they have in windows before, at and after them. */
  const placeOf = new Map<number, number>();
  const places: number[] = [];
  const partsOf = (word: number): number => {
    const known = placeOf.get(word);
    if (known !== undefined) return known;
    const place = places[placeOf.size] ?? room(3 * size);
    places[placeOf.size] = place;
    placeOf.set(word, place);
    put(rowOf(vectors, word), vector);
    parts.forEach((part, i) => {
      multiply(part, vector, place + i * size * Float32Array.BYTES_PER_ELEMENT);
    });
    return place;
  };

  return (all, pooled) => {
    const read = all.slice(-mostWords);
    // None of those that are read now may be forgotten.
    if (placeOf.size + read.length > keptWords) placeOf.clear();
    putPlaces([silence, ...read.map(partsOf), silence], words);
    look(pooled, 2 * size).fill(0);
    pool({ words, size, bias, attend, windows, weights, greatest: pooled }, read.length);
    const shares = look(weights, read.length).slice();
    let most = -Infinity;
    for (const weight of shares) if (weight > most) most = weight;
    let sum = 0;
    for (let i = 0; i < shares.length; i++) {
      shares[i] = Math.exp((shares[i] as number) - most); // in range
      sum += shares[i] as number;
    }
    const mean = pooled + size * Float32Array.BYTES_PER_ELEMENT;
    shares.forEach((share, i) => {
      if (share < leastShare * sum) return;
      addShare(mean, windows + i * size * Float32Array.BYTES_PER_ELEMENT, size, share / sum);
    });
  };
}
