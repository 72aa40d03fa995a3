import { expect, test } from 'vitest';
import { z } from 'zod';
import { plainIssue } from '../../src/base/plain-issue.ts';

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: plainIssue }).error?.issues.map(({ message }) => message);

test.each([
  { what: z.object({ title: z.string() }), value: {}, words: 'is missing' },
  { what: z.string(), value: 7, words: 'should be a text, not 7' },
  { what: z.int(), value: 2.5, words: 'should be a whole number, not 2.5' },
  { what: z.boolean(), value: 'yes', words: 'should be true or false, not "yes"' },
  { what: z.array(z.string()), value: { a: 1 }, words: 'should be a list, not a block of keys' },
  { what: z.strictObject({}), value: null, words: 'should be a block of keys, not nothing' },
  { what: z.string(), value: ['a'], words: 'should be a text, not a list' },
  { what: z.number(), value: 'x'.repeat(41), words: 'should be a number, not a text' },
  {
    what: z.enum(['guarded', 'trusting']),
    value: 'trustin',
    words: '"trustin" is none of guarded, trusting; did you mean trusting?',
  },
  { what: z.enum(['guarded', 'trusting']), value: 'wary', words: '"wary" is none of guarded, trusting' },
  { what: z.object({ kind: z.enum(['a', 'b']) }), value: {}, words: 'is missing' },
  { what: z.literal('m'), value: 'f', words: 'should be m, not "f"' },
  { what: z.string().min(1), value: '', words: 'is empty' },
  { what: z.string().min(3), value: 'ab', words: 'is too short: 3 characters are the least' },
  { what: z.string().max(1), value: 'ab', words: 'is too long: 1 characters are the most' },
  { what: z.array(z.string()).min(1), value: [], words: 'is empty' },
  { what: z.array(z.string()).min(2), value: ['a'], words: 'has too few entries: 2 are the least' },
  { what: z.array(z.string()).max(1), value: ['a', 'b'], words: 'has too many entries: 1 are the most' },
  { what: z.number().min(0), value: -1, words: 'is too small: 0 is the least' },
  { what: z.number().positive(), value: 0, words: 'should be above 0' },
  { what: z.number().max(1), value: 2, words: 'is too great: 1 is the most' },
  { what: z.number().lt(1), value: 1, words: 'should be below 1' },
])('$words', ({ what, value, words }) => {
  expect(said(what, value)).toEqual([words]);
});

test('a schema’s own words go before', () => {
  expect(said(z.string('no name'), 1)).toEqual(['no name']);
  expect(said(z.string().regex(/^a/, 'begins with a'), 'b')).toEqual(['begins with a']);
});
