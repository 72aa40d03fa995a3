import type { Packed } from '../../catalog/sense-weights.ts';

/** Numbers in rows, one row after the other. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** @throws Error where the bytes are not as many as rows and columns say */
export function unpacked(packed: Packed): Matrix {
  const { rows, columns } = packed;
  const rowOf = rowsOf(packed);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) values.set(rowOf(row), row * columns);
  return { rows, columns, values };
}

/**
 * The rows of a matrix of which few are wanted, each unpacked when it is asked for.
 *
 * @throws Error where the bytes are not as many as rows and columns say
 */
export function rowsOf({ rows, columns, scales, bytes }: Packed): (row: number) => Float32Array {
  const scaleBytes = Buffer.from(scales, 'base64');
  const { buffer, byteOffset, length } = Buffer.from(bytes, 'base64');
  if (scaleBytes.length !== rows * 4 || length !== rows * columns)
    throw new Error(`weights of ${rows} x ${columns} have ${length} bytes`);
  const quantised = new Int8Array(buffer, byteOffset, length);
  return (row) => {
    const scale = scaleBytes.readFloatLE(row * 4);
    const values = new Float32Array(columns);
    for (let i = 0; i < columns; i++) values[i] = (quantised[row * columns + i] as number) * scale; // as many, by the check above
    return values;
  };
}

/** `into` + matrix × vector, from `at` on; returns `into`. */
export function addProduct(
  { rows, columns, values }: Matrix,
  vector: Float32Array,
  into: Float32Array,
  at = 0,
): Float32Array {
  // Four rows side by side: the processor need not wait for a sum to add to it again, and reads the vector once for all four.
  let row = 0;
  for (; row + 3 < rows; row += 4) {
    const first = row * columns;
    const second = first + columns;
    const third = second + columns;
    const fourth = third + columns;
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < columns; i++) {
      const value = vector[i] as number; // inside by the loop's bounds, as is all below
      a += (values[first + i] as number) * value;
      b += (values[second + i] as number) * value;
      c += (values[third + i] as number) * value;
      d += (values[fourth + i] as number) * value;
    }
    into[at + row] = (into[at + row] as number) + a;
    into[at + row + 1] = (into[at + row + 1] as number) + b;
    into[at + row + 2] = (into[at + row + 2] as number) + c;
    into[at + row + 3] = (into[at + row + 3] as number) + d;
  }
  for (; row < rows; row++) {
    let sum = 0;
    for (let i = 0; i < columns; i++) sum += (values[row * columns + i] as number) * (vector[i] as number);
    into[at + row] = (into[at + row] as number) + sum;
  }
  return into;
}
