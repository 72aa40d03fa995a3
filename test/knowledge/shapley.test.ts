import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beliefOf } from '../../src/knowledge/belief.ts';
import type { KnowledgeModel } from '../../src/knowledge/model.ts';
import { raisedExactLimit, shapleyOfGame, shapleyValues, sharesOf } from '../../src/knowledge/shapley.ts';
import { beliefValue, type Player, type ValueFunction } from '../../src/knowledge/value-function.ts';
import { anyDraws, anyModel, modelOf, typicalModel, variableOf } from '../support/knowledge.ts';

describe('a game given in full', () => {
  // ∅, a, b, ab, c, ac, bc, abc: bit 0 is a, bit 1 is b, bit 2 is c
  const game = Float64Array.of(-3, -2, -2.5, -1, -3, -2, -2.5, -0.8);

  test('the peers’ game of three facts has the values 1.316667, .816667 and .066667', () => {
    // φ_a = 2/6 · (−2 + 3) + 1/6 · (−1 + 2.5) + 1/6 · (−2 + 3) + 2/6 · (−.8 + 2.5) = (2 + 1.5 + 1 + 3.4) / 6
    // φ_b = 2/6 · .5 + 1/6 · (−1 + 2) + 1/6 · (−2.5 + 3) + 2/6 · (−.8 + 2) = (1 + 1 + .5 + 2.4) / 6
    // φ_c = 2/6 · 0 + 1/6 · (−2 + 2) + 1/6 · (−2.5 + 2.5) + 2/6 · (−.8 + 1) = .4 / 6
    const [a, b, c] = shapleyOfGame(game);
    expect(a).toBeCloseTo(7.9 / 6, 12);
    expect(b).toBeCloseTo(4.9 / 6, 12);
    expect(c).toBeCloseTo(0.4 / 6, 12);
  });

  test('they sum to v(abc) − v(∅) = −.8 + 3 = 2.2', () => {
    expect(shapleyOfGame(game).reduce((sum, value) => sum + value, 0)).toBeCloseTo(2.2, 12);
  });

  test('shared out by a softmax, as ProMed does, a fact worth .066667 would have 15 % of the reward, or 23 % at T = 2', () => {
    const softmax = (temperature: number) => {
      const weights = shapleyOfGame(game).map((value) => Math.exp(value / temperature));
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return weights.map((weight) => (weight / sum).toFixed(4));
    };
    expect(softmax(1)).toEqual(['0.5283', '0.3204', '0.1513']);
    expect(softmax(2)).toEqual(['0.4321', '0.3366', '0.2313']);
  });

  test('a game of nobody has no values; a table of another length is no game', () => {
    expect(shapleyOfGame(Float64Array.of(5))).toEqual([]);
    expect(() => shapleyOfGame(new Float64Array(3))).toThrow('a worth for each of its 2^n sets, not 3');
  });

  test('the values are the mean marginal contribution over all orders', () => {
    const games = fc
      .integer({ min: 1, max: 5 })
      .chain((n) => fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 2 ** n, maxLength: 2 ** n }));
    fc.assert(
      fc.property(games, (worths) => {
        const n = Math.log2(worths.length);
        const sums = new Array<number>(n).fill(0);
        const orders = ordersOf(Array.from({ length: n }, (_, i) => i));
        for (const order of orders) {
          let set = 0;
          for (const i of order) {
            sums[i] = (sums[i] ?? 0) + (worths[set | (1 << i)] ?? 0) - (worths[set] ?? 0);
            set |= 1 << i;
          }
        }
        const values = shapleyOfGame(Float64Array.from(worths));
        for (const [i, sum] of sums.entries()) expect(values[i]).toBeCloseTo(sum / orders.length, 9);
      }),
      { numRuns: 50 },
    );
  });
});

