import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Belief, beliefOf, entropy, surprise } from '../../src/knowledge/belief.ts';
import { bestOf, expectedGain, isAskable, jointGain } from '../../src/knowledge/information.ts';
import type { Variable } from '../../src/knowledge/model.ts';
import { anyDraws, anyModel, evidenceFrom, modelOf, variableOf } from '../support/knowledge.ts';

const model = modelOf({
  findings: { fever: {}, cough: {} },
  conditions: {
    flu: { weight: 3, likelihoods: { fever: 0.9, cough: 0.5 } },
    cold: { weight: 1, likelihoods: { fever: 0.3, cough: 0.8 } },
  },
});
const fever = variableOf(model, 'fever');
const cough = variableOf(model, 'cough');
const prior = beliefOf(model, new Map());

/** Every combination of values, with its probability and the belief after it. */
function outcomes(belief: Belief, [first, ...rest]: readonly Variable[]): { p: number; after: Belief }[] {
  if (!first) return [{ p: 1, after: belief }];
  return first.likelihoods.flatMap((row) => {
    const joint = belief.map((b, c) => b * (row[c] ?? 0));
    const p = joint.reduce((sum, weight) => sum + weight, 0);
    return outcomes(
      joint.map((weight) => weight / p),
      rest,
    ).map((outcome) => ({ p: p * outcome.p, after: outcome.after }));
  });
}

/** EIG as it is defined: H − Σ P(o) H(p | o). */
function gainByDefinition(belief: Belief, variables: readonly Variable[]): number {
  return entropy(belief) - outcomes(belief, variables).reduce((sum, { p, after }) => sum + p * entropy(after), 0);
}

describe('a flu three times as common as a cold, fever in .9 and .3 of them', () => {
  // P(fever) = .75 · .9 + .25 · .3 = .75; the belief in flu is .9 with it and .3 without.
  // H(.75) = .811278, H(.9) = .468996, H(.3) = .881291
  const worked = 0.811278 - 0.75 * 0.468996 - 0.25 * 0.881291; // .239208

  test('asking for fever is worth H(.75) − .75 · H(.9) − .25 · H(.3) = .239208 bits', () => {
    expect(gainByDefinition(prior, [fever])).toBeCloseTo(worked, 5);
    expect(expectedGain(prior, fever)).toBeCloseTo(worked, 5);
  });

  test('cough, as information: H(.575) − .75 · H(.5) − .25 · H(.8) = .983708 − .75 − .180482 = .053226 bits', () => {
    // P(cough) = .75 · .5 + .25 · .8 = .575
    expect(expectedGain(prior, cough)).toBeCloseTo(0.053226, 6);
    expect(gainByDefinition(prior, [cough])).toBeCloseTo(0.053226, 6);
  });

  test('fever and cough at once are worth what counting out their four outcomes gives', () => {
    // P(outcome) and the belief in flu after it, from weights of flu : cold
    const counted = [
      { p: 0.3375 + 0.06, flu: 0.3375 / 0.3975 }, // both: .75 · .9 · .5 : .25 · .3 · .8
      { p: 0.3375 + 0.015, flu: 0.3375 / 0.3525 }, // fever alone: .75 · .9 · .5 : .25 · .3 · .2
      { p: 0.0375 + 0.14, flu: 0.0375 / 0.1775 }, // cough alone: .75 · .1 · .5 : .25 · .7 · .8
      { p: 0.0375 + 0.035, flu: 0.0375 / 0.0725 }, // neither: .75 · .1 · .5 : .25 · .7 · .2
    ];
    const left = counted.reduce((sum, { p, flu }) => sum + p * entropy(Float64Array.of(flu, 1 - flu)), 0);
    expect(jointGain(prior, [fever, cough])).toBeCloseTo(entropy(prior) - left, 12);
    expect(jointGain(prior, [fever, cough])).toBeLessThan(expectedGain(prior, fever) + expectedGain(prior, cough));
  });
});

test('nothing asked is worth nothing, and a finding named twice counts once', () => {
  expect(jointGain(prior, [])).toBe(0);
  expect(jointGain(prior, [fever, fever])).toBe(expectedGain(prior, fever));
});

test('a finding that all conditions show equally is worth nothing', () => {
  const flat = modelOf({ findings: { thirst: {} }, conditions: { a: {}, b: {} } });
  expect(expectedGain(beliefOf(flat, new Map()), variableOf(flat, 'thirst'))).toBeCloseTo(0, 12);
});

test('the expected gain is never below 0, never above the entropy, and what its definition says', () => {
  fc.assert(
    fc.property(anyModel(), anyDraws, (any, draws) => {
      const belief = beliefOf(any, new Map(evidenceFrom(any, draws)));
      for (const variable of any.variables) {
        const bits = expectedGain(belief, variable);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(entropy(belief) + 1e-9);
        expect(bits).toBeCloseTo(gainByDefinition(belief, [variable]), 9);
      }
    }),
  );
});

test('the expected gain is the surprise that is to be expected: Σ P(v) · surprise(p, p | v)', () => {
  fc.assert(
    fc.property(anyModel(), (any) => {
      const belief = beliefOf(any, new Map());
      for (const variable of any.variables) {
        const expected = outcomes(belief, [variable]).reduce(
          (sum, { p, after }) => sum + p * surprise(belief, after),
          0,
        );
        expect(expectedGain(belief, variable)).toBeCloseTo(expected, 9);
      }
    }),
  );
});

