import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessor/assessment.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { consultationText } from '../../src/report/consultation-text.ts';
import { assessmentOf, turnScore } from '../support/assessment.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  readingOf,
  reported,
  told,
} from '../support/events.ts';

const history = historyOf(
  opened([told('sore-throat', 'present')], 'My throat hurts.'),
  asked('Any fever?'),
  answered(readingOf(['fever']), [told('fever', 'absent', { basis: 'default' })], 'No.'),
  examined('I look at the throat.'),
  reported(['throat-redness'], [told('throat-redness', 'present')]),
  asked('Mumble?'),
  { ...answered(readingOf([], {}, false), [], 'What?'), patience: 'irritated', rapport: 'guarded' },
  concluded('tonsillitis'),
  answered(readingOf([]), [], 'Thank you.'),
  ended(),
);

const assessment = assessmentOf({
  information: {
    turns: [
      turnScore({
        turn: 1,
        asked: ['fever'],
        expectedBits: 0.5,
        best: { key: 'cough', bits: 0.75 },
        entropyDropBits: -0.25,
      }),
      turnScore({
        turn: 2,
        means: 'examination',
        asked: ['throat-redness'],
        expectedBits: 0.1,
        best: null,
        redundant: true,
      }),
      turnScore({ turn: 3, about: 'missed', asked: [], expectedBits: null, best: null }),
    ],
  },
});

