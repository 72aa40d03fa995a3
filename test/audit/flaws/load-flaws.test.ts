import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadFlaws } from '../../../src/audit/flaws/load-flaws.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { catalog } from '../../support/shipped.ts';

const scratch = scratchFolder();

const turns = [
  { act: 'ask', text: 'What brings you here?' },
  { act: 'conclude', text: 'It is flu.', conclusion: { diagnosis: 'flu' } },
];
const base = { kind: 'base', id: 'b', case: 'headache-benali', persona: 'sanguine', turns };
const edit = {
  kind: 'edit',
  id: 'e',
  base: 'b',
  effect: 'none',
  changes: [{ turn: 1, replace: turns[0] }],
  why: 'same',
};

/** What is wrong with a file of these lines. */
async function problems(...lines: readonly (object | string)[]): Promise<string> {
  await scratch.write({
    'flaws.jsonl': lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
  });
  const error: unknown = await loadFlaws(catalog, join(scratch.folder, 'flaws.jsonl')).catch(
    (thrown: unknown) => thrown,
  );
  return error instanceof Error ? scratch.plain(error.message) : 'none';
}

describe('a file of seeded flaws', () => {
  test('gives each edit the script that it makes of its base, also where the base comes later', async () => {
    const { bases, edits } = await loadFlaws(
      catalog,
      fileURLToPath(new URL('../../fixtures/seeded-flaws.jsonl', import.meta.url)),
    );
    expect(bases.map(({ id }) => id)).toEqual(['throat', 'head']);
    const swapped = edits.find(({ id }) => id === 'throat-order');
    expect(swapped?.script.slice(5, 7).map(({ text }) => text)).toEqual([
      'Which medicines do you take?',
      'What illnesses have you had before?',
    ]);
    expect(await problems(edit, base)).toBe('none');
  });

  test.each([
    { lines: ['{'], says: '<folder>/flaws.jsonl:1 is not JSON' },
    { lines: [base, { ...edit, kind: 'flaw' }], says: '<folder>/flaws.jsonl:2 kind: a line is a `base` or an `edit`' },
    {
      lines: [base, '', { ...edit, base: 'c' }],
      says: '<folder>/flaws.jsonl:3 base: unknown base `c`; did you mean `b`?',
    },
    {
      lines: [{ ...base, case: 'headache-benal' }, edit],
      says: '<folder>/flaws.jsonl:1 case: unknown case `headache-benal`; did you mean `headache-benali`?',
    },
    {
      lines: [{ ...base, persona: 'cholric' }, edit],
      says: '<folder>/flaws.jsonl:1 persona: unknown persona `cholric`; did you mean `choleric`?',
    },
    { lines: [base, edit, edit], says: '<folder>/flaws.jsonl:3 id: `e` stands in line 2 already' },
    {
      lines: [base, { ...edit, effect: 'lowers', rubric: 'clinical-safety', criterion: 'asks-alergies' }],
      says: '<folder>/flaws.jsonl:2 criterion: unknown criterion `asks-alergies`; did you mean `asks-allergies`? of clinical-safety',
    },
    { lines: [base, { ...edit, effect: 'lowers' }], says: '<folder>/flaws.jsonl:2 rubric: ' },
    {
      lines: [base, { ...edit, changes: [{ turn: 3, remove: true }] }],
      says: '<folder>/flaws.jsonl:2 changes: there is no turn 3: the base has 2',
    },
    { lines: [base, { ...edit, changes: [{ turn: 1 }] }], says: 'a change is {turn, replace}' },
    {
      lines: [{ ...base, turns: [turns[0], turns[0]] }, edit],
      says: '<folder>/flaws.jsonl:1 turns: a script ends with its conclusion, and has one',
    },
    { lines: [base], says: 'holds no edit' },
  ])('that has $says is refused', async ({ lines, says }) => {
    expect(await problems(...lines)).toContain(says);
  });

  test('is told all its problems at once', async () => {
    expect((await problems('{', { ...edit, base: 'nobody' }, '[]')).split('\n')).toHaveLength(3);
  });
});
