import { describe, expect, test } from 'vitest';
import { type AssessedCase, createAssessor } from '../../src/assessor/assess.ts';
import type { ConsultationKey } from '../../src/assessor/assessment.ts';
import type { CaseWorth } from '../../src/assessor/case-worth.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { hasty } from '../../src/doctor/hasty.ts';
import { referenceDoctor } from '../../src/doctor/reference.ts';
import type { ConsultationEvent, EventBody } from '../../src/events/event.ts';
import { doctorView } from '../../src/events/history.ts';
import { createKnowledge } from '../../src/knowledge/model.ts';
import { createAnswerReader } from '../../src/language/answer.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  historyOf,
  opened,
  ordered,
  readingOf,
  reported,
  told,
} from '../support/events.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const rubrics = [byId('rubric', catalog.rubrics, 'consultation-quality')];
const cache = new Map<string, CaseWorth>();
const assessor = createAssessor({ knowledge, lexicon, rubrics, cache });
const key: ConsultationKey = {
  consultation: 'c',
  doctor: 'd',
  case: 'case',
  persona: 'p',
  protocol: null,
  repeat: 1,
  rerun: 0,
};

/** A case of pneumonia that is short enough to look through. */
const assessed: AssessedCase = {
  patientCase: {
    id: 'case',
    demographics: { age: 40, sex: 'female' },
    setting: 'general practice',
    proxy: null,
    opening: 'I have a cough.',
    unlisted: 'absent',
    facts: [
      { id: 'cough', finding: 'cough', value: 'present', tier: 'volunteered', says: { presence: 'I cough.' } },
      { id: 'fever', finding: 'fever', value: 'present', tier: 'direct', says: { presence: 'I have a fever.' } },
      { id: 'wheeze', finding: 'wheeze', value: 'absent', tier: 'direct' },
    ],
    examinations: [],
    tests: [
      {
        id: 'x-ray-consolidation',
        finding: 'x-ray-consolidation',
        name: 'Chest X-ray',
        value: 'present',
        report: 'Consolidation: pneumonia.',
        namesTruth: true,
      },
    ],
  },
  truth: {
    case: 'case',
    title: 'Title',
    condition: 'pneumonia',
    name: 'pneumonia',
    icd10: 'J18.9',
    mustAsk: ['fever', 'cough', 'smoking'],
    redFlags: [],
    management: [],
  },
};
const outside: AssessedCase = {
  ...assessed,
  truth: { ...assessed.truth, condition: null, name: 'Addison disease', icd10: null },
};

const start = opened([told('cough', 'present')]);
const asksFever: EventBody[] = [asked('Fever?'), answered(readingOf(['fever']), [told('fever', 'present')])];

function assess(bodies: readonly EventBody[], of = assessed) {
  return assessor.assess(key, historyOf(start, ...bodies), of);
}

describe('how a consultation ended', () => {
  test.each<{ ending: EventBody[]; how: string; by: string | null; correct: boolean }>([
    { ending: [concluded('pneumonia'), ended()], how: 'concluded', by: null, correct: true },
    { ending: [concluded('asthma'), ended()], how: 'concluded', by: null, correct: false },
    { ending: [asked('And?'), ended('exhausted')], how: 'exhausted', by: null, correct: false },
    { ending: [ended('abandoned')], how: 'abandoned', by: null, correct: false },
    { ending: [ended('failed', 'doctor')], how: 'failed', by: 'doctor', correct: false },
    { ending: [ended('failed', 'infrastructure')], how: 'failed', by: 'infrastructure', correct: false },
    { ending: [], how: 'failed', by: null, correct: false },
  ])('$how by $by: correct $correct, and what was asked is scored all the same', ({ ending, how, by, correct }) => {
    const assessment = assess([...asksFever, ...ending]);
    expect(assessment).toMatchObject({ ...key, v: 1, run: 'r', how, by, truth: { condition: 'pneumonia' } });
    expect(assessment.diagnosis.correct).toBe(correct);
    expect(assessment.information?.turns).toHaveLength(1);
    expect(assessment.information?.truthGainBits).toBeGreaterThan(0);
  });
});

