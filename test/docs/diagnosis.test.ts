import { expect, test } from 'vitest';
import { rankingScore } from '../../src/assessor/ranking-score.ts';
import { firstConclusion } from '../../src/events/history.ts';
import { icdAgreement } from '../../src/knowledge/icd10.ts';
import { createDiagnosisReader } from '../../src/language/diagnosis.ts';
import { AssessmentLine } from '../../src/report/assessment-line.ts';
import { diagnosisMetrics } from '../../src/report/diagnosis-metrics.ts';
import { noOthers, truthOf } from '../support/assessment.ts';
import { line } from '../support/assessments.ts';
import { examplesIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { concluded, historyOf, opened, probed } from '../support/events.ts';

const section = await sectionOf('scoring.md', 'Diagnosis');
const [ofRanks = [], ofProbabilities = []] = tablesOf(section, 'figure');

const figure = (id: string, lines: readonly AssessmentLine[]) =>
  diagnosisMetrics.find((metric) => metric.id === id)?.of(lines, { seed: 'the page' }).value;

/** A consultation with what is known of its diagnosis. */
function diagnosed(given: object, correct = false): AssessmentLine {
  const plain = line({ correct });
  return AssessmentLine.parse({ ...plain, diagnosis: { ...plain.diagnosis, ...given } });
}

/** The consultation of the page, from its table of conditions. */
function example(): AssessmentLine {
  const rows = rowsOfTable(section, 'condition');
  const number = (cell = '') => (cell === '–' ? null : Number(cell));
  const conditions = rows.map(([id = '', code = '']) => ({ id, names: [id], icd10: [code] }));
  const stated = rows.filter(([, , probability]) => number(probability) !== null);
  const [first = '', ...differential] = stated.map(([id = '']) => id);
  const probabilities = stated.map(([, , probability]) => number(probability));
  const beliefs = rows.flatMap(([diagnosis = '', , , , probability]) =>
    number(probability) === null ? [] : [{ diagnosis, probability: number(probability) }],
  );
  const history = historyOf(opened(), probed(beliefs), concluded(first, { differential, probabilities }));
  const conclusion = firstConclusion(history);
  if (conclusion === null) throw new Error('there is a conclusion');
  const ranking = rankingScore(history, conclusion, false, {
    truth: truthOf({ condition: 'pneumonia', name: 'pneumonia', icd10: 'J18.9' }),
    reader: createDiagnosisReader(conditions, noOthers),
    gold: new Map(rows.map(([id = '', , , believed]) => [id, number(believed) ?? 0])),
  });
  return diagnosed({ ranking });
}

test('every rank, overlap and agreement of codes is what the page works out', () => {
  const one = example();
  const ofCodes = (given: string) => {
    const [, named = '', truth = ''] = /^(.*), for (\S+)$/.exec(given) ?? [];
    return named
      .split(/, | and /)
      .map((code) => diagnosed({ icd10: code === 'none' ? null : icdAgreement(code, truth) }));
  };
  expect(ofRanks.map(([id]) => id)).toEqual(diagnosisMetrics.slice(0, ofRanks.length).map(({ id }) => `\`${id}\``));
  for (const { name, given, result, digits } of examplesIn(ofRanks))
    expect(figure(name, given === '' ? [one] : ofCodes(given)), name).toBeCloseTo(result, digits);
});

test('every figure of stated probabilities is what the page works out', () => {
  const four = rowsOfTable(section, 'stated of the first diagnosis').map(([stated, right]) =>
    diagnosed({ ranking: { rank: null, overlap: null, believed: null, stated: Number(stated) } }, right === 'yes'),
  );
  expect(four).toHaveLength(4);
  expect([...ofRanks, ...ofProbabilities].map(([id]) => id)).toEqual(diagnosisMetrics.map(({ id }) => `\`${id}\``));
  for (const { name, result, digits } of examplesIn(ofProbabilities))
    expect(figure(name, four), name).toBeCloseTo(result, digits);
});
