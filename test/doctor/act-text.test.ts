import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readActText } from '../../src/doctor/act-text.ts';

test.each([
  ['Where does it hurt?', 'ask', 'Where does it hurt?', 'words'],
  ['  Since when?\n', 'ask', 'Since when?', 'words'],
  ['We should test: does it hurt here?', 'ask', 'We should test: does it hurt here?', 'words'],
  ['Did they give you a diagnosis: asthma, say?', 'ask', 'Did they give you a diagnosis: asthma, say?', 'words'],
  ['Who made the final diagnosis: you or a doctor?', 'ask', 'Who made the final diagnosis: you or a doctor?', 'words'],
  ['EXAMINE: the throat', 'examine', 'the throat', 'line'],
  ['Let me see.\n\n**Examine:** the throat', 'examine', 'the throat', 'line'],
  ['- **TEST**: ECG', 'order', 'ECG', 'line'],
  ['TEST:\nECG', 'order', 'ECG', 'line'],
  ['TEST: ECG\nTEST: troponin', 'order', 'ECG; troponin', 'line'],
  ['EXAMINE: chest\nTEST: ECG', 'examine', 'chest', 'line'],
  ['EXAMINE: chest\nCLINIC REPORT: clear\nEXAMINE: abdomen', 'examine', 'chest', 'line'],
  ['EXAMINE: chest\nCLINIC REPORT: clear\nDIAGNOSIS: flu', 'examine', 'chest', 'line'],
  ['<think>The throat? EXAMINE: it</think>Does it hurt to swallow?', 'ask', 'Does it hurt to swallow?', 'words'],
])('%j is %s %j by %s', (written, kind, text, form) => {
  expect(readActText(written)).toEqual({ act: { kind, text, form } });
});

test('the lines of a conclusion are its parts', () => {
  const written = `DIAGNOSIS: acute coronary syndrome
DIFFERENTIAL: pulmonary embolism; reflux
REASONING: pressing pain
that spreads to the arm
PLAN: ECG and troponin
SAFETY NET: Call an ambulance if it gets worse.`;
  expect(readActText(written)).toEqual({
    act: {
      kind: 'conclude',
      form: 'line',
      text: 'I think this is acute coronary syndrome. ECG and troponin. Call an ambulance if it gets worse.',
      conclusion: {
        diagnosis: 'acute coronary syndrome',
        differential: ['pulmonary embolism', 'reflux'],
        reasoning: 'pressing pain that spreads to the arm',
        plan: 'ECG and troponin',
        safetyNet: 'Call an ambulance if it gets worse.',
      },
    },
  });
});

test('a conclusion may be decorated, in another order, and without most of its parts', () => {
  const written = 'Thank you.\n**Reasoning:** short\n### **Final Diagnosis:** Migraine.\nYou can go home.';
  expect(readActText(written)).toEqual({
    act: {
      kind: 'conclude',
      form: 'line',
      text: 'Thank you. I think this is Migraine. You can go home.',
      conclusion: { diagnosis: 'Migraine', differential: [], reasoning: 'short', plan: null, safetyNet: null },
    },
  });
});

test.each([
  ['DIFFERENTIAL: flu, cold', ['flu', 'cold']],
  ['DIFFERENTIAL: diabetes, type 2; gout', ['diabetes, type 2', 'gout']],
  ['DIFFERENTIAL:\n1. flu\n2. cold.', ['flu', 'cold']],
  ['DIFFERENTIAL:\n- flu\n- cold', ['flu', 'cold']],
  ['DIFFERENTIAL:', []],
])('%j lists %j', (line, differential) => {
  expect(readActText(`DIAGNOSIS: x\n${line}`)).toMatchObject({ act: { conclusion: { differential } } });
});

test.each(['', ' \n ', '<think>never ended', '<think>all of it</think>', 'EXAMINE:', 'TEST: \n', 'DIAGNOSIS: **'])(
  '%j is no act',
  (written) => {
    expect(readActText(written)).toEqual({ problem: expect.any(String) });
  },
);

test('whatever a model writes, no act is without words', () => {
  const parts = fc.constantFrom(
    'EXAMINE:',
    'TEST:',
    'DIAGNOSIS:',
    'PLAN:',
    '**',
    '-',
    '\n',
    ' ',
    'pain',
    '<think>',
    '</think>',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(parts, fc.string())), (written) => {
      const read = readActText(written.join(''));
      if ('act' in read) expect(read.act.text.trim()).not.toBe('');
      else expect(read.problem).not.toBe('');
    }),
  );
});
