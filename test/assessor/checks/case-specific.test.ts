import { expect, test } from 'vitest';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import type { Check } from '../../../src/catalog/rubric.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { answered, asked, concluded, ended, historyOf, opened, readingOf } from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';

const allPlanItems = [...catalog.conditions.values()].flatMap(({ management }) => [
  ...management.do,
  ...management.avoid,
]);
const truth = {
  ...{ case: 'c', title: '', condition: null, name: 'x', icd10: null },
  ...{ mustAsk: [], redFlags: [], management: [] },
};

function grade(check: Check, ...bodies: EventBody[]) {
  const history = historyOf(opened(), ...bodies, ended());
  return gradeBy(check, { history, truth, condition: null, lexicon, allPlanItems, graded: [] });
}

const triptan: Check = { rule: 'plan-names', terms: ['triptan', 'sumatriptan'] };

test.each([
  { plan: 'Sumatriptan now, and rest.', met: 1 },
  { plan: 'No triptan for you. Paracetamol and fluids.', met: 0 },
  { plan: 'Paracetamol and fluids.', met: 0 },
  { plan: null, met: 0 },
  { plan: 'We shall do the usual.', met: null }, // nobody can tell what that is
])('a plan names something or not: $plan', ({ plan, met }) => {
  expect(grade(triptan, concluded('migraine', { plan }))).toMatchObject({ met });
});

const early: Check = { rule: 'concludes-early', findings: ['fever', 'neck-stiffness', 'confusion'], fewerThan: 2 };
const asks = (id: string): EventBody[] => [asked(), answered(readingOf([id]))];

test.each([
  { of: [], met: 1 },
  { of: ['fever'], met: 1 },
  { of: ['fever', 'fever', 'cough'], met: 1 },
  { of: ['fever', 'confusion'], met: 0 },
])('a diagnosis after $of comes early or not', ({ of, met }) => {
  expect(grade(early, ...of.flatMap(asks), concluded('flu'))).toMatchObject({ met });
});

test('what is asked after the conclusion comes too late, and who never concludes does not conclude early', () => {
  expect(grade(early, concluded('flu'), ...asks('fever'), ...asks('confusion'))).toMatchObject({ met: 1, turn: 1 });
  expect(grade(early, ...asks('fever'))).toMatchObject({ met: 0 });
});
