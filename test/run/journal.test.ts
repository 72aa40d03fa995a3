import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ConsultationEvent, type EventBody } from '../../src/events/event.ts';
import { createLineWriter, readEvents, readLines, repairTornLine, runFiles } from '../../src/run/journal.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  ordered,
  readingOf,
  reported,
  told,
} from '../support/events.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const journal = () => join(scratch.folder, runFiles.events);

async function allOf<T>(lines: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

async function written(events: readonly object[]): Promise<void> {
  const writer = createLineWriter(journal());
  for (const event of events) writer.write(event);
  await writer.close();
}

const consultation = historyOf(
  opened([told('nausea', 'present')]),
  asked('Any fever?'),
  answered(readingOf(['fever']), [told('fever', 'absent', { fact: null, basis: 'default' })], 'No.'),
  examined('the belly'),
  reported(['guarding'], [told('guarding', 'absent')]),
  ordered('a blood count'),
  { type: 'call.failed', role: 'doctor', code: 'timed-out', message: 'no answer', attempt: 1 },
  concluded('gastroenteritis', { plan: 'Drink.' }),
  { ...answered(readingOf([]), [], 'Is it bad?'), type: 'patient.askedBack' },
  ended(),
);

/** Words as people, models and reports may write them: any character, line ends and broken ones among them. */
const words = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('\n', '\r', '\u2028', '\u2029', '\u0085', '\ud800', '"', '\\', '{', 'é', ' ') }),
);

const bodies: fc.Arbitrary<EventBody> = fc.oneof(
  words.map((text) => asked(text)),
  words.map((text) => opened([told('fever', text)], text)),
  fc
    .tuple(words, fc.boolean())
    .map(([text, understood]) =>
      answered(readingOf(['fever', 'rash.onset'], { leading: true }, understood), [told('fever', 'present')], text),
    ),
  fc
    .tuple(words, fc.array(words))
    .map(([diagnosis, differential]) => concluded(diagnosis, { differential, plan: diagnosis })),
  fc.tuple(fc.nat(), fc.nat()).map(([inputTokens, outputTokens]) => ({
    ...ordered('an ECG'),
    usage: { inputTokens, outputTokens },
  })),
  words.map((message) => ({
    type: 'call.failed' as const,
    role: 'patient' as const,
    code: 'bug',
    message,
    attempt: 3,
  })),
  fc.constant(ended('failed', 'infrastructure')),
);

test('events written and read back are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bodies, { maxLength: 12 }), async (made) => {
      const events = historyOf(...made);
      await writeFile(journal(), '');
      await written(events);
      expect(await allOf(readEvents(scratch.folder))).toEqual(events);
    }),
    { numRuns: 60 },
  );
});

test('every kind of event is one line of the journal', async () => {
  await written(consultation);
  expect((await readFile(journal(), 'utf8')).split('\n')).toHaveLength(consultation.length + 1);
  expect(await allOf(readEvents(scratch.folder))).toEqual(consultation);
});

test('a journal that is not there, or is empty, has no events', async () => {
  expect(await allOf(readEvents(scratch.folder))).toEqual([]);
  expect(await repairTornLine(journal())).toBe(0);
  await writeFile(journal(), '');
  expect(await allOf(readEvents(scratch.folder))).toEqual([]);
  expect(await repairTornLine(journal())).toBe(0);
});

test('wherever a crash tears the last line, the lines before it are read and the rest is cut off', async () => {
  await written(consultation);
  const whole = await readFile(journal());
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), async (length) => {
      const kept = whole.subarray(0, length);
      await writeFile(journal(), kept);
      const lines = kept.filter((byte) => byte === 10).length;
      expect(await allOf(readEvents(scratch.folder))).toEqual(consultation.slice(0, lines));
      const torn = length - (kept.lastIndexOf(10) + 1);
      expect(await repairTornLine(journal())).toBe(torn);
      expect(await readFile(journal())).toEqual(kept.subarray(0, length - torn));
      expect(await repairTornLine(journal())).toBe(0);
      await written(consultation.slice(lines));
      expect(await readFile(journal())).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});

test('a torn line longer than what is read at once is cut off whole', async () => {
  await written(consultation);
  const whole = await readFile(journal());
  await appendFile(journal(), `{"text":"${'x'.repeat(200_000)}`);
  expect(await repairTornLine(journal())).toBe(200_009);
  expect(await readFile(journal())).toEqual(whole);
});

test.each([
  ['no JSON', '{"v":1,', 'is not JSON'],
  ['an empty line', '', 'is not JSON'],
  ['something else', '{"v":1,"type":"doctor.slept"}', 'is no line of this journal: type: '],
  ['a later version', JSON.stringify({ ...consultation[0], v: 2 }), 'is no line of this journal: v: '],
  ['a field too many', JSON.stringify({ ...consultation[0], secret: 1 }), 'is no line of this journal: '],
])('a line that holds %s is damage, told with file and line', async (_, line, why) => {
  const lines = consultation.map((event) => JSON.stringify(event));
  await writeFile(journal(), `${[...lines.slice(0, 3), line, ...lines.slice(3)].join('\n')}\n`);
  await expect(allOf(readEvents(scratch.folder))).rejects.toMatchObject({
    code: 'journal-damaged',
    at: `${journal()}:4`,
    message: expect.stringContaining(`${journal()}:4 ${why}`),
  });
});

test('damage in the last whole line is no torn line', async () => {
  await written(consultation);
  await appendFile(journal(), 'oops\n');
  expect(await repairTornLine(journal())).toBe(0);
  await expect(allOf(readEvents(scratch.folder))).rejects.toMatchObject({
    at: `${journal()}:${consultation.length + 1}`,
  });
});

test('lines come one at a time: the first is there before the damage further on is met', async () => {
  await writeFile(join(scratch.folder, 'lines'), '{"n":1}\noops\n');
  const lines = readLines(join(scratch.folder, 'lines'), z.object({ n: z.number() }));
  expect(await lines.next()).toEqual({ done: false, value: { n: 1 } });
  await expect(lines.next()).rejects.toMatchObject({ code: 'journal-damaged' });
});

test('a writer goes on after what a file holds', async () => {
  await written(consultation.slice(0, 2));
  await written(consultation.slice(2));
  expect(await allOf(readEvents(scratch.folder))).toEqual(consultation);
});

test('a file that cannot be written to is an error at the latest when the writer is closed', async () => {
  const taken = join(scratch.folder, 'taken');
  await mkdir(taken);
  const writer = createLineWriter(taken);
  writer.write({ n: 1 });
  await expect(writer.close()).rejects.toMatchObject({ code: 'unwritable', at: taken });
});

test('a writer that is full and then fails does not wait for ever', async () => {
  const taken = join(scratch.folder, 'taken');
  await mkdir(taken);
  const writer = createLineWriter(taken);
  writer.write({ text: 'x'.repeat(1_000_000) });
  await expect(writer.drained()).rejects.toMatchObject({ code: 'unwritable', at: taken });
});

test('the schema of events refuses what a doctor or a patient cannot do', () => {
  const [first] = consultation;
  expect(ConsultationEvent.safeParse(first).success).toBe(true);
  expect(ConsultationEvent.safeParse({ ...first, seq: -1 }).success).toBe(false);
  expect(ConsultationEvent.safeParse({ ...first, rapport: 'cosy' }).success).toBe(false);
});
