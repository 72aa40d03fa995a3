import { readdir, readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type ChatEndpoint, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();
const open: ChatEndpoint[] = [];
beforeEach(() => void vi.stubEnv('OPENAI_API_KEY', 'sk-test'));
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

// A man with chest pain, a woman with a headache, a child whose mother speaks.
const cases = ['chest-pain-gallagher', 'headache-benali', 'crying-out-rossi'];

test('generated rubrics are valid as they are, and put a thorough doctor above a hasty one in each case', async () => {
  const files = cases.map((id) => `rubrics/case-${id}.yaml`);
  for (const [place, id] of cases.entries()) {
    const { code, out, err } = await anamnesis('rubric', 'generate', id);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      new RegExp(`^Written: ${files[place]}\n\\d+ criteria: \\d+ graded by rule, \\d+ left to a judge\n`),
    );
  }
  expect(await anamnesis('validate', ...files)).toMatchObject({ code: 0 });
  const doctors = ['--doctor', 'checklist', '--doctor', 'hasty', '--personas', 'phlegmatic', '--max-turns', '40'];
  const rubrics = files.flatMap((file) => ['--rubric', file]);
  const run = await anamnesis('run', '--cases', cases.join(), ...doctors, ...rubrics, '--out', 'r', '--quiet');
  expect(run.code).toBe(0);
  const lines = (await readFile('r/assessments.jsonl', 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const id of cases) {
    const score = (doctor: string) =>
      lines
        .find((line) => line.case === id && line.doctor === doctor)
        .rubrics.find(({ rubric }: { rubric: string }) => rubric === `case-${id}`);
    const [thorough, hasty] = [score('checklist'), score('hasty')];
    expect(thorough.low, id).toBeGreaterThan(hasty.low);
    expect(thorough.high, id).toBeGreaterThan(hasty.high);
    const met = (criterion: string) => hasty.criteria.find((one: { id: string }) => one.id === criterion)?.met;
    expect(met('concludes-early'), id).toBe(1);
  }
});

test('what a model changed stands in the file, what it may not change is refused there', async () => {
  const why = 'harms more';
  const endpoint = await chatEndpoint([
    says(
      JSON.stringify({
        changes: [
          { id: 'harm-opioids', points: -7, why },
          { id: 'asks-fever', points: 9, why },
        ],
      }),
    ),
  ]);
  open.push(endpoint);
  const spec = `openai:m@${endpoint.baseUrl}`;
  const call = ['rubric', 'generate', 'headache-benali', '--model', spec, '--out', 'mine.yaml', '--no-cache'];
  const { code, out } = await anamnesis(...call);
  expect(code).toBe(0);
  expect(out).toContain(`, 1 changed by ${spec}, 1 changes refused\n`);
  const text = await readFile('mine.yaml', 'utf8');
  expect(text).toContain(`# ${spec}: points -5 → -7 (harms more)\n      - id: harm-opioids\n`);
  expect(text).toContain(`# ${spec} on asks-fever: refused, 9 points are not between half and twice 3 (harms more)\n`);
  expect(await anamnesis('validate', 'mine.yaml')).toMatchObject({ code: 0 });
  expect(await readdir(here.folder)).toEqual(['mine.yaml']);
});

test('a model that cannot be read leaves no file', async () => {
  const endpoint = await chatEndpoint([says('It is fine.')]);
  open.push(endpoint);
  const spec = `openai:m@${endpoint.baseUrl}`;
  expect(await anamnesis('rubric', 'generate', 'headache-benali', '--model', spec, '--no-cache')).toEqual({
    code: 2,
    out: '',
    err: `${spec} answered with no list of changes\n→ call it again, or leave out --model for the rubric by rule alone\n`,
  });
  expect(await readdir(here.folder)).toEqual([]);
});

test('a file that is there is replaced on demand alone; an unknown case has its nearest', async () => {
  await here.write({ 'rubrics/case-headache-benali.yaml': 'mine' });
  expect(await anamnesis('rubric', 'generate', 'headache-benali')).toEqual({
    code: 2,
    out: '',
    err: 'rubrics/case-headache-benali.yaml exists already; nothing was written\n→ add --force to replace it, or choose another file with --out\n',
  });
  expect(await readFile('rubrics/case-headache-benali.yaml', 'utf8')).toBe('mine');
  expect(await anamnesis('rubric', 'generate', 'headache-benali', '--force')).toMatchObject({ code: 0 });
  expect(await readFile('rubrics/case-headache-benali.yaml', 'utf8')).toContain('id: case-headache-benali\n');
  expect(await readdir('rubrics')).toEqual(['case-headache-benali.yaml']);
  expect(await anamnesis('rubric', 'generate', 'headache-benalli')).toMatchObject({
    code: 2,
    err: expect.stringContaining('did you mean `headache-benali`?'),
  });
});
