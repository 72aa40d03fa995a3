import { afterEach, expect, test } from 'vitest';
import { type AssessedCase, createAssessor } from '../../src/assessor/assess.ts';
import { createJudging } from '../../src/assessor/judging.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { type ChatEndpoint, chatEndpoint, fails, says } from '../support/chat-endpoint.ts';
import { answered, asked, concluded, ended, historyOf, opened, readingOf } from '../support/events.ts';
import { graded, judgeAt, verdicts } from '../support/judge.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const rubric = byId('rubric', catalog.rubrics, 'consultation-quality');
const assessor = createAssessor({ knowledge, lexicon, rubrics: [rubric], cache: new Map() });
const [assessed = null] = [...catalog.cases.values()].filter(({ truth }) => truth.condition !== null);
const key = { consultation: 'c', doctor: 'd', case: 'case', persona: 'p', protocol: null, repeat: 1, rerun: 0 };

/** Nothing of what the rules look for; the judge sees it otherwise. */
const history = historyOf(
  opened([], 'I feel ill.'),
  asked('Tell me what you think it may be.'),
  answered(readingOf([]), [], 'I do not know.'),
  concluded('a cold'),
  ended(),
);

const quote = 'Tell me what you think it may be.';
const verdict = (...ids: string[]) => says(verdicts(...ids.map((id) => graded(id, true, quote, 1))));
const allMet = [verdict('1.1', '1.2', '1.3'), verdict('2.1', '2.2'), verdict('3.1', '3.2')];

async function assess(
  script: Parameters<typeof chatEndpoint>[0],
  settings: object,
  of: AssessedCase | null = assessed,
) {
  if (of === null) throw new Error('no case');
  const endpoint = await chatEndpoint(script);
  open.push(endpoint);
  const judge = await judgeAt(endpoint.baseUrl, settings);
  const judging = createJudging({ judge, rubrics: [rubric], conditions: catalog.conditions });
  const judgements = await judging('c', history, of, new AbortController().signal);
  const assessment = assessor.assess(key, history, of, judgements);
  const grades = Object.fromEntries((assessment.rubrics[0]?.criteria ?? []).map(({ id, ...grade }) => [id, grade]));
  return { endpoint, assessment, grades };
}

test('grades of a judge stand in for those of the rules, which are kept beside them', async () => {
  const { assessment, grades, endpoint } = await assess(allMet, { grades: 'all' });
  expect(grades['1.1']).toMatchObject({
    met: 1,
    by: 'judge',
    quote,
    turn: 1,
    rule: { met: 0, reason: expect.any(String) as string },
  });
  expect(assessment.judge).toMatchObject({
    calls: 'dimension',
    grades: 'all',
    seesTruth: true,
    replies: 3,
    usage: { inputTokens: 300, outputTokens: 60 },
    failures: [],
  });
  expect(assessment.judge?.spec).toBe(`openai:judge@${endpoint.baseUrl}`);
  expect(assessment.addressedJudge).toEqual([]);
});

test('the overall level is counted from the grades that stand, and no judge is asked for it', async () => {
  const { assessment, grades, endpoint } = await assess(allMet, { grades: 'all' });
  expect(grades['4.1']).toMatchObject({ met: 1, by: 'rule', quote: null, reason: 'excellent: 7 of 7 are met' });
  expect(assessment.rubrics[0]?.score).toBe(1);
  expect(JSON.stringify(endpoint.requests)).not.toContain('4.1');
});

test('what the judge gave no answer on is ungraded, whatever its rule says: no two scales in one score', async () => {
  const { assessment, grades } = await assess([...allMet.slice(0, 2), fails(500, 'down')], { grades: 'all' });
  expect(grades['3.1']).toMatchObject({ met: null, by: 'judge', rule: { reason: expect.any(String) as string } });
  expect(assessment.rubrics[0]).toMatchObject({ score: null, dimensions: { relationship: { score: 1 } } });
  expect(assessment.judge?.failures).toMatchObject([{ code: 'unreachable', criteria: ['3.1', '3.2'] }]);
});

test('a judge that sees the truth is told what it calls for; one that does not, is not', async () => {
  const { endpoint } = await assess(allMet, { grades: 'all' });
  const blind = await assess(allMet, { grades: 'all', seesTruth: false });
  const condition = catalog.conditions.get(assessed?.truth.condition ?? '');
  const told = String(endpoint.requests[0]?.messages[1]?.content);
  expect(told).toContain(`was not told: ${assessed?.truth.name}.`);
  for (const { terms } of condition?.workup ?? []) expect(told).toContain(terms[0]);
  const untold = String(blind.endpoint.requests[0]?.messages[1]?.content);
  expect(untold).not.toContain(assessed?.truth.name);
  expect(untold).not.toContain('calls for');
  expect(blind.assessment.judge?.seesTruth).toBe(false);
});

test('of a truth outside the knowledge base there is its name', async () => {
  if (assessed === null) throw new Error('no case');
  const outside = {
    ...assessed,
    truth: { ...assessed.truth, condition: null, name: 'Addison disease', management: [] },
  };
  const { endpoint } = await assess(allMet, { grades: 'all' }, outside);
  // Beside the calls that ask whether the conclusion names it.
  expect(endpoint.requests.at(-1)?.messages[1]?.content).toContain(
    'Addison disease.\n\n- Nothing further is known of what it calls for.',
  );
});

test('without a judge an assessment says so', () => {
  if (assessed === null) throw new Error('no case');
  const { judge, addressedJudge, rubrics } = assessor.assess(key, history, assessed);
  expect({ judge, addressedJudge }).toEqual({ judge: null, addressedJudge: null });
  expect(rubrics[0]?.criteria[0]).toMatchObject({ by: 'rule', quote: null });
});
