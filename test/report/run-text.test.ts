import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessor/assessment.ts';
import type { Call } from '../../src/models/call.ts';
import { costOf } from '../../src/models/run-cost.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import type { RunConditions } from '../../src/report/conditions.ts';
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

describe('a sweep as text', () => {
  const conditions: RunConditions = {
    protocols: [
      { id: 'text', title: 'Words alone', hints: null, showsPictures: false },
      { id: 'hints', title: 'With hints', hints: 'simulated', showsPictures: true },
    ],
    pictures: { cases: 1, of: 10 },
  };
  const lines = ['text', 'hints'].flatMap((protocol) =>
    linesOf({ bayes: protocol === 'text' ? 10 : 5, checklist: 2 }, { protocol }).map((line) => ({
      ...line,
      consultation: `${line.consultation}-${protocol}`,
    })),
  );
  const report = reportOf(
    'r',
    lines.map((line) => AssessmentLine.parse(line)),
    { seed: 1, conditions },
  );
  const text = runText(report, { width: 160, styled: false });

  test('has a row for each doctor under each protocol, in every table, and says which hints were drawn', () => {
    const rows = text.split('\n').filter((line) => /^(bayes|checklist) /.test(line));
    const names = new Set(rows.map((line) => line.split(/ {2,}/)[0]));
    expect(names).toEqual(
      new Set([
        ...['bayes * · text', 'bayes * · hints (simulated hints)'],
        ...['checklist * · text', 'checklist * · hints (simulated hints)'],
        ...['bayes · text', 'bayes · hints (simulated hints)'],
        ...['checklist · text', 'checklist · hints (simulated hints)'],
      ]),
    );
    expect(text).toMatch(/^bayes · hints \(simulated hints\) +0\.50/m);
  });

  test('explains its protocols, and how many cases have a picture at all', () => {
    expect(text).toContain('  text: Words alone\n  hints: With hints');
    expect(text).toContain('1 of 10 cases has a picture');
    expect(text).toContain('no classifier’s work');
  });

  test('pairs doctors within a protocol, and none across', () => {
    expect(Object.fromEntries(report.knownGroups.map((pair) => [pair.protocol, pair.difference.value]))).toEqual({
      text: 0.8,
      hints: 0.3,
    });
    expect(text).toContain('  hints: bayes − checklist: +0.30');
  });
});

describe('the cost of a run as text', () => {
  const usage = { inputTokens: 1000, outputTokens: 100 };
  const call = (more: Partial<Call>): Call => ({
    ...{ consultation: 'c', turn: 1, step: 'act', attempt: 1, request: 'x', ms: 1, costUsd: 0.25, cached: false },
    ...{ role: 'doctor', reply: { text: 'Why?', toolCalls: [], usage } },
    ...more,
  });
  const textOfCalls = (calls: readonly Call[]) =>
    runText(reportOf('r', [], { seed: 1, cost: costOf(calls) }), { width: 120, styled: false });

  test('is told for each role and in all', () => {
    const text = textOfCalls([call({}), call({ cached: true }), call({ role: 'patient', costUsd: 1 })]);
    expect(text).toContain(
      '  doctor: 2 calls (1 kept from before), 1,000 tokens in, 100 out, 0.25 USD (0.25 USD saved)',
    );
    expect(text).toContain('  patient: 1 call, 1,000 tokens in, 100 out, 1.00 USD');
    expect(text).toContain(
      '  in all: 3 calls (1 kept from before), 2,000 tokens in, 200 out, 1.25 USD (0.25 USD saved)',
    );
  });

  test('never calls free what nobody knows', () => {
    expect(textOfCalls([call({ costUsd: null })])).toContain('100 out, cost not known');
    expect(textOfCalls([call({}), call({ costUsd: null })])).toContain('at least 0.25 USD, 1 of unknown cost');
    const uncounted = { text: 'Why?', toolCalls: [], usage: null };
    expect(textOfCalls([call({ costUsd: null, reply: uncounted })])).toContain(
      '  doctor: 1 call, tokens of 1 not counted, cost not known',
    );
  });

  test('has no word where no model was called', () => {
    expect(textOfCalls([])).not.toContain('Calls of models');
  });
});
