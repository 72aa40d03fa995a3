import { arithmeticCode } from './arithmetic-code.ts';
import type { Quantised } from './matrix.ts';

/** A matrix that was laid into memory: signed bytes there, with what one step of each row is worth. */
export interface Matrix {
  readonly start: number;
  readonly scales: number;
  /** Rows come by fours, columns by sixteens. */
  readonly rows: number;
  readonly columns: number;
}

/**
 * What networks are worked out with, in WebAssembly, which has instructions for four numbers at once (arithmetic.wat): several
 * times as fast as JavaScript. Numbers have four bytes and lie in a memory of its own; places are given in bytes.
 */
export interface Arithmetic {
  /** Where there is room for as many numbers, all 0. What lay anywhere stays. */
  room(count: number): number;
  /** Lays numbers there. */
  put(values: ArrayLike<number>, at: number): void;
  /** Lays places there. */
  putPlaces(places: readonly number[], at: number): void;
  /** What lies there, to be read at once: making room takes it away. */
  look(at: number, count: number): Float32Array;
  /**
   * Lays a matrix into memory.
   *
   * @throws Error where it has more columns than can be summed up in four bytes
   */
  matrix(quantised: Quantised): Matrix;
  /**
   * Writes the product of a matrix and the numbers at `vector`, sixteen at a time, to `sums`, four at a time. Numbers are rounded
   * to a 32,767th of the greatest: all a matrix of bytes can tell apart.
   */
  multiply(matrix: Matrix, vector: number, sums: number): void;
  /** Adds a share of some numbers, four at a time, to others. */
  addShare(into: number, from: number, count: number, share: number): void;
  /** Softmax in place, four numbers at a time: what fills up the last four must be very small. */
  soften(at: number, count: number): void;
  /** Windows of three words: see arithmetic.wat. */
  pool(places: Pooling, words: number): void;
}

/** Where words, their windows and what becomes of them lie. */
interface Pooling {
  /** Places of words' parts, with one more before and after them. */
  readonly words: number;
  /** Numbers of a window, a multiple of four. */
  readonly size: number;
  readonly bias: number;
  readonly attend: number;
  readonly windows: number;
  readonly weights: number;
  readonly greatest: number;
}

/** Bytes of a number, numbers that are worked out at a time, columns that are, bytes that memory grows by. */
const [bytes, lanes, width, page] = [4, 4, 16, 65_536];
/** So many products of a byte and two bytes, in four sums, stay within four bytes. */
const mostColumns = 2_048;

export function createArithmetic(): Arithmetic {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const code = assembled(memory);
  let used = 0;
  let numbers = new Float32Array(memory.buffer);
  // Memory that grew has moved; a view of where it was has no length.
  const all = () => {
    if (numbers.length === 0) numbers = new Float32Array(memory.buffer);
    return numbers;
  };
  const room = (count: number) => {
    const start = used;
    used += upTo(count, width) * bytes;
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / page));
    return start;
  };
  const rounded = room(mostColumns / 2);
  return {
    room,
    put: (values, at) => all().set(values, at / bytes),
    putPlaces: (places, at) => new Int32Array(memory.buffer, at, places.length).set(places),
    look: (at, count) => all().subarray(at / bytes, at / bytes + count),
    matrix: ({ rows, columns, scales, values }) => {
      if (columns > mostColumns) throw new Error(`${columns} columns are more than ${mostColumns}`);
      const [height, across] = [upTo(rows), upTo(columns, width)];
      const [start, at] = [room((height * across) / bytes), room(height)];
      const laid = new Int8Array(memory.buffer, start, height * across);
      for (let row = 0; row < rows; row++) laid.set(values.subarray(row * columns, (row + 1) * columns), row * across);
      all().set(scales, at / bytes);
      return { start, scales: at, rows: height, columns: across };
    },
    multiply: ({ start, scales, rows, columns }, vector, sums) =>
      code.multiply(start, scales, rows, columns, vector, rounded, sums),
    addShare: (into, from, count, share) => code.addShare(into, from, upTo(count) * bytes, share),
    soften: (at, count) => code.soften(at, upTo(count) * bytes),
    pool: ({ words, size, bias, attend, windows, weights, greatest }, count) =>
      code.pool(words, count, size * bytes, bias, attend, windows, weights, greatest),
  };
}

/** What arithmetic.wat exports; all sizes are in bytes. */
interface Code {
  multiply(
    matrix: number,
    scales: number,
    rows: number,
    width: number,
    vector: number,
    rounded: number,
    sums: number,
  ): void;
  addShare(into: number, from: number, size: number, share: number): void;
  soften(values: number, size: number): void;
  pool(
    words: number,
    count: number,
    size: number,
    bias: number,
    attend: number,
    windows: number,
    weights: number,
    greatest: number,
  ): void;
}

function assembled(memory: WebAssembly.Memory): Code {
  const module = new WebAssembly.Module(Buffer.from(arithmeticCode, 'base64'));
  const { exports } = new WebAssembly.Instance(module, { arithmetic: { memory } });
  return exports as unknown as Code; // nothing checks what an instance exports: the test that assembles it does
}

/** As many numbers as are worked out together. */
export function upTo(count: number, together = lanes): number {
  return Math.ceil(count / together) * together;
}
