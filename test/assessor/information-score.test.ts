import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InformationScore } from '../../src/assessor/assessment.ts';
import type { CaseWorth } from '../../src/assessor/case-worth.ts';
import { followInformation } from '../../src/assessor/information-score.ts';
import type { EventBody } from '../../src/events/event.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  ordered,
  readingOf,
  reported,
  told,
} from '../support/events.ts';
import { anyModel, modelOf } from '../support/knowledge.ts';

/** A flu three times as common as a cold; fever in .9 and .3 of them, cough in .5 and .8. */
const model = modelOf({
  findings: {
    fever: { onset: { sudden: 0.5, gradual: 0.5 } },
    cough: {},
    throat: { kind: 'examination' },
    culture: { kind: 'test' },
    swab: { kind: 'test' },
    smoking: { purpose: 'safety' },
  },
  conditions: {
    flu: {
      weight: 3,
      likelihoods: { fever: 0.9, cough: 0.5, throat: 0.5, culture: 0.8, 'fever.onset': { sudden: 0.8, gradual: 0.2 } },
    },
    cold: {
      weight: 1,
      likelihoods: { fever: 0.3, cough: 0.8, throat: 0.9, culture: 0.2, 'fever.onset': { sudden: 0.2, gradual: 0.8 } },
    },
  },
});
const flu = 0;

/** Shapley values of fever present and cough absent, worked below. */
const worth: CaseWorth = { method: 'exact', totalBits: 0.352301, rank: 1, bits: { fever: 0.190435, cough: 0.161866 } };

function scored(...bodies: EventBody[]): InformationScore {
  return followInformation(historyOf(...bodies), model, flu, worth).score;
}

/** A closed question that was understood, and its answer. */
const asks = (keys: string[], tells: Parameters<typeof answered>[1] = []): EventBody[] => [
  asked(),
  answered(readingOf(keys), tells),
];
const present = (key: string) => told(key, 'present');
const absent = (key: string) => told(key, 'absent');

const log2 = Math.log2;
/** Entropy of two conditions with p and 1 − p. */
const h = (p: number) => -p * log2(p) - (1 - p) * log2(1 - p);

// At the start p(flu) = .75. P(fever) = .75 · .9 + .25 · .3 = .75; p(flu | fever) = .675/.75 = .9, without .075/.25 = .3
const feverBits = h(0.75) - 0.75 * h(0.9) - 0.25 * h(0.3); // .239208
// P(cough) = .75 · .5 + .25 · .8 = .575
const coughBits = h(0.575) - 0.75 * h(0.5) - 0.25 * h(0.8); // .053226

test('a question is priced by the embedded reading alone, whatever a model that steered the answer made of it', () => {
  const [question, answer] = asks(['fever'], [present('fever')]);
  if (question === undefined || answer === undefined) throw new Error('a question has an answer');
  const steered = { ...answer, modelReading: readingOf(['cough', 'smoking']).mentions } as EventBody; // an answer
  expect(scored(opened(), question, steered)).toEqual(scored(opened(), question, answer));
});

