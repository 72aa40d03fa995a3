import { describe, expect, test } from 'vitest';
import { itemsNamed } from '../../src/language/plan.ts';
import { catalog } from '../support/shipped.ts';

const items = [
  { id: 'hospital', terms: ['hospital', 'A&E', 'admit'] },
  { id: 'fluids', terms: ['ORS', 'oral rehydration'] },
  { id: 'painkiller', terms: ['ibuprofen', 'paracetamol'] },
];

describe('a plan names', () => {
  test.each([
    { text: 'Go to A&E at once.', named: ['hospital'] },
    { text: 'ORS after every stool.', named: ['fluids'] },
    { text: 'I will admit you; ibuprofen for the pain.', named: ['hospital', 'painkiller'] },
    { text: 'Paracetamol, and avoid ibuprofen.', named: ['painkiller'] },
    { text: 'Avoid ibuprofen.', named: [] },
    { text: 'You need no hospital.', named: [] },
    { text: 'Something warm, e.g. tea, or rest.', named: [] },
    { text: '', named: [] },
  ])('"$text": $named', ({ text, named }) => {
    expect([...itemsNamed(text, items)].sort()).toEqual(named);
  });
});

describe('the shipped conditions', () => {
  const all = [...catalog.conditions.values()].flatMap(({ workup, management }) => [
    ...workup,
    ...management.do,
    ...management.avoid,
  ]);

  test('have every item found by each of its terms', () => {
    for (const { id, terms } of all)
      for (const term of terms)
        expect({ term, named: [...itemsNamed(`I suggest ${term}.`, [{ id, terms }])] }).toEqual({ term, named: [id] });
  });

  test('have no item that everyday words would name', () => {
    const everyday = 'We will see, e.g. how well it goes or does not; i.e. that is up to us, as you see. All is good.';
    expect([...itemsNamed(everyday, all)]).toEqual([]);
  });
});
