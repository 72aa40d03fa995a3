import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventBody } from '../../src/events/event.ts';
import { advance, doctorView, endOf, firstConclusion, noProgress, progressOf } from '../../src/events/history.ts';
import {
  answers,
  asks,
  asksBack,
  concludes,
  doctorBody,
  ended,
  examines,
  failedCall,
  historyOf,
  leaves,
  opened,
  orders,
  refuses,
  reports,
} from '../support/consultation.ts';

const [asked, examined, ordered, concluded] = [asks, examines, orders, concludes].map((act) => doctorBody(act)) as [
  EventBody,
  EventBody,
  EventBody,
  EventBody,
]; // four acts, four bodies

describe('whose move it is', () => {
  test.each<{ told: string; history: EventBody[]; next: string }>([
    { told: 'nothing yet', history: [], next: 'opening' },
    { told: 'the complaint', history: [opened], next: 'doctorTurn' },
    { told: 'a question', history: [opened, asked], next: 'patientTurn' },
    { told: 'an answer', history: [opened, asked, answers], next: 'doctorTurn' },
    { told: 'a question back', history: [opened, asked, asksBack], next: 'doctorTurn' },
    { told: 'a refusal', history: [opened, asked, refuses], next: 'doctorTurn' },
    { told: 'a patient who left', history: [opened, asked, leaves], next: 'ending' },
    { told: 'an examination', history: [opened, examined], next: 'examining' },
    { told: 'a test', history: [opened, ordered], next: 'testing' },
    { told: 'a report', history: [opened, ordered, reports], next: 'doctorTurn' },
    { told: 'a conclusion', history: [opened, concluded], next: 'closing' },
    { told: 'a question about the conclusion', history: [opened, concluded, asksBack], next: 'explaining' },
    { told: 'an explanation', history: [opened, concluded, asksBack, asked], next: 'closing' },
    { told: 'a patient who is content', history: [opened, concluded, answers], next: 'ending' },
    { told: 'a failed call', history: [opened, asked, failedCall('patient')], next: 'patientTurn' },
    { told: 'the end', history: [opened, concluded, answers, ended('concluded')], next: 'assessing' },
  ])('after $told: $next', ({ history, next }) => {
    expect(progressOf(history).next).toBe(next);
  });

  test.each([
    { again: 'examines', act: examined },
    { again: 'orders a test', act: ordered },
    { again: 'concludes', act: concluded },
  ])('after the conclusion every act is an exchange outside the budget, also where the doctor $again', ({ act }) => {
    const before = progressOf([opened, concluded, asksBack]);
    expect(advance(before, act)).toEqual({ ...before, acts: 2, closingExchanges: 1, next: 'closing' });
  });
});

test('questions, examinations and tests are turns; the conclusion and what follows are acts only', () => {
  const history = [opened, asked, answers, examined, reports, ordered, reports, concluded, asksBack, asked, answers];
  expect(progressOf(history)).toEqual({
    acts: 5,
    turns: 3,
    probedAt: -1,
    closingExchanges: 1,
    doctorTokens: 0,
    concluded: true,
    next: 'ending',
  });
});

test('tokens are those that went in and came out, and none where no model was asked', () => {
  const history = [
    opened,
    doctorBody(asks, { inputTokens: 100, outputTokens: 7 }),
    answers,
    doctorBody(asks),
    answers,
    doctorBody(concludes, { inputTokens: 200, outputTokens: 20 }),
  ];
  expect(progressOf(history).doctorTokens).toBe(327);
});

const anyBody = fc.constantFrom<EventBody>(
  opened,
  answers,
  asksBack,
  refuses,
  leaves,
  asked,
  examined,
  ordered,
  doctorBody(asks, { inputTokens: 3, outputTokens: 4 }),
  concluded,
  reports,
  failedCall('doctor'),
  ended('exhausted'),
);

