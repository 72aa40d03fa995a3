// Runs every command of the README's `sh` blocks in a folder of its own, but for those that need a person, a key or a
// doctor of the reader's own.
import { execSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const lines = [...readme.matchAll(/```sh\n(.*?)```/gs)].flatMap(([, block]) => block.split('\n'));
const commands = lines
  .map((line) => line.replace(/\s+#.*$/, '').trim())
  .filter((line) => /^(?:echo .*\| )?npx anamnesis /.test(line))
  .filter((line) => !/ consult\b|openai:|http:|exec:/.test(line));
const gradesOf = (rater) => `rater,consultation,rubric,criterion,met,note,at
${rater},headache-benali.sanguine.bayes.1,consultation-quality,1.1,1,,2026-01-01T00:00:00.000Z
`;
if (commands.length === 0) throw new Error('the README shows no command');
const folder = mkdtempSync(join(tmpdir(), 'anamnesis-readme-'));
try {
  // What a reader would have downloaded: rows of ours in the same format.
  copyFileSync(join(root, 'test/fixtures/agentclinic.jsonl'), join(folder, 'agentclinic_medqa.jsonl'));
  for (const command of commands) {
    process.stdout.write(`$ ${command}\n`);
    const [, run, rater] = / rate (\S+) --rater (\S+)/.exec(command) ?? [];
    if (run && rater) {
      writeFileSync(join(folder, run, `ratings-${rater}.csv`), gradesOf(rater)); // what a person would have left behind
      continue;
    }
    const direct = command.replace('npx anamnesis', `node ${JSON.stringify(join(root, 'dist/main.js'))}`);
    execSync(direct, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
