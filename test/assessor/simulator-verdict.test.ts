import { expect, test } from 'vitest';
import { type Listened, simulatorVerdict } from '../../src/assessor/simulator-verdict.ts';
import type { CaseTruth } from '../../src/catalog/case.ts';
import type { EventBody, PatientReply } from '../../src/events/event.ts';
import { answered, asked, concluded, historyOf, opened, readingOf, reported, told } from '../support/events.ts';
import { caseOf } from '../support/patient.ts';

const patientCase = caseOf([
  { finding: 'fever', says: { presence: 'Yes, thirty-nine last night.' } },
  { finding: 'cough', value: 'absent' },
  { finding: 'shame', tier: 'guarded', says: { presence: 'I drink in secret.' } },
]);
const truth: CaseTruth = {
  case: 'case',
  title: '',
  condition: null,
  name: 'influenza',
  icd10: null,
  mustAsk: [],
  redFlags: [],
  management: [],
};

const silent: Listened = { faults: [], heard: new Set() };
const fault = (kind: 'leak' | 'contradiction' | 'undue', about: string): Listened => ({
  faults: [{ kind, about, aspect: null }],
  heard: new Set(),
});

/** The verdict on a history in which a listener finds what a test says, by the words. */
function verdictOn(bodies: readonly EventBody[], hears: Readonly<Record<string, Listened>> = {}) {
  return simulatorVerdict(historyOf(opened(), ...bodies), {
    patientCase,
    truth,
    listen: ({ reply }) => hears[reply] ?? silent,
  });
}

const fever = (text = 'Yes, thirty-nine last night.', more: Partial<PatientReply> = {}) =>
  ({ ...answered(readingOf(['fever']), [told('fever', 'present')], text), ...more }) as PatientReply; // of one type

test('a consultation in which nothing is wrong is clean', () => {
  expect(verdictOn([asked(), fever()])).toEqual({
    verdict: 'clean',
    reasons: [],
    attempts: 0,
    fallbacks: 0,
    disagreement: { turns: 0, different: 0, rate: null },
  });
});

test.each([
  { kind: 'leak', about: 'diagnosis', verdict: 'helped the doctor', why: 'gives away a diagnosis' },
  { kind: 'undue', about: 'shame', verdict: 'helped the doctor', why: 'tells shame, which was not due' },
  { kind: 'contradiction', about: 'cough', verdict: 'hindered the doctor', why: 'contradicts cough' },
] as const)('a $kind: $verdict', ({ kind, about, verdict, why }) => {
  const found = verdictOn([asked(), fever(), asked(), fever('Bad.')], { 'Bad.': fault(kind, about) });
  expect(found).toMatchObject({ verdict, reasons: expect.arrayContaining([{ turn: 2, why }]) });
});

test('what the journal says was told, and no word of it was, hindered', () => {
  expect(verdictOn([asked(), fever('My dog is brown.')])).toMatchObject({
    verdict: 'hindered the doctor',
    reasons: [{ turn: 1, why: 'was to tell fever.presence, and its words do not hold it' }],
  });
  for (const words of ['Yes.', 'It was about thirty-nine.'])
    expect(verdictOn([asked(), fever(words)]).verdict).toBe('clean');
  const heard = { 'I was burning.': { faults: [], heard: new Set(['fever']) } };
  expect(verdictOn([asked(), fever('I was burning.')], heard).verdict).toBe('clean');
});

test('what a model passed over hindered where it was due and had not been told', () => {
  const passed = { ...answered(readingOf(['fever']), [], 'Right.'), modelReading: [] };
  expect(verdictOn([asked(), passed])).toMatchObject({
    verdict: 'hindered the doctor',
    reasons: [{ turn: 1, why: 'was asked for fever, and the model that read the question passed over it' }],
    disagreement: { turns: 1, different: 1, rate: 1 },
  });
  expect(verdictOn([asked(), fever(), asked(), passed]).verdict).toBe('clean');
  const shame = { ...answered(readingOf(['shame']), [], 'Right.'), modelReading: [] };
  expect(verdictOn([asked(), shame]).verdict).toBe('clean');
});

test('help outweighs hindrance, and the reasons name both in the order of turns', () => {
  const found = verdictOn([asked(), fever('My dog is brown.'), asked(), fever('Bad.')], {
    'Bad.': fault('leak', 'diagnosis'),
  });
  expect(found.verdict).toBe('helped the doctor');
  expect(found.reasons.map(({ turn }) => turn)).toEqual([1, 2, 2]);
});

test('after the conclusion the diagnosis is no secret, and only contradictions count', () => {
  const close = (heard: Listened) =>
    verdictOn([concluded('influenza'), answered(readingOf([]), [], 'So it is flu.')], { 'So it is flu.': heard });
  expect(close(fault('leak', 'diagnosis')).verdict).toBe('clean');
  expect(close(fault('contradiction', 'fever')).verdict).toBe('hindered the doctor');
});

test('attempts and fallbacks are counted, the reading call apart', () => {
  const checks = [
    { check: 'reading', passed: false, attempt: 1 },
    { check: 'truth', passed: false, attempt: 1 },
    { check: 'tells', passed: true, attempt: 1 },
    { check: 'truth', passed: true, attempt: 2 },
  ];
  const found = verdictOn([
    asked(),
    fever(undefined, { checks, spokenBy: 'model' }),
    asked(),
    fever(undefined, { checks, spokenBy: 'fallback' }),
  ]);
  expect(found).toMatchObject({ attempts: 4, fallbacks: 1 });
});

test('the listener hears what surrounds a reply', () => {
  const heard: unknown[] = [];
  simulatorVerdict(
    historyOf(opened(), asked('Hot?'), fever(), asked('Scan?'), reported([]), asked('And?'), fever('As I said.')),
    {
      patientCase,
      truth,
      listen: (reply) => {
        heard.push(reply);
        return silent;
      },
    },
  );
  expect(heard).toMatchObject([
    { question: 'Hot?', toldBefore: [], reported: [], rapport: 'neutral' },
    { question: 'And?', reply: 'As I said.', toldBefore: ['fever'], reported: ['A report.'] },
  ]);
});
