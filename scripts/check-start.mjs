// Runs `npm start` the way a newcomer does and checks what it says, then once more as JSON and checks the figures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'anamnesis-start-'));
const start = (...options) => {
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync('npm', ['start', '--silent', '--', ...options], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm start ended with ${status}:\n${stderr}\n${stdout}`);
  return { stdout, seconds: (performance.now() - before) / 1000 };
};
try {
  const { stdout, seconds } = start('--out', join(folder, 'text'));
  process.stdout.write(stdout);
  const { stdout: json } = start('--json', '--quiet', '--out', join(folder, 'json'));
  const report = JSON.parse(json);
  const accuracy = Object.fromEntries(report.doctors.map(({ doctor, metrics }) => [doctor, metrics.accuracy.value]));
  const problems = [];
  if (seconds > 60) problems.push(`npm start took ${seconds.toFixed(1)} s`);
  if (report.failures.length > 0) problems.push(`${report.failures.length} consultations failed`);
  if (
    !(accuracy.bayes > accuracy.checklist && accuracy.checklist > accuracy.random && accuracy.random > accuracy.hasty)
  )
    problems.push(`the references are out of order: ${JSON.stringify(accuracy)}`);
  for (const heading of ['Leaderboard', 'By temperament', 'Known-groups check', 'Transcripts:'])
    if (!stdout.includes(heading)) problems.push(`"${heading}" is not shown`);
  process.stdout.write(`npm start took ${seconds.toFixed(1)} s; accuracy ${JSON.stringify(accuracy)}\n`);
  if (problems.length > 0) throw new Error(problems.join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
