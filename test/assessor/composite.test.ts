import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RubricScore } from '../../src/assessor/assessment.ts';
import { type CompositeSetting, compositeOf } from '../../src/assessor/composite.ts';
import { byId } from '../../src/catalog/catalog.ts';
import type { Composite } from '../../src/catalog/composite.ts';
import { assessmentOf } from '../support/assessment.ts';
import { examplesIn, numbersIn, rowsOfTable, sectionOf } from '../support/doc-tables.ts';
import { catalog } from '../support/shipped.ts';

type Told = Parameters<typeof assessmentOf>[0] & { redFlags?: CompositeSetting['redFlags'] };

function settingOf({ redFlags = { asked: 1, of: 4 }, ...given }: Told = {}): CompositeSetting {
  const { diagnosis, truth, information, mustAsk } = assessmentOf(given);
  return { diagnosis, truth, information, mustAsk, redFlags };
}

const exactly = (score: number) => ({ score, low: score, high: score });
function scored(dimensions: RubricScore['dimensions'] = {}, score = exactly(0.5)): RubricScore {
  return { rubric: 'quality', ...score, dimensions, criteria: [] };
}
const composite: Composite = { outcome: 0.5, gate: 'correct', process: { mustAsk: 0.3, 'dimension:plan': 0.2 } };
const plan = (score: { score: number | null; low: number; high: number }) => scored({ plan: score });

