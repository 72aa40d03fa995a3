import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { contentHash } from '../../src/base/hash.ts';
import { type ChatEndpoint, chatEndpoint, fails, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { graded, verdicts } from '../support/judge.ts';

const here = workingFolder();
const open: ChatEndpoint[] = [];
beforeEach(() => {
  vi.stubEnv('OPENAI_API_KEY', 'sk-test');
  vi.stubEnv('ANAMNESIS_CACHE', process.env.ANAMNESIS_CACHE ?? '');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const caseId = 'itchy-skin-nakamura';
const matrix = ['--cases', caseId, '--personas', 'choleric', '--doctor', 'checklist', '--doctor', 'hasty', '--quiet'];
const played = (...more: string[]) => anamnesis('run', ...matrix, '--max-turns', '6', '--out', 'r', ...more);
const assess = (...args: string[]) => anamnesis('assess', 'r', '--quiet', ...args);

const mine = (points = 1) => `id: mine
title: My own
source: a test
dimensions:
  - id: asking
    title: Asking
    criteria:
      - {id: asks, text: Asks., points: ${points}, check: {rule: asked, atLeast: 1}}
composite:
  outcome: 0.5
  process: {rubric: 0.5}
`;
const judged = `id: judged
title: For a judge
source: a test
dimensions:
  - id: tone
    title: Tone
    criteria: [{id: warm, text: Is warm., points: 2}]
`;

async function linesIn(folder: string) {
  const lines = (await readFile(join(folder, 'assessments.jsonl'), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line)).sort((a, b) => (a.consultation < b.consultation ? -1 : 1));
}

/** Hashes of all that a run had before it was assessed anew. */
async function recorded() {
  const entries = await readdir('r', { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.parentPath.includes('assessed'));
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Promise.all(paths.map(async (path) => [path, contentHash(await readFile(path, 'utf8'))]));
}

/** A judge that finds what it is asked about not met; it keeps what it was asked. */
async function judge(answer = says(verdicts(graded('warm', false)))): Promise<ChatEndpoint & { spec: string }> {
  const endpoint = await chatEndpoint(() => answer);
  open.push(endpoint);
  return Object.assign(endpoint, { spec: `openai:judge@${endpoint.baseUrl}` });
}
const gradingIn = ({ requests }: ChatEndpoint) =>
  requests.filter(({ messages }) => JSON.stringify(messages).includes('Is warm.'));

test('by its own rubric a run is scored as it was, by another one anew; what was recorded stays as it is', async () => {
  await played();
  await here.write({ 'mine.yaml': mine() });
  const before = await recorded();
  const same = JSON.parse((await assess('--json')).out);
  expect(await linesIn(same.assessment.folder)).toEqual(await linesIn('r'));

  const { code, out, err } = await assess('--rubric', 'mine.yaml', '--rubric', 'consultation-quality', '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { assessment, doctors, cost } = JSON.parse(out);
  expect(assessment).toMatchObject({ library: 'run', judge: null, changedCases: [], unfinished: 0 });
  expect(Object.keys(assessment.rubrics)).toEqual(['mine', 'consultation-quality']);
  expect(cost).toBeNull(); // nobody was called
  expect(assessment.folder).toMatch(/^r\/assessed\/mine\+consultation-quality-[0-9a-f]{6}$/);
  expect(doctors.map(({ metrics }: { metrics: { rubric: object } }) => metrics.rubric)).toMatchObject([
    { value: expect.toBeOneOf([0, 1]) },
    { value: expect.toBeOneOf([0, 1]) },
  ]);
  const lines = await linesIn(assessment.folder);
  const own = await linesIn('r');
  for (const [place, line] of lines.entries()) {
    const { rubrics, composites, ...rest } = line;
    const { rubrics: ofRun, composites: compositesOfRun, ...restOfRun } = own[place];
    expect(rest).toEqual(restOfRun);
    expect(rubrics.map(({ rubric }: { rubric: string }) => rubric)).toEqual(['mine', 'consultation-quality']);
    expect(rubrics[1]).toEqual(ofRun[0]);
    expect(composites[1]).toEqual(compositesOfRun[0]);
    expect(composites[0].rubric).toBe('mine');
  }
  expect(await recorded()).toEqual(before);

  // The same call finds its folder again; a changed rubric gets one of its own.
  const again = await assess('--rubric', 'mine.yaml', '--rubric', 'consultation-quality', '--json');
  expect(again.out).toBe(out);
  await here.write({ 'mine.yaml': mine(3) });
  const other = JSON.parse((await assess('--rubric', 'mine.yaml', '--json')).out);
  expect(await readFile(join(other.assessment.folder, 'rubrics/mine.yaml'), 'utf8')).toBe(mine(3));
  expect(await readdir('r/assessed')).toHaveLength(3);

  const shown = await anamnesis('show', 'r', 'checklist', '--assessed', other.assessment.folder);
  expect(shown.out).toContain('rubric mine: 1.00');
});

test('the library that the run was made with is used, unless today’s is asked for', async () => {
  await played();
  const file = `r/library/cases/${caseId}/${caseId}.yaml`;
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/mustAsk:[\s\S]*?redFlags:/, 'mustAsk: [fever]\n  redFlags:'));
  const own = JSON.parse((await assess('--json')).out);
  expect((await linesIn(own.assessment.folder))[0].mustAsk.of).toBe(1);
  await writeFile(file, text);
  const unchanged = JSON.parse((await assess('--current-library', '--json')).out);
  expect(unchanged.assessment).toMatchObject({ library: 'current', changedCases: [] });
  expect((await linesIn(unchanged.assessment.folder))[0].mustAsk.of).toBeGreaterThan(1);

  const manifest = await readFile('r/run.json', 'utf8');
  await writeFile('r/run.json', manifest.replace(contentHash(text), 'a'.repeat(16)));
  const changed = await assess('--current-library');
  expect(changed).toMatchObject({
    code: 0,
    err: `1 cases read differently now than when they were played: ${caseId}\n`,
  });
  expect(changed.out).toContain('assessed anew by consultation-quality; with the library of today');
});

test('a consultation that is not at its end is not assessed; one that was held again is', async () => {
  await played();
  const events = (await readFile('r/events.jsonl', 'utf8')).trim().split('\n');
  const id = (doctor: string) => `${caseId}.choleric.${doctor}.1`;
  const left = events
    .filter((line) => !line.includes(id('checklist')) || !line.includes('consultation.ended'))
    .map((line) => line.replace(id('hasty'), `${id('hasty')}~2`));
  await writeFile('r/events.jsonl', `${left.join('\n')}\n`);
  const { code, out, err } = await assess('--json');
  expect({ code, err }).toEqual({ code: 0, err: '1 consultations are not at their end, and were not assessed\n' });
  expect(await linesIn(JSON.parse(out).assessment.folder)).toMatchObject([
    { consultation: `${id('hasty')}~2`, doctor: 'hasty', rerun: 2 },
  ]);
});

describe('a judge', () => {
  test('alone is called; its answers are kept, and whether it saw the truth is recorded', async () => {
    await played();
    await here.write({ 'judged.yaml': judged });
    const endpoint = await judge();
    const call = ['--rubric', 'judged.yaml', '--judge', endpoint.spec, '--no-cache', '--json'];
    const { code, out } = await assess(...call);
    expect(code).toBe(0);
    const { assessment, doctors } = JSON.parse(out);
    expect(assessment.judge).toMatchObject({ spec: endpoint.spec, settings: { seesTruth: true } });
    expect(doctors[0].metrics.rubric).toMatchObject({ value: 0, n: 1 });
    expect(gradingIn(endpoint)).toHaveLength(2);
    const kept = (await readFile(join(assessment.folder, 'calls.jsonl'), 'utf8')).trim().split('\n');
    expect(kept.map((line) => JSON.parse(line).role)).toEqual(['assessor', 'assessor']);

    expect((await assess(...call)).code).toBe(0);
    expect(gradingIn(endpoint)).toHaveLength(2);

    const blind = JSON.parse((await assess(...call, '--judge-sees-truth', 'no')).out);
    expect(blind.assessment.judge.settings.seesTruth).toBe(false);
    const asked = gradingIn(endpoint).map(({ messages }) => JSON.stringify(messages));
    expect(asked).toHaveLength(4);
    const sawTruth = asked.map((words) => words.includes('What is really wrong with this patient'));
    expect(sawTruth).toEqual([true, true, false, false]);
    expect(await readdir('r/assessed')).toHaveLength(2);
  });

  test('of the run is not asked again what it has answered', async () => {
    await here.write({ 'judged.yaml': judged, 'mine.yaml': mine() });
    const endpoint = await judge();
    expect(await played('--rubric', 'judged.yaml', '--judge', endpoint.spec, '--no-cache')).toMatchObject({ code: 0 });
    expect(gradingIn(endpoint)).toHaveLength(2);
    const { code, out } = await assess('--rubric', 'mine.yaml', '--rubric', 'judged', '--no-cache', '--json');
    expect(code).toBe(0);
    expect(gradingIn(endpoint)).toHaveLength(2);
    const { assessment } = JSON.parse(out);
    expect(assessment.judge.spec).toBe(endpoint.spec);
    const [line] = await linesIn(assessment.folder);
    expect(line.rubrics[1]).toMatchObject({ rubric: 'judged', score: 0 });
  });

  test('that spends its money stops the assessment: the same call with more goes on', async () => {
    await played();
    const endpoint = await judge();
    const price = { input: 1, output: 1, source: 'mine' };
    await here.write({
      'judged.yaml': judged,
      'prices.yaml': JSON.stringify({
        sources: { mine: { what: 'a test', read: '2026-01-01' } },
        models: { judge: price },
      }),
    });
    const call = ['--rubric', 'judged.yaml', '--judge', endpoint.spec, '--prices', 'prices.yaml', '--no-cache'];
    const { code, out, err } = await assess(...call, '--max-cost', '0.000001');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(
      /^stopped: .*\n→ what models answered is kept: the same call goes on with it, and more --max-cost\n$/,
    );
    expect(gradingIn(endpoint)).toHaveLength(0);
    expect(await assess(...call, '--max-cost', '1')).toMatchObject({ code: 0 });
    expect(gradingIn(endpoint)).toHaveLength(2);
  });

  test('that is down leaves bounds, and the same call asks it again', async () => {
    await played();
    await here.write({ 'judged.yaml': judged });
    let answer = says(verdicts(graded('warm', false)));
    const endpoint = await chatEndpoint(({ messages }) =>
      JSON.stringify(messages).includes('Is warm.') ? answer : says('Yes.'),
    );
    open.push(endpoint);
    const call = ['--rubric', 'judged.yaml', '--judge', `openai:judge@${endpoint.baseUrl}`, '--no-cache', '--json'];
    answer = fails(400, 'no');
    const down = JSON.parse((await assess(...call)).out);
    expect(down.doctors[0].metrics.rubric).toMatchObject({ value: null, n: 0 });
    answer = says(verdicts(graded('warm', false)));
    const up = JSON.parse((await assess(...call)).out);
    expect(up.assessment.folder).toBe(down.assessment.folder);
    expect(up.doctors[0].metrics.rubric).toMatchObject({ value: 0, n: 1 });
  });
});

describe('is refused with code 2, and nothing is written', () => {
  test.each([
    { args: ['--rubric', 'nowhere.yaml'], says: 'nowhere.yaml does not exist\n' },
    {
      args: ['--rubric', 'communicatoin'],
      says: 'unknown rubric `communicatoin`; did you mean `communication`?\n→ `anamnesis list rubrics` shows all of them\n',
    },
    { args: ['--judge-sees-truth', 'maybe'], says: 'yes or no was expected' },
    {
      args: ['--judge-sees-truth', 'no'],
      says: 'no judge takes part that could see the true diagnosis or not\n→ name one with --judge openai:MODEL',
    },
    {
      args: ['--judge', 'openai:judge@http://127.0.0.1:9'],
      says: 'rubric `consultation-quality` has a rule for every criterion, and nothing for a judge\n',
    },
    { args: ['--out', 'taken'], says: 'taken exists already, and holds another assessment\n→ choose another folder' },
  ])('$args', async ({ args, says: message }) => {
    await played();
    await here.write({ 'taken/notes.txt': 'mine' });
    expect(await assess(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(message) });
    expect(await readdir('r')).not.toContain('assessed');
    expect(await readdir('taken')).toEqual(['notes.txt']);
  });

  test('what is no run, and what is no assessment', async () => {
    expect(await assess()).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^r is no run: it has no run.json\n→/),
    });
    await played();
    expect(await anamnesis('show', 'r', '--assessed', 'r')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^r is no assessment: it has no assessment.json\n→/),
    });
  });
});
