import { describe, expect, test } from 'vitest';
import type { CaseTruth, PatientCase } from '../../src/catalog/case.ts';
import type { Rubric } from '../../src/catalog/rubric.ts';
import { type DebriefSetting, debriefOf } from '../../src/report/debrief.ts';
import { assessmentOf, turnScore } from '../support/assessment.ts';
import {
  answered,
  asked,
  concluded,
  ended,
  examined,
  historyOf,
  opened,
  ordered,
  readingOf,
  reported,
  told,
} from '../support/events.ts';
import { catalog } from '../support/shipped.ts';

const lay = (id: string) => catalog.findings.get(id)?.names.lay[0];

const patientCase: PatientCase = {
  id: 'case-one',
  demographics: { age: 40, sex: 'female' },
  setting: 'general practice',
  proxy: null,
  opening: 'My throat hurts.',
  unlisted: 'absent',
  facts: [
    {
      id: 'sore-throat',
      finding: 'sore-throat',
      value: 'present',
      tier: 'volunteered',
      says: { presence: 'It hurts.' },
    },
    { id: 'fever', finding: 'fever', value: 'present', tier: 'direct', says: { presence: 'I am hot.' } },
    { id: 'chest-pain', finding: 'chest-pain', value: 'absent', tier: 'direct' },
    { id: 'past-illnesses', finding: 'past-illnesses', value: 'present', tier: 'direct', says: { presence: 'Mumps.' } },
    { id: 'my-cat', name: 'my-cat', value: 'present', tier: 'direct', says: { presence: 'I have a cat.' } },
  ],
  examinations: [
    { id: 'murphy-sign', finding: 'murphy-sign', name: 'Murphy', value: 'absent', report: 'Negative.' },
    { id: 'throat-look', name: 'Look at the throat', value: 'present', report: 'Red.' },
  ],
  tests: [{ id: 'swab', name: 'Throat swab', report: 'Streptococci.', namesTruth: true }],
};
const truth: CaseTruth = {
  case: 'case-one',
  title: 'A sore throat',
  condition: 'tonsillitis',
  name: 'tonsillitis',
  icd10: null,
  mustAsk: ['fever', 'current-medicines'],
  redFlags: [],
  management: [],
};
const quality: Rubric = {
  id: 'quality',
  title: 'Quality',
  source: 'a test',
  dimensions: [
    {
      id: 'all',
      title: 'All',
      criteria: ['1.1', '1.2', '2.1'].map((id) => ({ id, text: `Text of ${id}.`, points: 1 })),
    },
  ],
} as Rubric;

const history = historyOf(
  opened([told('sore-throat', 'present')]),
  asked('Any fever?'),
  answered(readingOf(['fever'])), // asked, and not told
  examined('the throat'),
  reported(['throat-look']),
  ordered('an ultrasound'),
  reported(['ultrasound-gallstones']),
  concluded('tonsillitis'),
  answered(readingOf([])),
  asked('It will pass.'),
  answered(readingOf([])),
  ended(),
);
const turns = [
  turnScore({ turn: 1, asked: ['fever'], best: { key: 'fever', bits: 0.5 } }),
  turnScore({ turn: 2, asked: ['throat-look'], best: { key: 'abdominal-pain.place', bits: 0.7 }, redundant: true }),
  turnScore({ turn: 3, about: 'missed', asked: [], expectedBits: null, best: null }),
];

const debriefed = (more: Partial<DebriefSetting> = {}) =>
  debriefOf({
    history,
    assessment: assessmentOf({ information: { turns } }),
    patientCase,
    truth,
    findings: catalog.findings,
    rubrics: new Map([['quality', quality]]),
    ...more,
  });

