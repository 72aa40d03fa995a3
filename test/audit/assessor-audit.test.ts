import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { auditAssessor, missed, needed } from '../../src/audit/assessor-audit.ts';
import { loadFlaws } from '../../src/audit/flaws/load-flaws.ts';
import { catalog } from '../support/shipped.ts';

/** The shipped flaws, which nobody may look at who writes a rule; figures alone come out of here. */
const flaws = await loadFlaws(catalog);
/** The other half, written by the same hands, which rules may be made with. */
const seen = await loadFlaws(
  catalog,
  fileURLToPath(new URL('../../knowledge/audit/seeded-flaws-seen.jsonl', import.meta.url)),
);

test('the rules catch what is asked for, let nothing drift, agree with themselves, and cannot be gamed', async () => {
  const audit = await auditAssessor({ catalog, flaws, gamedCases: 16, oneTemperamentEach: true, seed: 1 });
  expect(missed(audit)).toEqual([]);
  const [rules] = audit.graders;
  expect(rules?.flaws.drift.share).toBeLessThanOrEqual(needed.drift);
  expect(rules?.agreement?.percent).toBe(1);
  expect(rules?.flaws.sensitivity.share).toBeGreaterThanOrEqual(needed.sensitivity);
});

test('every criterion of the graded rubrics has ten flaws or more', () => {
  const counts = new Map<string, number>();
  for (const edit of [...flaws.edits, ...seen.edits])
    if (edit.effect === 'lowers') {
      const name = `${edit.rubric} ${edit.criterion}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  const wanted = ['consultation-quality', 'osce-communication', 'clinical-safety'].flatMap((id) =>
    (catalog.rubrics.get(id)?.dimensions ?? []).flatMap(({ criteria }) =>
      // The overall level is counted from the others, and no words of a doctor's are about it.
      criteria.flatMap((criterion) => (criterion.check?.rule === 'overall-level' ? [] : `${id} ${criterion.id}`)),
    ),
  );
  expect(wanted.filter((name) => (counts.get(name) ?? 0) < 10)).toEqual([]);
});
