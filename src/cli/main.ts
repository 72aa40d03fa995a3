#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { AnamnesisError } from '../base/error.ts';
import { version } from '../base/version.ts';
import { asCalled } from './called.ts';

// Each command is loaded when it is called: showing help loads neither Ink nor LangChain nor the schemas.

const program = new Command('anamnesis')
  .description(
    'Measures how well a doctor takes a history and reaches a diagnosis: simulated patients, recorded scores.',
  )
  .version(version)
  .option('--verbose', 'show where in the code an error arose')
  .showHelpAfterError(asCalled('(`anamnesis --help` shows all commands)'))
  .configureHelp({ sortSubcommands: false })
  .addHelpText('after', example('anamnesis run --cases itchy-skin-nakamura --personas all'));

const library = () =>
  new Option('--library <dir>', 'a folder with cases, personas, rubrics of your own (repeatable)')
    .argParser(collect)
    .default([] as string[], 'the shipped files alone');

/** `--resume`: a run goes on with what it was begun with, and nothing of that can be chosen anew. */
const resume = (what: string, begunWith: string[]) => new Option('--resume <run>', what).conflicts(begunWith);

program
  .command('run')
  .description('carry out a benchmark and print a leaderboard')
  .argument('[benchmark]', 'a benchmark file (default: benchmarks/quick.yaml)')
  .option(
    '--doctor <spec>',
    'bayes, checklist, random, hasty, openai:MODEL[@BASE_URL], agent:openai:MODEL[@BASE_URL], http:URL or exec:COMMAND (repeatable)',
    collect,
  )
  .option('--patient <spec>', 'who speaks for the patients: embedded (default) or openai:MODEL[@BASE_URL]')
  .option('--judge <spec>', 'who grades what no rule grades: embedded (nobody, default) or openai:MODEL[@BASE_URL]')
  .addOption(
    new Option(
      '--judge-sees-truth <yes|no>',
      'whether the judge is told the true diagnosis (default: as the benchmark says, else yes)',
    ).choices(['yes', 'no']),
  )
  .option('--cases <ids>', 'cases, divided by commas, or all', list)
  .option('--personas <ids>', 'personas, divided by commas, or all', list)
  .option('--rubric <id>', 'the rubric to score by: its id or its file (repeatable; the first one leads)', collect)
  .option('--repeats <n>', 'times each consultation is held', whole(1))
  .option(
    '--rerun-faulty <n>',
    'times at most that one is held again whose patient, played by a model, was at fault',
    whole(0),
  )
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--max-turns <n>', 'doctor’s turns before it must conclude', whole(1))
  .option('--concurrency <n>', 'consultations at the same time', whole(1))
  .option(
    '--value <spec>',
    'who values facts where the diagnosis is outside the knowledge base: embedded (nobody, default) or openai:MODEL[@BASE_URL]',
  )
  .option('--exact', 'count Shapley values out up to 20 facts instead of 16, 0.2 s a case; beyond, orders are drawn')
  .option('--no-cache', 'ask models anew, and keep none of their replies for other runs')
  .option('--record <file>', 'write every answered call to a cassette')
  .option('--from-record <file>', 'let a cassette answer instead of models: no key, no network')
  .option('--prices <file>', 'prices of models of your own, over the shipped ones (docs/models.md)')
  .option('--max-cost <usd>', 'stop before the run’s calls cost more', money)
  .option('--prompts <dir>', 'prompts of your own; each stands for the shipped one of its name')
  .option('--hints <file>', 'a classifier’s predictions for the cases (CSV: case, label, score)')
  .option('--out <dir>', 'folder of the run (default: transcripts/<benchmark>-<time>)')
  .addOption(
    resume('go on with a run that was stopped', [
      'doctor',
      'patient',
      'judge',
      'value',
      'exact',
      'judgeSeesTruth',
      'prompts',
      'hints',
      'cases',
      'personas',
      'rubric',
      'repeats',
      'rerunFaulty',
      'seed',
      'maxTurns',
      'out',
      'dryRun',
      'library',
    ]),
  )
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
  .option('--patient <spec>', 'who speaks for the patient: embedded (default) or openai:MODEL[@BASE_URL]')
  .option('--no-cache', 'ask the model anew, and keep none of its replies for other consultations')
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--max-turns <n>', 'turns before you must conclude', whole(1))
  .option('--out <dir>', 'folder of the run (default: transcripts/consult-<time>)')
  .addOption(
    resume('go on with a consultation that you left', ['persona', 'patient', 'seed', 'maxTurns', 'out', 'library']),
  )
  .addOption(library())
  .addHelpText('after', example('anamnesis consult --persona choleric'))
  .action(async (caseId, options) => (await import('./consult.ts')).consultCommand(caseId, options));

