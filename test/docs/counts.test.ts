import { expect, test } from 'vitest';
import type { Usage } from '../../src/events/usage.ts';
import { type Call, Call as CallLine } from '../../src/models/call.ts';
import { costOfReply } from '../../src/models/prices.ts';
import { costOf } from '../../src/models/run-cost.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { type RunReport, reportOf } from '../../src/report/run-report.ts';
import { line } from '../support/assessments.ts';
import { examplesIn, numbersIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { asks } from '../support/scripted-model.ts';

const section = await sectionOf('scoring.md', 'Over a run');
const [counts = [], costs = []] = tablesOf(section, 'figure').slice(2).map(examplesIn);

const failed = { code: 'timed-out', message: '' };
const judged = (judge: string) => ({
  judge: { spec: 'openai:any', failures: judge === 'gave no answer' ? [failed] : [] },
  addressedJudge: judge === 'was spoken to' ? [2] : [],
  rubrics: [
    {
      ...{ rubric: 'r', score: null, low: 0, high: 1 },
      criteria: [{ id: 'kind', by: 'judge', met: /ungraded|no answer/.test(judge) ? null : 1 }],
    },
  ],
});

const nothing = { covered: 0, of: 0 };
const valued = (by: string) => ({
  questioning: {
    ...{ mustAsk: nothing, redFlags: nothing, order: null, perTurn: null, openShare: null, repetition: null },
    ...{ regret: null, closure: null, anchoring: null },
    reward: by.startsWith('nobody') ? null : { value: by, coverage: null, total: 0 },
  },
  value: by === 'nobody: no answer' ? { spec: 'openai:any', failure: failed } : null,
});

/** A consultation of the page's table, as its assessment. */
function lineOf([id = '', ...cells]: readonly string[]): AssessmentLine {
  const [before, how, verdict, attempts, fallbacks, otherwise = '', judge = '', by = '', place = ''] = cells;
  const [different = 0, turns = 0] = numbersIn(otherwise);
  const information = {
    truthGainBits: 0,
    efficiency: null,
    coverage: { question: null, examination: null, test: null },
  };
  return AssessmentLine.parse({
    ...line({ case: id }),
    consultation: `${id}.${before}`,
    rerun: Number(before),
    how,
    by: how === 'failed' ? 'infrastructure' : null,
    information: place === '–' ? null : { ...information, rank: Number(place) },
    simulator: {
      ...{ verdict, attempts: Number(attempts), fallbacks: Number(fallbacks) },
      disagreement: { turns, different },
    },
    ...judged(judge),
    ...valued(by),
  });
}

/** What a run's report counts, by the names of the page. */
function countsOf(report: RunReport): Record<string, number | null | undefined> {
  const { knowledgeBase, valuing, judging, simulator } = report;
  return {
    consultations: report.consultations,
    unscored: report.doctors[0]?.unscored,
    'knowledgeBase.cases': knowledgeBase.cases,
    'knowledgeBase.wrong': knowledgeBase.wrong.length,
    'valuing.by': valuing?.by['knowledge base'],
    'valuing.without': valuing?.without,
    'valuing.unanswered': valuing?.unanswered,
    ...named('judging', judging),
    ...named('simulator', simulator),
    'simulator.faulty': simulator?.faulty.value,
    'simulator.disagreement': simulator?.disagreement?.value,
  };
}

const named = (part: string, figures: object | null) =>
  Object.fromEntries(Object.entries(figures ?? {}).map(([name, figure]) => [`${part}.${name}`, figure]));

test('everything that a report counts of the page’s consultations is what it says', () => {
  const lines = rowsOfTable(section, 'consultation').map(lineOf);
  expect(lines).toHaveLength(6);
  const counted = countsOf(reportOf('run', lines, { seed: 1 }));
  expect(counts.map(({ name }) => name).sort()).toEqual(Object.keys(counted).sort());
  for (const { name, result, digits } of counts) expect(counted[name], name).toBeCloseTo(result, digits);
});

/** What the page's four calls cost by the prices that stand above them. */
function callsOf(): Call[] {
  const prices = /at ([\d.]+) USD a million tokens in, ([\d.]+) kept by the endpoint and ([\d.]+) out/.exec(section);
  const [input = 0, cachedInput = 0, output = 0] = (prices ?? []).slice(1).map(Number);
  const bound = Number(/here ([\d.]+) of call 2/.exec(section)?.[1]);
  return rowsOfTable(section, 'call').map(([, cached, tokensIn, kept, tokensOut, thought, price]): Call => {
    const usage: Usage | null =
      tokensIn === 'not counted'
        ? null
        : {
            ...{ inputTokens: Number(tokensIn), cachedInputTokens: Number(kept) },
            ...{ outputTokens: Number(tokensOut), reasoningTokens: Number(thought) },
          };
    const costUsd = costOfReply(usage, price === 'known' ? { input, cachedInput, output } : null);
    return CallLine.parse({
      ...{ ...asks('').key, request: 'hash', reply: { text: '', toolCalls: [], usage }, ms: 1, costUsd },
      ...{ cached: cached === 'yes', ...(usage === null ? { mostUsd: bound } : {}) },
    });
  });
}

test('what the page’s calls cost is what it works out', () => {
  const { total } = costOf(callsOf());
  expect(costs.map(({ name }) => name)).toEqual(Object.keys(total));
  const figures: Record<string, number> = { ...total };
  for (const { name, result, digits } of costs) expect(figures[name], name).toBeCloseTo(result, digits);
});
