import type { Packed } from '../../src/catalog/sense-weights.ts';

/** A matrix of whole numbers from −127 to 127, each row times its scale, as weights are stored. */
export function packed(rows: readonly (readonly number[])[], scales: readonly number[] = rows.map(() => 1)): Packed {
  const scaleBytes = Buffer.alloc(scales.length * 4);
  for (const [i, scale] of scales.entries()) scaleBytes.writeFloatLE(scale, i * 4);
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    scales: scaleBytes,
    bytes: new Uint8Array(Int8Array.from(rows.flat()).buffer),
  };
}
