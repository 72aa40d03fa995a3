import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { type AssessedCase, createAssessor } from '../../../src/assessor/assess.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { rowsOfTable, sectionOf } from '../../support/doc-tables.ts';
import { answered, asked, concluded, ended, historyOf, opened, readingOf, told } from '../../support/events.ts';
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
const fever = asks(['fever'], [told('fever', 'present')]);
const history = historyOf(
  opened(),
  ...[asked(), answered(readingOf([], { form: 'open' }))],
  ...fever,
  ...asks(['allergies', 'smoking'], [told('allergies', 'absent'), told('smoking', 'absent')]),
  ...fever,
  concluded('flu'),
  ended(),
);

/** A figure by its path, a list by its length. */
function at(figures: unknown, path: string): number | null {
  let found = figures;
  for (const name of path.split('.')) found = (found as Record<string, unknown> | null)?.[name] ?? null;
  return Array.isArray(found) ? found.length : (found as number | null);
}

test('the worked example of docs/scoring.md has the figures that stand there, and leaves none out', async () => {
  const page = await readFile(new URL('../../../docs/scoring.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf('## Questioning'), page.indexOf('**Worked example.**'));
  const rows = [...section.matchAll(/^\| `([\w.]+)` \|.*\| ([–.\d]+) \|$/gm)];
  const written = Object.fromEntries(
    rows.map(([, path = '', value = '']) => [path, value === '–' ? null : Number(value)]),
  );
  const key = {
    ...{ consultation: 'c', doctor: 'd', case: 'case', persona: 'p', protocol: null, repeat: 1, rerun: 0 },
  };
  const assessor = createAssessor({ knowledge, lexicon, rubrics: [], cache: new Map() });
  const { questioning, information } = assessor.assess(key, history, assessed);
  expect(Object.keys(written)).toHaveLength(15);
  for (const [path, value] of Object.entries(written)) {
    const figure = at(questioning, path);
    if (value === null || figure === null) expect({ path, figure }).toEqual({ path, figure: value });
    else expect({ path, figure: Number(figure.toFixed(4)) }).toEqual({ path, figure: value });
  }
  expect(questioning.timeToRedFlag?.isCensored).toBe(true);
  expect(questioning.closure?.isPremature).toBe(false);
  // every figure of an assessment stands in the table
  const named = new Set(Object.keys(written).map((path) => path.split('.')[0]));
  expect(Object.keys(questioning).filter((name) => !named.has(name))).toEqual([]);

  const words = page.slice(page.indexOf('**Worked example.**'));
  const bits = information?.turns.map(({ expectedBits }) => expectedBits?.toFixed(4).slice(1));
  expect(bits?.[1]).toBe('.2392');
  expect(words).toContain(`= ${bits?.[1]} was the best`);
  expect(words).toContain(`= ${information?.turns[3]?.best?.bits.toFixed(4).slice(1)} was left`);
  expect(words).toContain(`= ${information?.efficiency?.toFixed(4).slice(1)}.`);
});

test('the turn in which fever is told has the bits that stand in "Information gain"', async () => {
  const key = {
    ...{ consultation: 'c', doctor: 'd', case: 'case', persona: 'p', protocol: null, repeat: 1, rerun: 0 },
  };
  const assessor = createAssessor({ knowledge, lexicon, rubrics: [], cache: new Map() });
  const { information } = assessor.assess(key, history, assessed);
  const turn = information?.turns[1];
  const start = information?.entropyStartBits ?? 0;
  const rows = rowsOfTable(await sectionOf('scoring.md', 'Information gain'), 'in bits');
  const figures: Record<string, number | null | undefined> = {
    'entropy after it': start - (turn?.entropyDropBits ?? 0),
    'entropy drop': turn?.entropyDropBits,
    surprise: turn?.surpriseBits,
    'truth gain': turn?.truthGainBits,
    'expected gain': turn?.expectedBits,
    regret: turn?.regretBits,
  };
  expect(rows.map(([figure]) => figure)).toEqual(Object.keys(figures));
  for (const [figure = '', , , example] of rows) expect(figures[figure], figure).toBeCloseTo(Number(example), 4);
});
