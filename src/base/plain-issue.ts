import type { core } from 'zod';
import { nearest } from './nearest.ts';

/**
 * What is wrong with a value, to whoever wrote it: for `safeParse(value, { error: plainIssue })`. Messages of a schema's own go
 * before it; undefined leaves zod's.
 */
export function plainIssue(issue: core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `should be ${wanted(issue.expected)}, not ${met(issue.input)}`;
    case 'invalid_value':
      return noneOf(issue.input, issue.values.map(String));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum), issue.inclusive !== false);
    default:
      return undefined;
  }
}

const names: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a block of keys',
  record: 'a block of keys',
  null: 'nothing',
};

function wanted(type: string): string {
  return names[type] ?? type;
}

function met(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  if (typeof value === 'string') return value.length > 40 ? 'a text' : `"${value}"`;
  return wanted(typeof value);
}

function noneOf(value: unknown, choices: readonly string[]): string {
  if (value === undefined) return 'is missing';
  const guess = typeof value === 'string' ? nearest(value, choices) : undefined;
  const hint = guess === undefined ? '' : `; did you mean ${guess}?`;
  const [only] = choices;
  if (choices.length === 1) return `should be ${only}, not ${met(value)}`;
  return `${met(value)} is none of ${choices.join(', ')}${hint}`;
}

function tooSmall(origin: string, least: number, isInclusive: boolean): string {
  if (origin === 'string') return least === 1 ? 'is empty' : `is too short: ${least} characters are the least`;
  if (origin === 'array' || origin === 'set')
    return least === 1 ? 'is empty' : `has too few entries: ${least} are the least`;
  return isInclusive ? `is too small: ${least} is the least` : `should be above ${least}`;
}

function tooBig(origin: string, most: number, isInclusive: boolean): string {
  if (origin === 'string') return `is too long: ${most} characters are the most`;
  if (origin === 'array' || origin === 'set') return `has too many entries: ${most} are the most`;
  return isInclusive ? `is too great: ${most} is the most` : `should be below ${most}`;
}
