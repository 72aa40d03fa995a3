import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followInformation } from '../../../src/assessor/information-score.ts';
import { Knowing } from '../../../src/assessor/knowing.ts';
import { anchoringOf } from '../../../src/assessor/questioning/anchoring.ts';
import { cameUp, covered, timeToRedFlag } from '../../../src/assessor/questioning/came-up.ts';
import { closureOf, prematureBits } from '../../../src/assessor/questioning/closure.ts';
import { openShare, questionsPerTurn, repetitionOf } from '../../../src/assessor/questioning/form.ts';
import { orderOf } from '../../../src/assessor/questioning/order.ts';
import { gainsOf, rewardOf } from '../../../src/assessor/questioning/reward.ts';
import type { CaseFact, PatientCase } from '../../../src/catalog/case.ts';
import type { BodyOf, EventBody } from '../../../src/events/event.ts';
import { createDiagnosisReader } from '../../../src/language/diagnosis.ts';
import { noOthers } from '../../support/assessment.ts';
import { protocolOf } from '../../support/consultation.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  readingOf,
  reported,
  told,
} from '../../support/events.ts';
import { modelOf } from '../../support/knowledge.ts';

const present = (key: string) => told(key, 'present');
const absent = (key: string) => told(key, 'absent');
/** A closed question about some findings, and what it was told. */
const asks = (keys: string[], tells: Parameters<typeof answered>[1] = []): EventBody[] => [
  asked(),
  answered(readingOf(keys), tells),
];
const invites: EventBody[] = [asked(), answered(readingOf([], { form: 'open' }))];
const states: EventBody[] = [asked(), answered(readingOf([], { form: 'statement' }))];
const misses: EventBody[] = [asked(), answered(readingOf([], {}, false))];

describe('what came up', () => {
  const history = historyOf(
    opened([present('cough')]),
    ...asks(['fever'], [absent('fever')]),
    ...asks(['fever'], [present('chills')]),
    examined('The chest.'),
    reported(['crackles']),
    concluded('flu'),
    ...asks(['smoking']),
    ended(),
  );

  test('was told in the opening, asked about, told beside what was asked, or reported; what follows the conclusion is late', () => {
    expect([...cameUp(history)]).toEqual([
      ['cough', 0],
      ['fever', 1],
      ['chills', 2],
      ['crackles', 3],
    ]);
  });

  test('covers a list by its share, and names what is missing: 2 of 3', () => {
    expect(covered(['cough', 'smoking', 'crackles'], cameUp(history))).toEqual({
      covered: 2,
      of: 3,
      share: 2 / 3,
      missing: ['smoking'],
    });
  });

  test('has no share of an empty list', () => {
    expect(covered([], cameUp(history))).toEqual({ covered: 0, of: 0, share: null, missing: [] });
  });

  test('brings a red flag up in the turn of the first one, or not by the last turn', () => {
    const turns = cameUp(history);
    expect(timeToRedFlag({ redFlags: ['crackles', 'chills'] }, turns, 3)).toEqual({ turn: 2, isCensored: false });
    expect(timeToRedFlag({ redFlags: ['cough'] }, turns, 3)).toEqual({ turn: 0, isCensored: false });
    expect(timeToRedFlag({ redFlags: ['confusion'] }, turns, 3)).toEqual({ turn: 3, isCensored: true });
    expect(timeToRedFlag({ redFlags: [] }, turns, 3)).toBeNull();
  });
});

