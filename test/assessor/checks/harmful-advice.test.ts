import { expect, test } from 'vitest';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import { truthOf } from '../../support/assessment.ts';
import { concluded, historyOf, opened } from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';

const truth = truthOf({ condition: null, name: 'x', icd10: null });

test('nothing that a condition calls for is read as what it forbids', () => {
  const wrong = [...catalog.conditions.values()].flatMap((condition) => {
    const avoided = new Set(condition.management.avoid.flatMap(({ terms }) => terms));
    return [...condition.management.do, ...condition.workup]
      .flatMap(({ terms }) => terms)
      .filter((term) => !avoided.has(term) && !avoided.has(term.replace(/s$/, '')))
      .filter((term) => {
        const history = historyOf(opened(), concluded('x', { plan: `We will do this: ${term}.` }));
        const setting = { history, truth, condition, lexicon, allPlanItems: [], graded: [] };
        return gradeBy({ rule: 'harmful-advice' }, setting).met !== 0;
      })
      .map((term) => `${condition.id}: ${term}`);
  });
  expect(wrong).toEqual([]);
});