program
  .command('watch')
  .description('watch a doctor consult a simulated patient: its words as they are spoken, and how it went')
  .argument('[case]', 'a case; without it one is drawn')
  .option('--doctor <spec>', 'bayes (default) or another of `anamnesis list doctors`')
  .option('--persona <id>', 'how the patient behaves; without it one is drawn')
  .option('--patient <spec>', 'who speaks for the patient: embedded (default) or openai:MODEL[@BASE_URL]')
  .option('--prompts <dir>', 'prompts of your own; each stands for the shipped one of its name')
  .option('--no-cache', 'ask models anew, and keep none of their replies for other consultations')
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--max-turns <n>', 'turns before the doctor must conclude', whole(1))
  .option('--out <dir>', 'folder of the run (default: transcripts/watch-<time>)')
  .addOption(library())
  .addHelpText('after', example('anamnesis watch headache-benali --doctor openai:gpt-4o-mini'))
  .action(async (caseId, options) => (await import('./watch.ts')).watchCommand(caseId, options));

program
  .command('show')
  .description('one consultation of a run, turn by turn: what was asked, told, and worth how many bits')
  .argument('<run>', 'folder of a run')
  .argument('[consultation]', 'its id, or a part of it; without it the first one')
  .option('--assessed <dir>', 'the scores of `assess` in that folder, instead of the run’s own')
  .option('--json', 'the events and the assessment as one JSON object')
  .addHelpText('after', example('anamnesis show transcripts/sample bayes'))
  .action(async (run, consultation, options) => (await import('./show.ts')).show(run, consultation, options));

program
  .command('assess')
  .description('score a finished run anew, by other rubrics or another judge: no doctor and no patient is asked again')
  .argument('<run>', 'folder of a run')
  .option('--rubric <id>', 'a rubric’s id or its file (repeatable; default: the run’s own)', collect)
  .option(
    '--judge <spec>',
    'who grades what no rule grades: embedded (nobody) or openai:MODEL (default: the run’s own)',
  )
  .option('--judge-sees-truth <yes|no>', 'whether the judge is told the true diagnosis', yesOrNo)
  .option('--exact', 'count Shapley values out up to 20 facts instead of 16 (default: as the run did)')
  .option(
    '--value <spec>',
    'who values facts where the diagnosis is outside the knowledge base: embedded (nobody) or openai:MODEL (default: the run’s own)',
  )
  .option('--current-library', 'by the library of today, not by the copy that the run was made with')
  .option('--out <dir>', 'folder of the assessment (default: assessed/<rubrics>-<hash> in the run’s)')
  .option('--prompts <dir>', 'the judge’s prompts of your own; each stands for the shipped one of its name')
  .option('--concurrency <n>', 'consultations that are judged at the same time', whole(1))
  .option('--no-cache', 'ask the judge anew, and keep none of its replies for other runs')
  .option('--record <file>', 'write every answered call to a cassette')
  .option('--from-record <file>', 'let a cassette answer instead of the judge: no key, no network')
  .option('--prices <file>', 'prices of models of your own, over the shipped ones (docs/models.md)')
  .option('--max-cost <usd>', 'stop before the judge’s calls cost more', money)
  .option('--json', 'print one JSON object instead of tables')
  .option('--quiet', 'no progress')
  .addOption(library())
  .addHelpText('after', example('anamnesis assess transcripts/my-run --rubric rubrics/mine.yaml'))
  .action(async (run, options) => (await import('./assess.ts')).assessCommand(run, options));

program
  .command('rate')
  .description('grade consultations of a run yourself, without knowing whose they are; left, it can be gone on with')
  .argument('<run>', 'folder of a run')
  .requiredOption('--rater <name>', 'who grades; a part of the file’s name')
  .option('--rubric <id>', 'a rubric or its file (repeatable; default: what the run was scored by)', collect)
  .option('--sample <n>', 'consultations to grade at most; all raters of a seed get the same ones', whole(1))
  .option('--seed <n>', 'seed of the choice and the order (default: the run’s)', whole(0))
  .option('--sees-truth', 'show the true diagnosis')
  .option('--out <file>', 'the CSV of the grades (default: <run>/ratings-<rater>.csv)')
  .addHelpText('after', example('anamnesis rate transcripts/sample --rater ada --sample 20'))
  .action(async (run, options) => (await import('./rate.ts')).rateCommand(run, options));

program
  .command('list')
  .description(
    'what there is of a kind: findings, conditions, cases, personas, traits, rubrics, benchmarks, doctors, runs',
  )
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
  .option('--review', 'beyond the files’ form: how hard each case is, and what a reviewer should look at')
  .option('--strict', 'with --review: whatever is to be looked at is an error')
  .addOption(library())
  .addHelpText('after', example('anamnesis validate my-cases/'))
  .action(async (paths, options) => (await import('./validate.ts')).validate(paths, options));

