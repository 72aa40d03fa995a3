import { expect, test } from 'vitest';
import { partsIn, slotsOf } from '../../../src/language/sense/network.ts';

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

test('a turn has parts, one alone has none', () => {
  expect(partsIn('Any fever, chills or night sweats?')).toEqual(['any fever', 'chills', 'night sweats']);
  expect(partsIn('How are you? Any cough?')).toEqual(['how are you', 'any cough']);
  expect(partsIn('Do you have a cough?')).toEqual([]);
  expect(partsIn('')).toEqual([]);
  const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
  expect(partsIn(`${long}, any fever?`)).toEqual(['any fever']);
  expect(partsIn(Array.from({ length: 20 }, (_, i) => `word ${i}`).join(', '))).toHaveLength(12);
});