test('the joint gain is what counting out all outcomes gives', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 2, max: 4 } }), anyDraws, (any, draws) => {
      const belief = beliefOf(any, new Map(evidenceFrom(any, draws)));
      expect(jointGain(belief, any.variables)).toBeCloseTo(gainByDefinition(belief, any.variables), 9);
    }),
  );
});

test('the joint gain lies between the best single gain and the sum, and no efficiency passes 1', () => {
  const bounded = (most: number) =>
    fc.property(anyModel({ findings: { min: 1, max: most } }), anyDraws, (any, draws) => {
      const belief = beliefOf(any, new Map(evidenceFrom(any, draws)));
      const asked = any.variables.filter(({ aspect }) => aspect === 'presence');
      const gains = asked.map((variable) => expectedGain(belief, variable));
      const best = Math.max(...gains);
      const joint = jointGain(belief, asked);
      expect(joint).toBeLessThanOrEqual(gains.reduce((sum, bits) => sum + bits, 0) + 1e-9);
      expect(joint).toBeLessThanOrEqual(entropy(belief) + 1e-9);
      expect(joint).toBeGreaterThanOrEqual(best - 1e-9);
      if (best > 1e-6) expect(joint / (asked.length * best)).toBeLessThanOrEqual(1 + 1e-9);
    });
  fc.assert(bounded(4));
});

test('ten findings at once are still worth at most ten times the best', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 10, max: 10 } }), (any) => {
      const belief = beliefOf(any, new Map());
      const asked = any.variables.filter(({ aspect }) => aspect === 'presence');
      const best = Math.max(...asked.map((variable) => expectedGain(belief, variable)));
      const joint = jointGain(belief, asked);
      expect(asked).toHaveLength(10);
      expect(joint).toBeLessThanOrEqual(10 * best + 1e-9);
      expect(joint).toBeGreaterThanOrEqual(best - 1e-9);
    }),
    { numRuns: 25 },
  );
});

test('beyond 1,024 outcomes the least informative are left aside: bounded by the entropy, and not below fewer', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 11, max: 40 } }), (any) => {
      const belief = beliefOf(any, new Map());
      const asked = any.variables.filter(({ aspect }) => aspect === 'presence');
      const byGain = [...asked].sort((a, b) => expectedGain(belief, b) - expectedGain(belief, a));
      const joint = jointGain(belief, asked);
      expect(joint).toBeLessThanOrEqual(entropy(belief) + 1e-9);
      expect(joint).toBeGreaterThanOrEqual(jointGain(belief, byGain.slice(0, 8)) - 1e-9);
    }),
    { numRuns: 5 },
  );
}, 10_000);

describe('what can be asked', () => {
  const pain = modelOf({
    findings: {
      pain: { onset: { sudden: 0.5, gradual: 0.5 } },
      fever: {},
      rebound: { kind: 'examination' },
      lipase: { kind: 'test' },
      smoking: { kind: 'history' },
    },
    conditions: {
      a: {
        likelihoods: {
          pain: 0.9,
          'pain.onset': { sudden: 0.95, gradual: 0.05 },
          fever: 0.6,
          rebound: 0.6,
          lipase: 0.9,
          smoking: 0.2,
        },
      },
      b: {
        likelihoods: {
          pain: 0.5,
          'pain.onset': { sudden: 0.05, gradual: 0.95 },
          fever: 0.5,
          rebound: 0.2,
          lipase: 0.1,
          smoking: 0.21,
        },
      },
    },
  });
  const [presence, onset] = [variableOf(pain, 'pain'), variableOf(pain, 'pain.onset')];
  const nothing = beliefOf(pain, new Map());

  test('an aspect can be asked for once its finding is known to be present', () => {
    expect(isAskable(presence, new Map(), pain)).toBe(true);
    expect(isAskable(onset, new Map(), pain)).toBe(false);
    expect(isAskable(onset, new Map([[presence, 0]]), pain)).toBe(true);
    expect(isAskable(onset, new Map([[presence, 1]]), pain)).toBe(false);
  });

  test.each([
    { means: 'question', key: 'pain' },
    { means: 'examination', key: 'rebound' },
    { means: 'test', key: 'lipase' },
  ] as const)('the best $means is $key: like is compared with like', ({ means, key }) => {
    const best = bestOf(pain, nothing, new Map(), means, new Set());
    expect(best?.variable.key).toBe(key);
    expect(best?.bits).toBe(expectedGain(nothing, variableOf(pain, key)));
  });

  test('with the pain told, its onset is the best question', () => {
    const told = new Map([[presence, 0]]);
    expect(bestOf(pain, beliefOf(pain, told), told, 'question', new Set())?.variable.key).toBe('pain.onset');
  });

  test('what was asked is not asked again, answered or not, and at last nothing is left', () => {
    const second = bestOf(pain, nothing, new Map(), 'question', new Set(['pain']));
    expect(second?.variable.key).toBe('fever');
    expect(bestOf(pain, nothing, new Map(), 'question', new Set(['pain', 'fever', 'smoking']))).toBeNull();
    expect(bestOf(pain, nothing, new Map([[variableOf(pain, 'lipase'), 0]]), 'test', new Set())).toBeNull();
  });
});
