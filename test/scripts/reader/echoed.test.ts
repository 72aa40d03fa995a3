import { expect, test } from 'vitest';
import { echoedTurns } from '../../../scripts/reader/echoed.ts';
import type { LabelledTurn } from '../../../scripts/reader/turns.ts';
import { drawFor } from '../../../src/base/random.ts';
import type { Turn } from '../../../src/language/turn.ts';

const turn = (text: string, labels: readonly string[], turns: readonly Turn[] = [], set = 'a-01'): LabelledTurn => ({
  ...{ set, text, turns, labels, isResolved: false, weight: 1 },
});
const doctor = (text: string): Turn => ({ speaker: 'doctor', text });
const patient = (text: string): Turn => ({ speaker: 'patient', text });
const followUps = [turn('How long?', ['cough'], [], 'b-01'), turn('How many a day?', ['smoking'], [], 'b-02')];
const kindOf = (id: string) => (id === 'smoking' ? 'exposure' : 'symptom');
const echo = (dialogues: readonly LabelledTurn[]) =>
  echoedTurns({ dialogues, followUps, kindOf, draw: drawFor('test') });

test('what was answered is asked on about, in words that were asked about something of the same kind', () => {
  const answered = [doctor('Any fever?'), patient('Since Monday.')];
  expect(echo([turn('Any fever?', ['fever']), turn('I see.', [], answered)])).toEqual([
    {
      ...{ set: 'echoed', from: 'a-01', text: 'How long?', turns: answered, labels: ['fever'], isResolved: true },
      weight: 0.5,
    },
  ]);
});

test('after something else was denied some follow-ups are about what was answered before it', () => {
  const answered = [doctor('Any fever?'), patient('Since Monday.')];
  const denied = [...answered, doctor('A rash?'), patient('No.')].slice(-3);
  const dialogue = [turn('Any fever?', ['fever']), turn('A rash?', ['rash'], answered), turn('I see.', [], denied)];
  const turns = echo(Array.from({ length: 20 }, () => dialogue).flat());
  expect(turns.filter(({ turns }) => turns.at(-1)?.text === 'No.').length).toBeGreaterThan(0);
  expect(new Set(turns.flatMap(({ labels }) => labels))).toEqual(new Set(['fever']));
});

test('nothing follows up on what was denied, on lists, and across two dialogues', () => {
  const answer = (text: string) => [doctor('Any fever?'), patient(text)];
  expect(echo([turn('Any fever?', ['fever']), turn('I see.', [], answer('None at all.'))])).toEqual([]);
  expect(echo([turn('Any fever?', ['fever', 'rash']), turn('I see.', [], answer('Both.'))])).toEqual([]);
  expect(echo([turn('Any fever?', ['fever']), turn('I see.', [], answer('Yes.'), 'c-01')])).toEqual([]);
  expect(echo([turn('Any fever?', ['fever'])])).toEqual([]);
});
