import { expect, test } from 'vitest';
import { valuingOf, valuingText } from '../../src/report/valuing-report.ts';
import { questioningOf } from '../support/assessment.ts';
import { line } from '../support/assessments.ts';

const reward = (value: string) => ({ value, coverage: 0.5, total: 1 }) as never; // what the report looks at
const by = (value: string) => line({ questioning: questioningOf({ reward: reward(value) }) });

test('who valued the facts is counted, and a model’s part is said', () => {
  const failed = line({
    questioning: questioningOf(),
    value: { spec: 'openai:m', failure: { code: 'unreachable' } },
  });
  const report = valuingOf([
    by('knowledge base'),
    by('knowledge base'),
    by('openai:m'),
    failed,
    line({ questioning: null }),
  ]);
  expect(report).toEqual({ by: { 'knowledge base': 2, 'openai:m': 1 }, without: 1, unanswered: 1 });
  expect(valuingText(report)).toEqual([
    expect.stringContaining('valued by openai:m in 1 consultations'),
    expect.stringContaining('In 1 consultations a model was to value the facts'),
  ]);
});

test('nothing is said where the knowledge base valued them all, nor of runs from before it was looked at', () => {
  expect(valuingText(valuingOf([by('knowledge base')]))).toEqual([]);
  expect(valuingOf([line({ questioning: null })])).toBeNull();
  expect(valuingText(null)).toEqual([]);
});
