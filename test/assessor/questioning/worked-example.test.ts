import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type AssessedCase, createAssessor } from '../../../src/assessor/assess.ts';
import type { CaseWorth } from '../../../src/assessor/case-worth.ts';
import { compositeOf } from '../../../src/assessor/composite.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { createAnswerReader } from '../../../src/language/answer.ts';
import { reviewCase } from '../../../src/review/case-review.ts';
import { shinglesOf, similarity } from '../../../src/review/similarity.ts';
import { examplesIn, rowsOfTable, sectionOf } from '../../support/doc-tables.ts';
import { answered, asked, concluded, ended, historyOf, opened, probed, readingOf, told } from '../../support/events.ts';
import { knowledgeOf } from '../../support/knowledge.ts';
import { lexicon } from '../../support/shipped.ts';

const knowledge = knowledgeOf({
  findings: { fever: {}, cough: {} },
  conditions: {
    flu: { weight: 3, likelihoods: { fever: 0.9, cough: 0.5 } },
    cold: { weight: 1, likelihoods: { fever: 0.3, cough: 0.8 } },
  },
});

const assessed: AssessedCase = {
  patientCase: {
    ...{ id: 'case', demographics: { age: 30, sex: 'female' }, setting: 'general practice', proxy: null },
    ...{ opening: 'I am ill.', unlisted: 'absent', examinations: [], tests: [] },
    facts: [
      { id: 'fever', finding: 'fever', value: 'present', tier: 'direct', says: { presence: 'I am hot.' } },
      { id: 'cough', finding: 'cough', value: 'absent', tier: 'direct' },
    ],
  },
  truth: {
    ...{ case: 'case', title: 'Title', condition: 'flu', name: 'flu', icd10: null, management: [] },
    ...{ mustAsk: ['fever', 'cough', 'allergies'], redFlags: ['confusion'] },
  },
};

const asks = (keys: string[], tells: Parameters<typeof answered>[1] = []): EventBody[] => [
  asked(),
  answered(readingOf(keys), tells),
];
const believes = (diagnosis: string) => probed([{ diagnosis, probability: null }]);
const fever = asks(['fever'], [told('fever', 'present')]);
const history = historyOf(
  opened(),
  ...[asked(), answered(readingOf([], { form: 'open' })), believes('cold')],
  ...[...fever, believes('cold')],
  ...asks(['allergies', 'smoking'], [told('allergies', 'absent'), told('smoking', 'absent')]),
  ...[believes('flu'), ...fever, believes('flu')],
  concluded('flu'),
  ended(),
);

const cache = new Map<string, CaseWorth>();
const assessment = createAssessor({ knowledge, lexicon, rubrics: [], cache }).assess(
  { consultation: 'c', doctor: 'd', case: 'case', persona: 'p', protocol: null, repeat: 1, rerun: 0 },
  history,
  assessed,
);
const { information, questioning } = assessment;
if (information === null) throw new Error('the truth is in the knowledge base');

/** A figure by its path, a list by its length. */
function at(figures: unknown, path: string): number | null {
  let found = figures;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | null)?.[name] ?? null;
  return Array.isArray(found) ? found.length : (found as number | null);
}

test('the worked example of docs/scoring.md has the figures that stand there, and leaves none out', async () => {
  const page = await readFile(new URL('../../../docs/scoring.md', import.meta.url), 'utf8');
  const rows = examplesIn(rowsOfTable(await sectionOf('scoring.md', 'Questioning'), 'figure'));
  expect(rows).toHaveLength(15);
  for (const { name, result, digits } of rows) expect(at(questioning, name), name).toBeCloseTo(result, digits);
  expect(questioning.timeToRedFlag?.isCensored).toBe(true);
  expect(questioning.closure?.isPremature).toBe(false);
  // every figure of an assessment stands in the table
  const named = new Set(rows.map(({ name }) => name.split('.')[0]));
  expect(Object.keys(questioning).filter((name) => !named.has(name))).toEqual([]);

  const words = page.slice(page.indexOf('**Worked example.**'));
  const bits = information.turns.map(({ expectedBits }) => expectedBits?.toFixed(4).slice(1));
  expect(bits[1]).toBe('.2392');
  expect(words).toContain(`= ${bits[1]} was the best`);
  expect(words).toContain(`= ${information.turns[3]?.best?.bits.toFixed(4).slice(1)} was left`);
  expect(words).toContain(`= ${information.efficiency?.toFixed(4).slice(1)}.`);
});