describe('asked for fever, told that it is there; then for cough, told that it is not', () => {
  const { turns, ...whole } = scored(
    opened(),
    ...asks(['fever'], [present('fever')]),
    ...asks(['cough'], [absent('cough')]),
    concluded('flu'),
    ended(),
  );

  test('the first question: the belief in flu goes from .75 to .9', () => {
    expect(turns[0]).toMatchObject({
      turn: 1,
      means: 'question',
      about: 'priced',
      asked: ['fever'],
      redundant: false,
      best: { key: 'fever' },
      regretBits: 0,
    });
    expect(turns[0]?.expectedBits).toBeCloseTo(0.239208, 5);
    expect(turns[0]?.expectedBits).toBeCloseTo(feverBits, 9);
    expect(turns[0]?.entropyDropBits).toBeCloseTo(h(0.75) - h(0.9), 9); // .811278 − .468996 = .342282
    expect(turns[0]?.surpriseBits).toBeCloseTo(0.9 * log2(0.9 / 0.75) + 0.1 * log2(0.1 / 0.25), 9); // .236731 − .132193
    expect(turns[0]?.truthGainBits).toBeCloseTo(log2(0.9 / 0.75), 9); // .263034
    expect(turns[0]?.shapleyBits).toBeCloseTo(0.190435, 6);
  });

  test('the second: .9 · .5 against .1 · .2 makes .45/.47', () => {
    // fever’s onset is worth more now than cough: P(sudden) = .9 · .8 + .1 · .2 = .74
    const onsetBits = h(0.74) - h(0.8); // .104819
    // P(cough) = .9 · .5 + .1 · .8 = .53
    const bits = h(0.53) - 0.9 * h(0.5) - 0.1 * h(0.8); // .025209
    expect(turns[1]?.best?.key).toBe('fever.onset');
    expect(turns[1]?.best?.bits).toBeCloseTo(onsetBits, 9);
    expect(turns[1]?.expectedBits).toBeCloseTo(bits, 9);
    expect(turns[1]?.regretBits).toBeCloseTo(onsetBits - bits, 9);
    expect(turns[1]?.truthGainBits).toBeCloseTo(log2(0.45 / 0.47 / 0.9), 9);
    expect(turns[1]?.shapleyBits).toBeCloseTo(0.161866, 6);
  });

  test('the consultation: sums over its turns', () => {
    const second = h(0.53) - 0.9 - 0.1 * h(0.8);
    const best = h(0.74) - h(0.8);
    expect(whole.entropyStartBits).toBeCloseTo(h(0.75), 9);
    expect(whole.entropyEndBits).toBeCloseTo(h(0.45 / 0.47), 9);
    expect(whole.beliefInTruth).toBeCloseTo(0.45 / 0.47, 9);
    expect(whole.truthGainBits).toBeCloseTo(log2(0.45 / 0.47 / 0.75), 9); // .352301
    expect(whole.efficiency).toBeCloseTo((feverBits + second) / (feverBits + best), 9);
    expect(whole.meanRegretBits).toBeCloseTo((best - second) / 2, 9);
    expect(whole.coverage).toEqual({ question: 1, examination: null, test: null });
  });
});

describe('efficiency', () => {
  test('of the lesser question first is what it is worth over what the best is worth', () => {
    const { efficiency, turns } = scored(opened(), ...asks(['cough']));
    expect(efficiency).toBeCloseTo(coughBits / feverBits, 9); // .053226 / .239208
    expect(turns[0]?.regretBits).toBeCloseTo(feverBits - coughBits, 9);
  });

  test('of two findings at once is their joint gain over twice the best', () => {
    // p(outcome), p(flu | outcome): both, fever alone, cough alone, neither
    const outcomes = [
      [0.3375 + 0.06, 0.3375],
      [0.3375 + 0.015, 0.3375],
      [0.0375 + 0.14, 0.0375],
      [0.0375 + 0.035, 0.0375],
    ] as const;
    const joint = h(0.75) - outcomes.reduce((sum, [p, withFlu]) => sum + p * h(withFlu / p), 0);
    const { efficiency, turns } = scored(opened(), ...asks(['fever', 'cough']));
    expect(turns[0]?.expectedBits).toBeCloseTo(joint, 9);
    expect(efficiency).toBeCloseTo(joint / (2 * feverBits), 9);
    expect(turns[0]?.regretBits).toBeCloseTo(feverBits - joint / 2, 9);
  });

  test('of two equal findings that share nothing is 1, and no rounding makes it more: reports refuse such a line', () => {
    // Four conditions, each combination of two findings once; .88 and .55 are figures for which the sums round up.
    const pairs = [
      [0.88, 0.88],
      [0.88, 0.55],
      [0.55, 0.88],
      [0.55, 0.55],
    ] as const;
    const square = modelOf({
      findings: { a: {}, b: {} },
      conditions: Object.fromEntries(pairs.map(([a, b], c) => [`c${c}`, { likelihoods: { a, b } }])),
    });
    const nothing: CaseWorth = { method: 'exact', totalBits: 0, rank: 1, bits: {} };
    const { efficiency } = followInformation(historyOf(opened(), ...asks(['a', 'b'])), square, 0, nothing).score;
    expect(efficiency).toBe(1);
  });

  test('compares an examination with examinations and a test with tests', () => {
    const { turns, efficiency } = scored(
      opened(),
      examined('Throat.'),
      reported(['throat']),
      ordered('Swab.'),
      reported(['swab']),
    );
    expect(turns.map(({ means, best }) => [means, best?.key])).toEqual([
      ['examination', 'throat'],
      ['test', 'culture'],
    ]);
    const throatBits = h(0.6) - 0.75 * h(0.5) - 0.25 * h(0.9); // P(red) = .75 · .5 + .25 · .9 = .6
    const cultureBits = h(0.65) - h(0.8); // P(positive) = .75 · .8 + .25 · .2 = .65
    expect(efficiency).toBeCloseTo(throatBits / (throatBits + cultureBits), 9); // a swab tells nothing
  });

  test('leaves out turns in which nothing was worth 0.02 bit', () => {
    const flat = modelOf({
      findings: { a: {}, b: {} },
      conditions: { x: { likelihoods: { a: 0.5 } }, y: { likelihoods: { a: 0.52 } } },
    });
    const history = historyOf(opened(), ...asks(['b']));
    const { efficiency, turns } = followInformation(history, flat, 0, {
      method: 'exact',
      totalBits: 0,
      rank: 1,
      bits: {},
    }).score;
    expect(turns[0]?.expectedBits).toBe(0);
    expect(efficiency).toBeNull();
  });

  test('is null for a doctor that asks nothing, whose truth gain and coverage are 0', () => {
    expect(scored(opened(), concluded('flu'), ended())).toMatchObject({
      efficiency: null,
      meanRegretBits: null,
      truthGainBits: 0,
      coverage: { question: 0 },
      turns: [],
    });
  });
});

