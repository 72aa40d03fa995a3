import { describe, expect, test } from 'vitest';
import type { DoctorTurn } from '../../src/doctor/doctor.ts';
import { ConsultationEvent, isDoctorsAct } from '../../src/events/event.ts';
import { progressOf } from '../../src/events/history.ts';
import {
  answers,
  asks,
  asksBack,
  concludes,
  consult,
  examines,
  leaves,
  noon,
  orders,
  played,
  protocolOf,
  refuses,
  reports,
  unreachable,
  unusable,
} from '../support/consultation.ts';

describe('a consultation', () => {
  test('ends concluded where the doctor concludes and the patient is content', async () => {
    const { types, end, outcome, assessment } = await played({ doctor: [asks, examines, orders, concludes] });
    expect(types).toEqual([
      'patient.opened',
      'doctor.asked',
      'patient.answered',
      'doctor.examined',
      'clinic.reported',
      'doctor.ordered',
      'clinic.reported',
      'doctor.concluded',
      'patient.answered',
      'consultation.ended',
    ]);
    expect(end).toMatchObject({ how: 'concluded', by: null, code: null });
    expect({ outcome, assessment }).toEqual({ outcome: 'done', assessment: 4 });
  });

  test('whose turns are spent asks for a conclusion once, and ends concluded with it', async () => {
    const { turns, end } = await played({ doctor: [asks, asks, concludes], protocol: { maxTurns: 2 } });
    expect(turns.map(({ call, turnsLeft }) => ({ call, turnsLeft }))).toEqual([
      { call: 'act', turnsLeft: 2 },
      { call: 'act', turnsLeft: 1 },
      { call: 'conclude', turnsLeft: 0 },
    ]);
    expect(end).toMatchObject({ how: 'concluded' });
  });

  test('ends exhausted where even the last call brings no conclusion, and nobody answers that act', async () => {
    const { types, end, outcome } = await played({ doctor: [asks], protocol: { maxTurns: 2 } });
    expect(types.slice(-4)).toEqual(['doctor.asked', 'patient.answered', 'doctor.asked', 'consultation.ended']);
    expect(end).toMatchObject({ how: 'exhausted', by: null, code: null });
    expect(outcome).toBe('done');
  });

  test('ends abandoned, and is assessed, where the patient leaves', async () => {
    const { types, end, assessment } = await played({ doctor: [asks], patient: [answers, refuses, leaves] });
    expect(types.filter((type) => type.startsWith('patient.'))).toEqual([
      'patient.opened',
      'patient.answered',
      'patient.refused',
      'patient.left',
    ]);
    expect(end).toMatchObject({ how: 'abandoned', by: null });
    expect(assessment).toBe(3);
  });

  test('goes on where the patient asks back before the conclusion', async () => {
    const { end } = await played({ doctor: [asks, concludes], patient: [asksBack, answers] });
    expect(end).toMatchObject({ how: 'concluded' });
  });

  test('has conclusions that stand where the patient leaves after them', async () => {
    const { end } = await played({ doctor: [concludes], patient: [leaves] });
    expect(end).toMatchObject({ how: 'concluded' });
  });
});

describe('without a dialogue', () => {
  test('the doctor is asked once, for its conclusion, and nobody answers it', async () => {
    const { types, turns, end } = await played({ doctor: [concludes], protocol: { dialogue: false } });
    expect(turns.map(({ call }) => call)).toEqual(['conclude']);
    expect(types).toEqual(['patient.opened', 'doctor.concluded', 'consultation.ended']);
    expect(end).toMatchObject({ how: 'concluded' });
  });
});

describe('a belief probe', () => {
  const probed = { protocol: { beliefProbe: true } };
  const sure = (probability: number) => ({ differential: [{ diagnosis: 'tonsillitis', probability }], usage: null });

  test('is made after the opening and after each turn, and no doctor sees its answer', async () => {
    const { types, journal, turns } = await played({
      doctor: [asks, examines, concludes],
      belief: (lines) => sure(lines / 10),
      ...probed,
    });
    expect(types).toEqual([
      'patient.opened',
      'belief.probed',
      'doctor.asked',
      'patient.answered',
      'belief.probed',
      'doctor.examined',
      'clinic.reported',
      'belief.probed',
      'doctor.concluded',
      'patient.answered',
      'consultation.ended',
    ]);
    const beliefs = journal.flatMap((event) =>
      event.type === 'belief.probed' ? [[event.turn, event.differential]] : [],
    );
    expect(beliefs).toEqual([1, 3, 5].map((lines, turn) => [turn, sure(lines / 10).differential]));
    expect(JSON.stringify(turns)).not.toContain('probability');
  });

  test('that fails is recorded as missing, and the consultation goes on', async () => {
    const { types, end } = await played({ doctor: [concludes], belief: () => unreachable, ...probed });
    expect(types.slice(0, 4)).toEqual(['patient.opened', 'call.failed', 'belief.probed', 'doctor.concluded']);
    expect(end).toMatchObject({ how: 'concluded', by: null });
  });

  test('is not made of a doctor that cannot be asked', async () => {
    const { types } = await played({ doctor: [concludes], ...probed });
    expect(types).not.toContain('belief.probed');
  });

  test('is made once, wherever the journal was cut', async () => {
    const script = { doctor: [asks, concludes], belief: () => sure(0.5), ...probed };
    const { journal } = await played(script);
    for (let cut = 1; cut < journal.length; cut++) {
      const rest = await played({ ...script, recorded: journal.slice(0, cut) });
      expect([...journal.slice(0, cut), ...rest.journal]).toEqual(journal);
    }
  });
});

