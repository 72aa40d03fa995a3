import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createAssessor } from '../../src/assessor/assess.ts';
import { auditAssessor } from '../../src/audit/assessor-audit.ts';
import { loadFlaws } from '../../src/audit/flaws/load-flaws.ts';
import { held } from '../../src/audit/held.ts';
import { auditPatients } from '../../src/audit/patient-audit.ts';
import { readerCheckOf } from '../../src/audit/planted.ts';
import { references } from '../../src/doctor/doctors.ts';
import { referenceDoctor } from '../../src/doctor/reference.ts';
import { createAnswerReader } from '../../src/language/answer.ts';
import { costOf } from '../../src/models/run-cost.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { raterAgreement } from '../../src/report/rater-agreement.ts';
import { reportOf } from '../../src/report/run-report.ts';
import { reviewCase } from '../../src/review/case-review.ts';
import { memoryWorthCache } from '../../src/run/worth-cache.ts';
import { assessmentOf } from '../support/assessment.ts';
import { allTablesOf } from '../support/doc-tables.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const page = await readFile(new URL('../../docs/scoring.md', import.meta.url), 'utf8');
/** The tables that define figures. */
const defining = allTablesOf(page).filter(({ head }) => head.includes('range'));

test('every figure of the page has a formula, a range, a source and a worked example', () => {
  for (const { head, rows } of defining) {
    expect(head.slice(2, 4), head.join(' | ')).toEqual(['range', 'source']);
    expect(head).toHaveLength(5);
    for (const cells of rows) {
      expect(cells, cells[0]).toHaveLength(5);
      for (const cell of cells) expect(cell, cells[0]).toMatch(/[^–\s]/);
      expect(cells[4], cells[0]).toMatch(/\d$/);
    }
  }
});

const fractions: Readonly<Record<string, string>> = { '½': '(1/2)', '¼': '(1/4)', '⅓': '(1/3)' };

/** What a sum of the page comes to; null where it is more than numbers, brackets and + − · /. */
function workedOut(sum: string): number | null {
  const text = sum.replace(/[½¼⅓]/g, (sign) => fractions[sign] ?? '').replaceAll('·', '*');
  const tokens = text.replaceAll('−', '-').match(/(?:\d*\.)?\d+|[-+*/()]/g) ?? [];
  if (tokens.join('') !== text.replaceAll('−', '-').replace(/\s/g, '')) return null;
  let at = 0;
  const factor = (): number => {
    const token = tokens[at++];
    if (token === '-') return -factor();
    if (token !== '(') return Number(token);
    const inner = expression();
    at++; // its closing bracket
    return inner;
  };
  const term = (): number => {
    let value = factor();
    while (tokens[at] === '*' || tokens[at] === '/') value = tokens[at++] === '*' ? value * factor() : value / factor();
    return value;
  };
  const expression = (): number => {
    let value = term();
    while (tokens[at] === '+' || tokens[at] === '-') value = tokens[at++] === '+' ? value + term() : value - term();
    return value;
  };
  return expression();
}

test('every sum in an example comes to what stands behind it', () => {
  const sums = defining.flatMap(({ rows }) =>
    rows.flatMap(([name = '', , , , example = '']) => {
      const [sum = '', result] = example.split(' = ');
      const value = result === undefined ? null : workedOut(sum);
      return value === null ? [] : [{ name, value, result: Number(result?.replace('−', '-')), sum }];
    }),
  );
  expect(sums.length).toBeGreaterThan(15);
  // what is rounded going in is rounded coming out
  for (const { name, value, result, sum } of sums) expect(value, `${name}: ${sum}`).toBeCloseTo(result, 3);
});

/** Every name in a row of these tables, in the marks of code or as the first cell. */
const named = new Set(
  defining.flatMap(({ rows }) =>
    rows.flatMap((cells) => [
      ...cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) => name.split('.'))),
      cells[0] ?? '',
    ]),
  ),
);

/** Keys that are names of something else: who valued facts, whose words they are, which fact it is. */
const records = new Set(['by', 'wordsPerAnswer', 'bits']);

/** Numbers that say which consultation it is, and measure nothing. */
const places = new Set(['v', 'repeat', 'rerun', 'turn', 'addressedJudge']);

