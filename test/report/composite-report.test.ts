import { expect, test } from 'vitest';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { runText } from '../../src/report/run-text.ts';
import { assessmentOf } from '../support/assessment.ts';

const exactly = (value: number) => ({ value, low: value, high: value });

/** Consultations of one doctor with these composites. */
function linesOf(doctor: string, composites: readonly { value: number | null; low: number; high: number }[]) {
  return composites.map((figure, i) =>
    AssessmentLine.parse(
      assessmentOf({
        doctor,
        case: `case-${i}`,
        consultation: `case-${i}.choleric.${doctor}.1`,
        composites: [
          {
            rubric: 'quality',
            ...figure,
            outcome: 0.5,
            gate: { metric: 'correct', value: 1 },
            process: exactly(0.4),
            figures: [{ metric: 'mustAsk', weight: 0.5, ...exactly(0.4) }],
          },
        ],
      }),
    ),
  );
}

const known = linesOf('bayes', [exactly(0.5), exactly(0.9)]);
const partly = linesOf('openai:m', [exactly(0), { value: null, low: 0.5, high: 0.9 }]);

test('the composite of a doctor is the mean of its consultations', () => {
  const [row] = reportOf('r', known, { seed: 1 }).doctors;
  expect(row?.metrics.composite).toMatchObject({ value: 0.7, n: 2 });
  expect(row?.metrics.compositeProcess).toMatchObject({ value: 0.4, n: 2 });
});

test('where one of them has bounds the mean has bounds: what is unknown is no 0, and is not left out', () => {
  const [row] = reportOf('r', partly, { seed: 1 }).doctors;
  expect(row?.metrics.composite).toMatchObject({ value: null, n: 0 });
  expect(row?.metrics.compositeLow).toMatchObject({ value: 0.25, n: 2 });
  expect(row?.metrics.compositeHigh).toMatchObject({ value: 0.45, n: 2 });
});

test('a run shows its composite with its formula, in 80 columns', () => {
  const text = runText(reportOf('r', [...known, ...partly], { seed: 1 }), { width: 80, styled: false });
  const [, from = ''] = text.split('Composite of quality\n');
  const [block = ''] = from.split('By temperament');
  expect(block).toContain('  correct × (0.50 + 0.50 mustAsk)');
  expect(block).toMatch(/^bayes \* +0\.70 +0\.40$/m);
  expect(block).toMatch(/^openai:m +0\.25 to 0\.45, parts unknown +0\.40$/m);
  for (const line of block.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

test('a run whose rubric defines none says nothing of it', () => {
  const report = reportOf('r', [AssessmentLine.parse(assessmentOf())], { seed: 1 });
  expect(report.composite).toBeNull();
  expect(report.doctors[0]?.metrics.composite).toMatchObject({ value: null, n: 0 });
  expect(runText(report, { width: 80, styled: false })).not.toContain('omposite');
});
