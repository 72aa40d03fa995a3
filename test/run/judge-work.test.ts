import { expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { isForJudge } from '../../src/run/judge-work.ts';
import { planOf } from '../../src/run/plan.ts';
import { catalog } from '../support/shipped.ts';

const [caseId = ''] = catalog.cases.keys();
const own = byId('case', catalog.cases, caseId);
const strange = { ...own, truth: { ...own.truth, condition: null, name: 'Addison disease' } };
const outside = { ...catalog, cases: new Map(catalog.cases).set(caseId, strange) };

function work(rubric: string, from = catalog): boolean {
  const benchmark = Benchmark.parse({
    ...{ id: 'b', title: 'B', cases: [caseId], personas: ['sanguine'], doctors: ['hasty'], rubric },
  });
  const rubrics = [byId('rubric', from.rubrics, rubric)];
  return isForJudge({ rubrics, plan: planOf(benchmark, from), catalog: from, settings: benchmark.models.judge });
}

test('a judge has nothing to do by a rubric of rules alone where the knowledge base holds every truth', () => {
  expect(work('consultation-quality')).toBe(false);
});

test('a judge grades what no rule does, and says whether a truth is named that no list has', () => {
  expect(work('communication')).toBe(true);
  expect(work('consultation-quality', outside)).toBe(true);
});