describe('after the conclusion', () => {
  test.each([
    { closingExchanges: 0, replies: 0 },
    { closingExchanges: 1, replies: 2 },
    { closingExchanges: 2, replies: 3 },
  ])('$closingExchanges exchanges at most, however often the patient asks', async ({ closingExchanges, replies }) => {
    const { turns, types, end } = await played({
      doctor: [concludes, asks],
      patient: [asksBack],
      protocol: { closingExchanges },
    });
    expect(turns.filter(({ call }) => call === 'explain')).toHaveLength(closingExchanges);
    expect(types.filter((type) => type === 'patient.askedBack')).toHaveLength(replies);
    expect(end).toMatchObject({ how: 'concluded' });
  });

  test.each([{ act: examines }, { act: orders }, { act: concludes }])(
    'a doctor that answers with the act $act.kind has its exchange',
    async ({ act }) => {
      const { turns, history, end } = await played({ doctor: [concludes, act], patient: [asksBack] });
      expect(turns.map(({ call }) => call)).toEqual(['act', 'explain', 'explain']);
      expect(progressOf(history)).toMatchObject({ acts: 3, turns: 0, closingExchanges: 2 });
      expect(end).toMatchObject({ how: 'concluded' });
    },
  );

  test('exchanges are outside the turn budget', async () => {
    const { types } = await played({
      doctor: [asks, concludes, asks],
      patient: [answers, asksBack, answers],
      protocol: { maxTurns: 1 },
    });
    expect(types.slice(-4)).toEqual(['patient.askedBack', 'doctor.asked', 'patient.answered', 'consultation.ended']);
  });
});

describe('budgets', () => {
  test('of tokens: the turn that spends them is the last before the call to conclude', async () => {
    const { turns } = await played({
      doctor: [asks, asks, asks, concludes],
      usage: { inputTokens: 90, outputTokens: 10 },
      protocol: { maxTokens: 201 },
    });
    // 100 and 200 are below 201, 300 is not
    expect(turns.map(({ call }) => call)).toEqual(['act', 'act', 'act', 'conclude']);
  });

  test('of wall time: counted from the start, looked at between turns', async () => {
    let ms = Date.parse(noon);
    const { turns, journal } = await played({
      doctor: [asks, asks, asks, concludes],
      clock: () => new Date(ms),
      protocol: { maxMs: 2500 },
      onEvent: ({ type }) => {
        if (type === 'doctor.asked') ms += 1000;
      },
    });
    // 1000 and 2000 are below 2500, 3000 is not
    expect(turns.map(({ call }) => call)).toEqual(['act', 'act', 'act', 'conclude']);
    expect(journal.at(-1)?.at).toBe('2026-01-01T12:00:03.000Z');
  });

  test('are not looked at where the protocol sets none', async () => {
    let ms = 0;
    const { turns } = await played({
      doctor: [asks, concludes],
      usage: { inputTokens: 1e9, outputTokens: 1e9 },
      clock: () => {
        ms += 3_600_000;
        return new Date(ms);
      },
    });
    expect(turns.map(({ call }) => call)).toEqual(['act', 'act']);
  });
});

test('events are numbered from 0; an act and its reply share a turn, and the opening is turn 0', async () => {
  const { journal, history } = await played({
    doctor: [asks, examines, concludes, asks],
    patient: [answers, asksBack, answers],
  });
  expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, i) => i));
  expect(journal.map(({ turn }) => turn)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 4]);
  expect(history).toEqual(journal);
  for (const event of journal) {
    expect(event).toMatchObject({ v: 1, run: 'run', consultation: 'consultation', at: noon });
    expect(ConsultationEvent.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
  }
});

test('an event is in the journal before anybody acts on it', async () => {
  const kept: number[] = [];
  const { consultation, journal } = consult({
    doctor: [asks, concludes],
    clinic: () => reports,
    assess: async (history) => {
      kept.push(journal.length, history.length);
      return 0;
    },
  });
  await consultation.start();
  expect(kept).toEqual([6, 6]);
});

describe('what reaches the doctor', () => {
  const keysOf = (value: object) => Object.keys(value).sort();

  test('is the view, the call and the turns left, and in the view only what a doctor can see', async () => {
    const { turns } = await played({
      doctor: [asks, examines, orders, [unusable, concludes], asks],
      patient: [answers, asksBack],
    });
    expect(turns).toHaveLength(7);
    for (const turn of turns) {
      expect(keysOf(turn)).toEqual(['call', 'turnsLeft', 'view']);
      expect(keysOf(turn.view)).toEqual(['demographics', 'lines', 'setting']);
      expect(keysOf(turn.view.demographics)).toEqual(['age', 'sex']);
      for (const line of turn.view.lines)
        expect(keysOf(line)).toEqual(line.speaker === 'doctor' ? ['act', 'speaker', 'text'] : ['speaker', 'text']);
    }
  });

  test('holds no id that its own words did not hold', async () => {
    const { turns } = await played({ doctor: [asks, concludes, asks], patient: [answers, asksBack, answers] });
    expect(JSON.stringify(turns satisfies DoctorTurn[])).not.toMatch(
      /sore-throat|throat"|fever-fact|neutral|calm|lexicon/,
    );
  });
});

test('a protocol’s defaults are 14 turns, two closing exchanges, and no other budget', async () => {
  expect(protocolOf()).toMatchObject({ maxTurns: 14, closingExchanges: 2, maxTokens: null, maxMs: null });
  const { history } = await played({ doctor: [asks] });
  expect(history.filter(isDoctorsAct)).toHaveLength(15); // 14 turns, and the last call
});