describe('a turn has no price, which is not a price of 0', () => {
  test.each<{ kind: string; body: EventBody; about: string }>([
    { kind: 'a safety question', body: answered(readingOf(['smoking'])), about: 'unpriced' },
    { kind: 'a finding of this case alone', body: answered(readingOf(['nothing-known'])), about: 'unpriced' },
    { kind: 'an open invitation', body: answered(readingOf([], { form: 'open' })), about: 'open' },
    { kind: 'a statement', body: answered(readingOf([], { form: 'statement' })), about: 'statement' },
    { kind: 'a question that was not understood', body: answered(readingOf([], {}, false)), about: 'missed' },
  ])('where it is $kind', ({ body, about }) => {
    const { turns, efficiency, meanRegretBits } = scored(opened(), asked(), body);
    expect(turns[0]).toMatchObject({ about, expectedBits: null, regretBits: null, redundant: false, asked: [] });
    expect({ efficiency, meanRegretBits }).toEqual({ efficiency: null, meanRegretBits: null });
  });

  test('where a report was asked for in words nobody understood', () => {
    const { turns } = scored(opened(), ordered('The usual.'), reported([], [], false));
    expect(turns[0]).toMatchObject({ about: 'missed', expectedBits: null, regretBits: null });
  });

  test('and beside priced turns it changes neither efficiency nor regret', () => {
    const alone = scored(opened(), ...asks(['cough']));
    const beside = scored(
      opened(),
      asked(),
      answered(readingOf([], {}, false)),
      ...asks(['cough']),
      ...asks(['smoking']),
    );
    expect(beside.efficiency).toBe(alone.efficiency);
    expect(beside.meanRegretBits).toBe(alone.meanRegretBits);
  });
});