function ordersOf(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

/** All variables of a model, each with a value. */
function playersOf({ variables }: KnowledgeModel, draws: readonly number[]): Player[] {
  return variables.map((variable, i) => ({ variable, value: (draws[i % draws.length] ?? 0) % variable.values.length }));
}

const present = 0;

describe('the facts of a case', () => {
  const model = modelOf({
    findings: { fever: {}, cough: {}, thirst: {}, chills: {} },
    conditions: {
      flu: { weight: 3, likelihoods: { fever: 0.9, cough: 0.5, thirst: 0.2, chills: 0.9 } },
      cold: { weight: 1, likelihoods: { fever: 0.3, cough: 0.8, thirst: 0.2, chills: 0.3 } },
    },
  });
  const fact = (key: string): Player => ({ variable: variableOf(model, key), value: present });

  test('a single fact is worth its truth gain: log2(.9 / .75) = .263034 bits', () => {
    const { values, total, method } = shapleyValues(model, new Map(), 0, [fact('fever')]);
    expect(values[0]?.bits).toBeCloseTo(Math.log2(0.9 / 0.75), 12);
    expect(total).toBeCloseTo(0.263034, 6);
    expect(method).toBe('exact');
  });

  test('two facts share what they are worth together: each the mean of its worth first and last', () => {
    // log2 of the belief in flu: ∅ .75, fever .9, cough .375 / .575, both .3375 / .3975
    const v = {
      none: Math.log2(0.75),
      fever: Math.log2(0.9),
      cough: Math.log2(0.375 / 0.575),
      both: Math.log2(0.3375 / 0.3975),
    };
    const { values } = shapleyValues(model, new Map(), 0, [fact('fever'), fact('cough')]);
    expect(values[0]?.bits).toBeCloseTo((v.fever - v.none + v.both - v.cough) / 2, 12);
    expect(values[1]?.bits).toBeCloseTo((v.cough - v.none + v.both - v.fever) / 2, 12);
    expect(values[1]?.bits).toBeLessThan(0); // a cough speaks for the cold
  });

  test('what the opening told is where the worth is counted from', () => {
    const opening = new Map([[variableOf(model, 'fever'), present]]);
    const { total } = shapleyValues(model, opening, 0, [fact('cough')]);
    expect(total).toBeCloseTo(Math.log2(0.3375 / 0.3975) - Math.log2(0.9), 12);
  });

  test('a fact that no condition tells apart is dropped', () => {
    const { values } = shapleyValues(model, new Map(), 0, [fact('thirst'), fact('fever')]);
    expect(values.map(({ variable }) => variable.key)).toEqual(['fever']);
    expect(shapleyValues(model, new Map(), 0, [fact('thirst')])).toEqual({ method: 'exact', total: 0, values: [] });
  });

  test('two facts that say the same are worth the same', () => {
    const { values } = shapleyValues(model, new Map(), 0, [fact('fever'), fact('cough'), fact('chills')]);
    expect(values[0]?.bits).toBeCloseTo(values[2]?.bits ?? Number.NaN, 12);
  });

  test('a value that the variable does not have is a fault', () => {
    expect(() => shapleyValues(model, new Map(), 0, [{ ...fact('fever'), value: 2 }])).toThrow('fever has no value 2');
  });
});

test('the values sum to what all facts add to the log-belief in the truth', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 1, max: 7 } }), anyDraws, fc.nat(4), (model, draws, drawn) => {
      const truth = drawn % model.conditions.length;
      const players = playersOf(model, draws);
      const { values, total, method } = shapleyValues(model, new Map(), truth, players);
      const all = beliefOf(model, new Map(players.map(({ variable, value }) => [variable, value])));
      const none = beliefOf(model, new Map());
      expect(method).toBe('exact');
      expect(total).toBeCloseTo(Math.log2(all[truth] ?? 0) - Math.log2(none[truth] ?? 0), 8);
      expect(values.reduce((sum, { bits }) => sum + bits, 0)).toBeCloseTo(total, 8);
      expect(values.every(({ error }) => error === 0)).toBe(true);
    }),
  );
});