describe('the information of a consultation', () => {
  test('starts from what the opening told', () => {
    const { information } = assess([concluded('pneumonia')]);
    const model = knowledge.modelFor(assessed.patientCase.demographics);
    const cough = model.byKey.get('cough');
    const place = model.conditionIndex('pneumonia') ?? -1;
    const weights = model.prior.map((p, c) => p * (cough?.likelihoods[0]?.[c] ?? 0));
    const belief = (weights[place] ?? 0) / weights.reduce((sum, weight) => sum + weight, 0);
    expect(information?.beliefInTruth).toBeCloseTo(belief, 9);
    expect(information?.truthGainBits).toBe(0);
  });

  test('shares out what the case is worth beyond its opening: all told, all gained', () => {
    const everything: EventBody[] = [
      ...asksFever,
      asked('Wheeze?'),
      answered(readingOf(['wheeze']), [told('wheeze', 'absent')]),
      ordered('Chest X-ray'),
      reported(['x-ray-consolidation'], [told('x-ray-consolidation', 'present')]),
    ];
    const { information } = assess(everything);
    const gained = information?.turns.reduce((sum, { shapleyBits }) => sum + shapleyBits, 0);
    expect(gained).toBeCloseTo(information?.shapley.totalBits ?? 0, 9);
    expect(information?.truthGainBits).toBeCloseTo(information?.shapley.totalBits ?? 0, 9);
    expect(information?.coverage).toEqual({ question: 1, examination: null, test: 1 });
  });

  test('is not available, rather than zero, where the truth is outside the knowledge base', () => {
    const { information, redundancy, diagnosis } = assess([...asksFever, concluded('Addison disease')], outside);
    expect({ information, redundancy }).toEqual({ information: null, redundancy: null });
    expect(diagnosis).toMatchObject({ correct: true, by: 'words of the truth' });
  });

  test('takes the worth of a case from the cache the second time', () => {
    const own = new Map<string, CaseWorth>();
    let made = 0;
    const counting = {
      get: (id: string) => own.get(id),
      set: (id: string, worth: CaseWorth) => {
        made++;
        own.set(id, worth);
      },
    };
    const second = createAssessor({ knowledge, lexicon, rubrics, cache: counting });
    const history = historyOf(start, ...asksFever, concluded('pneumonia'), ended());
    expect(second.assess(key, history, assessed)).toEqual(second.assess(key, history, assessed));
    expect(made).toBe(1);
    second.assess(key, historyOf(opened(), concluded('pneumonia'), ended()), assessed); // another opening
    expect(made).toBe(2);
  });
});

describe('what is counted beside the scores', () => {
  test('questions and requests understood, up to the conclusion; the opening is none', () => {
    const { understanding, turns } = assess([
      ...asksFever,
      asked('Blorb?'),
      answered(readingOf([], {}, false)),
      ordered('Blorb.'),
      reported([], [], false),
      concluded('pneumonia'),
      answered(readingOf([])),
      ended(),
    ]);
    expect(understanding).toEqual({ asked: 3, understood: 1 });
    expect(turns).toBe(3);
  });

  test('redundant questions, of the priced ones; null where there were none', () => {
    expect(assess([...asksFever, ...asksFever, asked(), answered(readingOf(['concerns']))]).redundancy).toBe(0.5);
    expect(assess([...asksFever, ...asksFever]).redundancy).toBe(0.5);
    expect(assess([concluded('pneumonia')]).redundancy).toBeNull();
  });

  test('must-ask items that were asked', () => {
    expect(assess([...asksFever, concluded('pneumonia')]).mustAsk).toEqual({ asked: 1, of: 3 });
  });

  test('whether a report named the truth: only where it was given', () => {
    const given = [ordered('Chest X-ray'), reported(['x-ray-consolidation'], [told('x-ray-consolidation', 'present')])];
    expect(assess([...given, concluded('pneumonia')]).diagnosis).toMatchObject({ correct: true, wasGivenAway: true });
    expect(assess([...asksFever, concluded('pneumonia')]).diagnosis.wasGivenAway).toBe(false);
  });
});

describe('the truth of every shipped case', () => {
  test.each([...catalog.cases.values()].map(({ patientCase, truth }) => ({ id: patientCase.id, patientCase, truth })))(
    '$id, given by name or by code, is correct',
    ({ patientCase, truth }) => {
      const names = [truth.name, ...(truth.icd10 === null ? [] : [truth.icd10])];
      for (const said of names) {
        const { diagnosis } = assessor.assess(key, historyOf(opened(), concluded(said), ended()), {
          patientCase,
          truth,
        });
        expect({ ...diagnosis, words: said }).toMatchObject({
          words: said,
          correct: true,
          isUnranked: false,
          icd10: { code: true },
        });
      }
    },
  );
});

describe('a reference doctor that concludes with the truth', () => {
  const reader = createAnswerReader(lexicon);

  test.each([...catalog.conditions.keys()])(
    '%s: is correct, and its plan is all that the truth calls for',
    async (id) => {
      // who knows one condition only concludes with it
      const single = createKnowledge({
        findings: catalog.findings,
        conditions: new Map([[id, byId('condition', catalog.conditions, id)]]),
        hash: id,
      });
      const doctor = referenceDoctor(hasty, { knowledge: single, reader, seed: [1] });
      const view = doctorView(historyOf(start));
      const { act } = await doctor.act({ view, call: 'act', turnsLeft: 14 }, new AbortController().signal);
      if (act.kind !== 'conclude') throw new Error('hasty concludes');
      const { diagnosis: said, ...more } = act.conclusion;
      const history: ConsultationEvent[] = historyOf(start, concluded(said, { ...more, text: act.text }), ended());
      const truth = {
        ...assessed.truth,
        condition: id,
        name: id,
        icd10: byId('condition', catalog.conditions, id).icd10[0] ?? null,
      };
      const { diagnosis, rubrics: scores } = assessor.assess(key, history, { ...assessed, truth });
      expect(diagnosis).toMatchObject({
        condition: id,
        correct: true,
        icd10: { chapter: true, category: true, code: true },
      });
      const plan = scores[0]?.criteria.filter((criterion) => criterion.id.startsWith('3.'));
      expect(plan).toMatchObject([
        { id: '3.1', met: 1 },
        { id: '3.2', met: 1 },
      ]);
    },
  );
});
