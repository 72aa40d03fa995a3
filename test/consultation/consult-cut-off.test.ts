import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventBody } from '../../src/events/event.ts';
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
  opened,
  orders,
  played,
  refuses,
  type Script,
  unusable,
} from '../support/consultation.ts';

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
