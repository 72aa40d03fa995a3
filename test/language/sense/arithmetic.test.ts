import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import wabt from 'wabt';
import { packageRoot } from '../../../src/base/package-root.ts';
import { createArithmetic, upTo } from '../../../src/language/sense/arithmetic.ts';
import { arithmeticCode } from '../../../src/language/sense/arithmetic-code.ts';

const whole = fc.integer({ min: -127, max: 127 });
const matrices = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 19 })).chain(([rows, columns]) =>
  fc.record({
    rows: fc.array(fc.array(whole, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    vector: fc.array(whole, { minLength: columns, maxLength: columns }),
  }),
);
const productOf = (rows: readonly number[][], vector: readonly number[]) =>
  rows.map((row) => row.reduce((sum, value, i) => sum + value * (vector[i] ?? 0), 0));
/** How far the vector's rounding can take a sum: half a step of 32,767 to the greatest number, for each column. */
const roundingOf = (row: readonly number[], vector: readonly number[]) =>
  (row.reduce((sum, value) => sum + Math.abs(value), 0) * Math.max(...vector.map(Math.abs))) / 2 / 32_767;
const expectProduct = (sums: readonly number[], rows: readonly number[][], vector: readonly number[]) => {
  for (const [i, expected] of productOf(rows, vector).entries()) {
    // A hundredth more, and as much as four bytes round a sum.
    const most = 1.01 * roundingOf(rows[i] ?? [], vector) + 1e-5 * (1 + Math.abs(expected));
    expect(Math.abs((sums[i] ?? Number.NaN) - expected)).toBeLessThanOrEqual(most);
  }
};
const arithmetic = createArithmetic();
const { room, put, putPlaces, look, multiply, addShare, soften, pool } = arithmetic;
const matrix = (rows: readonly number[][]) =>
  arithmetic.matrix({
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    scales: Float32Array.from(rows, () => 1),
    values: Int8Array.from(rows.flat()),
  });
const laid = (values: readonly number[]) => {
  const at = room(values.length);
  put(Float32Array.from(values), at);
  return at;
};

describe('the product of a matrix and a vector', () => {
  test('is the sum over the columns', () => {
    const sums = room(2);
    const rows = [
      [1, 2, 3, 4, 5],
      [0, 0, 0, 0, 1],
    ];
    multiply(matrix(rows), laid([1, 1, 1, 1, 2]), sums);
    expectProduct([...look(sums, 2)], rows, [1, 1, 1, 1, 2]);
  });

  test('has each row in its own scale', () => {
    const sums = room(2);
    const scaled = { rows: 2, columns: 1, scales: Float32Array.of(0.5, 0.125), values: Int8Array.of(3, -8) };
    multiply(arithmetic.matrix(scaled), laid([2]), sums);
    expect(look(sums, 2)[0]).toBeCloseTo(3, 4);
    expect(look(sums, 2)[1]).toBeCloseTo(-2, 4);
  });

  test('is right for the greatest numbers of as many columns as there may be, and more are refused', () => {
    const [sums, columns] = [room(1), 2_048];
    const row = Array.from({ length: columns }, () => 127);
    multiply(matrix([row]), laid(row), sums);
    expectProduct([...look(sums, 1)], [row], row);
    expect(() => matrix([[...row, 1]])).toThrow('2049 columns are more than 2048');
  });

  test('is right for matrices of every size, one after the other in one memory', () => {
    fc.assert(
      fc.property(fc.array(matrices, { minLength: 1, maxLength: 4 }), (all) => {
        const there = all.map(({ rows, vector }) => ({
          rows: matrix(rows),
          vector: laid(vector),
          sums: room(rows.length),
        }));
        for (const one of there) multiply(one.rows, one.vector, one.sums);
        for (const [i, { rows, vector }] of all.entries())
          expectProduct([...look(there[i]?.sums ?? 0, rows.length)], rows, vector);
      }),
    );
  });

  test('is right after memory has grown for another matrix', () => {
    const [two, vector, sums] = [matrix([[2, 3]]), laid([1, 2]), room(1)];
    matrix(Array.from({ length: 200 }, () => Array.from({ length: 500 }, () => 1)));
    multiply(two, vector, sums);
    expectProduct([...look(sums, 1)], [[2, 3]], [1, 2]);
  });
});

test('a share of numbers is added to others', () => {
  const into = laid([1, 2, 3, 4, 5]);
  addShare(into, laid([2, 0, -2, 4, 10]), 5, 0.5);
  expect([...look(into, 5)]).toEqual([2, 2, 2, 6, 10]);
});

test('softmax is e to each number, all of them together 1', () => {
  const scores = fc.array(fc.double({ min: -60, max: 60, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(scores, (values) => {
      const filled = Float32Array.from({ length: upTo(values.length) }, (_, i) => values[i] ?? -1e30);
      const at = laid([...filled]);
      soften(at, values.length);
      const most = Math.max(...filled);
      const powers = [...filled].map((value) => Math.exp(value - most));
      const sum = powers.reduce((all, power) => all + power, 0);
      const shares = look(at, values.length);
      for (let i = 0; i < values.length; i++) expect(shares[i]).toBeCloseTo((powers[i] ?? 0) / sum, 6);
    }),
  );
});

test('windows of three words: their units above 0, the greatest of each, and how much each window counts', () => {
  // Each word's part where the next stands, where it stands itself, and where the last stands before it.
  const first = laid([1, 0, 0, 0, 10, -50, 0, 0, 100, 0, 0, 0]);
  const second = laid([2, 0, 0, 0, 20, 30, 0, 0, 200, 5, 0, 0]);
  const silence = room(12);
  const [words, windows, weights, greatest] = [room(4), room(8), room(2), room(4)];
  putPlaces([silence, first, second, silence], words);
  const [bias, attend] = [laid([0, 1, 0, 7]), laid([1, 10, 0, 0])];
  pool({ words, size: 4, bias, attend, windows, weights, greatest }, 2);
  expect([...look(windows, 8)]).toEqual([210, 0, 0, 7, 21, 31, 0, 7]);
  expect([...look(greatest, 4)]).toEqual([210, 31, 0, 7]);
  expect([...look(weights, 2)]).toEqual([210, 331]);
});

test('the code is what arithmetic.wat is assembled to', async () => {
  const { parseWat } = await wabt();
  const source = readFileSync(join(packageRoot(), 'src/language/sense/arithmetic.wat'), 'utf8');
  expect(Buffer.from(parseWat('arithmetic.wat', source).toBinary({}).buffer).toString('base64')).toBe(arithmeticCode);
});
