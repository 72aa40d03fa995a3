import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkNames } from '../../../src/patient/checks/checks.ts';
import { failedIn, meetModel, saying } from '../../support/speaking.ts';

/** Replies written before there was any check: ways of saying what was decided, and of saying what must not be heard. */
const Row = z.strictObject({
  fault: z.enum(checkNames as [string, ...string[]]).nullable(), // there are several checks
  case: z.string(),
  question: z.string(),
  reply: z.string(),
});
async function rowsOf(name: string) {
  const file = fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
  return (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => Row.parse(JSON.parse(line)));
}
const rows = await rowsOf('speaking.jsonl');

async function spoken({ case: caseId, question, reply }: z.infer<typeof Row>) {
  const { ask } = await meetModel(
    caseId,
    saying(() => reply),
  );
  return ask(question);
}

async function refusedOf(sound: readonly z.infer<typeof Row>[]): Promise<string[]> {
  const refused: string[] = [];
  for (const row of sound) if ((await spoken(row)).spokenBy !== 'model') refused.push(row.reply);
  return refused;
}

describe('of replies that were written beforehand', () => {
  const sound = rows.filter(({ fault }) => fault === null);
  const faulty = rows.filter(({ fault }) => fault !== null);

  test('there are forty of each kind, of at least fifteen cases', () => {
    expect(sound.length).toBeGreaterThanOrEqual(40);
    expect(faulty.length).toBeGreaterThanOrEqual(40);
    expect(new Set(sound.map((row) => row.case)).size).toBeGreaterThanOrEqual(15);
  });

  test('all but one or two of the sound ones are heard as they are', async () => {
    const refused = await refusedOf(sound);
    expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(2);
  });

  test.each(faulty)('"$reply" is not heard ($fault)', async (row) => {
    const reply = await spoken(row);
    expect(reply.spokenBy).toBe('fallback');
    expect(failedIn(reply, 1)).toContain(row.fault);
  });
});

test('of further sound replies, written when the checks were there, all but one or two are heard', async () => {
  const further = await rowsOf('speaking-paraphrased.jsonl');
  expect(further.length).toBeGreaterThanOrEqual(40);
  const refused = await refusedOf(further);
  expect(refused.length, refused.join('\n')).toBeLessThanOrEqual(2);
});
