import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type ChatEndpoint, chatEndpoint, fails } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const [firstCase = ''] = catalog.cases.keys();
/** The smallest matrix: one consultation. */
const lone = ['--cases', firstCase, '--personas', 'choleric', '--quiet'];
const one = ['--cases', firstCase, '--personas', 'choleric', '--doctor', 'checklist', '--max-turns', '3', '--quiet'];

async function eventsOf(folder: string): Promise<object[]> {
  const lines = (await readFile(join(folder, 'events.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => {
    const { at: _, run: __, ...event } = JSON.parse(line);
    return event;
  });
}

describe('run', () => {
  test('prints a leaderboard and how to see a consultation of it, and on standard error how far it is', async () => {
    const { code, out, err } = await anamnesis('run', ...one.filter((arg) => arg !== '--quiet'));
    expect({ code, err }).toEqual({ code: 0, err: '1 of 1 consultations\n' });
    const [folder = ''] = await readdir('transcripts');
    expect(folder).toMatch(/^quick-\d{4}-\d\d-\d\dt\d\d-\d\d-\d\d$/);
    for (const part of [
      ' (changed by --cases, --personas, --doctor): 1 consultation, seed 1, 3 turns',
      'Leaderboard',
      'checklist *',
      'By temperament',
      'choleric',
    ])
      expect(out).toContain(part);
    expect(out).toContain(`See one:     anamnesis show transcripts/${folder}\n`);
    expect(out).toContain(`Transcripts: ${join(here.folder, 'transcripts', folder)}\n`);
  });

  test('reads a benchmark of the working folder before a shipped one of the same name', async () => {
    const text = `id: mine\ntitle: My own\ncases: [${firstCase}]\npersonas: [sanguine]\ndoctors: [hasty]\nrubric: consultation-quality\n`;
    await here.write({ 'benchmarks/quick.yaml': text });
    const { out } = await anamnesis('run', 'benchmarks/quick.yaml', '--dry-run');
    expect(out).toBe(`${firstCase}.sanguine.hasty.1\n`);
  });

  test('--dry-run prints what would be run, and writes nothing', async () => {
    const { code, out, err } = await anamnesis('run', ...one, '--doctor', 'hasty', '--repeats', '2', '--dry-run');
    const ids = ['checklist', 'hasty'].flatMap((doctor) => [1, 2].map((n) => `${firstCase}.choleric.${doctor}.${n}`));
    expect({ code, out }).toEqual({ code: 0, out: `${ids.join('\n')}\n` });
    expect(err).toBe('4 consultations; nothing was run\n');
    expect(await readdir(here.folder)).toEqual([]);
  });

  test('--dry-run of a model needs no key', async () => {
    vi.stubEnv('OPENAI_API_KEY', '');
    const { code, out } = await anamnesis('run', ...one, '--doctor', 'openai:gpt-4o-mini', '--dry-run');
    vi.unstubAllEnvs();
    expect({ code, lines: out.trim().split('\n').length }).toEqual({ code: 0, lines: 2 });
  });

  test('--exact stands in run.json, and --value is refused where there is nothing to value', async () => {
    await anamnesis('run', ...one, '--exact', '--out', 'exact');
    expect(JSON.parse(await readFile('exact/run.json', 'utf8')).benchmark).toMatchObject({
      exactShapley: true,
      value: 'embedded',
    });
    const { code, err } = await anamnesis(
      'run',
      ...one,
      '--value',
      'openai:m@http://127.0.0.1:1/v1',
      '--out',
      'valued',
    );
    expect({ code, err }).toEqual({
      code: 2,
      err: 'the knowledge base holds the diagnosis of every case, and values its facts\n→ leave out `--value`, or choose cases whose diagnosis is outside it\n',
    });
  });

  test('--json prints one object of the shape that is documented, and nothing else', async () => {
    const { code, out, err } = await anamnesis('run', ...one, '--doctor', 'hasty', '--json', '--out', 'deep/down/run');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const report = JSON.parse(out);
    expect(report).toMatchObject({ run: expect.stringMatching(/^quick-/), consultations: 2, failures: [] });
    const doctors: { doctor: string; consultations: number; metrics: Record<string, object> }[] = report.doctors;
    expect(doctors.map(({ doctor }) => doctor).sort()).toEqual(['checklist', 'hasty']);
    for (const { consultations, metrics } of [...doctors, ...report.breakdowns.temperament.choleric]) {
      expect(consultations).toBe(1);
      for (const metric of ['accuracy', 'macroF1', 'informationEfficiency', 'shapleyCoverage', 'rubric', 'turns'])
        expect(metrics[metric]).toMatchObject({
          value: expect.toBeOneOf([expect.any(Number), null]),
          n: expect.any(Number),
        });
    }
    // What does not apply is null, and counts nothing: who asks nothing has no efficiency.
    const hasty = doctors.find(({ doctor }) => doctor === 'hasty');
    expect(hasty?.metrics.informationEfficiency).toMatchObject({ value: null, low: null, high: null, n: 0 });
    expect(hasty?.metrics.turns).toMatchObject({ value: 0, n: 1 });

    expect(await readdir('deep/down')).toEqual(['run']);
    expect((await readdir('deep/down/run')).sort()).toEqual([
      'assessments.jsonl',
      'events.jsonl',
      'library',
      'run.json',
    ]);
  });
});

describe('a run that cannot be is refused with one message, code 2 and nothing written', () => {
  test.each([
    {
      args: ['nofile.yaml'],
      message: 'nofile.yaml does not exist',
      hint: '`anamnesis list benchmarks` shows the shipped ones',
    },
    {
      args: ['benchmarks/quick.yml'],
      message: 'benchmarks/quick.yml does not exist',
      hint: 'did you mean `benchmarks/quick.yaml`?',
    },
    {
      args: ['--hints', 'mine.csv'],
      message: '--hints mine.csv would not be used: no doctor here is shown predictions',
      hint: 'leave it out, or name an openai: doctor, patient or judge that it is for',
    },
    {
      args: ['--prompts', 'mine'],
      message: '--prompts mine would not be used: no model takes part',
      hint: 'leave it out, or name an openai: doctor, patient or judge that it is for',
    },
    {
      args: ['--cases', `${firstCase}x`],
      message: `unknown case \`${firstCase}x\`; did you mean \`${firstCase}\`?`,
      hint: '`anamnesis list cases` shows all of them',
    },
    {
      args: ['--doctor', 'bays'],
      message: 'unknown doctor `bays`; did you mean `bayes`?',
      hint: expect.stringContaining('a doctor is'),
    },
    {
      args: ['--cases', ''],
      message: '--cases names nothing, and there would be no consultation',
      hint: 'name ids divided by commas, or `all`',
    },
    {
      args: ['--personas', ' , '],
      message: '--personas names nothing, and there would be no consultation',
      hint: 'name ids divided by commas, or `all`',
    },
    {
      args: ['--personas', 'choleric+phlegmatic'],
      message:
        '`choleric+phlegmatic` contradicts itself: one patient has one temperament, and `choleric` and `phlegmatic` have one each',
      hint: expect.stringContaining('write `choleric` or `phlegmatic`'),
    },
    { args: ['--cases', 'all,other'], message: '--cases: `all` stands alone' },
    { args: ['--cases', 'NoId'], message: '--cases: "NoId" is no id; use lower-case letters, digits and hyphens' },
    { args: ['--library', 'nowhere'], message: 'the library nowhere does not exist' },
    {
      args: ['--resume', 'nowhere'],
      message: 'nowhere is no run: it has no run.json',
      hint: '`anamnesis list runs` shows the runs in transcripts/',
    },
    {
      args: ['x.yaml', '--resume', 'nowhere'],
      message: '`--resume` goes on with the benchmark of that run',
      hint: 'leave out `x.yaml`',
    },
  ])('$args', async ({ args, message, hint }) => {
    const { code, out, err } = await anamnesis('run', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    const [said, advice, ...rest] = err.trimEnd().split('\n');
    expect(said).toBe(message);
    expect(advice).toEqual(hint === undefined ? undefined : typeof hint === 'string' ? `→ ${hint}` : hint);
    expect(rest).toEqual([]);
    expect(await readdir(here.folder)).toEqual([]);
  });

  test('more turns or repeats than there can be', async () => {
    expect(await anamnesis('run', '--max-turns', '201', '--repeats', '1001')).toEqual({
      code: 2,
      out: '',
      err: '--max-turns: is too great: 200 is the most\n--repeats: is too great: 1000 is the most\n',
    });
    expect(await readdir(here.folder)).toEqual([]);
  });

  test('a model without a key', async () => {
    const key = process.env.OPENAI_API_KEY;
    delete process.env.OPENAI_API_KEY;
    const { code, err } = await anamnesis('run', ...one, '--doctor', 'openai:some-model');
    if (key !== undefined) process.env.OPENAI_API_KEY = key;
    expect(code).toBe(2);
    expect(err).toMatch(/^openai:some-model needs a key, and OPENAI_API_KEY is not set\n→ [^\n]+\n$/);
    expect(await readdir(here.folder)).toEqual([]);
  });

  test.each([
    { what: 'that is not YAML', text: 'id: [', says: /^b\.yaml:1:\d+ .*not YAML/ },
    { what: 'without a key', text: 'id: b\n', says: /^b\.yaml:1:1 title: / },
    {
      what: 'with a key too many',
      text: 'id: b\ncolour: red\n',
      says: /^b\.yaml:2:1 colour: is not a key of this file$/m,
    },
  ])('a benchmark $what, with its place', async ({ text, says }) => {
    await here.write({ 'b.yaml': text });
    const { code, out, err } = await anamnesis('run', 'b.yaml');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
    expect(await readdir(here.folder)).toEqual(['b.yaml']);
  });

  test('a broken file of a library, with its place', async () => {
    await here.write({ 'mine/cases/x.yaml': 'id: x\ntitle: 3\n' });
    const { code, err } = await anamnesis('run', ...one, '--library', 'mine');
    expect(code).toBe(2);
    expect(err).toMatch(/^mine\/cases\/x\.yaml:2:8 title: /m);
    expect(await readdir(here.folder)).toEqual(['mine']);
  });

  test('a folder below a file', async () => {
    await here.write({ taken: 'mine' });
    const { code, err } = await anamnesis('run', ...one, '--out', 'taken/run');
    expect(code).toBe(2);
    expect(err).toMatch(/^taken\/run cannot be made: [^\n]+\n→ choose another folder with --out\n$/);
    expect(await readdir(here.folder)).toEqual(['taken']);
    expect(await readFile('taken', 'utf8')).toBe('mine');
  });

  test('a folder that exists, and is left as it is', async () => {
    await here.write({ 'taken/notes.txt': 'mine' });
    const { code, err } = await anamnesis('run', ...one, '--out', 'taken');
    expect({ code, err }).toEqual({
      code: 2,
      err: 'taken exists already\n→ go on with it by --resume taken, or choose another folder with --out\n',
    });
    expect(await readdir(here.folder)).toEqual(['taken']);
    expect(await readdir('taken')).toEqual(['notes.txt']);
  });
});

describe('run --resume', () => {
  test('goes on to the events of a run that was never stopped, from any folder', async () => {
    const more = ['--doctor', 'bayes', '--doctor', 'random'];
    const whole = await anamnesis('run', ...one, ...more, '--json', '--out', 'whole');
    await anamnesis('run', ...one, ...more, '--out', 'cut');
    await truncate('cut/events.jsonl', 20_000);
    await rm('cut/assessments.jsonl');
    await here.write({ 'elsewhere/x': '' });
    process.chdir('elsewhere');
    const { code, out, err } = await anamnesis('run', '--resume', '../cut', '--json', '--quiet');
    process.chdir('..');
    expect(code).toBe(0);
    expect(err).toMatch(
      /^cut off \d+ bytes of a line that was not written to its end\ngoing on with \.\.\/cut: 3 of 3 consultations left\n$/,
    );
    const { run: _, ...figures } = JSON.parse(out);
    const { run: __, ...expected } = JSON.parse(whole.out);
    expect(figures).toEqual(expected);
    const byPlace = (events: object[]) => events.map((event) => JSON.stringify(event)).sort();
    expect(byPlace(await eventsOf('cut'))).toEqual(byPlace(await eventsOf('whole')));
  });

  test('of a run that is done asks nobody anything and prints it again; a damaged one is told by its line', async () => {
    const first = await anamnesis('run', ...one, '--out', 'r');
    const before = await readFile('r/events.jsonl', 'utf8');
    const again = await anamnesis('run', '--resume', 'r', '--quiet');
    expect(again).toEqual({ code: 0, out: first.out, err: 'going on with r: 0 of 1 consultations left\n' });
    expect(await readFile('r/events.jsonl', 'utf8')).toBe(before);

    await writeFile('r/events.jsonl', before.split('\n').with(1, '{').join('\n'));
    const { code, err } = await anamnesis('run', '--resume', 'r');
    expect(code).toBe(1);
    expect(err).toMatch(/^r\/events\.jsonl:2 is not JSON\n→ restore the file[^\n]+\n$/);
  });

  test.each([
    ['--doctor', 'hasty'],
    ['--cases', 'all'],
    ['--seed', '3'],
    ['--max-turns', '3'],
    ['--out', 'other'],
    ['--library', 'mine'],
    ['--dry-run'],
  ])('takes nothing that the run was begun with: %s', async (...args) => {
    const { code, err } = await anamnesis('run', '--resume', 'r', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(new RegExp(`^error: option '--resume <run>' cannot be used with option '${args[0]}`));
  });
});

describe('a consultation that failed', () => {
  let endpoint: ChatEndpoint;
  beforeAll(async () => {
    endpoint = await chatEndpoint(() => fails(400, 'no such thing'));
    return () => endpoint.close();
  });

  test('ends the run with code 1 and is told; a resume tells it again', async () => {
    const { code, out } = await anamnesis(
      'run',
      ...one,
      '--doctor',
      `openai:m@${endpoint.baseUrl}`,
      '--json',
      '--out',
      'r',
    );
    expect(code).toBe(1);
    const { failures, consultations } = JSON.parse(out);
    expect(consultations).toBe(2);
    expect(failures).toEqual([
      { consultation: expect.stringContaining('.openai-m-'), code: expect.any(String), message: expect.any(String) },
    ]);
    const again = await anamnesis('run', '--resume', 'r', '--json', '--quiet');
    expect(again.code).toBe(1);
    expect(JSON.parse(again.out).failures).toEqual(failures);
  });

  test('of a run that has no other is said in place of tables', async () => {
    const { code, out } = await anamnesis('run', ...lone, '--doctor', `openai:m@${endpoint.baseUrl}`, '--out', 'r');
    expect(code).toBe(1);
    expect(out).toContain('All failed: nothing is scored.');
    expect(out).not.toContain('Leaderboard');
    expect(out).toMatch(/failed: .*\nTranscripts: .*\n$/);
  });

  test('prints no key, even where the endpoint says it back', async () => {
    const key = 'sk-marker-0123456789abcdefghij';
    vi.stubEnv('OPENAI_API_KEY', key);
    const echoing = await chatEndpoint(() => fails(401, `Incorrect API key provided: ${key}.`));
    const doctor = ['--doctor', `openai:m@${echoing.baseUrl}`];
    const called = await anamnesis('run', '--verbose', ...one, ...doctor, '--out', 'r');
    await echoing.close();
    vi.unstubAllEnvs();
    expect(echoing.keys).toContain(key);
    expect(called.code).toBe(2);
    expect(called.out + called.err).toContain('[key]');
    expect(called.out + called.err).not.toContain(key);
  });
});
