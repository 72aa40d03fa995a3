import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Differential,
  differentialOverlap,
  holdsTruth,
  listed,
  overlap,
  rankOf,
  reciprocalRank,
  severityOverlap,
} from '../../src/knowledge/differential.ts';

const of = (...probabilities: number[]): Differential => new Map(probabilities.map((p, at) => [`d${at}`, p]));

describe('four diseases: right .6 .3 .1 0, said .5 0 .4 .1, of which d1 and d3 are severe', () => {
  const right = of(0.6, 0.3, 0.1, 0);
  const said = of(0.5, 0, 0.4, 0.1);
  const severe = new Set(['d1', 'd3']);

  test('two of three are named, and two of the three named are right: DDR = DDP = DDF1 = 2/3', () => {
    const { recall, precision, f1 } = differentialOverlap(said, right);
    expect(recall).toBeCloseTo(2 / 3, 12);
    expect(precision).toBeCloseTo(2 / 3, 12);
    expect(f1).toBeCloseTo(2 / 3, 12);
  });

  test('the first of either side is the same: 1 at k = 1', () => {
    expect(differentialOverlap(said, right, { atMost: 1 })).toEqual({ recall: 1, precision: 1, f1: 1 });
  });

  test('the truth d0 is held, and comes first; d1 is not', () => {
    expect(holdsTruth(said, 'd0')).toBe(true);
    expect(holdsTruth(said, 'd0', { atMost: 1 })).toBe(true);
    expect(holdsTruth(said, 'd2', { atMost: 1 })).toBe(false);
    expect(holdsTruth(said, 'd1')).toBe(false);
  });

  test('d1 is left out and d3 thought of for nothing: DSP = (2 − 1 − 1) / 1 = 0, DSR = (1 − 1) / 1 = 0', () => {
    expect(severityOverlap(said, right, severe)).toEqual({ recall: 0, precision: 0, f1: 0 });
  });

  test('who says what is right has all severe ones, and none for nothing', () => {
    expect(severityOverlap(right, right, severe)).toEqual({ recall: 1, precision: 1, f1: 1 });
  });
});

test('present 1 1 1 1 0 0, asked 1 1 0 0 1 0: PER 2/4, PEP 2/3, PEF1 .571429', () => {
  const { recall, precision, f1 } = overlap(['e0', 'e1', 'e4'], ['e0', 'e1', 'e2', 'e3']);
  expect(recall).toBe(0.5);
  expect(precision).toBeCloseTo(2 / 3, 12);
  expect(f1).toBeCloseTo(4 / 7, 12); // 2 · 1/2 · 2/3 / (7/6)
});

test('a probability at the threshold does not count; equal ones come in the order of names', () => {
  expect(
    listed(
      new Map([
        ['b', 0.3],
        ['c', 0.01],
        ['a', 0.3],
        ['d', 0.011],
      ]),
    ),
  ).toEqual(['a', 'b', 'd']);
});

test('of nothing said all figures are 0, and nothing right makes no division by 0', () => {
  expect(differentialOverlap(of(), of(1))).toEqual({ recall: 0, precision: 0, f1: 0 });
  expect(differentialOverlap(of(1), of())).toEqual({ recall: 0, precision: 0, f1: 0 });
  expect(severityOverlap(of(1), of(1), new Set())).toEqual({ recall: 0, precision: 0, f1: 0 });
});

test('ranks: the first counts 1, the fourth ¼, none 0', () => {
  expect([rankOf(['a', 'b'], 'a'), rankOf(['a', 'b'], 'b'), rankOf(['a', 'b'], 'c')]).toEqual([1, 2, null]);
  expect([1, 4, null].map(reciprocalRank)).toEqual([1, 0.25, 0]);
  expect(() => reciprocalRank(0)).toThrow('from 1 on');
});

test('overlaps lie from 0 to 1, and swapping both sides swaps recall and precision', () => {
  const any = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }).map((p) => of(...p));
  fc.assert(
    fc.property(any, any, fc.option(fc.integer({ min: 1, max: 5 })), (said, right, atMost) => {
      const options = atMost === null ? {} : { atMost };
      const one = differentialOverlap(said, right, options);
      const other = differentialOverlap(right, said, options);
      for (const share of Object.values(one)) expect(share >= 0 && share <= 1).toBe(true);
      expect([one.recall, one.precision]).toEqual([other.precision, other.recall]);
    }),
  );
});