program
  .command('new')
  .description('a file of your own to begin with: a persona, a trait, a rubric or a case, every key explained')
  .argument('<kind>', 'persona, trait, rubric or case')
  .argument('<id>', 'its name: lower-case letters, digits and hyphens')
  .option('--temperament <name>', 'of a persona: sanguine, choleric, melancholic or phlegmatic (default: phlegmatic)')
  .option('--dimension <name>', 'of a trait: personality, language, recall, confusion or literacy')
  .option('--level <name>', 'of a trait: one of its dimension’s levels, such as impatient (default: verbose)')
  .option('--library <dir>', 'the folder it is written below (default: the working folder)')
  .addHelpText('after', example('anamnesis new persona ada --temperament choleric'))
  .action(async (kind, id, options) => (await import('./new.ts')).newFile(kind, id, options));

program
  .command('preview')
  .description('a persona or a case in a short standard interview, or what a rubric asks for')
  .argument('<kind>', 'persona, case or rubric')
  .argument('<id>', 'its id; a persona may have traits: choleric+cefr-a+low-recall')
  .option('--case <id>', 'of a persona: whose patient is interviewed')
  .option('--against <persona>', 'of a persona: another one beside it')
  .option('--seed <n>', 'seed of all draws (default: 1)', whole(0))
  .option('--json', 'as JSON')
  .addOption(library())
  .addHelpText('after', example('anamnesis preview persona choleric+low-recall --against phlegmatic'))
  .action(async (kind, id, options) => (await import('./preview.ts')).preview(kind, id, options));

program
  .command('import')
  .description(
    'turn published cases and rubrics into files of ours; formats: 3mdbench, agentclinic, craft-md, ddxplus, healthbench, mediq',
  )
  .argument('<format>')
  .argument('<path>', 'the file, or for ddxplus the folder')
  .requiredOption('--out <dir>', 'folder for the files; of ddxplus a library of its own')
  .option('--limit <n>', 'rows to import at most', whole(1))
  .option('--strict', 'end with code 1 where a row is damaged')
  .addHelpText('after', example('anamnesis import agentclinic agentclinic_medqa.jsonl --out my-library/cases'))
  .action(async (format, file, options) => (await import('./import.ts')).importRows(format, file, options));

const rubric = program.command('rubric').description('criteria of one case, made by rule');

rubric
  .command('generate')
  .description(
    'write weighted, signed criteria of a case as a rubric file to review; nothing uses it until you name it',
  )
  .argument('<case>', 'a case')
  .option('--model <spec>', 'a model that looks them over, in one call: openai:MODEL[@BASE_URL]')
  .option('--out <file>', 'the file (default: rubrics/case-<case>.yaml in the working folder)')
  .option('--force', 'replace a file that is there')
  .option('--prompts <dir>', 'prompts of your own; each stands for the shipped one of its name')
  .option('--no-cache', 'ask the model anew, and do not keep its reply')
  .option('--record <file>', 'write the answered call to a cassette')
  .option('--from-record <file>', 'let a cassette answer instead of the model: no key, no network')
  .option('--prices <file>', 'prices of models of your own, over the shipped ones (docs/models.md)')
  .option('--max-cost <usd>', 'refuse a call that may cost more', money)
  .addOption(library())
  .addHelpText('after', example('anamnesis rubric generate headache-benali'))
  .action(async (caseId, options) => (await import('./rubric.ts')).generateRubric(caseId, options));

const audit = program
  .command('audit')
  .description('measure the instruments: the patients, a persona of your own, the assessor');

audit
  .command('patient')
  .description('interview every patient and report what it told, what it should not have, and how it can be told apart')
  .option('--cases <ids>', 'cases, divided by commas, or all', list)
  .option('--personas <ids>', 'personas, divided by commas, or all', list)
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--json', 'everything as one JSON object')
  .option('--quiet', 'no progress')
  .addOption(library())
  .addHelpText('after', example('anamnesis audit patient --cases headache-benali'))
  .action(async (options) => (await import('./audit.ts')).auditPatientCommand(options));

audit
  .command('persona')
  .description('probe one persona: a pass or a fail for each probe, with the words')
  .argument('<id>', 'a persona, or one with traits such as choleric+cefr-a')
  .option('--case <id>', 'the case to probe it with; without it one that has all the probes need')
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--json', 'as one JSON object')
  .addOption(library())
  .addHelpText('after', example('anamnesis audit persona choleric+low-recall'))
  .action(async (id, options) => (await import('./audit.ts')).auditPersonaCommand(id, options));

