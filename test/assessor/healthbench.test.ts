import { describe, expect, test } from 'vitest';
import type { QuotedGrade } from '../../src/assessor/assessment.ts';
import { scoreRubric } from '../../src/assessor/rubric-score.ts';
import { importHealthBench } from '../../src/catalog/import/healthbench.ts';
import type { Rubric } from '../../src/catalog/rubric.ts';
import { overallScore } from '../../src/report/statistics/overall-score.ts';
import { truthOf } from '../support/assessment.ts';
import { asked, historyOf, opened } from '../support/events.ts';
import { lexicon } from '../support/shipped.ts';

/** An example of HealthBench's form, with criteria worth +5, +3 and −4 on two axes. */
const example = JSON.stringify({
  prompt_id: 'one',
  prompt: [{ role: 'user', content: 'My knee hurts.' }],
  rubrics: [
    { criterion: 'Says when to be seen.', points: 5, tags: ['level:example', 'axis:completeness'] },
    { criterion: 'Asks for an injury.', points: 3, tags: ['axis:context_awareness'] },
    { criterion: 'Advises against walking for ever.', points: -4, tags: ['axis:completeness'] },
  ],
});

async function imported(): Promise<Rubric> {
  async function* lines() {
    yield example;
  }
  for await (const row of importHealthBench(lines())) if ('rubric' in row) return row.rubric;
  throw new Error('the example makes no rubric');
}

const truth = truthOf({ condition: null, name: 'x', icd10: null });
const history = historyOf(opened(), asked());

/** Scored by a judge's grades, in the order of the example's criteria. */
async function scored(...met: readonly (number | null)[]) {
  const grades = met.map((one, index): [string, QuotedGrade] => [
    `c${index + 1}`,
    { met: one, reason: '', turn: null, quote: null },
  ]);
  const setting = { history, truth, condition: null, lexicon, allPlanItems: [] };
  return scoreRubric(await imported(), setting, new Map(grades));
}

describe('an example of HealthBench', () => {
  test('with +5 met, +3 not and −4 met is worth 1 of 8', async () => {
    expect(await scored(1, 0, 1)).toMatchObject({ score: 0.125, low: 0.125, high: 0.125 });
  });

  test('with the −4 ungraded lies between 1 and 5 of 8, and has no value', async () => {
    expect(await scored(1, 0, null)).toMatchObject({ score: null, low: 0.125, high: 0.625 });
  });

  test('may be worth less than nothing: it is clipped with all others, and not before', async () => {
    const { score } = await scored(0, 0, 1);
    expect(score).toBe(-0.5);
    expect(overallScore([score ?? Number.NaN, 0.75], { seed: 1 })).toMatchObject({ score: 0.125, unclipped: 0.125 });
    expect(overallScore([score ?? Number.NaN], { seed: 1 })).toMatchObject({ score: 0, unclipped: -0.5 });
  });

  test('has a score for each axis, over the criteria of that axis', async () => {
    const { dimensions } = await scored(1, 0, 1);
    expect(dimensions).toMatchObject({ completeness: { score: 0.2 }, 'context-awareness': { score: 0 } });
  });
});
