import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CaseRubricSetting, caseRubric } from '../../../src/assessor/case-rubric/case-rubric.ts';
import { caseRubricText } from '../../../src/assessor/case-rubric/rubric-text.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import { Rubric } from '../../../src/catalog/rubric.ts';
import { catalog, knowledge } from '../../support/shipped.ts';

/** The shipped case of a migraine, with what a test says of it. */
function settingOf(more: Partial<CaseRubricSetting> = {}): CaseRubricSetting {
  const { patientCase, truth } = byId('case', catalog.cases, 'headache-benali');
  const { findings, conditions } = catalog;
  const condition = byId('condition', conditions, 'migraine');
  const model = knowledge.modelFor(patientCase.demographics);
  const bits = { 'light-sensitivity': 2, 'headache.onset': 1, fever: 0.5, 'sound-sensitivity': 0.5, 'crp-raised': 0.1 };
  const worth = {
    method: 'exact' as const,
    totalBits: 4,
    bits: { ...bits, cough: -1, 'ct-blood-in-head': 1 },
    rank: 1,
  };
  return { patientCase, truth, findings, condition, worth, model, ...more };
}

function made(more: Partial<CaseRubricSetting> = {}) {
  const { rubric, reasons } = caseRubric(settingOf(more));
  const criteria = new Map(rubric.dimensions.flatMap((dimension) => dimension.criteria.map((one) => [one.id, one])));
  return { rubric, reasons, criteria, points: (id: string) => criteria.get(id)?.points };
}

test('must-ask items are weighed by their Shapley value among questions, from 5 points to 1', () => {
  const { points, reasons, criteria } = made();
  expect(points('asks-light-sensitivity')).toBe(5); // 2 bits of 4 that questions bring
  expect(points('asks-headache')).toBe(3); // 1 + 4 · 1/2
  expect(points('asks-sound-sensitivity')).toBe(2); // no must-ask, but 12 % of the history
  expect(points('asks-visual-aura')).toBe(2); // must-ask, and moves no belief here
  expect(points('asks-cough')).toBeUndefined(); // speaks against the truth, and nobody wants it asked
  expect(reasons.get('asks-light-sensitivity')).toBe(
    'must-ask; Shapley value 2.00 bits, 50 % of what the history is worth',
  );
  expect(criteria.get('asks-light-sensitivity')?.check).toEqual({
    rule: 'asked',
    findings: ['light-sensitivity'],
    atLeast: 1,
  });
  expect(criteria.get('asks-headache')?.text).toBe('Asks more about headache.'); // the opening tells of it
});

test('red flags have at least three points, and stand once though they are must-ask items too', () => {
  const { rubric, points } = made();
  const ids = rubric.dimensions.find(({ id }) => id === 'warning-signs')?.criteria.map(({ id }) => id);
  expect(ids).toEqual(
    ['headache-worst-ever', 'neck-stiffness', 'fever', 'weakness-one-side', 'confusion'].map((id) => `asks-${id}`),
  );
  expect(points('asks-fever')).toBe(3);
});

test('a report is due where much of the whole case depends on it, and not for being the best of little', () => {
  const { points } = made();
  expect(points('test-ct-blood-in-head')).toBe(3); // 1 bit of 5.1; the most is 2
  expect(points('test-crp-raised')).toBeUndefined();
  expect(points('essential-workup')).toBe(3);
});

test('what is called for has points, what harms costs them', () => {
  const { points, criteria } = made();
  expect(points('plans-acute-treatment')).toBe(3);
  expect(points('plans-antiemetic')).toBe(1);
  expect(points('harm-opioids')).toBe(-5);
  expect(points('concludes-early')).toBe(-4);
  expect(criteria.get('concludes-early')?.check).toMatchObject({ rule: 'concludes-early', fewerThan: 2 });
  expect(points('reassures-falsely')).toBe(-4);
  expect(criteria.get('reassures-falsely')?.check).toBeUndefined(); // a judge's
});

test('an urgent condition asks for haste', () => {
  const condition = byId('condition', catalog.conditions, 'migraine');
  expect(made({ condition: { ...condition, urgency: 'emergency' } }).criteria.get('acts-in-time')?.text).toContain(
    'at once',
  );
  expect(made().criteria.has('acts-in-time')).toBe(false);
});

test('a case outside the knowledge base that names nothing has its own facts, and no plan by rule', () => {
  const { patientCase, truth } = settingOf();
  const named = { ...truth, condition: null, mustAsk: [], redFlags: [], management: [] };
  const own = {
    id: 'odd-taste',
    name: 'odd-taste',
    value: 'present' as const,
    tier: 'open' as const,
    says: { presence: 'Metal.' },
  };
  const { rubric, criteria } = made({
    truth: named,
    patientCase: { ...patientCase, facts: [own, ...patientCase.facts.slice(0, 4)] },
    condition: null,
    worth: null,
  });
  expect(rubric.dimensions.map(({ id }) => id)).toEqual(['history', 'plan']);
  expect(criteria.get('asks-odd-taste')).toEqual({ id: 'asks-odd-taste', text: 'Asks about odd taste.', points: 1 });
  expect([...criteria.keys()].at(-1)).toBe('safety-net');
});

test('the file is the same rubric again, and says at each criterion where its weight came from', () => {
  const { rubric, reasons } = made();
  const notes = new Map([['harm-opioids', ['openai:m: points −5 → −6\n(too\nlow)']]]);
  const text = caseRubricText({ rubric, reasons }, { head: ['Review it.'], notes });
  expect(Rubric.parse(parse(text))).toEqual(rubric);
  expect(text.split('\n')[0]).toBe('# Review it.');
  for (const [id, why] of reasons)
    expect(text).toContain(`# ${why}\n`.concat(notes.has(id) ? '' : `      - id: ${id}\n`));
  expect(text).toContain('# openai:m: points −5 → −6 (too low)\n      - id: harm-opioids\n');
});