test('the progress of a prefix, advanced by the rest, is the progress of the whole', () => {
  fc.assert(
    fc.property(fc.array(anyBody), fc.nat(), (history, drawn) => {
      const cut = drawn % (history.length + 1);
      expect(history.slice(cut).reduce(advance, progressOf(history.slice(0, cut)))).toEqual(progressOf(history));
    }),
  );
});

test('counts never go down, a conclusion is never taken back, and no event changes what was before', () => {
  fc.assert(
    fc.property(fc.array(anyBody), (history) => {
      let before = noProgress;
      for (const event of history) {
        const kept = { ...before };
        const after = advance(before, event);
        expect(before).toEqual(kept);
        for (const count of ['acts', 'turns', 'closingExchanges', 'doctorTokens'] as const)
          expect(after[count]).toBeGreaterThanOrEqual(before[count]);
        expect(after.concluded || !before.concluded).toBe(true);
        before = after;
      }
      expect(before.turns + before.closingExchanges).toBeLessThanOrEqual(before.acts);
    }),
  );
});

describe('what a doctor sees', () => {
  test('is who sits there, the words spoken, the texts of reports, and which of its own acts was what', () => {
    const history = historyOf([
      opened,
      asked,
      failedCall('patient'),
      answers,
      examined,
      reports,
      concluded,
      asksBack,
      ended('concluded'),
    ]);
    expect(doctorView(history)).toEqual({
      demographics: { age: 30, sex: 'female' },
      setting: 'a general practice',
      lines: [
        { speaker: 'patient', text: 'My throat hurts.' },
        { speaker: 'doctor', text: 'Do you have a fever?', act: 'ask' },
        { speaker: 'patient', text: 'Yes, since Monday.' },
        { speaker: 'doctor', text: 'I look at the throat.', act: 'examine' },
        { speaker: 'clinic', text: 'Throat: red, with white spots.' },
        { speaker: 'doctor', text: 'This is tonsillitis.', act: 'conclude' },
        { speaker: 'patient', text: 'Is it dangerous?' },
      ],
    });
  });

  test('is nothing before the patient opened', () => {
    expect(() => doctorView([])).toThrow('a consultation begins with patient.opened');
  });

  test('holds no id, value, reading or mood, whatever happened', () => {
    fc.assert(
      fc.property(fc.array(anyBody), (bodies) => {
        const view = doctorView(historyOf([opened, ...bodies]));
        expect(Object.keys(view).sort()).toEqual(['demographics', 'lines', 'setting']);
        expect(Object.keys(view.demographics).sort()).toEqual(['age', 'sex']);
        for (const line of view.lines)
          expect(Object.keys(line).sort()).toEqual(
            line.speaker === 'doctor' ? ['act', 'speaker', 'text'] : ['speaker', 'text'],
          );
        expect(JSON.stringify(view)).not.toMatch(/sore-throat|fever-fact|neutral|calm|lexicon/);
      }),
    );
  });
});

test('the first conclusion counts, and there is none before it', () => {
  const second = {
    ...concludes,
    conclusion: { diagnosis: 'a cold', differential: [], reasoning: null, plan: null, safetyNet: null },
  };
  const history = historyOf([opened, concluded, asksBack, doctorBody(second)]);
  expect(firstConclusion(history)?.diagnosis).toBe('tonsillitis');
  expect(firstConclusion(history.slice(0, 1))).toBeNull();
});

describe('how a consultation ended', () => {
  test('is what its end says', () => {
    const end = { type: 'consultation.ended', how: 'failed', by: 'doctor', code: 'unusable-reply' } as const;
    expect(endOf(historyOf([opened, failedCall('doctor'), end]))).toEqual({ how: 'failed', by: 'doctor' });
  });

  test('is open while it goes on', () => {
    expect(endOf([])).toBeNull();
    expect(endOf(historyOf([opened, concluded]))).toBeNull();
  });

  test('stands where the assessor failed after it', () => {
    expect(endOf(historyOf([opened, concluded, ended('concluded'), failedCall('assessor')]))).toEqual({
      how: 'concluded',
      by: null,
    });
  });
});
