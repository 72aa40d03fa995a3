import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditorsFor, auditReplies, type PlantedReply, wilson } from '../../src/audit/audit-replies.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';

const catalog = await openCatalog();
const file = fileURLToPath(new URL('../fixtures/spoken-replies.jsonl', import.meta.url));
const rows = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as PlantedReply);
const audit = auditReplies(rows, catalog);

describe('planted replies', () => {
  test('are of 15 cases or more, 50 sound and 40 faulty at least', () => {
    expect(new Set(rows.map((row) => row.case)).size).toBeGreaterThanOrEqual(15);
    expect(audit.sound).toBeGreaterThanOrEqual(50);
    expect(audit.faulty).toBeGreaterThanOrEqual(40);
  });

  test('of a hundred faults ninety-five are caught, as their own kind', () => {
    const missed = audit.replies.filter(({ planted, isSameKind }) => planted !== null && !isSameKind);
    expect(missed.length, missed.map(({ row }) => `${row.id} ${row.reply}`).join('\n')).toBeLessThanOrEqual(
      audit.faulty * 0.05,
    );
  });

  test('of a hundred sound replies three are blamed at most', () => {
    const blamed = audit.replies.filter(({ isFalseAlarm }) => isFalseAlarm);
    expect(blamed.length, blamed.map(({ row }) => `${row.id} ${row.reply}`).join('\n')).toBeLessThanOrEqual(
      audit.sound * 0.03,
    );
  });

  test('what the case says is sound, whatever line of it is spoken', () => {
    const auditorOf = auditorsFor(catalog);
    const blamed: string[] = [];
    for (const [id, { patientCase }] of catalog.cases)
      for (const fact of patientCase.facts)
        for (const [aspect, reply] of Object.entries(fact.says ?? {})) {
          const told = [{ fact: fact.id, finding: fact.finding ?? null, aspect: aspect as 'presence', value: null }];
          const { faults } = auditorOf(id)({ question: 'Tell me about that.', reply, told, rapport: 'trusting' });
          for (const { kind, quote } of faults) blamed.push(`${id} ${fact.id} ${kind}: ${quote}`);
        }
    expect(blamed).toEqual([]);
  }, 60_000);
});

test('the Wilson interval is what the textbook gives for 57 of 60', () => {
  // p = 0.95, z = 1.96, n = 60: centre (0.95 + 0.03201) / 1.06402, spread 1.96 · √(0.0475/60 + 0.000267) / 1.06402
  const { low, high } = wilson(57, 60);
  expect(low).toBeCloseTo(0.863, 3);
  expect(high).toBeCloseTo(0.983, 3);
  expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
});
