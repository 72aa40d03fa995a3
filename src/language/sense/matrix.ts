import type { Packed } from '../../catalog/sense-weights.ts';

/** A matrix of signed bytes, one row after the other, with what one step of each row is worth. */
export interface Quantised {
  readonly rows: number;
  readonly columns: number;
  readonly scales: Float32Array;
  readonly values: Int8Array;
}

/** @throws Error where the bytes are not as many as rows and columns say */
export function quantised({ rows, columns, scales, bytes }: Packed): Quantised {
  if (scales.length !== rows * 4 || bytes.length !== rows * columns)
    throw new Error(`weights of ${rows} x ${columns} have ${bytes.length} bytes`);
  const { buffer, byteOffset } = scales;
  const floats = new DataView(buffer, byteOffset);
  return {
    rows,
    columns,
    scales: Float32Array.from({ length: rows }, (_, row) => floats.getFloat32(row * 4, true)),
    values: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
  };
}

/** The numbers of a row. */
export function rowOf({ columns, scales, values }: Quantised, row: number): Float32Array {
  const scale = scales[row] ?? 0;
  return Float32Array.from(values.subarray(row * columns, (row + 1) * columns), (value) => value * scale);
}
