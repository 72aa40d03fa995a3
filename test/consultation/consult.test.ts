import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import type { DoctorTurn } from '../../src/doctor/doctor.ts';
import { ConsultationEvent, type EventBody, isDoctorsAct } from '../../src/events/event.ts';
import { progressOf } from '../../src/events/history.ts';
import {
  answers,
  asks,
  asksBack,
  concludes,
  consult,
  doctorBody,
  ended,
  examines,
  failedCall,
  historyOf,
  leaves,
  noon,
  opened,
  orders,
  protocolOf,
  refused,
  refuses,
  reports,
  type Script,
  unreachable,
  unusable,
} from '../support/consultation.ts';

/** Plays a script to its end; the types of what happened, and how it ended. */
async function played(script: Script) {
  const { consultation, journal, turns } = consult(script);
  const result = await consultation.start();
  return { ...result, journal, turns, types: journal.map(({ type }) => type), end: journal.at(-1) };
}

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

describe('a doctor that gives nothing usable', () => {
  test('is asked again twice; then the consultation failed, by its fault, and is assessed', async () => {
    const { journal, end, outcome, assessment } = await played({ doctor: [asks, unusable] });
    const failures = journal.filter(({ type }) => type === 'call.failed');
    expect(failures).toMatchObject([
      { role: 'doctor', code: 'unusable-reply', attempt: 1, turn: 1 },
      { role: 'doctor', code: 'unusable-reply', attempt: 2, turn: 1 },
      { role: 'doctor', code: 'unusable-reply', attempt: 3, turn: 1 },
    ]);
    expect(end).toMatchObject({ how: 'failed', by: 'doctor', code: 'unusable-reply' });
    expect({ outcome, assessment }).toEqual({ outcome: 'failed', assessment: 1 });
  });

  test('at two attempts only is forgiven, and the next turn has two repeats again', async () => {
    const { types, outcome } = await played({
      doctor: [
        [unusable, unusable, asks],
        [unusable, unusable, concludes],
      ],
    });
    expect(types.filter((type) => type === 'call.failed')).toHaveLength(4);
    expect(outcome).toBe('done');
  });

  test('on the last call fails too, after as many repeats', async () => {
    const { journal, end } = await played({ doctor: [asks, unusable], protocol: { maxTurns: 1 } });
    expect(journal.filter(({ type }) => type === 'call.failed')).toHaveLength(3);
    expect(end).toMatchObject({ how: 'failed', by: 'doctor' });
  });

  test.each([
    { error: refused, by: 'doctor', code: 'model-refused' },
    { error: unreachable, by: 'infrastructure', code: 'unreachable' },
    { error: new TypeError('x is not a function'), by: 'infrastructure', code: 'bug' },
  ])('is not asked again after $code, which is put down to: $by', async ({ error, by, code }) => {
    const { journal, end } = await played({ doctor: [error] });
    expect(journal.filter(({ type }) => type === 'call.failed')).toMatchObject([{ role: 'doctor', code, attempt: 1 }]);
    expect(end).toMatchObject({ how: 'failed', by, code });
  });

  test('after its conclusion has concluded all the same', async () => {
    const script = { doctor: [concludes, unreachable], patient: [asksBack] };
    const { types, end, outcome, assessment } = await played(script);
    expect(types.slice(-3)).toEqual(['patient.askedBack', 'call.failed', 'consultation.ended']);
    expect(end).toMatchObject({ how: 'concluded', by: null, code: null });
    expect({ outcome, assessment }).toEqual({ outcome: 'done', assessment: 1 });
  });
});

