import type { Assessment, InformationScore, TurnScore } from '../../src/assessor/assessment.ts';
import type { Questioning } from '../../src/assessor/questioning/figures.ts';
import type { CaseTruth } from '../../src/catalog/case.ts';
import type { OtherDiagnosesFile } from '../../src/catalog/lexicon-file.ts';

/** What one turn was worth: a priced question, unless told otherwise. */
export function turnScore(given: Partial<TurnScore> & { turn: number }): TurnScore {
  return {
    means: 'question',
    about: 'priced',
    asked: ['fever'],
    redundant: false,
    expectedBits: 0.5,
    best: { key: 'fever', bits: 0.5 },
    regretBits: 0,
    entropyDropBits: 0.25,
    surpriseBits: 0.1,
    truthGainBits: 0.5,
    shapleyBits: 0.5,
    ...given,
  };
}

/** How the doctor of that consultation asked. */
export function questioningOf(given: Partial<Questioning> = {}): Questioning {
  return {
    mustAsk: { covered: 1, of: 2, share: 0.5, missing: ['current-medicines'] },
    redFlags: { covered: 0, of: 0, share: null, missing: [] },
    timeToRedFlag: null,
    order: 1,
    perTurn: 1,
    openShare: 0.25,
    repetition: 0.1,
    regret: { meanBits: 0.1, totalBits: 0.3, turns: 3 },
    closure: null,
    anchoring: null,
    reward: null,
    ...given,
  };
}

interface Given extends Omit<Partial<Assessment>, 'information' | 'diagnosis' | 'questioning'> {
  readonly questioning?: Partial<Questioning>;
  readonly diagnosis?: Partial<Assessment['diagnosis']>;
  readonly information?: Partial<InformationScore> | null;
}

/** An assessment of a consultation that went well, with some of it told otherwise. */
export function assessmentOf({ diagnosis, information = {}, questioning, ...given }: Given = {}): Assessment {
  return {
    v: 1,
    run: 'r',
    consultation: 'c',
    doctor: 'bayes',
    case: 'case-one',
    persona: 'choleric',
    protocol: null,
    repeat: 1,
    rerun: 0,
    how: 'concluded',
    by: null,
    truth: { condition: 'tonsillitis', name: 'tonsillitis' },
    turns: 3,
    diagnosis: {
      said: 'tonsillitis',
      condition: 'tonsillitis',
      differential: ['tonsillitis'],
      correct: true,
      by: 'name',
      isUnranked: false,
      icd10: null,
      wasGivenAway: false,
      judged: null,
      ranking: null,
      ...diagnosis,
    },
    information:
      information === null
        ? null
        : {
            entropyStartBits: 3,
            entropyEndBits: 1,
            truthGainBits: 2,
            beliefInTruth: 0.8,
            efficiency: 0.5,
            meanRegretBits: 0.1,
            coverage: { question: 0.5, examination: 1, test: null },
            shapley: { method: 'exact', facts: 3, totalBits: 4, errorBits: 0 },
            rank: 1,
            turns: [],
            ...information,
          },
    understanding: { asked: 3, understood: 2 },
    redundancy: 0,
    mustAsk: { asked: 1, of: 2 },
    questioning: questioningOf({ ...(information === null && { regret: null }), ...questioning }),
    rubrics: [
      {
        rubric: 'quality',
        score: null,
        low: 0.25,
        high: 0.75,
        dimensions: {},
        criteria: [
          { id: '1.1', points: 1, by: 'rule', met: 1, reason: 'asked about past-illnesses', turn: 1, quote: null },
          { id: '1.2', points: 1, by: 'rule', met: 0, reason: 'asked about none of ideas', turn: null, quote: null },
          {
            id: '2.1',
            points: 1,
            by: 'rule',
            met: 0.5,
            reason: 'satisfactory: 4 of 7 are met',
            turn: null,
            quote: null,
          },
          {
            id: '3.1',
            points: 1,
            by: 'rule',
            met: null,
            reason: 'the plan holds nothing that was recognised',
            turn: null,
            quote: null,
          },
        ],
      },
    ],
    composites: [],
    value: null,
    judge: null,
    addressedJudge: null,
    simulator: null,
    ...given,
  };
}

/** What the assessor is told of a case: appendicitis, unless it is said otherwise. */
export function truthOf(given: Partial<CaseTruth> = {}): CaseTruth {
  return {
    case: 'case',
    title: 'Title',
    condition: 'appendicitis',
    name: 'appendicitis',
    icd10: 'K35.8',
    mustAsk: [],
    redFlags: [],
    management: [],
    ...given,
  };
}

/** No diagnoses but those of the conditions. */
export const noOthers: OtherDiagnosesFile = { others: [], kinds: [], none: [] };
