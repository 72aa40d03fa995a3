import type { NetworkWeights, Packed } from '../../catalog/sense-weights.ts';
import { type Arithmetic, type Matrix, upTo } from './arithmetic.ts';
import { quantised, rowOf } from './matrix.ts';

/** What a text means to a network, by itself. */
export interface Meaning {
  readonly values: Float32Array;
  /** How much each turn before would count beside it, in the order of the slots, and how much it counts itself; 0 to 1. */
  readonly gates: Float32Array;
}

/** A meaning's scores, and how much they count. */
export interface Counted {
  readonly scores: Float32Array;
  readonly share: number;
}

export interface Network {
  /** @param words places of words among those that it has learnt */
  meaningOf(words: readonly number[]): Meaning;
  /** A score for each class. */
  scoresOf(meaning: Meaning): Float32Array;
  /** A score for each class of what was said before in this place: 0 the last words that are not the doctor's, 1 the doctor's last, 2 all earlier. */
  saidScoresOf(slot: number, meaning: Meaning): Float32Array;
  /** Adds the shares that classes have by some scores, all together 1, to `into`, a part of each. */
  addShares(all: readonly Counted[], into: Float32Array, part: number): void;
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
 * them does; the sum of the meanings has a score for each class. `scripts/reader/train.py` trains it and says its sizes.
 *
 * @throws Error where the weights are not as many as they say, or the units no multiple of four
 */
export function createNetwork(weights: NetworkWeights, arithmetic: Arithmetic): Network {
  const { room, put, look, multiply, addShare, soften } = arithmetic;
  const laid = (packed: Packed) => {
    const at = room(packed.columns);
    put(valuesOf(packed), at);
    return at;
  };
  const [size, classes] = [weights.questionBias.columns, weights.out.rows];
  const windowsOf = windowed(weights, arithmetic);
  const matrix = matrixIn(arithmetic);
  const [narrow, gate, out] = [matrix(weights.narrow), matrix(weights.gate), matrix(weights.out)];
  const narrowBias = laid(weights.narrowBias);
  const [gateBias, outBias] = [valuesOf(weights.gateBias), valuesOf(weights.outBias)];
  const slots = weights.slots.map((packed, i) => ({
    change: matrix(packed),
    bias: laid(weights.slotBias[i] ?? packed), // as many as slots, by the schema
  }));
  const [pooled, meaning, changed] = [
    room(2 * size),
    room(weights.narrow.rows),
    room(Math.max(...weights.slots.map(({ rows }) => rows))),
  ];
  const [gates, scores, sum] = [room(gateBias.length), room(classes), room(classes)];

  return {
    meaningOf: (words) => {
      windowsOf(words, pooled);
      multiply(narrow, pooled, meaning);
      addShare(meaning, narrowBias, weights.narrow.rows, 1);
      multiply(gate, pooled, gates);
      return {
        values: look(meaning, weights.narrow.rows).slice(),
        gates: look(gates, gateBias.length).map((value, i) => 1 / (1 + Math.exp(-(value + (gateBias[i] ?? 0))))),
      };
    },
    scoresOf: ({ values }) => {
      put(values, meaning);
      multiply(out, meaning, scores);
      return look(scores, classes).slice();
    },
    saidScoresOf: (slot, { values }) => {
      const { change, bias } = slots[slot] as (typeof slots)[number]; // there are three
      put(values, meaning);
      multiply(change, meaning, changed);
      addShare(changed, bias, weights.narrow.rows, 1);
      multiply(out, changed, scores);
      return look(scores, classes).slice();
    },
    addShares: (all, into, part) => {
      // Scores are linear in the meaning: those of the sum are the sum of the scores.
      put(outBias, sum);
      for (const { scores: some, share } of all) {
        put(some, scores);
        addShare(sum, scores, classes, share);
      }
      look(sum, upTo(classes)).fill(noScore, classes);
      soften(sum, classes);
      const shares = look(sum, classes);
      for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + part * (shares[i] as number); // as long
    },
  };
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
