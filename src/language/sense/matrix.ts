import type { Packed } from '../../catalog/sense-weights.ts';

/**
 * All numbers of a matrix, one row after the other.
 *
 * @throws Error where the bytes are not as many as rows and columns say
 */
export function valuesOf(packed: Packed): Float32Array {
  const { rows, columns } = packed;
  const rowOf = rowsOf(packed);
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) values.set(rowOf(row), row * columns);
  return values;
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
