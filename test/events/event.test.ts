import { expect, test } from 'vitest';
import { Mention } from '../../src/events/event.ts';

const older = { finding: 'fever', fact: null, aspect: 'presence', resolved: false };

test('a mention of a journal that does not know directions is read as it is', () => {
  expect(Mention.parse(older)).toEqual(older);
});

test('a mention says which way it was asked for', () => {
  expect(Mention.parse({ ...older, direction: 'absence' })).toMatchObject({ direction: 'absence' });
  expect(Mention.safeParse({ ...older, direction: 'sideways' }).success).toBe(false);
});
