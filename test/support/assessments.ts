import { AssessmentLine } from '../../src/report/assessment-line.ts';

type Given = Partial<Omit<AssessmentLine, 'diagnosis'>> & {
  correct?: boolean;
  condition?: string | null;
  wasGivenAway?: boolean;
};

/** A line of assessments.jsonl, with what a test cares for; the rest is a plain consultation that went well. */
export function line({
  correct = true,
  condition = 'flu',
  wasGivenAway = false,
  ...given
}: Given = {}): AssessmentLine {
  const { doctor = 'd', persona = 'p', repeat = 1 } = given;
  const caseId = given.case ?? 'case';
  return AssessmentLine.parse({
    v: 1,
    consultation: [caseId, persona, doctor, repeat].join('.'),
    doctor,
    case: caseId,
    persona,
    repeat,
    how: 'concluded',
    by: null,
    truth: { condition: 'flu', name: 'flu' },
    turns: 3,
    diagnosis: { said: condition, condition, correct, wasGivenAway },
    information: null,
    understanding: { asked: 3, understood: 3 },
    redundancy: 0,
    mustAsk: { asked: 1, of: 2 },
    rubrics: [{ rubric: 'r', score: 0.5, low: 0.5, high: 0.5 }],
    ...given,
  });
}
