#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { AnamnesisError } from '../base/error.ts';
import { version } from '../base/version.ts';

// Each command is loaded when it is called: showing help loads neither Ink nor LangChain nor the schemas.

const program = new Command('anamnesis')
  .description(
    'Measures how well a doctor takes a history and reaches a diagnosis: simulated patients, recorded scores.',
  )
  .version(version)
  .option('--verbose', 'show where in the code an error arose')
  .showHelpAfterError('(`anamnesis --help` shows all commands)')
  .configureHelp({ sortSubcommands: false });

const library = () =>
  new Option('--library <dir>', 'a folder with cases, personas, rubrics of your own (repeatable)')
    .argParser(collect)
    .default([] as string[], 'the shipped files alone');

program
  .command('run')
  .description('carry out a benchmark and print a leaderboard')
  .argument('[benchmark]', 'a benchmark file', 'benchmarks/quick.yaml')
  .option('--doctor <spec>', 'bayes, checklist, random, hasty or openai:MODEL[@BASE_URL] (repeatable)', collect)
  .option('--cases <ids>', 'cases, divided by commas, or all', list)
  .option('--personas <ids>', 'personas, divided by commas, or all', list)
  .option('--rubric <id>', 'the rubric to score by')
  .option('--repeats <n>', 'times each consultation is held', whole(1))
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--max-turns <n>', 'doctor’s turns before it must conclude', whole(1))
  .option('--concurrency <n>', 'consultations at the same time', whole(1))
  .option('--out <dir>', 'folder of the run (default: transcripts/<benchmark>-<time>)')
  .option('--resume <run>', 'go on with a run that was stopped')
  .option('--dry-run', 'show what would be run, and run nothing')
  .option('--json', 'print one JSON object instead of tables')
  .option('--quiet', 'no progress')
  .addOption(library())
  .addHelpText('after', example('anamnesis run benchmarks/quick.yaml --doctor bayes --doctor openai:gpt-4o-mini'))
  .action(async (benchmark, options) => (await import('./run.ts')).run(benchmark, options));

program
  .command('consult')
  .description('play the doctor at the terminal, against a simulated patient')
  .argument('[case]', 'a case; without it one is drawn')
  .option('--persona <id>', 'how the patient behaves; without it one is drawn')
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--max-turns <n>', 'turns before you must conclude', whole(1))
  .option('--out <dir>', 'folder of the run (default: transcripts/consult-<time>)')
  .option('--resume <run>', 'go on with a consultation that you left')
  .addOption(library())
  .addHelpText('after', example('anamnesis consult --persona choleric'))
  .action(async (caseId, options) => (await import('./consult.ts')).consultCommand(caseId, options));

program
  .command('show')
  .description('one consultation of a run, turn by turn: what was asked, told, and worth how many bits')
  .argument('<run>', 'folder of a run')
  .argument('[consultation]', 'its id, or a part of it; without it the first one')
  .option('--json', 'the events and the assessment as one JSON object')
  .addHelpText('after', example('anamnesis show transcripts/sample bayes'))
  .action(async (run, consultation, options) => (await import('./show.ts')).show(run, consultation, options));

program
  .command('list')
  .description('what there is of a kind: findings, conditions, cases, personas, rubrics, benchmarks, doctors, runs')
  .argument('<kind>')
  .option('--json', 'as JSON')
  .addOption(library())
  .addHelpText('after', example('anamnesis list cases'))
  .action(async (kind, options) => (await import('./list.ts')).list(kind, options));

program
  .command('validate')
  .description('check authored files; every problem is shown with file:line:column')
  .argument('[path...]', 'files or folders; without any, the shipped library')
  .option('--json', 'problems as JSON')
  .addOption(library())
  .addHelpText('after', example('anamnesis validate my-cases/'))
  .action(async (paths, options) => (await import('./validate.ts')).validate(paths, options));

program
  .command('import')
  .description('turn published cases into case files; formats: agentclinic')
  .argument('<format>')
  .argument('<file>')
  .requiredOption('--out <dir>', 'folder for the case files')
  .addHelpText('after', example('anamnesis import agentclinic agentclinic_medqa.jsonl --out my-library/cases'))
  .action(async (format, file, options) => (await import('./import.ts')).importCases(format, file, options));

program
  .command('understand')
  .description(
    'what the embedded reader makes of doctors’ words: JSON lines {text, context?} in, one line out for each',
  )
  .addOption(library())
  .addHelpText('after', example(`echo '{"text": "Any fever or chills?"}' | anamnesis understand`))
  .action(async (options) => (await import('./understand.ts')).understandCommand(options));

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function list(value: string): string[] {
  return value.split(',').map((part) => part.trim());
}

function whole(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`a whole number from ${least} on was expected`);
    return number;
  };
}

function example(command: string): string {
  return `\nExample:\n  ${command}`;
}

/** Exit codes: 0 done, 1 a consultation failed or the run stopped, 2 wrong call or input, 3 threshold, 130 Ctrl-C. */
function exitCodeOf(error: AnamnesisError): number {
  if (error.code === 'interrupted') return 130;
  return error.code === 'journal-damaged' || error.code === 'budget-spent' ? 1 : 2;
}

program.exitOverride();
for (const command of program.commands) command.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof AnamnesisError) {
    process.stderr.write(`${error.message}\n${error.hint ? `→ ${error.hint}\n` : ''}`);
    if (program.opts().verbose) process.stderr.write(`${error.stack}\n`);
    process.exitCode = exitCodeOf(error);
  } else {
    // A bug of ours, not of the call: its stack is what a report needs.
    process.stderr.write(
      `${error instanceof Error ? error.stack : String(error)}\n→ this is a fault in anamnesis; please report it\n`,
    );
    process.exitCode = 1;
  }
}
