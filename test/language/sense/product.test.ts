import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import wabt from 'wabt';
import { packageRoot } from '../../../src/base/package-root.ts';
import { createMultiplier } from '../../../src/language/sense/product.ts';
import { productCode } from '../../../src/language/sense/product-code.ts';
import { packed } from '../../support/packed.ts';

const whole = fc.integer({ min: -127, max: 127 });
const matrices = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 19 })).chain(([rows, columns]) =>
  fc.record({
    rows: fc.array(fc.array(whole, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    vector: fc.array(whole, { minLength: columns, maxLength: columns }),
  }),
);
const productOf = (rows: readonly number[][], vector: readonly number[]) =>
  rows.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));

describe('the product of a matrix and a vector', () => {
  test('is the sum over the columns, added to what was there', () => {
    const rows = [
      [1, 2, 3, 4, 5],
      [0, 0, 0, 0, 1],
    ];
    const add = createMultiplier()(packed(rows));
    const vector = Float32Array.from([1, 1, 1, 1, 2]);
    expect([...add(vector, new Float32Array([0, 10, 0]), 1)]).toEqual([0, 30, 2]);
  });

  test('is right for matrices of every size, one after the other in one memory', () => {
    fc.assert(
      fc.property(fc.array(matrices, { minLength: 1, maxLength: 4 }), (all) => {
        const multiplier = createMultiplier();
        const products = all.map(({ rows }) => multiplier(packed(rows)));
        all.forEach(({ rows, vector }, i) => {
          const sums = products[i]?.(Float32Array.from(vector), new Float32Array(rows.length));
          expect([...(sums ?? [])]).toEqual(productOf(rows, vector));
        });
      }),
    );
  });

  test('is right after memory has grown for another matrix', () => {
    const multiplier = createMultiplier();
    const add = multiplier(packed([[2, 3]]));
    expect([...add(Float32Array.from([1, 1]), new Float32Array(1))]).toEqual([5]);
    multiplier(packed(Array.from({ length: 200 }, () => Array.from({ length: 500 }, () => 1))));
    expect([...add(Float32Array.from([1, 2]), new Float32Array(1))]).toEqual([8]);
  });

  test('of a matrix with more rows than sums have room for is refused', () => {
    expect(() => createMultiplier()(packed(Array.from({ length: 8_193 }, () => [1])))).toThrow('8193 x 1');
  });
});

test('the code is what product.wat is assembled to', async () => {
  const { parseWat } = await wabt();
  const source = readFileSync(join(packageRoot(), 'src/language/sense/product.wat'), 'utf8');
  expect(Buffer.from(parseWat('product.wat', source).toBinary({}).buffer).toString('base64')).toBe(productCode);
});
