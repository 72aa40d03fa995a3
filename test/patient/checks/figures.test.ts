import { expect, test } from 'vitest';
import { figuresIn } from '../../../src/patient/checks/figures.ts';

test.each([
  ['Twenty a day since I was sixteen.', ['16', '20']],
  ['It was 38.4 last night.', ['30', '4', '8']],
  ['Thirty-eight point four.', ['30', '4', '8']],
  ['For weeks now, on and off for years.', ['week', 'year']],
  ['Since Tuesday.', ['tuesday']],
  ['It may be nothing. One of those things.', []],
  ['On the left, under my right eye.', ['left', 'right']],
  ['Right, I left it at that, all right?', []],
])('%s gives %j', (text, expected) => {
  expect([...figuresIn(text)].sort()).toEqual(expected);
});
