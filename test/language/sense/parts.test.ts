import { expect, test } from 'vitest';
import { partsIn } from '../../../src/language/sense/parts.ts';

test('a turn has parts, one alone has none', () => {
  expect(partsIn('Any fever, chills or night sweats?')).toEqual(['any fever', 'chills', 'night sweats']);
  expect(partsIn('How are you? Any cough?')).toEqual(['how are you', 'any cough']);
  expect(partsIn('Do you have a cough?')).toEqual([]);
  expect(partsIn('')).toEqual([]);
  const long = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen';
  expect(partsIn(`${long}, any fever?`)).toEqual(['any fever']);
  expect(partsIn(Array.from({ length: 20 }, (_, i) => `word ${i}`).join(', '))).toHaveLength(12);
});
