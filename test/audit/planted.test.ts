import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { auditorsFor, auditReplies, type PlantedReply } from '../../src/audit/audit-replies.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { wilson } from '../../src/report/statistics/wilson.ts';

const catalog = await openCatalog();

/** Replies that the auditor was developed on; those it is measured by come with the library and are not looked at. */
const sets = ['spoken-replies', 'planted-replies', 'planted-replies-b', 'planted-replies-c', 'planted-replies-d'];

async function auditOf(name: string) {
  const file = fileURLToPath(new URL(`../fixtures/${name}.jsonl`, import.meta.url));
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return auditReplies(
    lines.map((line) => JSON.parse(line) as PlantedReply),
    catalog,
  );
}

describe.each(sets)('%s', (name) => {
  test('of a hundred faults ninety-five are caught, ninety as their own kind, and three sound replies are blamed at most', async () => {
    const { replies, faulty, sound } = await auditOf(name);
    expect(faulty).toBeGreaterThanOrEqual(40);
    expect(sound).toBeGreaterThanOrEqual(50);
    const planted = replies.filter((reply) => reply.planted !== null);
    expect(planted.filter(({ isSameKind }) => isSameKind).length).toBeGreaterThanOrEqual(faulty * 0.9);
    const missed = planted.filter(({ isCaught }) => !isCaught);
    expect(missed.length, missed.map(({ row }) => `${row.id} ${row.reply}`).join('\n')).toBeLessThanOrEqual(
      faulty * 0.05,
    );
    const blamed = replies.filter(({ isFalseAlarm }) => isFalseAlarm);
    expect(blamed.length, blamed.map(({ row }) => `${row.id} ${row.reply}`).join('\n')).toBeLessThanOrEqual(
      sound * 0.03,
    );
  }, 60_000); // every case is prepared once, on whatever machine
});

describe('planted replies', () => {
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
