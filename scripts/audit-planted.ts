// Runs the auditor over replies whose faults are known: npx tsx scripts/audit-planted.ts FILE [--errors]
import { readFile } from 'node:fs/promises';
import { auditReplies, type PlantedReply } from '../src/audit/audit-replies.ts';
import { openCatalog } from '../src/catalog/catalog.ts';
import { wilson } from '../src/report/statistics/wilson.ts';

const file = process.argv.slice(2).find((word) => !word.startsWith('--'));
if (file === undefined) throw new Error('name the file of replies: npx tsx scripts/audit-planted.ts FILE [--errors]');
const rows = (await readFile(file, 'utf8'))
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as PlantedReply);
const catalog = await openCatalog();
const start = performance.now();
const audit = auditReplies(rows, catalog);
const perReply = (performance.now() - start) / Math.max(rows.length, 1);

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const line = (what: string, hits: number, of: number) => {
  const { low, high } = wilson(hits, of);
  process.stdout.write(
    `${what.padEnd(26)} ${String(hits).padStart(5)} of ${String(of).padEnd(5)} ${percent(of === 0 ? 0 : hits / of).padStart(8)}  (${percent(low)} to ${percent(high)})\n`,
  );
};
line('faults caught', audit.caught, audit.faulty);
line('caught as their own kind', audit.sameKind, audit.faulty);
for (const kind of ['leak', 'contradiction', 'undue'] as const) {
  const planted = audit.replies.filter((reply) => reply.planted === kind);
  line(`  ${kind}`, planted.filter(({ isCaught }) => isCaught).length, planted.length);
}
line('false alarms', audit.falseAlarms, audit.sound);
process.stdout.write(`${perReply.toFixed(2)} ms a reply, cases prepared within\n`);

if (process.argv.includes('--errors'))
  for (const { row, planted, faults, isCaught, isFalseAlarm } of audit.replies) {
    if (!isFalseAlarm && (planted === null || isCaught)) continue;
    const what = isFalseAlarm ? 'FALSE ALARM' : `MISSED ${planted}`;
    process.stdout.write(`\n${what} ${row.id} ${row.case}\n  ? ${row.question}\n  > ${row.reply}\n`);
    for (const fault of faults)
      process.stdout.write(
        `  ${fault.kind} ${fault.about} ${fault.aspect ?? ''}: "${fault.quote}" (${fault.because})\n`,
      );
  }