describe('a consultation as text', () => {
  test('says turn by turn what was asked, what was told, and what it was worth', () => {
    expect(consultationText(history, assessment, { width: 100 })).toMatchInlineSnapshot(`
      "Consultation c
      40-year-old woman, general practice

      patient: My throat hurts.
           told: sore-throat = present

      1. doctor: Any fever?
      patient: No.
           told: fever = absent (by default)
           bits: expected 0.50; best was cough, 0.75; entropy drop −0.25, truth +0.50, Shapley +0.50

      2. doctor: I look at the throat.
      clinic: A report.
           told: throat-redness = present
           bits: expected 0.10 (asked before); entropy drop +0.25, truth +0.50, Shapley +0.50

      3. doctor: Mumble?
      patient: What?
           mood: guarded, irritated
           not understood: no price

      4. doctor: I think this is tonsillitis.
      patient: Thank you.

      ended: concluded

      diagnosis: tonsillitis: correct; the truth is tonsillitis
      information: 3.00 bits open at the start, 1.00 at the end; efficiency 0.50; truth gain +2.00 bits;
        belief in the truth 0.80
      Shapley coverage: history 0.50, examinations 1.00, tests not available
      understood: 2 of 3 questions and requests
      questioning:
        must-ask items that came up: 1 of 2, 1 of them asked about; not current-medicines
        complaint before background 1.00, things a question 1.00, open 0.25, repeated 0.10
        regret 0.10 bits a turn, 0.30 in all
      rubric quality: between 0.25 and 0.75
        1.1 met: asked about past-illnesses
        1.2 not met: asked about none of ideas
        2.1 partly met (0.5): satisfactory: 4 of 7 are met
        3.1 ungraded: the plan holds nothing that was recognised
      "
    `);
  });

  test('says how the doctor asked, and by whom the facts were valued', () => {
    const text = consultationText(
      history,
      assessmentOf({
        questioning: {
          redFlags: { covered: 1, of: 2, share: 0.5, missing: ['confusion'] },
          timeToRedFlag: { turn: 2, isCensored: false },
          closure: {
            best: { key: 'cough', means: 'question', bits: 0.4 },
            thresholdBits: 0.1,
            isPremature: true,
            overlooked: ['fever'],
          },
          anchoring: 2,
          reward: {
            value: 'openai:m',
            method: 'sampled',
            errorBits: 0.0123,
            parameters: { alpha: 1, beta: 1, gamma: 3 },
            coverage: 0.5,
            turns: [],
            conclusion: 3,
            total: 4.5,
          },
        },
      }),
      { width: 120 },
    );
    for (const words of [
      'red flags that came up: 1 of 2, the first in turn 2; not confusion',
      'concluded early: cough could tell 0.40 bits; would have turned it: fever',
      'held to a diagnosis against the evidence: 2 turns',
      'reward +4.50, the conclusion +3.00 of it; facts valued by openai:m, each to 0.012 bits at worst',
    ])
      expect(text).toContain(words);
  });

  test('without an assessment has what was said, and says that it is not at its end', () => {
    const text = consultationText(history.slice(0, 3), null, { width: 100 });
    expect(text).toMatchInlineSnapshot(`
      "Consultation c
      40-year-old woman, general practice

      patient: My throat hurts.
           told: sore-throat = present

      1. doctor: Any fever?
      patient: No.
           told: fever = absent (by default)

      Not assessed: the consultation is not at its end.
      "
    `);
  });

  test('says that figures are not available where the diagnosis is outside the knowledge base', () => {
    const text = consultationText(history, assessmentOf({ information: null }), { width: 100 });
    expect(text).toContain('information: not available, the diagnosis is outside the knowledge base');
    expect(text).not.toMatch(/bits|0\.00/);
  });

  test('tells failed calls, and whose fault a failed end was', () => {
    const broken = historyOf(
      opened(),
      { type: 'call.failed', role: 'doctor', code: 'timed-out', message: 'no answer in 60 s', attempt: 2 },
      ended('failed', 'infrastructure'),
    );
    const text = consultationText(broken, null, { width: 100 });
    expect(text).toContain('     doctor failed (attempt 2): timed-out: no answer in 60 s\n');
    expect(text).toContain('ended: failed (by the infrastructure)\n');
  });

  test('tells of a judge: its grades with their quotes, the rules beside them, what it left open, and who spoke to it', () => {
    const judged = assessmentOf({
      judge: {
        spec: 'openai:judge',
        calls: 'dimension',
        grades: 'all',
        seesTruth: false,
        replies: 3,
        usage: { inputTokens: 4000, outputTokens: 200 },
        failures: [{ code: 'timed-out', message: 'no answer', criteria: ['3.1', '3.2'] }],
      },
      addressedJudge: [2, 4],
      rubrics: [
        {
          rubric: 'quality',
          score: null,
          low: 0,
          high: 1,
          dimensions: {},
          criteria: [
            {
              id: '1.1',
              points: 1,
              by: 'judge',
              met: 1,
              reason: 'it asks',
              turn: 1,
              quote: 'Any fever?',
              rule: { met: 0, reason: 'asked about none of ideas' },
            },
            { id: '1.2', points: 1, by: 'judge', met: 0, reason: 'never asked', turn: null, quote: null },
            {
              id: '3.1',
              points: 1,
              by: 'judge',
              met: null,
              reason: 'the judge gave no answer',
              turn: null,
              quote: null,
            },
          ],
        },
      ],
    });
    const text = consultationText(history, judged, { width: 200 });
    expect(text.slice(text.indexOf('rubric quality'))).toMatchInlineSnapshot(`
      "rubric quality: between 0.00 and 1.00
        1.1 met (judge): it asks: "Any fever?" (turn 1); its rule: not met, asked about none of ideas
        1.2 not met (judge): never asked
        3.1 ungraded: the judge gave no answer
      judge: openai:judge, a call a dimension, not told the true diagnosis; 3 replies, 4200 tokens
        no answer (timed-out) on 3.1, 3.2
        the doctor spoke to the judge, which did not see it: turn 2, 4
      "
    `);
  });

  test('of a run from before there were judges reads as it did', () => {
    const old = JSON.parse(JSON.stringify(assessmentOf())) as Record<string, unknown>;
    const { judge: _, addressedJudge: __, ...line } = old;
    const stripped = JSON.stringify(line).replaceAll('"by":"rule",', '').replaceAll(',"quote":null', '');
    const parsed = AssessmentLine.parse(JSON.parse(stripped)) as unknown as Assessment; // as `show` reads it
    expect(stripped).not.toContain('quote');
    expect(consultationText(history, parsed, { width: 100 })).toBe(
      consultationText(history, assessmentOf(), { width: 100 }),
    );
  });

  test('that holds nothing says so', () => {
    expect(consultationText([], null, { width: 100 })).toMatch(/^Nothing was recorded\.\n/);
  });

  test.each([40, 72, 120])('has no line of words beyond a width of %i', (width) => {
    const long = historyOf(
      opened(
        [told('sore-throat', 'present'), told('fever', 'absent'), told('cough.onset', 'sudden')],
        'It hurts. '.repeat(40).trim(),
      ),
      asked('Is there anything else that you have noticed over the last few days? '.repeat(5).trim()),
      answered(
        readingOf(['fever']),
        ['fever', 'cough', 'headache', 'rash', 'earache'].map((id) => told(id, 'absent', { basis: 'default' })),
        'First line.\nSecond line of the same reply, which is a good deal longer than the first one was.',
      ),
    );
    const lines = consultationText(long, assessment, { width }).split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(width);
    expect(lines.filter((line) => line.startsWith('     ')).length).toBeGreaterThan(5);
  });
});
