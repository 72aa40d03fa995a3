import { describe, expect, test } from 'vitest';
import { trajectoryOf } from '../../src/knowledge/trajectory.ts';

const of = (...probabilities: number[]) => new Map(probabilities.map((p, at) => [`d${at}`, p]));
const right = of(0.6, 0.3, 0.1, 0);
const beliefs = [of(0.25, 0.25, 0.25, 0.25), of(0.4, 0.1, 0.4, 0.1), of(0.5, 0, 0.4, 0.1)];

describe('a belief that goes from .25 .25 .25 .25 over .4 .1 .4 .1 to .5 0 .4 .1, where .6 .3 .1 0 is right', () => {
  test('has the peers’ figures with the peers’ smoothing', () => {
    const { confirm, explore, score, variation } = trajectoryOf(beliefs, right, { smoothing: 1e-10 });
    const figures = (list: readonly number[]) => list.map((figure) => figure.toFixed(7));
    // KL(right ‖ opening) = .6 ln 2.4 + .3 ln 1.2 + .1 ln .4 = .488349, and exp(−.488349) = .6136389
    expect(figures(confirm)).toEqual(['0.6136389', '0.6477611', '0.0014776']);
    expect(figures(explore)).toEqual(['0.0000000', '0.2000000', '0.9952432']);
    // (1 · 0 + 0 · .6136389 + ½ · .2 + ½ · .64776111 + 0 · .99524317 + 1 · .00147761) / 3
    expect(score).toBeCloseTo(0.141786, 6);
    expect(variation).toBeCloseTo(0.2, 12); // (.25 + .25 + .15 + .15) / 4
  });

  test('does not fall to nothing for one condition given up, smoothed as it is unless told otherwise', () => {
    const { confirm } = trajectoryOf(beliefs, right);
    expect(confirm[2]).toBeGreaterThan(0.1);
    expect(confirm[2]).toBeLessThan(confirm[1] ?? 0);
  });
});

test('one turn counts half for looking around and half for making sure: on the spot and right is ½', () => {
  expect(trajectoryOf([right], right)).toMatchObject({ confirm: [1], explore: [0], score: 0.5, variation: 0 });
});

test('no turn, and no smoothing, are refused', () => {
  expect(() => trajectoryOf([], right)).toThrow('at least the belief at the opening');
  expect(() => trajectoryOf([right], right, { smoothing: 0 })).toThrow('above 0');
});