describe('what moves the belief', () => {
  test('is no "I couldn’t say": nothing told, nothing moved', () => {
    const { turns, truthGainBits } = scored(opened(), ...asks(['fever'], []));
    expect(turns[0]).toMatchObject({
      about: 'priced',
      entropyDropBits: 0,
      surpriseBits: 0,
      truthGainBits: 0,
      shapleyBits: 0,
    });
    expect(truthGainBits).toBe(0);
  });

  test('is no report that is not available', () => {
    const { turns } = scored(opened(), examined('Throat.'), reported(['throat']));
    expect(turns[0]).toMatchObject({ about: 'priced', entropyDropBits: 0, surpriseBits: 0, truthGainBits: 0 });
  });

  test('is what was told, also where it was not asked for', () => {
    const { turns } = scored(opened(), ...asks(['cough'], [present('fever')]));
    expect(turns[0]?.truthGainBits).toBeCloseTo(log2(0.9 / 0.75), 9);
    expect(turns[0]?.shapleyBits).toBeCloseTo(0.190435, 6);
  });

  test('is a default denial as much as a fact', () => {
    const denial = told('fever', 'absent', { fact: null, basis: 'default' });
    expect(scored(opened(), ...asks(['fever'], [denial])).beliefInTruth).toBeCloseTo(0.3, 9);
  });

  test('is a finding as it was told last', () => {
    const { beliefInTruth } = scored(
      opened(),
      ...asks(['fever'], [present('fever')]),
      ...asks(['fever'], [absent('fever')]),
    );
    expect(beliefInTruth).toBeCloseTo(0.3, 9);
  });

  test('is the opening before the first turn: it is no gain of any doctor’s', () => {
    const { turns, entropyStartBits, truthGainBits } = scored(
      opened([present('fever')]),
      ...asks(['fever'], [present('fever')]),
    );
    expect(entropyStartBits).toBeCloseTo(h(0.9), 9);
    expect(truthGainBits).toBe(0);
    expect(turns[0]).toMatchObject({ redundant: true, expectedBits: 0, shapleyBits: 0 });
  });

  test('is nothing said after the conclusion', () => {
    const { turns, truthGainBits } = scored(
      opened(),
      concluded('flu'),
      ...asks(['fever'], [present('fever')]),
      ended(),
    );
    expect(turns).toEqual([]);
    expect(truthGainBits).toBe(0);
  });
});

describe('a redundant question', () => {
  test('asks what was answered before; it is worth 0 and regrets the best that was left', () => {
    const { turns } = scored(opened(), ...asks(['cough'], [absent('cough')]), ...asks(['cough'], [absent('cough')]));
    expect(turns[1]).toMatchObject({ redundant: true, expectedBits: 0, best: { key: 'fever' } });
    expect(turns[1]?.regretBits).toBe(turns[1]?.best?.bits);
  });

  test('asks what was asked before, also where it was not answered: a thing forgotten is worth asking once', () => {
    const { turns } = scored(opened(), ...asks(['cough']), ...asks(['cough']));
    expect(turns[1]).toMatchObject({ redundant: true, expectedBits: 0, best: { key: 'fever' } });
  });

  test('is none where one of the findings is new', () => {
    const { turns } = scored(opened(), ...asks(['cough'], [absent('cough')]), ...asks(['cough', 'fever']));
    expect(turns[1]).toMatchObject({ redundant: false, asked: ['cough', 'fever'] });
    // two were asked, one of them new: half of its worth each
    expect(turns[1]?.regretBits).toBeCloseTo((turns[1]?.best?.bits ?? 0) - (turns[1]?.expectedBits ?? 0) / 2, 9);
  });

  test('is none that asks for another aspect of what is known to be there', () => {
    const { turns } = scored(opened(), ...asks(['fever'], [present('fever')]), ...asks(['fever.onset']));
    expect(turns[1]).toMatchObject({ redundant: false, asked: ['fever.onset'] });
  });

  test('asks, by an aspect of what was never spoken of, for its presence', () => {
    expect(scored(opened(), ...asks(['fever.onset'])).turns[0]).toMatchObject({ asked: ['fever'], about: 'priced' });
  });

  test('has no price where it asks for an aspect without likelihoods', () => {
    const { turns } = scored(opened([present('fever')]), ...asks(['fever.severity']));
    expect(turns[0]).toMatchObject({ about: 'unpriced', expectedBits: null });
  });
});

