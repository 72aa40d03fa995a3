import { expect, test } from 'vitest';
import { retoldTurns } from '../../../scripts/reader/retold.ts';
import type { LabelledTurn } from '../../../scripts/reader/turns.ts';
import { drawFor } from '../../../src/base/random.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import { catalog } from '../../support/shipped.ts';

const followUp = (text: string, label: string): LabelledTurn => ({
  ...{ set: 'a-01', text, turns: [], labels: [label], isResolved: true, weight: 1 },
});
const { patientCase } = byId('case', catalog.cases, 'bumpy-thumbs-nyman');
const retell = (followUps: readonly LabelledTurn[]) =>
  retoldTurns({ cases: [patientCase], findings: catalog.findings, followUps, draw: drawFor('test') });

test('a follow-up is put after what a patient tells of something of the same kind', () => {
  const turns = retell([followUp('How long?', 'cough'), followUp('Which ones?', 'past-illnesses')]);
  const told = turns.find(({ labels, turns }) => labels[0] === 'nail-changes' && turns.length < 3);
  expect(told?.text).toBe('How long?');
  expect(told?.turns.at(-1)?.text).toBe('Yes, only the two thumbnails. They look dreadful.');
  expect(turns.find(({ labels }) => labels[0] === 'past-operations')?.text).toBe('Which ones?');
  expect(new Set(turns.map(({ from }) => from))).toEqual(new Set(['a-01']));
});

test('after something denied the complaint is gone on with, and what patients think is labelled nowhere', () => {
  const turns = retell([followUp('How long?', 'cough')]);
  const afterNo = turns.filter(({ turns }) => turns.length === 3 && turns[2]?.text.startsWith('No'));
  expect(afterNo.length).toBeGreaterThan(0);
  expect(new Set(afterNo.flatMap(({ labels }) => labels))).toEqual(new Set(['nail-ridges-or-dents']));
  expect(afterNo.every(({ isOfEarlier }) => isOfEarlier)).toBe(true);
  expect(turns.filter(({ isOfEarlier }) => isOfEarlier).every(({ turns }) => turns.length === 3)).toBe(true);
  expect(turns.flatMap(({ labels }) => labels)).not.toContain('concerns');
});

test('without follow-ups of a kind nothing of that kind is retold', () => {
  expect(retell([])).toEqual([]);
});
