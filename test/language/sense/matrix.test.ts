import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../../src/language/sense/matrix.ts';
import { packed } from '../../support/packed.ts';

describe('a packed matrix', () => {
  test('is bytes times the scale of their row', () => {
    const rows = [
      [2, -4],
      [127, 0],
    ];
    expect([...valuesOf(packed(rows, [0.5, 1]))]).toEqual([1, -2, 127, 0]);
  });

  test('of too few bytes is refused', () => {
    expect(() => valuesOf({ ...packed([[1, 2]]), columns: 3 })).toThrow('weights of 1 x 3 have 2 bytes');
  });
});
