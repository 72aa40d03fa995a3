import { describe, expect, test } from 'vitest';
import { readBelief } from '../../src/doctor/belief-text.ts';
import { statedIn } from '../../src/doctor/stated.ts';

describe('a phrase', () => {
  test.each<[string, string, number | null]>([
    ['migraine: 0.6', 'migraine', 0.6],
    ['migraine (0.6)', 'migraine', 0.6],
    ['migraine [60 %]', 'migraine', 0.6],
    ['migraine – 60%', 'migraine', 0.6],
    ['migraine, 0.6', 'migraine,', 0.6],
    ['migraine = .25', 'migraine', 0.25],
    ['migraine: 0,6', 'migraine', 0.6],
    ['migraine: 1', 'migraine', 1],
    ['migraine (0)', 'migraine', 0],
    ['type 2 diabetes', 'type 2 diabetes', null],
    ['diabetes type 2', 'diabetes type 2', null],
    ['diabetes type 2 (0.7)', 'diabetes type 2', 0.7],
    ['human herpesvirus 1', 'human herpesvirus 1', null],
    ['migraine 250 %', 'migraine 250 %', null],
    ['0.6', '0.6', null],
  ])('%s is %s at %s', (phrase, diagnosis, probability) => {
    expect(statedIn(phrase)).toEqual({ diagnosis, probability });
  });
});

describe('an answer', () => {
  const believed = [
    { diagnosis: 'migraine', probability: 0.6 },
    { diagnosis: 'tension-type headache', probability: 0.3 },
  ];
  test.each([
    'migraine: 0.6\ntension-type headache: 0.3',
    '1. **migraine**: 60 %\n2. tension-type headache: 30 %',
    '<think>hm: 0.9</think>- migraine (0.6)\n- tension-type headache (0.3)',
    JSON.stringify(believed),
    `\`\`\`json\n${JSON.stringify({ differential: believed })}\n\`\`\``,
  ])('%j is read', (text) => {
    expect(readBelief(text)).toEqual(believed);
  });

  test('counts to five diagnoses', () => {
    const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}: 0.1`).join('\n');
    expect(readBelief(lines)).toHaveLength(5);
  });

  test.each(['I cannot say.', '', '{"differential": [{"diagnosis": 3}]}'])('%j is none', (text) => {
    expect(readBelief(text)).toBeNull();
  });
});