describe('where another role fails', () => {
  test.each<{ where: string; script: Script; role: string; by: string; code: string; calls: number }>([
    {
      where: 'the opening',
      script: { doctor: [asks], opening: unreachable },
      role: 'patient',
      by: 'patient',
      code: 'unreachable',
      calls: 1,
    },
    {
      where: 'a reply',
      script: { doctor: [asks], patient: [unreachable] },
      role: 'patient',
      by: 'patient',
      code: 'unreachable',
      calls: 1,
    },
    {
      where: 'a reply that cannot be used',
      script: { doctor: [asks], patient: [unusable] },
      role: 'patient',
      by: 'patient',
      code: 'unusable-reply',
      calls: 3,
    },
    {
      where: 'the closing',
      script: { doctor: [concludes], patient: [unusable] },
      role: 'patient',
      by: 'patient',
      code: 'unusable-reply',
      calls: 3,
    },
    {
      where: 'an examination',
      script: { doctor: [examines], clinic: broken },
      role: 'clinic',
      by: 'infrastructure',
      code: 'bug',
      calls: 1,
    },
    {
      where: 'a test',
      script: { doctor: [orders], clinic: broken },
      role: 'clinic',
      by: 'infrastructure',
      code: 'bug',
      calls: 1,
    },
  ])('at $where, the consultation failed by $by and is not assessed', async ({ script, role, by, code, calls }) => {
    const { journal, end, outcome, assessment } = await played(script);
    const failures = journal.filter(({ type }) => type === 'call.failed');
    expect(failures).toHaveLength(calls);
    expect(failures.at(-1)).toMatchObject({ role, code });
    expect(end).toMatchObject({ how: 'failed', by, code });
    expect({ outcome, assessment }).toEqual({ outcome: 'failed', assessment: null });
  });

  test('a broken assessor is told as an error, and the consultation stands', async () => {
    const { consultation, journal } = consult({
      doctor: [concludes],
      assess: () => Promise.reject(new Error('no such rubric')),
    });
    await expect(consultation.start()).rejects.toThrow('assessing consultation: no such rubric');
    expect(journal.slice(-2)).toMatchObject([{ how: 'concluded' }, { type: 'call.failed', role: 'assessor' }]);
  });

  test('a journal that cannot be written ends the consultation with its error', async () => {
    const full = new Error('no space left');
    const { consultation, turns } = consult({
      doctor: [asks],
      onEvent: ({ seq }) => {
        if (seq === 2) throw full;
      },
    });
    await expect(consultation.start()).rejects.toBe(full);
    expect(turns).toHaveLength(1);
  });
});

function broken(): never {
  throw new Error('no such report');
}

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

/** Scripts that between them reach every way a consultation can go but failures. */
const anyScript = fc.record({
  doctor: fc.array(fc.constantFrom(asks, asks, examines, orders, concludes), { minLength: 1, maxLength: 6 }),
  patient: fc.array(fc.constantFrom(answers, answers, asksBack, asksBack, refuses, leaves), {
    minLength: 1,
    maxLength: 8,
  }),
  protocol: fc.record({ maxTurns: fc.integer({ min: 1, max: 4 }), closingExchanges: fc.integer({ min: 0, max: 2 }) }),
}) satisfies fc.Arbitrary<Script>;

describe('a consultation that was cut off', () => {
  test('goes on to the same events, wherever it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, async (script) => {
        const whole = await played(script);
        for (let cut = 0; cut <= whole.journal.length; cut++) {
          const rest = await played({ ...script, recorded: whole.journal.slice(0, cut) });
          expect(rest.history).toEqual(whole.history);
          expect(rest.journal).toEqual(whole.journal.slice(cut)); // nothing is written twice
          expect(rest.assessment).toBe(whole.assessment);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('goes on to the same events where it was stopped and not cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyScript, fc.nat(20), async (script, at) => {
        const whole = await played(script);
        const half = await played({
          ...script,
          onEvent: ({ seq }, consultation) => {
            if (seq === at) consultation.stop();
          },
        });
        expect(half.history).toEqual(whole.history.slice(0, half.history.length));
        if (half.outcome === 'done') return;
        expect(half.outcome).toBe('stopped');
        expect(half.assessment).toBeNull();
        const rest = await played({ ...script, recorded: half.history });
        expect(rest.history).toEqual(whole.history);
      }),
      { numRuns: 60 },
    );
  });

  test('between two attempts starts its attempts again, and ends in the same way', async () => {
    const script: Script = { doctor: [asks, unusable] };
    const whole = await played(script);
    const cut = whole.journal.findIndex(({ type }) => type === 'call.failed') + 1;
    const rest = await played({ ...script, recorded: whole.journal.slice(0, cut) });
    expect(rest.journal.map((event) => ('attempt' in event ? event.attempt : event.type))).toEqual([
      1,
      2,
      3,
      'consultation.ended',
    ]);
    expect(rest.end).toMatchObject({ how: 'failed', by: 'doctor' });
  });

  test('after its end is only assessed: nobody speaks and nothing is written', async () => {
    const bodies: EventBody[] = [opened, doctorBody(asks), answers, doctorBody(asks), ended('exhausted')];
    const { journal, turns, assessment, outcome } = await played({
      doctor: [asks],
      protocol: { maxTurns: 1 },
      recorded: historyOf(bodies),
    });
    expect({ journal, turns, assessment, outcome }).toEqual({ journal: [], turns: [], assessment: 2, outcome: 'done' });
  });

  test.each<{ after: string; bodies: EventBody[]; how: string }>([
    { after: 'the patient left', bodies: [opened, doctorBody(asks), leaves], how: 'abandoned' },
    { after: 'the patient was content', bodies: [opened, doctorBody(concludes), answers], how: 'concluded' },
    {
      after: 'an act beyond the turns',
      bodies: [opened, ...Array.from({ length: 2 }, () => [doctorBody(asks), answers]).flat(), doctorBody(asks)],
      how: 'exhausted',
    },
  ])('before the end was written is $how after $after', async ({ bodies, how }) => {
    const { journal } = await played({ doctor: [asks], protocol: { maxTurns: 2 }, recorded: historyOf(bodies) });
    expect(journal).toMatchObject([{ type: 'consultation.ended', how, seq: bodies.length }]);
  });

  test('after a failed call is taken up by the role that failed', async () => {
    const bodies: EventBody[] = [opened, doctorBody(asks), failedCall('patient')];
    const { types } = await played({ doctor: [asks, concludes], recorded: historyOf(bodies) });
    expect(types[0]).toBe('patient.answered');
  });
});

