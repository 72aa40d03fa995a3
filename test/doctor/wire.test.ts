import { describe, expect, test } from 'vitest';
import { readWireReply, usageIn } from '../../src/doctor/wire.ts';

const reply = (content: unknown, call: 'act' | 'conclude' | 'explain' = 'act') =>
  readWireReply(JSON.stringify(content), call);

test.each(['ask', 'examine', 'order'])('`%s` is an act with its words', (act) => {
  expect(reply({ v: 1, act, text: ' the heart ' })).toEqual({ act: { kind: act, text: 'the heart', form: 'json' } });
});

test('a conclusion keeps its probabilities, the diagnosis first, and is heard as diagnosis, plan and safety net', () => {
  const read = reply({
    act: 'conclude',
    diagnosis: 'acute coronary syndrome',
    probability: 0.7,
    differential: [{ diagnosis: 'reflux', probability: 0.2 }, { diagnosis: 'costochondritis' }],
    reasoning: 'tightness on effort',
    plan: 'You need an ECG',
    safetyNet: 'Call an ambulance if it gets worse.',
    rationale: 'effort, age',
    usage: { inputTokens: 10, outputTokens: 5 },
  });
  expect(read).toEqual({
    act: {
      kind: 'conclude',
      form: 'json',
      text: 'I think this is acute coronary syndrome. You need an ECG. Call an ambulance if it gets worse.',
      rationale: 'effort, age',
      conclusion: {
        diagnosis: 'acute coronary syndrome',
        differential: ['reflux', 'costochondritis'],
        probabilities: [0.7, 0.2, null],
        reasoning: 'tightness on effort',
        plan: 'You need an ECG',
        safetyNet: 'Call an ambulance if it gets worse.',
      },
    },
  });
});

test('a conclusion needs nothing but a diagnosis, and states no probability then', () => {
  expect(reply({ act: 'conclude', diagnosis: 'flu', plan: null }, 'conclude')).toEqual({
    act: {
      kind: 'conclude',
      form: 'json',
      text: 'I think this is flu.',
      conclusion: { diagnosis: 'flu', differential: [], reasoning: null, plan: null, safetyNet: null },
    },
  });
});

describe('what is no act is told in words that help to mend it', () => {
  test.each([
    { text: '', problem: 'it was empty' },
    { text: ' \n', problem: 'it was empty' },
    { text: '{"act": "ask", "te', problem: 'it is not JSON' },
    { text: 'Since when?', problem: 'it is not JSON' },
    { text: '{"act": "ask", "text": "caf\uFFFD"}', problem: 'it is not UTF-8' },
    { text: 'null', problem: 'choose one of ask, examine, order, conclude' },
    { text: '[]', problem: 'choose one of ask, examine, order, conclude' },
    { text: '{"act": "prescribe", "text": "x"}', problem: 'act: choose one of ask, examine, order, conclude' },
    { text: '{"act": "ask"}', problem: 'text: ' },
    { text: '{"act": "ask", "text": "  "}', problem: 'text: ' },
    { text: '{"act": "ask", "text": 5}', problem: 'text: ' },
    { text: '{"v": 2, "act": "ask", "text": "Why?"}', problem: 'v: ' },
    { text: '{"act": "conclude", "diagnosis": "flu", "safety_net": "x"}', problem: '"safety_net"' },
    { text: '{"act": "conclude", "diagnosis": "flu", "probability": 70}', problem: 'probability: ' },
    { text: '{"act": "conclude", "diagnosis": "flu", "differential": ["cold"]}', problem: 'differential: 0: ' },
    { text: '{"act": "ask", "text": "Why?", "usage": {"inputTokens": -1, "outputTokens": 1}}', problem: 'inputTokens' },
    { text: JSON.stringify({ act: 'ask', text: 'a'.repeat(20_001) }), problem: 'text: ' },
  ])('$problem: $text', ({ text, problem }) => {
    expect(readWireReply(text, 'act')).toEqual({ problem: expect.stringContaining(problem) });
  });

  test('however long the names of its keys', () => {
    const read = reply({ act: 'ask', text: 'Why?', ['k'.repeat(10_000)]: 1 });
    expect('problem' in read && read.problem.length).toBeLessThan(500);
  });

  test('a question where the turns are spent, anything but words after the conclusion', () => {
    expect(reply({ act: 'ask', text: 'Why?' }, 'conclude')).toEqual({ problem: expect.stringContaining('spent') });
    expect(reply({ act: 'order', text: 'ECG' }, 'explain')).toEqual({ problem: expect.stringContaining('only `ask`') });
    expect(reply({ act: 'ask', text: 'It is harmless.' }, 'explain')).toHaveProperty('act');
  });
});

test('tokens are counted where they are told, act or not', () => {
  expect(usageIn('{"usage": {"inputTokens": 3, "outputTokens": 4}}')).toEqual({ inputTokens: 3, outputTokens: 4 });
  expect(usageIn('{"usage": {"inputTokens": "3"}}')).toBeNull();
  expect(usageIn('no JSON')).toBeNull();
});
