import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessor/assessment.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { runText } from '../../src/report/run-text.ts';
import { assessmentOf } from '../support/assessment.ts';

/** Doctors who are right in a share of ten cases. */
function linesOf(rights: Readonly<Record<string, number>>, more: Partial<Assessment> = {}): Assessment[] {
  return Object.entries(rights).flatMap(([doctor, right]) =>
    Array.from({ length: 10 }, (_, i) =>
      assessmentOf({
        doctor,
        case: `case-${i}`,
        consultation: `case-${i}.choleric.${doctor}.1`,
        diagnosis: { correct: i < right, condition: i < right ? 'tonsillitis' : 'common-cold' },
        ...more,
      }),
    ),
  );
}

const textOf = (lines: readonly Assessment[]) =>
  runText(
    reportOf(
      'r',
      lines.map((line) => AssessmentLine.parse(line)),
      { seed: 1 },
    ),
    { width: 120, styled: false },
  );

describe('a run as text', () => {
  test('lists the doctors, the best first, and tells references from contestants', () => {
    const text = textOf(linesOf({ hasty: 2, 'openai:m': 9, bayes: 10 }));
    const leaderboard = text.split('\n').filter((line) => /^(bayes|hasty|openai)/.test(line));
    expect(leaderboard.slice(0, 3).map((line) => line.split(/ {2,}/)[0])).toEqual(['bayes *', 'openai:m', 'hasty *']);
    expect(text).toContain('* reference: built in');
  });

  test('has no word of references where none takes part', () => {
    const text = textOf(linesOf({ 'openai:m': 9 }));
    expect(text).not.toContain('*');
    expect(text).not.toContain('Known-groups');
  });

  test('breaks accuracy down by temperament', () => {
    const both = [
      ...linesOf({ bayes: 10 }),
      ...linesOf({ bayes: 0 }).map((line) => ({
        ...line,
        persona: 'sanguine',
        consultation: `${line.consultation}-s`,
      })),
    ];
    const [, breakdown = ''] = textOf(both).split('By temperament');
    expect(breakdown).toMatch(/accuracy +choleric +sanguine/);
    expect(breakdown).toMatch(/^bayes +1\.00 +0\.00/m);
  });

  test('says what is not available as a dash with n=0, never as zero', () => {
    const text = textOf(linesOf({ bayes: 5 }, { information: null }));
    const [head = '', , row = '', counts = ''] = text.split('\n').slice(2);
    for (const title of ['information efficiency', 'truth gain']) expect(head).toContain(title);
    expect(row).toMatch(/–.*–.*–/);
    expect(counts).toMatch(/n=0 +n=0 +n=0/);
  });

  test('says how many consultations failed and are not scored', () => {
    const lines = linesOf({ 'openai:m': 9 }).map((line, i) =>
      i < 3 ? { ...line, how: 'failed' as const, by: 'infrastructure' as const } : line,
    );
    expect(textOf(lines)).toContain('openai:m: 3 of 10 consultations failed and are not scored\n');
  });

  test.each([
    { rights: { bayes: 10, checklist: 0 }, verdict: /bayes − checklist: \+1\.00 .*: separated/ },
    { rights: { bayes: 5, checklist: 5 }, verdict: /bayes − checklist: \+0\.00 .*: not separated/ },
  ])('says of the references whether they are separated: $rights', ({ rights, verdict }) => {
    expect(textOf(linesOf(rights as Record<string, number>))).toMatch(verdict);
  });
});
