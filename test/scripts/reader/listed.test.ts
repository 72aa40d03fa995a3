import { expect, test } from 'vitest';
import { listedTurns } from '../../../scripts/reader/listed.ts';
import type { LabelledTurn } from '../../../scripts/reader/turns.ts';
import { drawFor } from '../../../src/base/random.ts';

const written: LabelledTurn = {
  ...{ set: 'a-01', text: 'Coughing? Feverish?', turns: [], labels: ['cough', 'fever'], isResolved: false, weight: 1 },
};
const called = new Map([
  ['cough', ['cough', 'hacking']],
  ['fever', ['fever', 'a temperature that will not go down']],
  ['rash', ['rash']],
]);
const made = (lists: readonly LabelledTurn[] = [written]) =>
  listedTurns({ lists, called, count: 60, draw: drawFor('test') });

test('what was asked together is asked in other names, with marks between them and without', () => {
  const turns = made();
  expect(turns.length).toBeGreaterThan(40);
  for (const { text, labels, from } of turns) {
    expect(from).toBe('a-01');
    expect(labels.length).toBe(2);
    for (const id of labels)
      expect(
        called.get(id)?.some((name) => text.includes(name)),
        text,
      ).toBe(true);
    expect(text).not.toContain('will not go down');
  }
  expect(turns.some(({ text }) => /(?:cough|hacking) fever|fever (?:cough|hacking)/.test(text))).toBe(true);
  expect(turns.some(({ text }) => text.includes(', '))).toBe(true);
});

test('some lists hold what nobody asked together', () => {
  expect(made().some(({ labels }) => labels.includes('rash'))).toBe(true);
  expect(made([])).toEqual([]);
});
