import { describe, expect, test } from 'vitest';
import { scoreOf, scoreRubric } from '../../src/assessor/rubric-score.ts';
import { Rubric } from '../../src/catalog/rubric.ts';
import { truthOf } from '../support/assessment.ts';
import { answered, asked, historyOf, opened, readingOf } from '../support/events.ts';
import { lexicon } from '../support/shipped.ts';

describe('points met over positive points possible', () => {
  test('5 met, 3 not, −4 met: (5 − 4) / 8 = .125; with the −4 ungraded from .125 to .625', () => {
    const [met, not] = [
      { points: 5, met: 1 },
      { points: 3, met: 0 },
    ];
    expect(scoreOf([met, not, { points: -4, met: 1 }])).toEqual({ score: 0.125, low: 0.125, high: 0.125 });
    expect(scoreOf([met, not, { points: -4, met: null }])).toEqual({ score: null, low: 0.125, high: 0.625 });
  });

  test.each([
    {
      grades: [
        { points: 5, met: 1 },
        { points: 3, met: 0 },
      ],
      score: 5 / 8,
    },
    {
      grades: [
        { points: 5, met: 1 },
        { points: -2, met: 1 },
      ],
      score: 3 / 5,
    },
    { grades: [{ points: 2, met: 0.5 }], score: 0.5 },
    {
      grades: [
        { points: 1, met: 0 },
        { points: -2, met: 1 },
      ],
      score: -2,
    }, // not clipped here
  ])('$grades: $score', ({ grades, score }) => {
    expect(scoreOf(grades)).toEqual({ score, low: score, high: score });
  });

  test('with an ungraded criterion is no score but bounds: not met to met', () => {
    const grades = [
      { points: 5, met: 1 },
      { points: 3, met: null },
      { points: 2, met: 0 },
    ];
    expect(scoreOf(grades)).toEqual({ score: null, low: 0.5, high: 0.8 }); // 5/10 to 8/10
  });

  test('with an ungraded negative criterion reaches down', () => {
    expect(
      scoreOf([
        { points: 4, met: 1 },
        { points: -1, met: null },
      ]),
    ).toEqual({ score: null, low: 0.75, high: 1 });
  });

  test('is null where nothing was graded, never 0', () => {
    expect(scoreOf([{ points: 1, met: null }])).toEqual({ score: null, low: 0, high: 1 });
    expect(scoreOf([])).toMatchObject({ score: null });
  });
});

test('a criterion without a rule is ungraded until a judge is asked, and its dimension has bounds', () => {
  const rubric = Rubric.parse({
    id: 'small',
    title: 'Small',
    source: 'a test',
    dimensions: [
      {
        id: 'asking',
        title: 'Asking',
        criteria: [
          {
            id: 'fever',
            text: 'Asks about fever.',
            points: 1,
            check: { rule: 'asked', findings: ['fever'], atLeast: 1 },
          },
        ],
      },
      { id: 'tone', title: 'Tone', criteria: [{ id: 'warm', text: 'Is warm.', points: 3 }] },
    ],
  });
  const history = historyOf(opened(), asked(), answered(readingOf(['fever'])));
  const truth = truthOf({ condition: null, name: 'x', icd10: null });
  expect(scoreRubric(rubric, { history, truth, condition: null, lexicon, allPlanItems: [] })).toMatchObject({
    rubric: 'small',
    score: null,
    low: 0.25,
    high: 1,
    dimensions: { asking: { score: 1, low: 1, high: 1 }, tone: { score: null, low: 0, high: 1 } },
    criteria: [
      { id: 'fever', met: 1, turn: 1 },
      { id: 'warm', met: null },
    ],
  });
});
