import { expect, test } from 'vitest';
import { PatientTally } from '../../src/audit/patient-tally.ts';
import { auditPersona, caseForProbes } from '../../src/audit/persona-audit.ts';
import { readerCheckOf } from '../../src/audit/planted.ts';
import { leaveOneCaseOut } from '../../src/audit/temperament.ts';
import type { PatientCase } from '../../src/catalog/case.ts';
import { personaOf } from '../../src/catalog/combine.ts';
import type { Told } from '../../src/events/event.ts';
import { examplesIn, numbersIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { answered, asked, historyOf, opened, readingOf, told } from '../support/events.ts';
import { catalog, lexicon } from '../support/shipped.ts';

const section = await sectionOf('scoring.md', 'Are the patients any good?');
const [ofInterviews = [], ofReader = [], ofTemperaments = []] = tablesOf(section, 'figure').map(examplesIn);

const patientCase: PatientCase = {
  ...{ id: 'case', demographics: { age: 40, sex: 'female' }, setting: 'a clinic', proxy: null },
  ...{ opening: 'I am ill.', unlisted: 'absent', examinations: [], tests: [] },
  facts: [
    { id: 'cough', finding: 'cough', value: 'present', tier: 'direct', says: { presence: 'I cough.' } },
    { id: 'alcohol', finding: 'alcohol', value: 'present', tier: 'direct', says: { presence: 'I drink.' } },
    { id: 'dream', name: 'dream', value: 'present', tier: 'guarded', says: { presence: 'I dream.' } },
  ],
};

/** The page's interview, as it would be recorded. */
function interview() {
  const tellings: Record<string, Partial<Told>> = { 'as it is': {}, otherwise: { as: 'distorted' } };
  const lines = rowsOfTable(section, 'line').flatMap(([, about = '', text, understood, how = '']) => {
    const mentions = about === '–' ? [] : [about];
    const telling = tellings[how];
    const reading = readingOf(mentions, {}, understood === 'yes');
    return [asked(), answered(reading, telling ? [told(about, 'present', telling)] : [], text)];
  });
  return historyOf(opened(), ...lines);
}

test('the page’s interview comes to the figures that it says', () => {
  const history = interview();
  const tally = new PatientTally();
  tally.note(history);
  tally.obtained('p', history, { patientCase, findings: catalog.findings });
  tally.everyday('p', history, patientCase);
  const faults = ofInterviews.at(-1)?.given.split(/, | and /) ?? [];
  for (const words of faults) {
    const kind = words === 'a leak' ? 'leak' : 'contradiction';
    tally.fault({
      ...{ kind, about: 'cough', aspect: null, quote: '', because: '' },
      ...{ case: 'case', persona: 'p', question: '', reply: '' },
    });
  }
  const { interviews, replies, obtainable, notUnderstood, wordsPerAnswer, ledger, ...rest } = tally.result();
  const figures: Record<string, number | undefined> = {
    interviews,
    replies,
    'told.true': rest.told.true,
    'told.distorted': rest.told.distorted,
    'obtainable.share': obtainable.share,
    'obtainable.atFirstAsking': obtainable.atFirstAsking,
    'notUnderstood.share': notUnderstood.share,
    wordsPerAnswer: wordsPerAnswer.p,
    ledger: ledger.p?.elicited,
    'leaks, contradictions, undue': rest.contradictions.length,
  };
  expect(ofInterviews.map(({ name }) => name)).toEqual(Object.keys(figures));
  for (const { name, result, digits } of ofInterviews) expect(figures[name], name).toBeCloseTo(result, digits);
  expect(ledger.p).toEqual({ elicited: 2, volunteered: 0, leaked: 0, unlocked: 0, locked: 1 });
});

test('the page’s reader of spoken words is worth what it says', () => {
  for (const { name, given, result, digits } of ofReader) {
    const [caught = 0, faulty = 0, falseAlarms = 0, sound = 0] = numbersIn(given);
    const figures: Record<string, number | boolean> = { ...readerCheckOf({ caught, faulty, falseAlarms, sound }) };
    expect(figures[name.replace('reader.', '')], name).toBeCloseTo(result, digits);
  }
  expect(ofReader).toHaveLength(4);
});

test('the page’s patients are told apart as often as it says', () => {
  const [apart] = ofTemperaments;
  const observations = rowsOfTable(section, 'case').map(([name = '', label = '', feature]) => ({
    ...{ case: name, label, train: [Number(feature)], test: [Number(feature)] },
  }));
  const { right, of, confusion } = leaveOneCaseOut(observations);
  expect(right / of).toBeCloseTo(apart?.result ?? Number.NaN, 4);
  expect(confusion.choleric).toEqual({ choleric: 2, phlegmatic: 1 });
});

test('a persona passes as many probes as the page says', async () => {
  const [, probes] = ofTemperaments;
  const probed = caseForProbes(
    [...catalog.cases.values()].map((one) => one.patientCase),
    catalog.findings,
  );
  if (!probed) throw new Error('no shipped case can be probed');
  const [id = ''] = probes?.given.split(',') ?? [];
  const results = await auditPersona({
    ...{ persona: personaOf(id, catalog), patientCase: probed, truthNames: [], findings: catalog.findings, lexicon },
  });
  const passed = results.filter((result) => result.passed).length;
  expect([numbersIn(probes?.given ?? '')[0], passed]).toEqual([results.length, probes?.result]);
});