describe('the composite of one consultation', () => {
  test('is worked by hand on the page as the program works it', async () => {
    const shipped = byId('rubric', catalog.rubrics, 'consultation-quality').composite;
    if (!shipped) throw new Error('the shipped rubric has a composite');
    const coverage = { question: 0.4, examination: null, test: null };
    const made = (correct: boolean, ofPlan: { score: number | null; low: number; high: number }) =>
      compositeOf(
        shipped,
        scored({ gathering: exactly(2 / 3), relationship: exactly(1 / 2), plan: ofPlan }),
        settingOf({ diagnosis: { correct }, information: { coverage }, mustAsk: { asked: 6, of: 10 } }),
      );
    const open = { score: null, low: 1 / 2, high: 1 };
    const right = made(true, open);
    expect(right).toMatchObject({ value: null, process: { value: null } });
    expect(made(false, open)).toMatchObject({ value: 0, low: 0, high: 0, process: right.process });

    const section = await sectionOf('scoring.md', 'Composite');
    const examples = examplesIn(rowsOfTable(section, 'figure'));
    expect(examples.map(({ name }) => name)).toEqual(
      ['', 'process.'].flatMap((part) => ['value', 'low', 'high'].map((bound) => `${part}${bound}`)),
    );
    for (const { name, given, result, digits } of examples) {
      const [met = Number.NaN, of = Number.NaN] = numbersIn(given);
      const { process, ...whole } = given === '' ? right : made(true, exactly(met / of));
      const figures: Record<string, unknown> = { ...(name.startsWith('process.') ? process : whole) };
      expect(figures[name.replace('process.', '')], name).toBeCloseTo(result, digits);
    }
    for (const figure of [right.low, right.high, right.process?.low ?? 0, right.process?.high ?? 0])
      expect(section).toContain(`= ${figure.toFixed(4)}`);
  });

  test('has a value where all of it is known, with what it was made of beside it', () => {
    expect(compositeOf(composite, plan(exactly(0.5)), settingOf({ mustAsk: { asked: 1, of: 2 } }))).toEqual({
      rubric: 'quality',
      value: 0.75, // 0.5 + 0.3 · 0.5 + 0.2 · 0.5
      low: 0.75,
      high: 0.75,
      outcome: 0.5,
      gate: { metric: 'correct', value: 1 },
      process: { value: 0.5, low: 0.5, high: 0.5 },
      figures: [
        { metric: 'mustAsk', weight: 0.3, value: 0.5, low: 0.5, high: 0.5 },
        { metric: 'dimension:plan', weight: 0.2, value: 0.5, low: 0.5, high: 0.5 },
      ],
    });
  });

  test('is 0 where the diagnosis is wrong, however well the talk went; the process stands beside it', () => {
    const setting = settingOf({ diagnosis: { correct: false }, mustAsk: { asked: 2, of: 2 } });
    expect(compositeOf(composite, plan(exactly(1)), setting)).toMatchObject({
      value: 0,
      low: 0,
      high: 0,
      process: { value: 1 },
    });
  });

  test.each([
    { what: 'an ungraded dimension', score: { score: null, low: 0.25, high: 0.75 }, mustAsk: { asked: 1, of: 1 } },
    { what: 'a case without must-ask items', score: exactly(1), mustAsk: { asked: 0, of: 0 } },
    {
      what: 'a dimension in which no point was possible',
      score: { score: null, low: 0, high: 0 },
      mustAsk: { asked: 1, of: 1 },
    },
    { what: 'a dimension that the score does not have', score: undefined, mustAsk: { asked: 1, of: 1 } },
  ])('$what gives bounds, no value, and is not taken for 0', ({ score, mustAsk }) => {
    const made = compositeOf(composite, score ? plan(score) : scored(), settingOf({ mustAsk }));
    expect(made.value).toBeNull();
    expect(made.process?.value).toBeNull();
    expect(made.low).toBeLessThan(made.high);
    expect(made.low).toBeGreaterThanOrEqual(0.5);
    expect(made.high).toBeGreaterThan(0.85);
  });

  test.each([
    { score: exactly(-2), clipped: 0 },
    { score: exactly(1.5), clipped: 1 },
  ])('clips $score.score to $clipped', ({ score, clipped }) => {
    const made = compositeOf(composite, plan(score), settingOf({ mustAsk: { asked: 1, of: 1 } }));
    expect(made.figures[1]?.value).toBe(clipped);
    expect(made.value).toBeCloseTo(0.8 + 0.2 * clipped, 12);
  });

  test.each([
    { metric: 'shapleyCoverage', value: 0.5 },
    { metric: 'shapleyCoverageExaminations', value: 1 },
    { metric: 'shapleyCoverageTests', value: null },
    { metric: 'truthGainShare', value: 0.5 }, // 2 of 4 bits
    { metric: 'mustAsk', value: 0.5 },
    { metric: 'redFlags', value: 0.25 },
    { metric: 'rubric', value: 0.5 },
  ])('counts $metric', ({ metric, value }) => {
    const only: Composite = { outcome: 0, gate: 'correct', process: { [metric]: 1 } };
    expect(compositeOf(only, scored(), settingOf())).toMatchObject({ value });
  });

  test.each([
    { gate: 'inDifferential', diagnosis: { differential: ['flu', 'tonsillitis'] }, value: 1 },
    { gate: 'inDifferential', diagnosis: { differential: ['flu'] }, value: 0 },
    { gate: 'icd10Category', diagnosis: { icd10: { chapter: true, category: true, code: false } }, value: 1 },
    { gate: 'icd10Category', diagnosis: { icd10: null }, value: null },
    { gate: 'icd10Category', diagnosis: { icd10: null, said: null, differential: [] }, value: 0 },
  ] as const)('has the gate $gate: $diagnosis', ({ gate, diagnosis, value }) => {
    const only: Composite = { outcome: 1, gate, process: {} };
    const made = compositeOf(only, scored(), settingOf({ diagnosis: { correct: false, ...diagnosis } }));
    expect(made).toMatchObject({ value, gate: { metric: gate, value }, process: null });
  });

  test('lies in [0, 1] and never above the same consultation with the right diagnosis', () => {
    const bounded = fc.tuple(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: 0, max: 2, noNaN: true }));
    fc.assert(
      fc.property(bounded, fc.boolean(), fc.nat(4), ([low, width], correct, asked) => {
        const score = plan({ score: null, low, high: low + width });
        const made = (is: boolean) =>
          compositeOf(composite, score, settingOf({ diagnosis: { correct: is }, mustAsk: { asked, of: 4 } }));
        const { low: least, high: most } = made(correct);
        expect(least).toBeGreaterThanOrEqual(0);
        expect(most).toBeLessThanOrEqual(1);
        expect(least).toBeLessThanOrEqual(most);
        expect(most).toBeLessThanOrEqual(made(true).high);
      }),
    );
  });
});
