import { expect, test } from 'vitest';
import { itemsIn, slotsOf } from '../../../src/language/sense/network.ts';

test('what was said before, by its place: the last that is not the doctor’s, the doctor’s last, all earlier', () => {
  expect(
    slotsOf([
      { speaker: 'patient', text: 'My knee hurts.' },
      { speaker: 'doctor', text: 'Any swelling?' },
      { speaker: 'other', text: 'A bit, he says.' },
    ]),
  ).toEqual(['A bit, he says.', 'Any swelling?', 'My knee hurts.']);
  expect(slotsOf([])).toEqual(['', '', '']);
});

test('a list has items of a few words, a question has none', () => {
  expect(itemsIn('Any fever, chills or night sweats?')).toEqual(['any fever', 'chills', 'night sweats']);
  expect(itemsIn('Do you have a cough, or a cold?')).toEqual([]);
  expect(itemsIn('How long has it been there, and is it worse at night?')).toEqual([]);
});
