import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RateOptions, rateCommand } from '../../src/cli/rate.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { keys } from '../support/screen.tsx';
import { catalog } from '../support/shipped.ts';
import { fakeTerminal } from '../support/terminal.ts';

workingFolder();
const [firstCase = ''] = catalog.cases.keys();
const truth = catalog.conditions.get(catalog.cases.get(firstCase)?.truth.condition ?? '')?.names[0] ?? '';

let shared = '';
beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'anamnesis-'));
  const matrix = ['--cases', firstCase, '--personas', 'choleric', '--doctor', 'checklist', '--doctor', 'hasty'];
  await anamnesis('run', ...matrix, '--max-turns', '2', '--concurrency', '1', '--quiet', '--out', join(shared, 'r'));
  await writeFile(join(shared, 'short.yaml'), short);
  return () => rm(shared, { recursive: true });
});
beforeEach(() => cp(shared, '.', { recursive: true }));

/** Two criteria are graded sooner than eight. */
const short = `
id: short
title: Two things
source: a test
dimensions:
  - id: manner
    title: Manner
    criteria:
      - {id: polite, text: Is polite to the patient., points: 1}
      - {id: plan, text: Says what happens next., points: 1}
`;

function begin(options: Partial<RateOptions> = {}) {
  const display = fakeTerminal({ columns: 100, rows: 40 });
  const done = rateCommand('r', { rater: 'ada', rubric: ['short.yaml'], ...options }, display.terminal);
  /** Presses a key once the words are on the screen. */
  const at = async (words: string, ...pressed: readonly string[]) => {
    await display.shows(words);
    await display.press(...pressed);
  };
  return { ...display, done, at };
}

async function rows(file = 'r/ratings-ada.csv'): Promise<string[][]> {
  const [, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  return lines.map((line) => line.split(','));
}

describe('rate', () => {
  test('shows a consultation and a criterion at a time, and writes each grade as it is given', async () => {
    const { at, done, frame, shows, all } = begin();
    await shows('criterion 1 of 2: Manner');
    expect(frame()).toMatch(/consultation 1 of 2/);
    expect(frame()).toMatch(/patient +\S/);
    expect(frame()).toMatch(/doctor +\S/);
    expect(frame()).toContain('m met   n not met   s cannot say');
    await at('Is polite to the patient.', 'm');
    await at('Says what happens next.');
    expect((await rows()).map((row) => row.slice(2, 6))).toEqual([['short', 'polite', '1', '']]);
    await at('Says what happens next.', 'n');
    await at('consultation 2 of 2', 's');
    await at('criterion 2 of 2', 'm');
    await at('All is graded: 4 grades.', 'q');
    await done;
    expect((await rows()).map(([rater, , , criterion, met]) => [rater, criterion, met])).toEqual([
      ['ada', 'polite', '1'],
      ['ada', 'plan', '0'],
      ['ada', 'polite', ''],
      ['ada', 'plan', '1'],
    ]);
    expect(all()).toContain('4 of 4 grades are kept in');
    expect(all()).not.toMatch(/checklist|hasty/);
  });

  test('does not tell the true diagnosis unless it is asked to', async () => {
    const blind = begin();
    await blind.at('criterion 1 of 2', 'q');
    await blind.done;
    expect(blind.all()).not.toContain('The true diagnosis');
    const seeing = begin({ seesTruth: true });
    await seeing.at(`The true diagnosis: ${truth}`, 'q');
    await seeing.done;
  });

  test('takes a note with a grade, and a step back', async () => {
    const { at, done, press } = begin();
    await at('Is polite to the patient.', 'c');
    await at('Enter keeps the note', 'mean, ', 'somewhat', keys.enter);
    await at('your note: mean, somewhat', 'm');
    await at('Says what happens next.', 'b');
    await at('graded before: met', 'n');
    await at('Says what happens next.');
    await press('q');
    await done;
    expect(await readFile('r/ratings-ada.csv', 'utf8')).toMatch(
      /polite,1,"mean, somewhat",.*\n.*polite,0,"mean, somewhat",/,
    );
  });

  test('left, goes on with the first criterion that has no grade', async () => {
    const first = begin();
    await first.at('Is polite to the patient.', 'm');
    await first.at('Says what happens next.', 'q');
    await first.done;
    expect(first.all()).toContain('the same call goes on with the other 3');
    const second = begin();
    await second.at('Says what happens next.', 'm');
    await second.at('consultation 2 of 2', keys.ctrlC);
    await expect(second.done).rejects.toMatchObject({
      code: 'interrupted',
      message: expect.stringContaining('2 of 4'),
    });
    expect((await rows()).map(([, , , criterion]) => criterion)).toEqual(['polite', 'plan']);
  });

  test('grades by the run’s own rubric, levels by their names', async () => {
    const { at, done, press } = begin({ rubric: undefined, sample: 1 });
    for (let criterion = 1; criterion <= 7; criterion++) await at(`criterion ${criterion} of 8`, 'm');
    await at('1 unsatisfactory   2 satisfactory   3 excellent   s cannot say', 'm', '2');
    await at('All is graded: 8 grades.');
    await press('q');
    await done;
    expect((await rows()).at(-1)?.slice(2, 5)).toEqual(['consultation-quality', '4.1', '0.5']);
  });

  test('raters of the same seed are given the same consultations', async () => {
    const chosen = new Set<string>();
    for (const rater of ['ada', 'bo', 'cy']) {
      const { at, done } = begin({ rater, sample: 1, seed: 3 });
      await at('criterion 1 of 2', 'm');
      await at('criterion 2 of 2', 'q');
      await done;
      for (const [, consultation = ''] of await rows(`r/ratings-${rater}.csv`)) chosen.add(consultation);
    }
    expect(chosen.size).toBe(1);
  });

  test('leaves with the reason where a grade cannot be kept', async () => {
    const { at, done } = begin({ out: 'no/folder/a.csv' });
    await at('criterion 1 of 2', 'm');
    await expect(done).rejects.toMatchObject({ code: 'unwritable', hint: expect.stringContaining('--out') });
  });

  test.each([
    {
      what: 'a rubric that is none',
      options: { rubric: ['consultation-qualty'] },
      error: { code: 'unknown-id', hint: 'did you mean `consultation-quality`?' },
    },
    { what: 'a rubric’s file that is none', options: { rubric: ['r/run.json.yaml'] }, error: { code: 'bad-file' } },
    { what: 'a rater whose name is a path', options: { rater: '../ada' }, error: { code: 'bad-call' } },
  ])('refuses $what', async ({ options, error }) => {
    await expect(begin(options).done).rejects.toMatchObject(error);
  });

  test('refuses to be called without a rater, without a run, without a terminal', async () => {
    expect(await anamnesis('rate', 'r')).toMatchObject({ code: 2, err: expect.stringContaining('--rater') });
    expect(await anamnesis('rate', 'r', '--rater', 'ada')).toMatchObject({
      code: 2,
      err: expect.stringContaining('grading by hand needs a terminal'),
    });
    await expect(rateCommand('nothing', { rater: 'ada' }, fakeTerminal().terminal)).rejects.toMatchObject({
      code: 'run-missing',
    });
  });
});
