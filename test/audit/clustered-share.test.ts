import { describe, expect, test } from 'vitest';
import { clusteredShare } from '../../src/audit/clustered-share.ts';
import { wilson } from '../../src/report/statistics/wilson.ts';

const rows = (...clusters: readonly (readonly boolean[])[]) =>
  clusters.flatMap((hits, index) => hits.map((hit) => ({ cluster: `b${index}`, hit })));

describe('a share of rows in clusters', () => {
  test('has Wilson’s interval where each row is a cluster of its own', () => {
    const share = clusteredShare(rows([true], [true], [true], [false]));
    const { low, high } = wilson(3, 4);
    expect(share).toMatchObject({ hits: 3, of: 4, share: 0.75 });
    // deff = (4 / 3) / (4 / 3): the correction for few clusters is that for few rows.
    expect(share.low).toBeCloseTo(low, 12);
    expect(share.high).toBeCloseTo(high, 12);
  });

  test('says as much as its clusters where their rows are alike', () => {
    const { low, high } = clusteredShare(rows([true, true, true], [true, true, true]));
    expect({ low, high }).toEqual(wilson(2, 2));
  });

  test('says less than as many independent rows where the clusters differ', () => {
    // residuals ±1/2: Σ (3/2)² · 4 = 9, clustered² = (4/3) · 9 / 12² = 1/12; naive² = 3 / 11 / 12 = 1/44; deff = 44/12
    const { low, high } = clusteredShare(
      rows([true, true, true], [true, true, true], [false, false, false], [false, false, false]),
    );
    const effective = 12 / (44 / 12);
    const expected = wilson(effective / 2, effective);
    expect(low).toBeCloseTo(expected.low, 12);
    expect(high).toBeCloseTo(expected.high, 12);
  });

  test('of nothing is none, and anything is possible', () => {
    expect(clusteredShare([])).toEqual({ hits: 0, of: 0, share: null, low: 0, high: 1 });
  });
});
