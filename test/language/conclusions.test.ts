import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { catalog } from '../support/shipped.ts';

/**
 * Conclusions as doctors and models write them, with what each names: written before the reader that reads them.
 * docs/scoring.md says how many it reads right of others that nobody looked at.
 */
const Row = z.union([
  z.object({
    id: z.string(),
    text: z.string(),
    truth: z.string(),
    correct: z.boolean(),
    expect: z.object({
      first: z.string().nullable(),
      unranked: z.boolean(),
      affirmed: z.array(z.string()),
      icd10Only: z.boolean().default(false),
    }),
  }),
  z.object({ id: z.string(), text: z.string(), truthName: z.string(), correct: z.boolean() }),
]);
const rows = readFileSync(new URL('../fixtures/conclusions.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => Row.parse(JSON.parse(line)));
const reader = createDiagnosisReader(catalog.conditions.values(), catalog.lexicon.otherDiagnoses);

/** Rows that the reader is not held to, each with the reason. A judge can tell most of them. */
const known: Readonly<Record<string, string>> = {
  c315: 'the condition is described, and named nowhere',
  c343: 'a name that stands for two conditions: the first is read, the other is not affirmed',
  f047: 'a code alone, where the case gives none to compare with',
  f048: 'a code alone, where the case gives none to compare with',
  f049: 'a code alone, where the case gives none to compare with',
  f050: 'a code alone, where the case gives none to compare with',
  f051: 'a code alone, where the case gives none to compare with',
  f120: 'a nickname of an injury that the case describes in a sentence',
  f154: 'the case’s answer is a mechanism',
  f171: 'the cause is named, and the disease is not',
  f174: 'German',
  f180: 'French',
  f187: 'Latin and German',
  f217: '"A with B" puts A first; the row wants B, which its author calls debatable',
  f228: 'no diagnosis, in words of everyday life',
};

describe('a conclusion', () => {
  test.each(rows.filter(({ id }) => !(id in known)))('$id: $text', (row) => {
    if ('truthName' in row) {
      expect(reader.names(row.text, row.truthName) !== null).toBe(row.correct);
      return;
    }
    const { condition, named, isUnranked, by } = reader.read(row.text);
    const { first, unranked, affirmed, icd10Only } = row.expect;
    expect({ condition, isUnranked, named: [...named].sort() }).toEqual({
      condition: first,
      isUnranked: unranked,
      named: [...affirmed].sort(),
    });
    expect(condition === row.truth).toBe(row.correct);
    if (icd10Only && first !== null) expect(by).toBe('icd10');
  });
});

test('what is known to be read otherwise is a row, and is little', () => {
  const ids = new Set(rows.map(({ id }) => id));
  expect(Object.keys(known).filter((id) => !ids.has(id))).toEqual([]);
  expect(rows.length).toBe(582);
  expect(Object.keys(known).length / rows.length).toBeLessThan(0.03);
});
