import type { Packed } from '../../catalog/sense-weights.ts';
import { rowsOf } from './matrix.ts';
import { productCode } from './product-code.ts';

/** Adds the product of a matrix and a vector to `into`, from `at` on; returns `into`. */
export type AddProduct = (vector: Float32Array, into: Float32Array, at?: number) => Float32Array;

/** Bytes of a number, numbers that are multiplied at a time, bytes that memory grows by. */
const [size, lanes, page] = [4, 4, 65_536];
/** Columns or rows of the largest matrix: the vector is laid into the first half of the first page, sums into the second. */
const most = page / 2 / size;

/**
 * Takes in matrices whose products are worked out in WebAssembly, several times as fast as JavaScript does it: it has
 * instructions for four numbers at once (product.wat).
 *
 * @throws Error (of what it returns) where a matrix has more rows or columns than there is room for, or its bytes are not as many
 */
export function createMultiplier(): (packed: Packed) => AddProduct {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const multiply = assembled(memory);
  let used = page;

  return (packed) => {
    const { rows, columns } = packed;
    if (rows > most || columns > most) throw new Error(`a matrix of ${rows} x ${columns}: ${most} is the most`);
    const rowOf = rowsOf(packed);
    const [height, width] = [upTo(rows), upTo(columns)];
    const start = used;
    used += height * width * size;
    const missing = used - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / page));
    const values = new Float32Array(memory.buffer, start, height * width);
    for (let row = 0; row < rows; row++) values.set(rowOf(row), row * width);

    let [vectorThere, sums] = [new Float32Array(0), new Float32Array(0)];
    return (vector, into, at = 0) => {
      // Memory that grew has moved; a view of where it was has no length.
      if (sums.length === 0) {
        vectorThere = new Float32Array(memory.buffer, 0, width);
        sums = new Float32Array(memory.buffer, page / 2, rows);
      }
      vectorThere.fill(0, columns);
      vectorThere.set(columns === vector.length ? vector : vector.subarray(0, columns));
      multiply(start, height, width * size, 0, page / 2);
      for (let row = 0; row < rows; row++) into[at + row] = (into[at + row] as number) + (sums[row] as number); // as long
      return into;
    };
  };
}

type Multiply = (matrix: number, rows: number, width: number, vector: number, sums: number) => void;

function assembled(memory: WebAssembly.Memory): Multiply {
  const module = new WebAssembly.Module(Buffer.from(productCode, 'base64'));
  const { exports } = new WebAssembly.Instance(module, { product: { memory } });
  return exports.multiply as Multiply; // the one that product.wat exports
}

function upTo(count: number): number {
  return Math.ceil(count / lanes) * lanes;
}
