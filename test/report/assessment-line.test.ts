import { describe, expect, test } from 'vitest';
import { isScored } from '../../src/assessor/scored.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { assessmentOf } from '../support/assessment.ts';

describe('a line of assessments.jsonl', () => {
  test.each([
    { what: 'with figures', assessment: assessmentOf() },
    { what: 'without figures', assessment: assessmentOf({ information: null }) },
    { what: 'of a failure', assessment: assessmentOf({ how: 'failed', by: 'doctor', diagnosis: { said: null } }) },
  ])('$what reads back whole, what reports leave unread included', ({ assessment }) => {
    expect(AssessmentLine.parse(JSON.parse(JSON.stringify(assessment)))).toEqual(assessment);
  });

  test('from before it was looked at how doctors ask still reads', () => {
    const { questioning: _, ...older } = assessmentOf();
    expect(AssessmentLine.parse(older).questioning).toBeNull();
  });

  test.each([
    { what: 'with an order beyond 1', line: assessmentOf({ questioning: { order: 1.5 } }) },
    { what: 'of another version', line: { ...assessmentOf(), v: 2 } },
    { what: 'without a doctor', line: { ...assessmentOf(), doctor: undefined } },
    { what: 'with an efficiency beyond 1', line: assessmentOf({ information: { efficiency: 1.2 } }) },
  ])('$what is refused', ({ line }) => {
    expect(AssessmentLine.safeParse(line).success).toBe(false);
  });
});

test.each([
  { how: 'concluded', by: null, scored: true },
  { how: 'exhausted', by: null, scored: true },
  { how: 'abandoned', by: null, scored: true },
  { how: 'failed', by: 'doctor', scored: true },
  { how: 'failed', by: 'patient', scored: false },
  { how: 'failed', by: 'infrastructure', scored: false },
  { how: 'failed', by: null, scored: false },
] as const)('a consultation that ended $how by $by counts for scores: $scored', ({ how, by, scored }) => {
  expect(isScored({ how, by })).toBe(scored);
});
