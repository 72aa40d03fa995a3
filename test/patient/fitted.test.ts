import { expect, test } from 'vitest';
import { fitted, unled } from '../../src/patient/fitted.ts';

const absent = { isAbsent: true, isOnly: true, name: 'trouble sleeping', short: 'I can' } as const;
const present = { ...absent, isAbsent: false, short: "I can't" } as const;

test.each([
  { words: "No, I've still got it.", asking: absent, says: "Yes, I've still got it." },
  { words: 'No.', asking: absent, says: 'Yes, I can.' },
  { words: 'No, never.', asking: { ...absent, short: null }, says: 'Yes, no trouble sleeping.' },
  { words: 'Yes, I lie awake.', asking: present, says: 'No, I lie awake.' },
  { words: 'Yes, at fifty.', asking: present, says: "No, I can't. Trouble sleeping, at fifty." },
  { words: 'I lie awake.', asking: present, says: 'No. I lie awake.' },
  { words: 'Not a wink since three.', asking: present, says: 'Not a wink since three.' },
  { words: 'Yes.', asking: present, says: "No, I can't." },
  { words: 'Yes, I lie awake.', asking: { ...present, isOnly: false }, says: 'I lie awake.' },
])('asked for the healthy state, "$words" becomes "$says"', ({ words, asking, says }) => {
  expect(fitted(words, { ...asking, direction: 'absence' })).toBe(says);
  expect(fitted(words, { ...asking, direction: 'presence' })).toBe(words);
});

test.each([
  { words: 'No.', asking: absent, says: 'No trouble sleeping.' },
  { words: 'Yes.', asking: present, says: 'Yes, trouble sleeping.' },
  { words: 'No, I sleep like a log.', asking: absent, says: 'I sleep like a log.' },
  { words: 'Yes, I lie awake.', asking: present, says: 'I lie awake.' },
])('asked by denying, "$words" becomes "$says"', ({ words, asking, says }) => {
  expect(fitted(words, { ...asking, direction: 'unclear' })).toBe(says);
});

test('what nobody asked for opens with no yes', () => {
  expect(unled('Yes, patches of those bumps.')).toBe('Patches of those bumps.');
  expect(unled('Yes.')).toBe('Yes.');
});
