import { beforeEach, describe, expect, test } from 'vitest';
import { line } from '../support/assessments.ts';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();
const head = 'rater,consultation,rubric,criterion,met,note,at\n';
const ratings = (rater: string, ...grades: string[]) =>
  `${head}${grades.map((met, at) => `${rater},c${at}.p.d.1,r,kind,${met},,\n`).join('')}`;
const manifest = {
  v: 1,
  id: 'r',
  anamnesis: '0.1.0',
  startedAt: '2026-01-01T00:00:00Z',
  benchmark: { id: 'b', title: 'b', cases: ['c'], personas: ['p'], doctors: ['bayes'], rubric: 'r', seed: 1 },
  consultations: 4,
  hashes: { knowledge: '', lexicon: '', cases: {}, files: {}, prompts: {} },
};
const graded = [1, 1, 0, 0].map((met, at) =>
  line({
    case: `c${at}`,
    rubrics: [{ rubric: 'r', score: met, low: met, high: met, criteria: [{ id: 'kind', by: 'rule', met }] }],
  }),
);

beforeEach(() =>
  here.write({
    'r/run.json': JSON.stringify(manifest),
    'r/assessments.jsonl': graded.map((each) => `${JSON.stringify(each)}\n`).join(''),
    'r/ratings-ada.csv': ratings('ada', '1', '1', '0', '1'),
    'bo.csv': ratings('bo', '1', '0', '0', ''),
  }),
);

describe('audit agreement', () => {
  test('compares a run with the ratings in its folder', async () => {
    const { code, out, err } = await anamnesis('audit', 'agreement', 'r');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^4 consultations graded by ada\n/);
    expect(out).toMatch(/The rules and ada\n/);
    expect(out).toMatch(/kind +4 +0\.75 +0\.50/);
  });

  test('and with files that are named, as JSON with every interval', async () => {
    const { code, out } = await anamnesis('audit', 'agreement', 'r', 'r/ratings-ada.csv', 'bo.csv', '--json');
    expect(code).toBe(0);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ people: ['ada', 'bo'], consultations: 4, leftOut: { open: 1 } });
    expect(report.pairs).toHaveLength(3);
    expect(report.pairs[0].criteria[0].percent).toMatchObject({ value: 0.75, low: 0.25, high: 1, n: 4, clusters: 4 });
  });

  test.each([
    { call: ['nothing'], says: 'nothing is no run' },
    { call: ['r', 'none.csv'], says: 'none.csv does not exist' },
    { call: ['r', 'bo.csv', 'bo.csv'], says: 'bo graded kind of c0.p.d.1 in more than one of' },
    { call: ['r', 'r/run.json'], says: 'r/run.json' },
    { call: ['r', 'elsewhere.csv'], says: 'none of the 1 ratings is of a consultation of r' },
  ])('refuses $call: $says', async ({ call, says }) => {
    await here.write({ 'elsewhere.csv': `${head}cy,x.p.d.1,r,kind,1,,\n` });
    const { code, out, err } = await anamnesis('audit', 'agreement', ...call);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  test('says how to come by ratings where there are none', async () => {
    await here.write({ 'q/run.json': JSON.stringify(manifest), 'q/assessments.jsonl': '' });
    const { code, err } = await anamnesis('audit', 'agreement', 'q');
    expect(code).toBe(2);
    expect(err).toContain('anamnesis rate q --rater NAME');
  });
});
