import { readdir, readFile, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { readManifest } from '../../src/run/run-folder.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const [firstCase = ''] = catalog.cases.keys();
const one = ['--cases', firstCase, '--personas', 'choleric', '--doctor', 'hasty', '--quiet'];

const mine = `id: mine
title: My own
source: a test
dimensions:
  - id: asking
    title: Asking
    criteria:
      - {id: fever, text: Asks about fever., points: 1, check: {rule: asked, findings: [fever], atLeast: 1}}
`;

test('a run is scored by every rubric that is named, by id or file; the first one leads', async () => {
  await here.write({ 'drafts/mine.yaml': mine });
  const rubrics = ['--rubric', 'drafts/mine.yaml', '--rubric', 'consultation-quality', '--rubric', 'communication'];
  const { code, out } = await anamnesis('run', ...one, ...rubrics, '--out', 'r', '--json');
  expect(code).toBe(0);
  const [{ metrics }] = JSON.parse(out).doctors;
  expect(metrics.rubric).toMatchObject({ value: 0, n: 1 });
  expect(metrics['rubric:mine']).toEqual(metrics.rubric);
  expect(metrics['rubric:consultation-quality']).toMatchObject({ value: expect.any(Number), n: 1 });
  expect(metrics['rubric:communication']).toMatchObject({ value: null, n: 0 }); // nobody judged it

  const { benchmark, hashes } = await readManifest('r');
  expect(benchmark.rubric).toEqual(['mine', 'consultation-quality', 'communication']);
  for (const id of benchmark.rubric) expect(hashes.files[id]).toMatch(/^[0-9a-f]{16,}$/);
  const names = (await readdir('r/library/rubrics')).sort();
  expect(names).toEqual(['communication.yaml', 'consultation-quality.yaml', 'mine.yaml']);
  expect(await readFile('r/library/rubrics/mine.yaml', 'utf8')).toBe(mine);

  const shown = await anamnesis('show', 'r');
  for (const id of benchmark.rubric) expect(shown.out).toContain(`rubric ${id}: `);

  // What was named is gone, and what is left undone is scored by the run's own copy all the same.
  await rm('drafts', { recursive: true });
  await rm('r/assessments.jsonl');
  const again = await anamnesis('run', '--resume', 'r', '--json', '--quiet');
  expect(again.code).toBe(0);
  expect(JSON.parse(again.out).doctors).toEqual(JSON.parse(out).doctors);
});

test('a rubric file stands for the library’s rubric of its id', async () => {
  await here.write({ 'consultation-quality.yaml': mine.replace('id: mine', 'id: consultation-quality') });
  const { code, out } = await anamnesis('run', ...one, '--rubric', 'consultation-quality.yaml', '--out', 'r', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out).doctors[0].metrics.rubric).toMatchObject({ value: 0, n: 1 });
});

test.each([
  ['nowhere.yaml', 'nowhere.yaml does not exist\n'],
  ['broken.yaml', 'broken.yaml:2:8 title: '],
  [
    'consultation-qualty',
    'unknown rubric `consultation-qualty`; did you mean `consultation-quality`?\n→ `anamnesis list rubrics` shows all of them\n',
  ],
])('%s is refused, and nothing written', async (named, message) => {
  await here.write({ 'broken.yaml': mine.replace('My own', '3') });
  const { code, err } = await anamnesis('run', ...one, '--rubric', named, '--out', 'r');
  expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(message) });
  expect(await readdir(here.folder)).toEqual(['broken.yaml']);
});

test('a benchmark names one rubric or several; each counts once', () => {
  const given = { id: 'b', title: 'B', cases: 'all', personas: 'all', doctors: ['bayes'] };
  const rubricOf = (rubric: unknown) => Benchmark.safeParse({ ...given, rubric }).data?.rubric;
  expect(rubricOf('one')).toEqual(['one']);
  expect(rubricOf(['one', 'two', 'one'])).toEqual(['one', 'two']);
  expect(rubricOf([])).toBeUndefined();
  expect(rubricOf(undefined)).toBeUndefined();
});