test('a fact that says nothing changes nobody’s value, and the same fact twice has the same value twice', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 1, max: 5 } }), anyDraws, (model, draws) => {
      const players = playersOf(model, draws);
      const [first] = players;
      if (!first) throw new Error('every model has a finding');
      const { variable } = first;
      const flat = variable.likelihoods.map((row) => row.map(() => 1 / variable.values.length));
      const silent: Player = { variable: { ...variable, key: 'silent', likelihoods: flat }, value: 0 };
      const { values } = shapleyValues(model, new Map(), 0, players);
      expect(shapleyValues(model, new Map(), 0, [silent, ...players]).values).toEqual(values);
      const twice = shapleyValues(model, new Map(), 0, [...players, first]).values.filter(
        ({ variable: { key } }) => key === variable.key,
      );
      expect(twice.length === 2 || twice.length === 0).toBe(true);
      if (twice.length === 2) expect(twice[1]?.bits).toBeCloseTo(twice[0]?.bits ?? Number.NaN, 8);
    }),
  );
});

test('drawn orders agree with counting out within 5 standard errors, on 12 facts', () => {
  fc.assert(
    fc.property(
      typicalModel({ conditions: { min: 3, max: 6 }, findings: { min: 11, max: 11 } }),
      anyDraws,
      (model, draws) => {
        const players = playersOf(model, draws);
        expect(players).toHaveLength(12); // eleven findings and an onset
        const exact = shapleyValues(model, new Map(), 0, players);
        const sampled = shapleyValues(model, new Map(), 0, players, { limit: 4 });
        expect(sampled.method).toBe('sampled');
        expect(sampled.total).toBeCloseTo(exact.total, 9);
        for (const [i, { bits, error }] of sampled.values.entries())
          expect(Math.abs(bits - (exact.values[i]?.bits ?? Number.NaN))).toBeLessThanOrEqual(5 * error + 1e-6);
      },
    ),
    { numRuns: 20 },
  );
}, 20_000);

test('a drawn value has a standard error above 0, and the same facts give the same draws', () => {
  fc.assert(
    fc.property(
      typicalModel({ conditions: { min: 3, max: 5 }, findings: { min: 6, max: 6 } }),
      anyDraws,
      (model, draws) => {
        const players = playersOf(model, draws);
        const once = shapleyValues(model, new Map(), 0, players, { limit: 2 });
        expect(once.values.every(({ error }) => error > 0)).toBe(true);
        expect(shapleyValues(model, new Map(), 0, players, { limit: 2 })).toEqual(once);
      },
    ),
    { numRuns: 20 },
  );
});

/** Fourteen facts that hang together: four conditions, likelihoods that no formula would give. */
const tangled = modelOf({
  findings: Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`f${i}`, {}])),
  conditions: Object.fromEntries(
    Array.from({ length: 4 }, (_, c) => [
      `c${c}`,
      {
        weight: c + 1,
        likelihoods: Object.fromEntries(
          Array.from({ length: 14 }, (_, i) => [`f${i}`, 0.05 + 0.9 * ((((i + 1) * (c + 2) * 37) % 101) / 101)]),
        ),
      },
    ]),
  ),
});

describe('the standard error of drawn values', () => {
  const players = playersOf(tangled, [0, 1, 0]);
  const drawn = (orders: number) => shapleyValues(tangled, new Map(), 0, players, { limit: 0, orders });
  const exact = shapleyValues(tangled, new Map(), 0, players);
  const meanError = (orders: number) => {
    const { values } = drawn(orders);
    return values.reduce((sum, { error }) => sum + error, 0) / values.length;
  };

  test('shrinks as one over the root of the orders: halved by four times as many, three times over', () => {
    const errors = [128, 512, 2048, 8192].map(meanError);
    for (const [i, error] of errors.slice(1).entries()) {
      const ratio = (errors[i] ?? 0) / error;
      expect(ratio).toBeGreaterThan(1.75);
      expect(ratio).toBeLessThan(2.25);
    }
  });

  test('is as large as the values are wrong: squared deviations from the counted ones are about 1 in its unit', () => {
    const squared = [256, 512, 1024, 2048].flatMap((orders) =>
      drawn(orders).values.map(({ bits, error }, i) => ((bits - (exact.values[i]?.bits ?? 0)) / error) ** 2),
    );
    const mean = squared.reduce((sum, value) => sum + value, 0) / squared.length;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(2);
    expect(Math.max(...squared)).toBeLessThan(4 ** 2);
  });

  test('is not known from a single pair of orders', () => {
    expect(drawn(2).values.every(({ error }) => Number.isNaN(error))).toBe(true);
  });
});