describe('the Shapley gain', () => {
  test('of a fact is had once, in the turn that first told it', () => {
    const { turns } = scored(opened(), ...asks(['fever'], [present('fever')]), ...asks(['fever'], [present('fever')]));
    expect(turns.map(({ shapleyBits }) => shapleyBits)).toEqual([0.190435, 0]);
  });

  test('of a fact told with its presence wrong is nothing, and it is not covered; told right later, it is', () => {
    const denied = told('fever', 'absent', { as: 'denied' });
    const only = scored(opened(), ...asks(['fever'], [denied]));
    expect(only.turns[0]?.shapleyBits).toBe(0);
    expect(only.coverage.question).toBe(0);
    expect(only.beliefInTruth).toBeCloseTo(0.3, 9); // the belief is that of somebody who was told so
    const then = scored(opened(), ...asks(['fever'], [denied]), ...asks(['fever'], [present('fever')]));
    expect(then.turns[1]?.shapleyBits).toBeCloseTo(0.190435, 6);
  });

  test('covers the share of positive values told, by means; facts that speak against the truth are no part of it', () => {
    const bits = { fever: 0.3, cough: 0.1, smoking: 0.2, throat: -0.5, culture: 0.4 };
    const history = historyOf(
      opened(),
      ...asks(['fever'], [present('fever')]),
      examined('Throat.'),
      reported(['throat'], [present('throat')]),
    );
    const { coverage } = followInformation(history, model, flu, {
      method: 'exact',
      totalBits: 0.5,
      rank: 1,
      bits,
    }).score;
    expect(coverage.question).toBeCloseTo(0.3 / 0.4, 9); // smoking is no priced finding
    expect(coverage.examination).toBeNull();
    expect(coverage.test).toBe(0);
  });
});

test('no consultation is more than fully efficient, also where ten findings are asked at once', () => {
  const anyConsultation = anyModel({ conditions: { min: 2, max: 6 }, findings: { min: 10, max: 10 } }).chain((any) =>
    fc.tuple(
      fc.constant(any),
      fc.array(
        fc.tuple(
          fc.subarray(
            any.variables.map(({ key }) => key),
            { minLength: 1 },
          ),
          fc.nat(59),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    ),
  );
  fc.assert(
    fc.property(anyConsultation, ([any, questions]) => {
      const bodies = questions.flatMap(([keys, draw]) =>
        asks(
          keys,
          keys
            .map((key, i) => told(key, any.byKey.get(key)?.values[(draw + i) % 2] ?? ''))
            .filter((_, i) => (draw + i) % 3 > 0),
        ),
      );
      const score = followInformation(historyOf(opened(), ...bodies), any, 0, {
        method: 'exact',
        totalBits: 0,
        rank: 1,
        bits: {},
      }).score;
      if (score.efficiency !== null) {
        expect(score.efficiency).toBeGreaterThanOrEqual(0);
        expect(score.efficiency).toBeLessThanOrEqual(1 + 1e-9);
      }
      const sum = (value: (turn: InformationScore['turns'][number]) => number) =>
        score.turns.reduce((total, turn) => total + value(turn), 0);
      expect(sum(({ truthGainBits }) => truthGainBits)).toBeCloseTo(score.truthGainBits, 6);
      expect(sum(({ entropyDropBits }) => entropyDropBits)).toBeCloseTo(
        score.entropyStartBits - score.entropyEndBits,
        6,
      );
      for (const { surpriseBits, regretBits } of score.turns) {
        expect(surpriseBits).toBeGreaterThanOrEqual(0);
        expect(regretBits ?? 0).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 60 },
  );
});

test('over all patients of the model, what a question gains of the truth is what was expected of it', () => {
  // Σ_c p(c) Σ_v P(v | c) · [log p(c | v) − log p(c)] = EIG: gains below 0 in single patients are no fault of the score
  fc.assert(
    fc.property(anyModel(), (any) => {
      for (const { key, finding, aspect, values, likelihoods } of any.variables) {
        if (aspect !== 'presence') continue;
        let mean = 0;
        let expected: number | null = null;
        for (const [truth, p] of any.prior.entries())
          for (const [place, value] of values.entries()) {
            const history = historyOf(opened(), ...asks([finding], [told(key, value)]));
            const nothing: CaseWorth = { method: 'exact', totalBits: 0, rank: 1, bits: {} };
            const { truthGainBits, turns } = followInformation(history, any, truth, nothing).score;
            mean += p * (likelihoods[place]?.[truth] ?? 0) * truthGainBits;
            expected = turns[0]?.expectedBits ?? null;
          }
        expect(mean).toBeCloseTo(expected ?? Number.NaN, 9);
      }
    }),
    { numRuns: 30 },
  );
});
