// `npm run bench:diagnosis [FILES]`: how well conclusions are read, on labelled ones. It prints figures, never a row.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../src/base/package-root.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { line, share } from './shares.ts';

const Listed = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.string(),
  correct: z.boolean(),
  truth: z.string(),
  expect: z.object({ first: z.string().nullable(), unranked: z.boolean(), affirmed: z.array(z.string()) }),
});
const Free = z.object({
  id: z.string(),
  text: z.string(),
  kind: z.string(),
  correct: z.boolean(),
  truthName: z.string(),
  needsKnowledge: z.boolean().default(false),
});
const Row = z.union([Listed, Free]);

const own = ['conclusions.jsonl', 'conclusions-held-out.jsonl'].map((name) =>
  join(packageRoot(), 'test/fixtures', name),
);
const files = process.argv.slice(2).length > 0 ? process.argv.slice(2) : own;
const { conditions, lexicon } = await openCatalog();

const started = performance.now();
const reader = createDiagnosisReader(conditions.values(), lexicon.otherDiagnoses);
reader.read('warm');
const madeMs = performance.now() - started;

const sameSet = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

for (const file of files) {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => Row.parse(JSON.parse(text)));
  const microseconds: number[] = [];
  const timed = <T>(read: () => T): T => {
    const start = performance.now();
    const value = read();
    microseconds.push(1000 * (performance.now() - start));
    return value;
  };
  const judged = rows.map((row) => {
    if (!('truth' in row)) {
      const said = timed(() => reader.names(row.text, row.truthName) !== null);
      return { row, said, whole: said === row.correct };
    }
    const { condition, named, isUnranked } = timed(() => reader.read(row.text));
    const { first, unranked, affirmed } = row.expect;
    const first_ = condition === first;
    const named_ = sameSet(named, affirmed);
    const said = condition === row.truth;
    const outcome = { first: first_, unranked: isUnranked === unranked, affirmed: named_ };
    return { row, said, outcome, whole: first_ && outcome.unranked && named_ && said === row.correct };
  });
  const listed = judged.flatMap((one) => ('outcome' in one && one.outcome ? [{ ...one, outcome: one.outcome }] : []));
  const free = judged.filter((one) => !('outcome' in one));
  process.stdout.write(`\n${basename(file)}, ${rows.length} rows\n`);
  share(
    'whole row right',
    judged.map(({ whole }) => whole),
  );
  for (const [name, some] of [
    ['truth in the knowledge base', listed],
    ['truth outside', free],
    ['truth outside, by words alone', free.filter(({ row }) => !('needsKnowledge' in row && row.needsKnowledge))],
  ] as const) {
    share(
      `${name}: correct read right`,
      some.map(({ row, said }) => row.correct === said),
    );
    share(
      '  called correct, and is not',
      some.filter(({ row }) => !row.correct).map(({ said }) => said),
    );
    share(
      '  not called correct, and is',
      some.filter(({ row }) => row.correct).map(({ said }) => !said),
    );
  }
  for (const key of ['first', 'unranked', 'affirmed'] as const)
    share(
      `${key} read right`,
      listed.map(({ outcome }) => outcome[key]),
    );
  for (const [name, some] of [
    ['in the knowledge base', listed],
    ['outside', free],
  ] as const)
    for (const kind of [...new Set(some.map(({ row }) => row.kind))].sort())
      share(
        `  ${kind}, ${name}`,
        some.filter(({ row }) => row.kind === kind).map(({ whole }) => whole),
      );
  const sorted = microseconds.sort((a, b) => a - b);
  line(
    'median, 99th percentile',
    `${[0.5, 0.99].map((p) => sorted[Math.floor(sorted.length * p)]?.toFixed(0)).join(', ')} µs`,
  );
}
process.stdout.write('\n');
line('reader made', `${madeMs.toFixed(1)} ms`);
