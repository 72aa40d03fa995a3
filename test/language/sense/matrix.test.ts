import { describe, expect, test } from 'vitest';
import { quantised, rowOf } from '../../../src/language/sense/matrix.ts';
import { packed } from '../../support/packed.ts';

describe('a packed matrix', () => {
  test('is bytes times the scale of their row', () => {
    const rows = [
      [2, -4],
      [127, 0],
    ];
    const matrix = quantised(packed(rows, [0.5, 1]));
    expect([...rowOf(matrix, 0)]).toEqual([1, -2]);
    expect([...rowOf(matrix, 1)]).toEqual([127, 0]);
  });

  test('of too few bytes is refused', () => {
    expect(() => quantised({ ...packed([[1, 2]]), columns: 3 })).toThrow('weights of 1 x 3 have 2 bytes');
  });
});