describe('a debrief', () => {
  test.each([
    { correct: true, said: 'tonsillitis', verdict: 'right' },
    { correct: false, said: 'flu', verdict: 'wrong' },
    { correct: false, said: null, verdict: 'none' },
  ] as const)('says $verdict where the doctor said $said', ({ correct, said, verdict }) => {
    expect(debriefed({ assessment: assessmentOf({ diagnosis: { correct, said } }) })).toMatchObject({
      verdict,
      said,
      truth: 'tonsillitis',
    });
  });

  test('says what was still to be learned where the doctor was wrong, and what would have turned the belief', () => {
    const closure = {
      best: { key: 'abdominal-pain.place', means: 'question', bits: 0.75 },
      thresholdBits: 0.1,
      isPremature: true,
      overlooked: ['fever'],
    } as const;
    const remarks = (correct: boolean) =>
      debriefed({ assessment: assessmentOf({ diagnosis: { correct }, questioning: { closure } }) }).remarks;
    const early = `The conclusion came early: ${lay('abdominal-pain')}: place could be expected to tell 0.75 bits more.`;
    const turning = `Not asked about, and it would have put another diagnosis first: ${lay('fever')}.`;
    expect(remarks(false)).toEqual(expect.arrayContaining([early, turning]));
    expect(remarks(true)).toEqual([turning]);
  });

  test('names the red flags that never came up, in lay words', () => {
    const redFlags = { covered: 1, of: 2, share: 0.5, missing: ['confusion'] };
    expect(debriefed({ assessment: assessmentOf({ questioning: { redFlags } }) }).redFlags).toEqual({
      of: 2,
      missed: [lay('confusion')],
    });
  });

  test.each([
    { what: 'the patient left', given: { how: 'abandoned' }, remark: 'The patient left before' },
    {
      what: 'a judge was asked of it',
      given: { diagnosis: { judged: { names: true, reason: 'another name of it' } } },
      remark: 'The judge on the diagnosis: another name of it',
    },
    { what: 'several were named', given: { diagnosis: { isUnranked: true } }, remark: 'Several diagnoses were named' },
    {
      what: 'nothing was recognised',
      given: { diagnosis: { correct: false, said: 'the vapours', condition: null, differential: [] } },
      remark: 'No diagnosis of the knowledge base was recognised',
    },
    {
      what: 'it was the second',
      given: { diagnosis: { correct: false, condition: 'common-cold', differential: ['common-cold', 'tonsillitis'] } },
      remark: 'It stood in the differential',
    },
    {
      what: 'a report named it',
      given: { diagnosis: { wasGivenAway: true } },
      remark: 'A report that the clinic gave',
    },
  ] as const)('says what explains the verdict: $what', ({ given, remark }) => {
    const { remarks } = debriefed({ assessment: assessmentOf(given) });
    expect(remarks).toEqual([expect.stringContaining(remark)]);
  });

  test('has no remark where all is plain', () => {
    expect(debriefed().remarks).toEqual([]);
  });

  test('has each turn before the conclusion with its worth, and what would have been worth more, in words', () => {
    expect(debriefed().turns).toEqual([
      {
        turn: 1,
        act: 'ask',
        words: 'Any fever?',
        expectedBits: 0.5,
        remark: '',
        best: { words: lay('fever'), bits: 0.5, isOwn: true },
        entropyDropBits: 0.25,
      },
      {
        turn: 2,
        act: 'examine',
        words: 'the throat',
        expectedBits: 0.5,
        remark: 'known already',
        best: { words: `${lay('abdominal-pain')}: place`, bits: 0.7, isOwn: false },
        entropyDropBits: 0.25,
      },
      {
        turn: 3,
        act: 'order',
        words: 'an ultrasound',
        expectedBits: null,
        remark: 'not understood',
        best: null,
        entropyDropBits: 0.25,
      },
    ]);
  });

  test('outside the knowledge base has the same turns, and no figure', () => {
    const { information, turns: bare } = debriefed({ assessment: assessmentOf({ information: null }) });
    expect(information).toBeNull();
    expect(bare.map(({ turn }) => turn)).toEqual([1, 2, 3]);
    for (const { expectedBits, best, entropyDropBits } of bare)
      expect([expectedBits, best, entropyDropBits]).toEqual([null, null, null]);
  });

  test('says what was never told, and what of it was asked', () => {
    expect(debriefed().untold).toEqual([
      { name: lay('fever'), words: 'I am hot.', wasAsked: true },
      { name: lay('past-illnesses'), words: 'Mumps.', wasAsked: false },
      { name: null, words: 'I have a cat.', wasAsked: false },
    ]);
  });

  test('says which must-ask items were missed, and which reports would have shown something', () => {
    expect(debriefed().mustAsk).toEqual({ of: 2, missed: [lay('current-medicines')] });
    expect(debriefed().unreported).toEqual(['Look at the throat', 'Throat swab']);
  });

  test('takes a report that was given off the list', () => {
    const given = historyOf(opened(), examined('the throat'), reported(['x'], [told('throat-look', 'present')]));
    expect(debriefed({ history: given }).unreported).toEqual(['Throat swab']);
  });

  test('grades the criteria in their own words, with reasons that have no id in them', () => {
    expect(debriefed().criteria).toEqual([
      { rubric: 'quality', text: 'Text of 1.1.', met: 'met', reason: `asked about ${lay('past-illnesses')}` },
      { rubric: 'quality', text: 'Text of 1.2.', met: 'not met', reason: 'asked about none of ideas' },
      { rubric: 'quality', text: 'Text of 2.1.', met: 'partly met', reason: 'satisfactory: 4 of 7 are met' },
      { rubric: 'quality', text: '3.1', met: 'ungraded', reason: 'the plan holds nothing that was recognised' },
    ]);
  });
});
