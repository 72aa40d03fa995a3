import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beliefOf, entropy, ranked, surprise, topOf } from '../../src/knowledge/belief.ts';
import type { Variable } from '../../src/knowledge/model.ts';
import { anyDraws, anyModel, evidenceFrom, modelOf, variableOf } from '../support/knowledge.ts';

/** Flu is three times as common as a cold; fever is there in 9 of 10 with flu, in 3 of 10 with a cold. */
const model = modelOf({
  findings: { fever: {}, cough: {} },
  conditions: {
    flu: { weight: 3, likelihoods: { fever: 0.9, cough: 0.5 } },
    cold: { weight: 1, likelihoods: { fever: 0.3, cough: 0.8 } },
  },
});
const fever = variableOf(model, 'fever');
const cough = variableOf(model, 'cough');
const [present, absent] = [0, 1];

const before = beliefOf(model, new Map());
const withFever = beliefOf(model, new Map([[fever, present]]));

test('without evidence the belief is the prior: 3 / 4 and 1 / 4', () => {
  expect([...before]).toEqual([0.75, 0.25]);
});

test('fever: .75 · .9 = .675 against .25 · .3 = .075, so 9 / 10 and 1 / 10', () => {
  expect(withFever[0]).toBeCloseTo(0.9, 12);
  expect(withFever[1]).toBeCloseTo(0.1, 12);
});

test('no fever: .75 · .1 = .075 against .25 · .7 = .175, so 3 / 10 and 7 / 10', () => {
  const belief = beliefOf(model, new Map([[fever, absent]]));
  expect(belief[0]).toBeCloseTo(0.3, 12);
  expect(belief[1]).toBeCloseTo(0.7, 12);
});

test('fever and cough: .675 · .5 = .3375 against .075 · .8 = .06, so .849057', () => {
  const belief = beliefOf(
    model,
    new Map([
      [fever, present],
      [cough, present],
    ]),
  );
  expect(belief[0]).toBeCloseTo(0.3375 / 0.3975, 12);
});

test('a finding told again replaces its earlier value', () => {
  const evidence = new Map([[fever, absent]]);
  evidence.set(fever, present);
  expect([...beliefOf(model, evidence)]).toEqual([...withFever]);
});

test('a value that the variable does not have is a fault', () => {
  expect(() => beliefOf(model, new Map([[fever, 2]]))).toThrow('fever has no value 2');
});

/** DDXPlus, four diseases, as worked with the peers’ own code. */
test.each([
  { belief: [0.25, 0.25, 0.25, 0.25], bits: 2 },
  { belief: [0.4, 0.1, 0.4, 0.1], bits: 1.721928 }, // 2 · .4 · 1.321928 + 2 · .1 · 3.321928
  { belief: [0.5, 0, 0.4, 0.1], bits: 1.360964 }, // .5 + .4 · 1.321928 + .1 · 3.321928
  { belief: [0, 1, 0, 0], bits: 0 },
])('the entropy of $belief is $bits bits', ({ belief, bits }) => {
  expect(entropy(Float64Array.from(belief))).toBeCloseTo(bits, 6);
});

test('one finding moves four equal diseases to .4, .1, .4, .1 and their entropy from 2 to 1.721928 bits', () => {
  const equal = modelOf({
    findings: { rash: {} },
    conditions: {
      a: { likelihoods: { rash: 0.8 } },
      b: { likelihoods: { rash: 0.2 } },
      c: { likelihoods: { rash: 0.8 } },
      d: { likelihoods: { rash: 0.2 } },
    },
  });
  expect(entropy(beliefOf(equal, new Map()))).toBe(2);
  expect(entropy(beliefOf(equal, new Map([[variableOf(equal, 'rash'), present]])))).toBeCloseTo(1.721928, 6);
});

test('the surprise of fever is .9 · log2(.9 / .75) + .1 · log2(.1 / .25) = .236731 − .132193 = .104538 bits', () => {
  expect(surprise(before, withFever)).toBeCloseTo(0.104538, 6);
  expect(surprise(before, before)).toBe(0);
});

test('the likeliest condition is the top, and a tie goes to the first', () => {
  expect(topOf(Float64Array.of(0.2, 0.5, 0.3))).toBe(1);
  expect(topOf(Float64Array.of(0.4, 0.4, 0.2))).toBe(0);
  expect(ranked(Float64Array.of(0.2, 0.5, 0.3))).toEqual([1, 2, 0]);
});

test('a hundred findings against a condition do not underflow', () => {
  const findings = Array.from({ length: 100 }, (_, i) => `f${i}`);
  const against = modelOf({
    findings: Object.fromEntries(findings.map((id) => [id, {}])),
    conditions: {
      a: { likelihoods: Object.fromEntries(findings.map((id) => [id, 0])) },
      b: { likelihoods: Object.fromEntries(findings.map((id) => [id, 0])) },
    },
  });
  const belief = beliefOf(against, new Map(against.variables.map((variable) => [variable, present])));
  expect([...belief]).toEqual([0.5, 0.5]); // .005^100 alone is 1e-230, and 200 of them would be 0
});

test('a belief sums to 1, and its entropy lies between 0 and log2 of the conditions', () => {
  fc.assert(
    fc.property(anyModel(), anyDraws, (any, draws) => {
      const belief = beliefOf(any, new Map(evidenceFrom(any, draws)));
      expect(belief.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      expect(belief.every((p) => p >= 0)).toBe(true);
      expect(entropy(belief)).toBeGreaterThanOrEqual(0);
      expect(entropy(belief)).toBeLessThanOrEqual(Math.log2(any.conditions.length) + 1e-12);
    }),
  );
});

test('the order of the evidence does not matter', () => {
  const shuffled = fc.tuple(anyModel(), anyDraws).chain(([any, draws]) => {
    const told = evidenceFrom(any, draws);
    return fc.tuple(
      fc.constant(any),
      fc.constant(told),
      fc.shuffledSubarray(told, { minLength: told.length, maxLength: told.length }),
    );
  });
  fc.assert(
    fc.property(shuffled, ([any, told, reordered]) => {
      const one = beliefOf(any, new Map(told));
      const other = beliefOf(any, new Map(reordered));
      for (const [c, p] of one.entries()) expect(other[c]).toBeCloseTo(p, 10);
    }),
  );
});

test('whatever was told before, only the last value of each finding counts', () => {
  fc.assert(
    fc.property(anyModel(), anyDraws, anyDraws, (any, first, last) => {
      const retold = new Map<Variable, number>(evidenceFrom(any, first));
      for (const variable of any.variables) retold.set(variable, (last[variable.index] ?? 0) % variable.values.length);
      const only = new Map(any.variables.map((variable) => [variable, retold.get(variable) ?? 0]));
      const [one, other] = [beliefOf(any, retold), beliefOf(any, only)];
      for (const [c, p] of one.entries()) expect(other[c]).toBeCloseTo(p, 10);
    }),
  );
});

test('surprise is never below 0', () => {
  fc.assert(
    fc.property(anyModel(), anyDraws, anyDraws, (any, first, second) => {
      const bits = surprise(
        beliefOf(any, new Map(evidenceFrom(any, first))),
        beliefOf(any, new Map(evidenceFrom(any, second))),
      );
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(bits)).toBe(true);
    }),
  );
});
