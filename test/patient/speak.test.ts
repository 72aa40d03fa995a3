import { describe, expect, test } from 'vitest';
import type { Spokesperson } from '../../src/catalog/case.ts';
import type { Mention } from '../../src/events/event.ts';
import type { Decision, Part } from '../../src/patient/decide.ts';
import { speak } from '../../src/patient/speak.ts';
import { told } from '../support/events.ts';
import { personaOf } from '../support/patient.ts';
import { lexicon } from '../support/shipped.ts';

/** Says a decision with every pool's name in place of its phrases. */
function spoken(decision: Partial<Decision>, severityShift = 0, proxy: Spokesperson | null = null, asked = '') {
  const plain: Decision = {
    act: 'answer',
    parts: [],
    mood: { rapport: 'neutral', patience: 'calm' },
    asksBack: false,
    digresses: false,
    isRepeated: false,
    showsFeeling: false,
  };
  const voice = {
    persona: personaOf('phlegmatic', { severityShift }),
    lexicon,
    proxy,
    asked,
    pickOf: (_: string, words: readonly string[]) => words[0] ?? '',
    pick: (pool: string) => (pool === 'deny' ? 'No {finding}.' : `<${pool}>`),
  };
  return speak({ ...plain, ...decision }, voice);
}

const mention: Mention = { finding: 'fever', fact: null, aspect: 'presence', resolved: false };
const tell = (key: string, words: string | null, repeated = false): Part => ({
  kind: 'tell',
  told: told(key, words === null ? 'absent' : 'present'),
  words,
  repeated,
});

test.each([
  { act: 'leave', words: '<leave>' },
  { act: 'fishing', words: '<fishing>' },
  { act: 'notUnderstood', words: '<notUnderstood>' },
  { act: 'nothingMore', words: '<nothingMore>' },
  { act: 'small talk', words: '<smallTalk>' },
] as const)('$act: $words', ({ act, words }) => {
  expect(spoken({ act })).toBe(words);
});

describe('an answer', () => {
  test.each<{ what: string; parts: Part[]; words: string }>([
    { what: 'affirms the one thing asked for', parts: [tell('fever', 'It is high')], words: '<affirm> It is high.' },
    { what: 'does not say yes twice', parts: [tell('fever', 'Yes, a high one.')], words: 'Yes, a high one.' },
    {
      what: 'says several things one after the other',
      parts: [tell('fever', 'It is high.'), tell('cough', 'I cough a bit.')],
      words: 'It is high. I cough a bit.',
    },
    { what: 'denies by the lay name', parts: [tell('headache', null)], words: 'No headache.' },
    {
      what: 'denies several in one sentence',
      parts: [tell('fever', 'It is high.'), tell('headache', null), tell('cough', null)],
      words: 'It is high. No headache and no cough.',
    },
    {
      what: 'does not say so of something new',
      parts: [tell('fever', 'Yes, high.', true), tell('cough', 'Yes, dry.')],
      words: 'Yes, high. Yes, dry.',
    },
    {
      what: 'says once that it does not know',
      parts: [
        { kind: 'unsure', mention },
        { kind: 'unsure', mention },
      ],
      words: '<unsure>',
    },
    {
      what: 'says once that it will not say',
      parts: [
        { kind: 'hold', mention },
        { kind: 'hold', mention },
      ],
      words: '<hold>',
    },
  ])('$what', ({ parts, words }) => {
    expect(spoken({ parts })).toBe(words);
  });

  test('begins with the temper and ends with a word off the topic and a question back', () => {
    const mood = { rapport: 'neutral', patience: 'irritated' } as const;
    expect(spoken({ parts: [tell('fever', 'Yes.')], mood, digresses: true, asksBack: true })).toBe(
      '<irritated> Yes. <digress> <askBack>',
    );
  });

  test('to what was asked before says so once, and again in short', () => {
    const parts = [tell('fever', 'Yes, high. Since Monday.', true), tell('cough', 'Yes, dry.', true)];
    expect(spoken({ parts, isRepeated: true })).toBe('<repeated> Yes, high. Yes, dry.');
  });

  test.each([
    { shift: -1, words: '<playDown>' },
    { shift: 1, words: '<stress>' },
  ])(
    'tells a severity that is shifted by $shift in the persona’s words, and a true one in the case’s',
    ({ shift, words }) => {
      const severity = tell('fever.severity', 'It is a seven.');
      const shifted: Part = {
        kind: 'tell',
        told: { ...told('fever.severity', 'mild'), as: 'distorted' },
        words: null,
        repeated: false,
      };
      expect(spoken({ parts: [shifted] }, shift)).toBe(words);
      expect(spoken({ parts: [severity] }, shift)).toBe('It is a seven.');
    },
  );

  test('affirms symptoms only: nobody says yes to what was no such question', () => {
    expect(spoken({ parts: [tell('concerns', 'I fear for my job.')] })).toBe('I fear for my job.');
  });
});
