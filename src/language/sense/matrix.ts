import type { Packed } from '../../catalog/sense-weights.ts';

/** Numbers in rows, one row after the other. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** @throws Error where the bytes are not as many as rows and columns say */
export function unpacked({ rows, columns, scales, bytes }: Packed): Matrix {
  const scaleBytes = Buffer.from(scales, 'base64');
  const quantised = Buffer.from(bytes, 'base64');
  if (scaleBytes.length !== rows * 4 || quantised.length !== rows * columns)
    throw new Error(`weights of ${rows} x ${columns} have ${quantised.length} bytes`);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    const scale = scaleBytes.readFloatLE(row * 4);
    for (let i = row * columns; i < (row + 1) * columns; i++) values[i] = quantised.readInt8(i) * scale;
  }
  return { rows, columns, values };
}

/** `into` + matrix × vector, from `at` on; returns `into`. */
export function addProduct(
  { rows, columns, values }: Matrix,
  vector: Float32Array,
  into: Float32Array,
  at = 0,
): Float32Array {
  let start = 0;
  for (let row = 0; row < rows; row++) {
    // Four sums side by side: the processor need not wait for one to add to it again.
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let i = 0;
    for (; i + 3 < columns; i += 4) {
      a += (values[start + i] as number) * (vector[i] as number); // inside by the loop's bounds, as below
      b += (values[start + i + 1] as number) * (vector[i + 1] as number);
      c += (values[start + i + 2] as number) * (vector[i + 2] as number);
      d += (values[start + i + 3] as number) * (vector[i + 3] as number);
    }
    for (; i < columns; i++) a += (values[start + i] as number) * (vector[i] as number);
    into[at + row] = (into[at + row] as number) + a + b + c + d;
    start += columns;
  }
  return into;
}