describe('a call that the budget refuses', () => {
  const spent = new AnamnesisError('budget-spent', 'no money is left');

  test.each<{ role: string; script: Script; types: string[] }>([
    {
      role: 'doctor',
      script: { doctor: [asks, spent] },
      types: ['patient.opened', 'doctor.asked', 'patient.answered'],
    },
    { role: 'patient', script: { doctor: [asks], patient: [spent] }, types: ['patient.opened', 'doctor.asked'] },
    { role: 'opening', script: { doctor: [asks], opening: spent }, types: [] },
  ])('stops the consultation, and nobody failed: $role', async ({ script, types: before }) => {
    const { types, outcome, assessment } = await played(script);
    expect({ outcome, assessment, types }).toEqual({ outcome: 'stopped', assessment: null, types: before });
  });

  test('for the assessor leaves an ended consultation that is assessed later', async () => {
    const { outcome, end } = await played({ doctor: [concludes], assess: () => Promise.reject(spent) });
    expect({ outcome, type: end?.type }).toEqual({ outcome: 'stopped', type: 'consultation.ended' });
  });
});

describe('stopping', () => {
  test('lets the role that is acting end, and begins no other', async () => {
    const { consultation, turns, journal } = consult({
      doctor: [asks],
      onEvent: ({ type }, running) => {
        if (type === 'doctor.asked') running.stop();
      },
    });
    const { outcome, assessment } = await consultation.start();
    expect({ outcome, assessment }).toEqual({ outcome: 'stopped', assessment: null });
    expect(journal.map(({ type }) => type)).toEqual(['patient.opened', 'doctor.asked']);
    expect(turns).toHaveLength(1);
  });

  test('before the start begins nobody', async () => {
    const { consultation, journal } = consult({ doctor: [asks] });
    consultation.stop();
    expect((await consultation.start()).outcome).toBe('stopped');
    expect(journal).toEqual([]);
  });

  test('at once waits for nobody: the role’s signal is aborted, and what it still says is not recorded', async () => {
    let signalled: AbortSignal | undefined;
    let say: (text: number) => void = () => {};
    const { consultation, journal } = consult({
      doctor: [concludes],
      assess: (_, signal) => {
        signalled = signal;
        queueMicrotask(() => consultation.stop(true));
        return new Promise((resolve) => {
          say = resolve;
        });
      },
    });
    const { outcome, assessment } = await consultation.start();
    expect({ outcome, assessment, aborted: signalled?.aborted }).toEqual({
      outcome: 'stopped',
      assessment: null,
      aborted: true,
    });
    const before = journal.length;
    say(1);
    await Promise.resolve();
    expect(journal).toHaveLength(before);
  });

  test('while it is assessed does not keep it from being done', async () => {
    const { outcome } = await played({
      doctor: [concludes],
      onEvent: ({ type }, consultation) => {
        if (type === 'consultation.ended') consultation.stop();
      },
    });
    expect(outcome).toBe('done');
  });
});

test('a protocol’s defaults are 14 turns, two closing exchanges, and no other budget', async () => {
  expect(protocolOf()).toMatchObject({ maxTurns: 14, closingExchanges: 2, maxTokens: null, maxMs: null });
  const { history } = await played({ doctor: [asks] });
  expect(history.filter(isDoctorsAct)).toHaveLength(15); // 14 turns, and the last call
});
