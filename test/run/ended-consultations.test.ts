import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { ConsultationEvent } from '../../src/events/event.ts';
import { endedConsultations } from '../../src/run/ended-consultations.ts';
import { readLines } from '../../src/run/journal.ts';
import { asked, ended, historyOf, opened } from '../support/events.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();

/** A consultation of three events. */
const consultation = (id: string, text = 'I am ill.') =>
  historyOf(opened([], text), asked(), ended()).map((event) => ({ ...event, consultation: id }));

async function* from<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

test('interleaved consultations come out whole, each in its own order, as soon as its end is met', async () => {
  const [a = [], b = [], c = []] = ['a', 'b', 'c'].map((id) => consultation(id));
  const journal = [b[0], a[0], c[0], a[1], b[1], a[2], c[1], b[2]].flatMap((event) => event ?? []);
  let read = 0;
  const counted = async function* () {
    for (const event of journal) {
      read++;
      yield event;
    }
  };
  const met: { id: string | undefined; read: number }[] = [];
  let left = -1;
  for await (const history of endedConsultations(counted(), (count) => {
    left = count;
  })) {
    met.push({ id: history[0]?.consultation, read });
    expect(history.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  }
  expect(met).toEqual([
    { id: 'a', read: 6 },
    { id: 'b', read: 8 },
  ]);
  expect(left).toBe(1); // c never ended, and is not given out
});

test('lines of one consultation that stand out of order are put in order', async () => {
  const [first, second, last] = consultation('a');
  const journal = [second, first, last].flatMap((event) => event ?? []);
  for await (const history of endedConsultations(from(journal), () => {}))
    expect(history.map(({ seq }) => seq)).toEqual([0, 1, 2]);
});

test('a journal larger than what is held at a time is read in the memory of a few consultations', async () => {
  const consultations = 150;
  const atOnce = 3;
  const bytes = 200_000; // of one consultation: 30 MB in all
  const file = join(scratch.folder, 'events.jsonl');
  const writer = createWriteStream(file);
  for (let start = 0; start < consultations; start += atOnce) {
    const some = Array.from({ length: atOnce }, (_, i) => consultation(`c${start + i}`, 'x'.repeat(bytes)));
    for (const place of [0, 1, 2]) for (const events of some) writer.write(`${JSON.stringify(events[place])}\n`);
  }
  writer.end();
  await finished(writer);
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void; // what the flag makes is a function
  const used = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  let most = 0;
  let count = 0;
  for await (const history of endedConsultations(readLines(file, ConsultationEvent), () => {})) {
    expect(history).toHaveLength(3);
    count++;
    if (count % 30 === 0) most = Math.max(most, used() - before);
  }
  expect(count).toBe(consultations);
  expect(most).toBeLessThan(10_000_000);
});