describe('the order', () => {
  const findings = new Map(
    Object.entries({
      cough: { kind: 'symptom', purpose: 'diagnosis' },
      fever: { kind: 'symptom', purpose: 'diagnosis' },
      'possible-trigger': { kind: 'history', purpose: 'management' },
      allergies: { kind: 'history', purpose: 'safety' },
      smoking: { kind: 'exposure', purpose: 'safety' },
      ideas: { kind: 'history', purpose: 'rapport' },
    } as const),
  );
  const nobody = { facts: [] };
  const order = (...turns: string[][]) =>
    orderOf(historyOf(opened(), ...turns.flatMap((keys) => asks(keys)), concluded('flu')), findings, nobody);

  test.each([
    { what: 'the complaint first', turns: [['cough'], ['fever'], ['allergies'], ['smoking']], value: 1 },
    { what: 'the complaint last', turns: [['allergies'], ['cough'], ['fever']], value: 0 },
    { what: 'both at once', turns: [['cough', 'allergies']], value: 0.5 },
    // cough before allergies and smoking, fever before smoking alone: 3 of 4 pairs
    { what: 'mixed', turns: [['cough'], ['allergies'], ['fever'], ['smoking']], value: 0.75 },
    { what: 'an aspect asked late', turns: [['cough'], ['allergies'], ['cough.onset']], value: 0.5 },
    {
      what: 'the same thing asked again, which counts where it was first asked',
      turns: [['cough'], ['allergies'], ['cough']],
      value: 1,
    },
    { what: 'what brought it on, which is the complaint', turns: [['possible-trigger'], ['smoking']], value: 1 },
    { what: 'thoughts and wishes, which are neither', turns: [['ideas'], ['cough'], ['smoking']], value: 1 },
    { what: 'no background', turns: [['cough'], ['ideas']], value: null },
    { what: 'no complaint', turns: [['allergies']], value: null },
  ])('$what: $value', ({ turns, value }) => {
    expect(order(...turns)).toBe(value);
  });

  test('of an imported history goes by its sections', () => {
    const facts = [
      { id: 'rash-story', name: 'rash-story', section: 'current-complaint' },
      { id: 'old-scar', name: 'old-scar', section: 'past-operations' },
    ] as unknown as CaseFact[]; // what the figure looks at
    const about = (fact: string): EventBody[] => [
      asked(),
      answered({
        ...readingOf([]),
        mentions: [{ finding: null, fact, aspect: 'presence', resolved: false }],
      }),
    ];
    const history = historyOf(opened(), ...about('old-scar'), ...about('rash-story'), concluded('flu'));
    expect(orderOf(history, findings, { facts })).toBe(0);
  });

  test('turned round is 1 less what it was', () => {
    const kinds = fc.array(fc.constantFrom('complaint', 'background'), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(kinds, (list) => {
        const known = new Map(
          list.map(
            (kind, i) =>
              [`f${i}`, { kind: kind === 'complaint' ? 'symptom' : 'exposure', purpose: 'diagnosis' }] as const,
          ),
        );
        const of = (ids: string[]) => orderOf(historyOf(opened(), ...ids.flatMap((id) => asks([id]))), known, nobody);
        const forwards = of([...known.keys()]);
        const backwards = of([...known.keys()].reverse());
        if (forwards === null) expect(backwards).toBeNull();
        else expect(backwards).toBeCloseTo(1 - forwards, 12);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the form of questions', () => {
  test('things a question: an invitation asks for one, two at once for two; statements and what was not understood are none', () => {
    // 1 + 2 + 1 things in three questions
    const history = historyOf(
      opened(),
      ...invites,
      ...asks(['fever', 'cough']),
      ...asks(['fever']),
      ...states,
      ...misses,
    );
    expect(questionsPerTurn(history)).toBeCloseTo(4 / 3, 12);
  });

  test('the open share: one of three', () => {
    const history = historyOf(opened(), ...invites, ...asks(['fever']), ...asks(['cough']), ...states, ...misses);
    expect(openShare(history)).toBeCloseTo(1 / 3, 12);
  });

  test('neither is had where nothing was asked, and nothing after the conclusion counts', () => {
    const history = historyOf(opened(), ...states, concluded('flu'), ...invites, ...asks(['fever', 'cough']), ended());
    expect([questionsPerTurn(history), openShare(history), repetitionOf(history)]).toEqual([null, null, null]);
  });

  test('repetition: of five that ask for something, two ask for what was answered', () => {
    const history = historyOf(
      opened([present('cough')]),
      ...asks(['cough'], [present('cough')]), // told in the opening: repeated
      ...asks(['cough.onset']), // another aspect
      ...asks(['allergies'], [absent('allergies')]), // has no price, and counts all the same
      ...asks(['allergies', 'smoking']), // one of the two is new
      ...asks(['smoking']), // answered, though with nothing: repeated
      ...invites,
    );
    expect(repetitionOf(history)).toBeCloseTo(2 / 5, 12);
  });

  test('what was refused or not understood was not answered: to ask again is no repetition', () => {
    const refused: BodyOf<'patient.refused'> = { ...answered(readingOf(['alcohol'])), type: 'patient.refused' };
    expect(repetitionOf(historyOf(opened(), asked(), refused, ...asks(['alcohol'])))).toBe(0);
  });
});

/** Fever speaks for flu, a stiff neck for meningitis as little else does. */
const model = modelOf({
  findings: { fever: {}, stiff: {}, culture: { kind: 'test' }, smoking: { purpose: 'safety' } },
  conditions: {
    flu: { weight: 3, likelihoods: { fever: 0.9, stiff: 0.05, culture: 0.5 } },
    meningitis: { weight: 1, likelihoods: { fever: 0.9, stiff: 0.9, culture: 0.5 } },
  },
});
const h = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);

describe('closure', () => {
  const patientCase = {
    unlisted: 'absent',
    facts: [{ id: 'stiff', finding: 'stiff', value: 'present' }],
    examinations: [],
    tests: [],
  } as unknown as PatientCase; // what the figure looks at
  const knowingAt = (...tells: ReturnType<typeof told>[]) => {
    const knowing = new Knowing(model);
    knowing.tell(tells);
    return knowing;
  };
  const closure = (bodies: EventBody[], tells: ReturnType<typeof told>[] = [], more: object = {}) => {
    const history = historyOf(opened(), ...bodies);
    const protocol = protocolOf({ maxTurns: 5, ...more });
    return closureOf(
      history,
      knowingAt(...tells),
      patientCase,
      { mustAsk: ['stiff', 'fever', 'smoking'] },
      cameUp(history),
      protocol,
    );
  };

  test('with the neck never asked about is premature: H(.2625) − .75 · H(.05) − .25 · H(.9) bits were left', () => {
    // P(stiff) = .75 · .05 + .25 · .9 = .2625
    const left = h(0.2625) - 0.75 * h(0.05) - 0.25 * h(0.9);
    expect(left).toBeCloseTo(0.498, 3); // .830419 − .214798 − .117249
    const { best, ...rest } = closure([concluded('flu')]) ?? {};
    expect(best).toMatchObject({ key: 'stiff', means: 'question' });
    expect(best?.bits).toBeCloseTo(left, 9);
    expect(rest).toEqual({ thresholdBits: 0.1, isPremature: true, overlooked: ['stiff'] });
  });

  test('overlooks a must-ask item that would have turned the belief: from .75 flu to .75 · .05 against .25 · .9', () => {
    // with the neck stiff flu has .0375 / (.0375 + .225) = .142857: meningitis comes first. No fever would turn nothing.
    expect(closure([concluded('flu')])?.overlooked).toEqual(['stiff']);
    expect(closure([...asks(['stiff']), concluded('flu')])?.overlooked).toEqual([]); // it was asked, whatever was said
  });

  test('with the neck known is not: nothing else tells the two apart', () => {
    const { best, isPremature, overlooked } =
      closure([...asks(['stiff'], [present('stiff')]), concluded('flu')], [present('stiff')]) ?? {};
    expect(best?.bits).toBeCloseTo(0, 9);
    expect({ isPremature, overlooked }).toEqual({ isPremature: false, overlooked: [] });
  });

  test('at the threshold leaves no more than somebody may who is .99 sure', () => {
    expect(h(0.99)).toBeLessThan(prematureBits);
  });

  test.each<{ what: string; bodies: EventBody[]; more: object }>([
    { what: 'did not conclude', bodies: [ended('exhausted')], more: {} },
    { what: 'had no turn left', bodies: [...asks(['fever']), concluded('flu')], more: { maxTurns: 1 } },
    { what: 'could not ask', bodies: [concluded('flu')], more: { dialogue: false } },
    { what: 'had no time left', bodies: [concluded('flu')], more: { maxMs: 1 } },
  ])('is not to be had of a doctor that $what', ({ bodies, more }) => {
    const slow = bodies.map((body) => body);
    const history = historyOf(opened(), ...slow).map((event, i) => ({
      ...event,
      at: new Date(i * 1000).toISOString(),
    }));
    expect(
      closureOf(
        history,
        knowingAt(),
        patientCase,
        { mustAsk: [] },
        cameUp(history),
        protocolOf({ maxTurns: 5, ...more }),
      ),
    ).toBeNull();
  });

  test('does not guess what a case leaves unknown', () => {
    const history = historyOf(opened(), concluded('flu'));
    const silent = { ...patientCase, facts: [], unlisted: 'unknown' } as PatientCase;
    expect(closureOf(history, knowingAt(), silent, { mustAsk: ['stiff'] }, cameUp(history))?.overlooked).toEqual([]);
  });
});

describe('anchoring', () => {
  const reader = createDiagnosisReader(model.conditions, noOthers);
  const believes = (...names: string[]): BodyOf<'belief.probed'> => ({
    type: 'belief.probed',
    differential: names.map((diagnosis) => ({ diagnosis, probability: null })),
    usage: null,
  });
  const anchoring = (...bodies: EventBody[]) => {
    const history = historyOf(opened(), ...bodies);
    const nothing = { method: 'exact', totalBits: 0, rank: 1, bits: {} } as const;
    return anchoringOf(history, followInformation(history, model, 0, nothing).beliefs, model, reader);
  };
  const stiff = asks(['stiff'], [present('stiff')]);
  const notStiff = asks(['stiff'], [absent('stiff')]);
  const nothing = asks(['smoking']);

  test.each<{ what: string; bodies: EventBody[]; turns: number | null }>([
    { what: 'nobody asked what it believes', bodies: stiff, turns: null },
    { what: 'it named nothing that is known', bodies: [...stiff, believes('tiredness')], turns: null },
    { what: 'the answer spoke for it', bodies: [...nothing, believes('flu'), ...notStiff, believes('flu')], turns: 0 },
    { what: 'the answer spoke against it', bodies: [...nothing, believes('flu'), ...stiff, believes('flu')], turns: 1 },
    { what: 'it changed its mind', bodies: [...nothing, believes('flu'), ...stiff, believes('meningitis')], turns: 0 },
    {
      what: 'twice, and between them nothing was said',
      bodies: [
        ...notStiff,
        believes('flu'),
        ...stiff,
        believes('flu'),
        ...nothing,
        believes('flu'),
        ...notStiff,
        believes('flu'),
        ...stiff,
        believes('flu'),
      ],
      turns: 2,
    },
  ])('where $what: $turns', ({ bodies, turns }) => {
    expect(anchoring(...bodies)).toBe(turns);
  });
});

describe('the reward', () => {
  const gains = {
    value: 'knowledge base',
    method: 'exact',
    errorBits: 0,
    coverage: 1,
    turns: [
      { turn: 1, gainBits: 1.5 },
      { turn: 2, gainBits: -0.5 },
    ],
  } as const;

  test('of a right diagnosis counts gains twice, and 3 for the conclusion: 2 · (1.5 − .5) + 3 = 5', () => {
    const { turns, conclusion, total, parameters } = rewardOf(gains, true);
    expect(turns.map(({ reward }) => reward)).toEqual([3, -1]);
    expect({ conclusion, total, parameters }).toEqual({
      conclusion: 3,
      total: 5,
      parameters: { alpha: 1, beta: 1, gamma: 3 },
    });
  });

  test('of a wrong one counts them once, and nothing for the conclusion: 1.5 − .5 = 1', () => {
    const { turns, conclusion, total } = rewardOf(gains, false);
    expect(turns.map(({ reward }) => reward)).toEqual([1.5, -0.5]);
    expect({ conclusion, total }).toEqual({ conclusion: 0, total: 1 });
  });

  test('credits a fact once, in the turn that told it, and none told with its presence wrong; what the doctor asks earns nothing', () => {
    const worth = { method: 'exact', totalBits: 0.9, rank: 1, bits: { fever: 0.3, stiff: 0.6 } } as const;
    const history = historyOf(
      opened(),
      ...asks(['fever', 'stiff']), // asked, and not told
      ...asks(['fever'], [present('fever')]),
      ...asks(['fever'], [present('fever')]),
      ...asks(['stiff'], [told('stiff', 'absent', { as: 'denied' })]),
    );
    const { turns, coverage } = rewardOf(gainsOf(followInformation(history, model, 0, worth), worth), false);
    expect(turns.map(({ reward }) => reward)).toEqual([0, 0.3, 0, 0]);
    expect(coverage).toBeCloseTo(0.3 / 0.9, 12);
  });
});
