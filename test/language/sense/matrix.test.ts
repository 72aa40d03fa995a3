import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addProduct, unpacked } from '../../../src/language/sense/matrix.ts';

const packed = (rows: number[][], scales: number[]) => {
  const scaleBytes = Buffer.alloc(scales.length * 4);
  for (const [i, scale] of scales.entries()) scaleBytes.writeFloatLE(scale, i * 4);
  return {
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    scales: scaleBytes.toString('base64'),
    bytes: Buffer.from(Int8Array.from(rows.flat()).buffer).toString('base64'),
  };
};

describe('a packed matrix', () => {
  test('is bytes times the scale of their row', () => {
    expect([
      ...unpacked(
        packed(
          [
            [2, -4],
            [127, 0],
          ],
          [0.5, 1],
        ),
      ).values,
    ]).toEqual([1, -2, 127, 0]);
  });

  test('of too few bytes is refused', () => {
    expect(() => unpacked({ ...packed([[1, 2]], [1]), columns: 3 })).toThrow('weights of 1 x 3 have 2 bytes');
  });

  test('its product is the sum over the columns, added to what was there', () => {
    const matrix = unpacked(
      packed(
        [
          [1, 2, 3, 4, 5],
          [0, 0, 0, 0, 1],
        ],
        [1, 1],
      ),
    );
    const vector = Float32Array.from([1, 1, 1, 1, 2]);
    expect([...addProduct(matrix, vector, new Float32Array([0, 10, 0]), 1)]).toEqual([0, 30, 2]);
  });

  test('the product by a vector of one 1 is the column', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: -127, max: 127 }), { minLength: 7, maxLength: 7 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 0, max: 6 }),
        (rows, column) => {
          const matrix = unpacked(
            packed(
              rows,
              rows.map(() => 1),
            ),
          );
          const vector = new Float32Array(7);
          vector[column] = 1;
          expect([...addProduct(matrix, vector, new Float32Array(rows.length))]).toEqual(
            rows.map((row) => row[column] ?? 0),
          );
        },
      ),
    );
  });
});
