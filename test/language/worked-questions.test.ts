import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createUnderstander } from '../../src/language/understander.ts';
import { lexicon } from '../support/shipped.ts';

interface Row {
  id: string;
  text: string;
  context: { speaker: 'doctor' | 'patient' | 'other'; text: string }[];
  findings: string[][];
}

// Written before the reader could read them; what it read at first is in docs/understanding.md.
const rows = readFileSync(new URL('../fixtures/questions.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row); // our own fixture
const { read } = createUnderstander(lexicon);
const plain = (name: string) => name.toLowerCase().replace(/s\b/g, '');

/** Share of the rows with a label whose first finding is called by one. */
function firstRight(group: readonly Row[]): number {
  const labelled = group.filter(({ findings }) => findings.length > 0);
  const right = labelled.filter(({ text, context, findings }) => {
    const [first] = read(text, context).findings;
    if (first === undefined) return false;
    const names = new Set([first.name, ...first.synonyms].map(plain));
    return findings.flat().some((label) => names.has(plain(label)));
  });
  return right.length / labelled.length;
}

describe('of the worked questions', () => {
  test.each([
    ['plain', 0.9],
    ['idiom', 0.84],
    ['follow-up', 0.62],
  ])('%s ones are read at a rate of %f or better', (group, least) => {
    const own = rows.filter(({ id }) => id.startsWith(group));
    expect(own.length).toBeGreaterThan(40);
    expect(firstRight(own)).toBeGreaterThanOrEqual(least);
  });

  test('those that ask for nothing are read to ask for nothing, nine in ten', () => {
    const none = rows.filter(({ findings }) => findings.length === 0);
    const wrong = none.filter(({ text, context }) => read(text, context).findings.length > 0);
    expect(wrong.length / none.length).toBeLessThanOrEqual(0.1);
  });
});