/** Names of all figures in an output: an estimate with its interval is one, and so is a share with what it is out of. */
function figuresIn(value: unknown, name = ''): string[] {
  if (typeof value === 'number') return places.has(name) ? [] : [name];
  if (Array.isArray(value)) return value.flatMap((each) => figuresIn(each, name));
  if (value === null || typeof value !== 'object') return [];
  if ('low' in value && ('clusters' in value || 'hits' in value)) return [name];
  return Object.entries(value).flatMap(([key, part]) =>
    figuresIn(part, records.has(name) ? name : key.replace(/^(\w+):[\w-]+$/, '$1:ID')),
  );
}

const unnamed = (output: unknown) => [...new Set(figuresIn(output))].filter((name) => !named.has(name));

const setting = { catalog, instruments: { knowledge, lexicon }, seed: 1 };

/** Two references with one patient: what a small run would assess. */
async function assessments() {
  const assessor = createAssessor({
    ...{ knowledge, lexicon, cache: memoryWorthCache() },
    rubrics: [...catalog.rubrics.values()],
  });
  const made = [];
  for (const name of ['bayes', 'hasty'] as const) {
    const doctor = referenceDoctor(references[name], { knowledge, reader: createAnswerReader(lexicon), seed: [1] });
    const who = { id: name, case: 'headache-benali', persona: 'choleric', name, doctor, maxTurns: 14 };
    const { key, history, assessed } = await held(setting, who);
    made.push(assessor.assess(key, history, assessed));
  }
  return made;
}

/** Parts that an assessment has where models took part. */
const byModels = assessmentOf({
  simulator: {
    verdict: 'clean',
    reasons: [],
    attempts: 3,
    fallbacks: 0,
    disagreement: { turns: 3, different: 1, rate: 1 / 3 },
  },
  judge: {
    ...{ spec: 'openai:any', calls: 'dimension', grades: 'all', seesTruth: true, replies: 3, failures: [] },
    usage: { inputTokens: 100, outputTokens: 20, cachedInputTokens: 10, reasoningTokens: 5 },
  },
  value: {
    ...{ spec: 'openai:any', failure: null },
    worth: { scheme: 'answer', method: 'exact', bits: { fever: 1 }, errorBits: 0, totalBits: 1, sets: 2 },
  },
});

test('every figure of assessments, of a report and of the agreement with people stands on the page', async () => {
  const made = await assessments();
  expect(unnamed([...made, byModels])).toEqual([]);
  const lines = [...made, byModels].map((one) => AssessmentLine.parse(JSON.parse(JSON.stringify(one))));
  const twice = lines.map((line) => ({ ...line, consultation: `${line.consultation}.2`, repeat: 2 }));
  const report = reportOf('run', [...lines, ...twice], { seed: 1 });
  expect(report.repeats).not.toEqual([]);
  expect(unnamed({ ...report, cost: costOf([]) })).toEqual([]);
  const rated = lines.flatMap(({ consultation, rubrics: [first] }) =>
    (first?.criteria ?? []).flatMap(({ id }) =>
      ['ada', 'bo'].map((rater) => ({
        ...{ rater, consultation, rubric: first?.rubric ?? '', criterion: id, met: 1, note: '', at: '' },
      })),
    ),
  );
  const agreement = raterAgreement(lines, rated, { seed: 1 });
  expect(agreement.corrected).not.toEqual([]);
  expect(unnamed(agreement)).toEqual([]);
});

test('every figure of the audits and of a case’s review stands on the page', async () => {
  const fixture = fileURLToPath(new URL('../fixtures/seeded-flaws.jsonl', import.meta.url));
  const flaws = await loadFlaws(catalog, fixture);
  const ofAssessor = await auditAssessor({ catalog, flaws, gamedCases: 1, oneTemperamentEach: true, seed: 1 });
  expect(unnamed(ofAssessor)).toEqual([]);
  const ofPatients = await auditPatients({
    ...{ catalog, lexicon, seed: 1, personas: ['choleric', 'phlegmatic'] },
    cases: [...catalog.cases.keys()].slice(0, 4),
  });
  const reader = readerCheckOf({ caught: 57, faulty: 60, falseAlarms: 3, sound: 40 });
  const { temperament, ...rest } = ofPatients;
  expect(unnamed({ reader, ...rest })).toEqual([]);
  expect([temperament].flatMap((both) => Object.keys(both ?? {})).filter((name) => !named.has(name))).toEqual([]);
  const [first] = catalog.cases.values();
  if (first === undefined) throw new Error('the library has cases');
  const model = knowledge.modelFor(first.patientCase.demographics);
  expect(unnamed(reviewCase(first, model, createAnswerReader(lexicon)))).toEqual([]);
});