audit
  .command('agreement')
  .description('how far the grades of a run agree with people’s, and people’s with each other')
  .argument('<run>', 'folder of a run')
  .argument('[ratings...]', 'CSV files of ratings (default: those that `rate` wrote into the folder)')
  .option('--json', 'every figure with its interval as one JSON object')
  .addHelpText('after', example('anamnesis audit agreement transcripts/sample ada.csv bo.csv'))
  .action(async (run, ratings, options) =>
    (await import('./agreement.ts')).auditAgreementCommand(run, ratings, options),
  );

audit
  .command('assessor')
  .description(
    'hold the grading against flaws that are known beforehand, against itself, and against doctors that game it',
  )
  .option('--only <parts>', 'flaws or gaming, divided by commas (default: both)', list)
  .option('--flaws <file>', 'scripted consultations and edits of your own (default: the shipped ones)')
  .option('--failures', 'every edit that was missed or drifted, with the grades and their reasons')
  .option('--gaming-cases <n>', 'cases that doctors game, each in every temperament (default: 24)', whole(1))
  .option('--judge <spec>', 'audit a judge beside the rules: openai:MODEL[@BASE_URL]')
  .option('--sample <n>', 'edits that the judge grades at most, spread over the criteria (default: 50)', whole(1))
  .option('--repeats <n>', 'gradings of each consultation by the judge, to see how far it agrees with itself', whole(1))
  .option('--no-cache', 'ask the judge anew, and keep none of its replies')
  .option('--record <file>', 'write every answered call to a cassette')
  .option('--from-record <file>', 'let a cassette answer instead of the judge: no key, no network')
  .option('--prices <file>', 'prices of models of your own, over the shipped ones (docs/models.md)')
  .option('--max-cost <usd>', 'stop before the judge’s calls cost more', money)
  .option('--prompts <dir>', 'prompts of your own; each stands for the shipped one of its name')
  .option('--concurrency <n>', 'gradings by the judge at the same time', whole(1))
  .option('--seed <n>', 'seed of all draws', whole(0))
  .option('--json', 'everything as one JSON object')
  .option('--quiet', 'no progress')
  .addOption(library())
  .addHelpText('after', example('anamnesis audit assessor --judge openai:gpt-4o-mini --sample 40 --max-cost 1'))
  .action(async (options) => (await import('./audit-assessor.ts')).auditAssessorCommand(options));

program
  .command('understand')
  .description(
    'what the embedded reader makes of doctors’ words: JSON lines {text, context?} in, one line out for each',
  )
  .addOption(library())
  .addHelpText('after', example(`echo '{"text": "Any fever or chills?"}' | anamnesis understand`))
  .action(async (options) => (await import('./understand.ts')).understandCommand(options));

const cache = program
  .command('cache')
  .description('what is kept between runs: replies of models, and what can be computed again');

cache
  .command('clear')
  .description('remove it, and say what that was; the next run has to ask, compute and read anew')
  .option('--only <kinds>', 'responses, shapley or parsed, divided by commas', list)
  .addHelpText('after', example('anamnesis cache clear --only responses'))
  .action(async (options) => (await import('./cache.ts')).clearCache(options));

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function list(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function whole(least: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`a whole number from ${least} on was expected`);
    return number;
  };
}

function yesOrNo(value: string): boolean {
  if (value !== 'yes' && value !== 'no') throw new InvalidArgumentError('yes or no was expected');
  return value === 'yes';
}

function money(value: string): number {
  const amount = Number(value);
  if (!(amount > 0) || amount === Number.POSITIVE_INFINITY)
    throw new InvalidArgumentError('an amount of US dollars above 0 was expected');
  return amount;
}

function example(command: string): string {
  return asCalled(`\nExample:\n  ${command}`);
}

/** Exit codes: 0 done, 1 a consultation failed or the run stopped, 2 wrong call or input, 3 threshold, 130 Ctrl-C. */
function exitCodeOf(error: AnamnesisError): number {
  if (error.code === 'interrupted') return 130;
  return error.code === 'journal-damaged' || error.code === 'budget-spent' ? 1 : 2;
}

program.exitOverride();
for (const command of program.commands)
  for (const [part, name] of [
    [command, ''] as const,
    ...command.commands.map((sub) => [sub, ` ${sub.name()}`] as const),
  ])
    part
      .exitOverride()
      .showHelpAfterError(asCalled(`(\`anamnesis ${command.name()}${name} --help\` shows its options)`));
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2;
  else if (error instanceof AnamnesisError) {
    process.stderr.write(asCalled(`${error.message}\n${error.hint ? `→ ${error.hint}\n` : ''}`));
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
