import { describe, expect, test } from 'vitest';
import { rankingScore } from '../../src/assessor/ranking-score.ts';
import type { CaseTruth } from '../../src/catalog/case.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { firstConclusion } from '../../src/events/history.ts';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { noOthers, truthOf } from '../support/assessment.ts';
import { concluded, historyOf, opened, probed } from '../support/events.ts';

const list = [
  { id: 'pneumonia', names: ['pneumonia'], icd10: ['J18.9'] },
  { id: 'asthma', names: ['asthma'], icd10: ['J45.9'] },
  { id: 'embolism', names: ['pulmonary embolism'], icd10: ['I26.9'] },
  { id: 'reflux', names: ['reflux'], icd10: ['K21.9'] },
];
const reader = createDiagnosisReader(list, noOthers);
const truth = truthOf({ condition: 'pneumonia', name: 'pneumonia', icd10: 'J18.9' });
const outside: CaseTruth = { ...truth, condition: null, name: 'Addison disease', icd10: null };
const gold = new Map([
  ['pneumonia', 0.7],
  ['embolism', 0.2],
  ['asthma', 0.095],
  ['reflux', 0.005],
]);

interface Said {
  readonly diagnosis: string;
  readonly differential?: string[];
  readonly probabilities?: (number | null)[];
  readonly before?: ReturnType<typeof probed>[];
}

function scored(
  { diagnosis, differential = [], probabilities, before = [] }: Said,
  { of = truth, isCorrect = false, against = gold as typeof gold | null } = {},
) {
  const more = { differential, ...(probabilities ? { probabilities } : {}) };
  const history: ConsultationEvent[] = historyOf(opened(), ...before, concluded(diagnosis, more));
  const conclusion = firstConclusion(history);
  if (!conclusion) throw new Error('there is a conclusion');
  return rankingScore(history, conclusion, isCorrect, { truth: of, reader, gold: against });
}

describe('the rank of the truth', () => {
  test.each([
    { diagnosis: 'asthma', differential: ['reflux', 'pneumonia'], rank: 3 },
    { diagnosis: 'asthma or pneumonia', differential: [], rank: null }, // unranked is nothing
    { diagnosis: 'asthma', differential: ['not pneumonia'], rank: null },
    { diagnosis: 'asthma', differential: ['a', 'b', 'c', 'd', 'pneumonia'], rank: null }, // the sixth does not count
  ])('is $rank of $diagnosis, then $differential', ({ rank, ...said }) => {
    expect(scored(said).rank).toBe(rank);
  });

  test('is 1 where the conclusion is correct, whoever says so', () => {
    expect(scored({ diagnosis: 'adrenal crisis' }, { of: outside, isCorrect: true, against: null }).rank).toBe(1);
  });

  test('is found outside the knowledge base by the words', () => {
    const said = { diagnosis: 'asthma', differential: ['Addison’s disease'] };
    expect(scored(said, { of: outside, against: null })).toMatchObject({ rank: 2, overlap: null, believed: null });
  });
});

describe('the overlap with what the facts bear out', () => {
  test('counts what was named, once; what is in no knowledge base is wrong', () => {
    const { overlap } = scored({ diagnosis: 'pneumonia', differential: ['asthma', 'pneumonia', 'a spell'] });
    expect(overlap).toEqual({ recall: 2 / 3, precision: 2 / 3, f1: expect.closeTo(2 / 3) });
  });

  test('leaves out what the doctor gave a probability of 0.01 or less', () => {
    const said = { diagnosis: 'pneumonia', differential: ['reflux'], probabilities: [0.9, 0.01] };
    expect(scored(said).overlap).toMatchObject({ precision: 1, recall: 1 / 3 });
  });

  test('is of the last belief probed before the conclusion, too', () => {
    const before = [
      probed([{ diagnosis: 'reflux', probability: 1 }]),
      probed([
        { diagnosis: 'pneumonia', probability: 0.6 },
        { diagnosis: 'pulmonary embolism', probability: null },
      ]),
    ];
    expect(scored({ diagnosis: 'reflux', before })).toMatchObject({
      overlap: { recall: 0, precision: 0, f1: 0 },
      believed: { precision: 1, recall: 2 / 3 },
    });
  });
});

test('the probability stated of the first is kept, and null where there was none', () => {
  expect(scored({ diagnosis: 'asthma', probabilities: [0.4] }).stated).toBe(0.4);
  expect(scored({ diagnosis: 'asthma', probabilities: [null] }).stated).toBeNull();
  expect(scored({ diagnosis: 'asthma' }).stated).toBeNull();
});