test('the turn in which fever is told has the bits that stand in "Information gain"', async () => {
  const rows = examplesIn(rowsOfTable(await sectionOf('scoring.md', 'Information gain'), 'in bits'));
  const [, turn] = information.turns;
  const after = information.entropyStartBits - (turn?.entropyDropBits ?? 0); // nothing moved the belief before
  for (const { name, result, digits } of rows)
    expect(name === 'entropy after it' ? after : at(turn, name), name).toBeCloseTo(result, digits);
  // every figure of a turn stands in the table
  const named = new Set(rows.map(({ name }) => name.split('.')[0]));
  const verdicts = ['turn', 'means', 'about', 'asked', 'redundant'];
  expect(Object.keys(turn ?? {}).filter((name) => !named.has(name) && !verdicts.includes(name))).toEqual([]);
});

test('the consultation as a whole has the figures that stand in "Information gain"', async () => {
  const rows = examplesIn(rowsOfTable(await sectionOf('scoring.md', 'Information gain'), 'figure'));
  const { understanding, redundancy, turns } = assessment;
  const figures: Record<string, unknown> = {
    ...information,
    'understood / asked': understanding.understood / understanding.asked,
    ...{ redundancy, turns },
  };
  for (const { name, result, digits } of rows) expect(figures[name], name).toBeCloseTo(result, digits);
  // every figure stands in this table or in that of "What facts are worth"
  const named = new Set([...rows.map(({ name }) => name), 'turns', 'coverage', 'shapley', 'rank']);
  expect(Object.keys(information).filter((name) => !named.has(name))).toEqual([]);
});

test('its facts are worth what stands in "What facts are worth"', async () => {
  const [worth] = cache.values();
  const share = compositeOf(
    { outcome: 0, gate: 'correct', process: { truthGainShare: 1 } },
    { rubric: 'r', score: null, low: 0, high: 0, dimensions: {}, criteria: [] },
    { ...assessment, redFlags: { asked: 0, of: 1 } },
  );
  const figures: Record<string, number | null | undefined> = {
    'φ of fever': worth?.bits.fever,
    'φ of no cough': worth?.bits.cough,
    'shapley.totalBits': information.shapley.totalBits,
    'shapley.facts': information.shapley.facts,
    truthGainShare: share.value,
    rank: information.rank,
  };
  const rows = examplesIn(rowsOfTable(await sectionOf('scoring.md', 'What facts are worth'), 'figure'));
  const own = rows.filter(({ given }) => given === '');
  expect(own.map(({ name }) => name)).toEqual(Object.keys(figures));
  for (const { name, result, digits } of own) expect(figures[name], name).toBeCloseTo(result, digits);
});

test('it is as hard as "How hard a case is" says', async () => {
  const reader = createAnswerReader(lexicon);
  const model = knowledge.modelFor(assessed.patientCase.demographics);
  const { figures, grade } = reviewCase(assessed, model, reader);
  const alike = (given: string) => {
    const [one = '', other = ''] = [...given.matchAll(/"([^"]+)"/g)].map(([, text]) => text);
    return similarity(shinglesOf(one), shinglesOf(other));
  };
  const reviewed = { ...figures, grade };
  const rows = examplesIn(rowsOfTable(await sectionOf('scoring.md', 'How hard a case is'), 'figure'));
  for (const { name, given, result, digits } of rows)
    expect(given === '' ? at(reviewed, name) : alike(given), name).toBeCloseTo(result, digits);
  expect(rows).toHaveLength(6);
  expect(figures?.difficulty).toBe('easy');
});
