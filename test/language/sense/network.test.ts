import { expect, test } from 'vitest';
import { slotsOf } from '../../../src/language/sense/network.ts';

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
