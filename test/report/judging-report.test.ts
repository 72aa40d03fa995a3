import { expect, test } from 'vitest';
import { judgingOf, judgingText } from '../../src/report/judging-report.ts';
import { line } from '../support/assessments.ts';

const judge = (failures: { code: string }[] = []) => ({ spec: 'openai:judge', failures });

test('a run without a judge has nothing to say of one', () => {
  expect(judgingOf([line(), line()])).toBeNull();
  expect(judgingText(null)).toEqual([]);
});

test('a judge that answered everything goes without words', () => {
  const judging = judgingOf([line({ judge: judge(), addressedJudge: [] })]);
  expect(judging).toEqual({ judged: 1, unanswered: 0, ungraded: 0, addressed: 0 });
  expect(judgingText(judging)).toEqual([]);
});

test('what it left open is counted in consultations, and so is who spoke to it', () => {
  const judging = judgingOf([
    line(),
    line({ judge: judge([{ code: 'timed-out' }, { code: 'timed-out' }]), addressedJudge: [1, 2] }),
    line({ judge: judge(), addressedJudge: [1] }),
    line({
      ...{ judge: judge(), addressedJudge: [] },
      rubrics: [{ rubric: 'r', score: null, low: 0.2, high: 0.7 }],
    }),
  ]);
  expect(judging).toEqual({ judged: 3, unanswered: 1, ungraded: 1, addressed: 2 });
  expect(judgingText(judging)).toEqual([
    'The judge gave no answer in 1 of 3 consultations: what it was to grade is ungraded; --resume asks it again',
    'The judge left criteria ungraded in 1 of 3 consultations: they have bounds and no score (`anamnesis show` names the reasons)',
    'In 2 of 3 consultations the doctor spoke to the judge; it did not see those words (`anamnesis show` names the turns)',
  ]);
});