test('whoever values the facts, the shares are the same: a table of the knowledge base’s values', () => {
  const players = playersOf(tangled, [1, 0]).slice(0, 6);
  const knowledge = beliefValue(tangled, new Map(), 1, players);
  const v = Float64Array.from(knowledge.everySet());
  const table: ValueFunction = {
    facts: players.length,
    everySet: () => v,
    along: (order) => {
      let set = 0;
      const steps = order.map((fact) => {
        set |= 1 << fact;
        return v[set] ?? 0;
      });
      return [v[0] ?? 0, ...steps];
    },
  };
  for (const limit of [6, 0]) {
    const mine = sharesOf(table, { limit });
    const theirs = sharesOf(knowledge, { limit });
    expect(mine.method).toBe(theirs.method);
    for (const [i, bits] of theirs.bits.entries()) expect(mine.bits[i]).toBeCloseTo(bits, 9);
  }
});

test('along an order v is what the sets of that order have, counted from nothing told', () => {
  const value = beliefValue(tangled, new Map(), 2, playersOf(tangled, [0, 1]).slice(0, 5));
  const v = value.everySet();
  expect(v[0]).toBeCloseTo(0, 12);
  let set = 0;
  const order = [3, 0, 4, 1, 2];
  const steps = value.along(order);
  for (const [place, fact] of order.entries()) {
    set |= 1 << fact;
    expect(steps[place + 1]).toBeCloseTo(v[set] ?? Number.NaN, 9);
  }
});

test('the order in which facts are written down changes no counted value', () => {
  fc.assert(
    fc.property(anyModel({ findings: { min: 2, max: 6 } }), anyDraws, (model, draws) => {
      const players = playersOf(model, draws);
      const byKey = (of: readonly Player[]) =>
        new Map(shapleyValues(model, new Map(), 0, of).values.map(({ variable, bits }) => [variable.key, bits]));
      const forwards = byKey(players);
      for (const [key, bits] of byKey([...players].reverse()))
        expect(bits).toBeCloseTo(forwards.get(key) ?? Number.NaN, 8);
    }),
  );
});

test('a value function that is none is a fault: its steps do not sum to what all facts are worth', () => {
  const broken: ValueFunction = { facts: 1, everySet: () => Float64Array.of(0, Number.NaN), along: () => [0, 1] };
  expect(() => sharesOf(broken)).toThrow('Shapley values sum to NaN bits');
});

test('seventeen facts are drawn by default, sixteen counted out; twenty where it is asked for', () => {
  const findings = Array.from({ length: 17 }, (_, i) => `f${i}`);
  const model = modelOf({
    findings: Object.fromEntries(findings.map((id) => [id, {}])),
    conditions: {
      a: { likelihoods: Object.fromEntries(findings.map((id, i) => [id, 0.3 + i / 50])) },
      b: { likelihoods: Object.fromEntries(findings.map((id, i) => [id, 0.6 - i / 50])) },
    },
  });
  const players = playersOf(model, [0]);
  expect(shapleyValues(model, new Map(), 0, players).method).toBe('sampled');
  expect(shapleyValues(model, new Map(), 0, players.slice(1)).method).toBe('exact');
  const counted = shapleyValues(model, new Map(), 0, players, { limit: raisedExactLimit });
  expect(counted.method).toBe('exact');
  expect(raisedExactLimit).toBe(20);
});
