import { describe, expect, test } from 'vitest';
import { clusteredShare } from '../../src/audit/clustered-share.ts';
import { type GradePair, outcomeOf } from '../../src/audit/flaws/compared.ts';
import { playFlaws } from '../../src/audit/flaws/flaw-audit.ts';
import { type ComparedEdit, flawFigures } from '../../src/audit/flaws/flaw-figures.ts';
import type { Base, ScriptTurn } from '../../src/audit/flaws/flaw-line.ts';
import type { Grader } from '../../src/audit/flaws/grader.ts';
import type { SeededEdit } from '../../src/audit/flaws/load-flaws.ts';
import { checkOwnWords } from '../../src/audit/flaws/own-words.ts';
import { gamingResult } from '../../src/audit/gaming/gaming-audit.ts';
import type { Held } from '../../src/audit/held.ts';
import { selfAgreement } from '../../src/audit/self-agreement.ts';
import type { Rubric } from '../../src/catalog/rubric.ts';
import { clusteredError } from '../../src/report/statistics/clustered-error.ts';
import { assessmentOf, truthOf } from '../support/assessment.ts';
import { examplesIn, numberOf, numbersIn, rowsOfTable, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const section = await sectionOf('scoring.md', 'Is the assessor any good?');
const [ofFlaws = [], ofShares = [], besides = [], ofGaming = []] = tablesOf(section, 'figure').map(examplesIn);

const gradeOf = (text = '') => ({ met: text === '–' ? null : numberOf(text), reason: '', turn: null });
const pairOf = (criterion: string, [points = '', before, after]: readonly string[]): GradePair => ({
  ...{ rubric: 'r', criterion, points: numberOf(points) },
  ...{ before: gradeOf(before), after: gradeOf(after) },
});
const lowering = rowsOfTable(section, 'points');
const neutral = rowsOfTable(section, 'edit');

const bare = { kind: 'edit', base: 'b', changes: [], why: '', script: [] } as const;
const unchanged = (id: string): SeededEdit => ({ ...bare, id, effect: 'none', changes: [] });
const criterion = (id: string) => ({ id, text: 'Text', points: 1 });
const rubric: Rubric = {
  ...{ id: 'r', title: 'Title', source: 'ours' },
  dimensions: [{ id: 'd', title: 'Title', criteria: ['c0', 'c1', 'c2'].map(criterion) }],
};

test('the page’s grades of a criterion have the outcomes that it says', () => {
  expect(lowering.map((row) => outcomeOf(pairOf('c', row)))).toEqual(lowering.map((row) => row[3]));
});

test('its edits come to the figures that it says', () => {
  const lowers = lowering.map((row, at): ComparedEdit => {
    const edit: SeededEdit = { ...bare, id: `l${at}`, effect: 'lowers', rubric: 'r', criterion: 'c0', changes: [] };
    return { edit, pairs: [pairOf('c0', row)] };
  });
  const edits = [...new Set(neutral.map(([id = '']) => id))].map((id): ComparedEdit => {
    const pairs = neutral.filter(([of]) => of === id).map(([, ...row], at) => pairOf(`c${at}`, row));
    return { edit: unchanged(id), pairs };
  });
  const compared = [...lowers, ...edits];
  const grader: Pick<Grader, 'name' | 'criteriaOf'> = { name: 'rules', criteriaOf: () => ['c0', 'c1', 'c2'] };
  const made = flawFigures(
    grader,
    compared,
    compared.map(({ edit }) => edit),
    [rubric],
    1,
  );
  const figures: Record<string, number | null | undefined> = {
    sensitivity: made.sensitivity.share,
    baseNotMet: made.criteria[0]?.baseNotMet,
    ungraded: made.criteria[0]?.ungraded,
    drift: made.drift.share,
    driftingEdits: made.driftingEdits.share,
    'mean change, scoreChange': made.scoreChange.value,
    'bases, lowering, neutral': made.lowering,
  };
  expect(ofFlaws.map(({ name }) => name)).toEqual(Object.keys(figures));
  for (const { name, result, digits } of ofFlaws) expect(figures[name], name).toBeCloseTo(result, digits);
  expect([made.bases, made.neutral]).toEqual([1, 3]);
});

test('its shares of edits that are alike have the errors and ends that it says', () => {
  const rowsOf = (given: string) =>
    [...given.matchAll(/(\d) of (\d)/g)].flatMap(([, hits, of], base) =>
      Array.from({ length: Number(of) }, (_, at) => ({ cluster: `base ${base}`, hit: at < Number(hits) })),
    );
  for (const { name, given, result, digits } of ofShares) {
    const rows = rowsOf(given);
    const errors = clusteredError(rows.map(({ cluster, hit }) => ({ cluster, value: Number(hit) })));
    const { low, high } = clusteredShare(rows);
    const figures: Record<string, number | null> = { ...errors, low, high, 'low, all alike': low };
    expect(rows).toHaveLength(8);
    expect(figures[name], name).toBeCloseTo(result, digits);
  }
});

const nobody = {
  ...{ id: 'case', demographics: { age: 40, sex: 'female' as const }, setting: 'a clinic', proxy: null },
  ...{ opening: 'I am ill.', unlisted: 'unknown' as const, facts: [], examinations: [], tests: [] },
};

describe('what stands beside the figures', () => {
  const exampleOf = (name: string) => besides.find((example) => example.name === name);

  test('is of gradings repeated', async () => {
    const gradings = (exampleOf('agrees with itself, percent')?.given ?? '').split(' and ').map(numbersIn);
    const held = gradings.map((_, at): Held => {
      const key = { consultation: `c${at}`, doctor: 'd', case: `case ${at}`, persona: 'p', protocol: null };
      return { key: { ...key, repeat: 1, rerun: 0 }, history: [], assessed: { patientCase: nobody, truth: truthOf() } };
    });
    const grader: Grader = {
      ...{ name: 'rules', criteriaOf: () => ['c0'] },
      grade: async ({ key }, _, sample) => {
        const met = gradings[Number(key.consultation.slice(1))]?.[sample] ?? null;
        const graded = { id: 'c0', points: 1, by: 'rule' as const, met, reason: '', turn: null, quote: null };
        return [{ rubric: 'r', score: null, low: 0, high: 1, dimensions: {}, criteria: [graded] }];
      },
    };
    const { percent, criteria } = await selfAgreement(grader, held, { rubrics: [rubric], repeats: 3, seed: 1 });
    const alpha = exampleOf('its alpha');
    expect(percent).toBeCloseTo(exampleOf('agrees with itself, percent')?.result ?? Number.NaN, 4);
    expect([alpha?.given, criteria[0]?.alpha.value]).toEqual([
      '1, 1, 0 and 0, 0, 0',
      expect.closeTo(alpha?.result ?? 0, 4),
    ]);
  });

  const ask = (text: string): ScriptTurn => ({ act: 'ask', text });
  const ends: ScriptTurn = {
    ...{ act: 'conclude', text: 'That is all.' },
    conclusion: { diagnosis: 'a cold', differential: [], reasoning: null, plan: null, safetyNet: null },
  };
  const scripted = (id: string, texts: readonly string[]): Base => ({
    ...{ kind: 'base', id, case: 'headache-benali', persona: 'choleric' },
    turns: [...texts.map(ask), ends],
  });

  test('is of words that edits bring in', () => {
    const { given = '' } = exampleOf('ownWords.of') ?? {};
    const edits = [...given.matchAll(/"([^"]+)"/g)].map(
      ([, text = '']): SeededEdit => ({ ...unchanged(text), changes: [{ after: 1, insert: ask(text) }] }),
    );
    const less: SeededEdit = { ...unchanged('a turn less'), changes: [{ turn: 1, remove: true }] };
    const { own, of } = checkOwnWords({ bases: [scripted('b', ['Hello.'])], edits: [...edits, less] }, catalog);
    expect({ own, of }).toEqual({ own: exampleOf('ownWords.own')?.result, of: exampleOf('ownWords.of')?.result });
  });

  test('is of scripts whose patient left', async () => {
    const { given = '', result } = exampleOf('walkedOut') ?? {};
    const [times = 0] = numbersIn(given);
    const hurried = (count: number) => Array.from({ length: count }, () => 'Hurry up, I have no time for this.');
    const bases = [scripted('often', hurried(times)), scripted('once', hurried(1))];
    const { walkedOut } = await playFlaws(
      { catalog, instruments: { knowledge, lexicon }, seed: 1 },
      { bases, edits: [] },
    );
    expect([given, walkedOut.length]).toEqual(['hurried 12 times, and once', result]);
  });
});

test('the page’s doctor that games has the gains that it says', () => {
  const rows = rowsOfTable(section, 'case');
  const points = -2;
  const assessed = (doctor: string) =>
    Array.from({ length: 6 }, (_, like) => like).flatMap((like) =>
      rows
        .filter((row) => row[1] === doctor)
        .map(([name, , low = '', high = '', right, coverage, score, met]) => {
          const bounds = { value: null, low: Number(low), high: Number(high) };
          const graded = {
            points,
            by: 'rule' as const,
            met: met === 'met' ? 1 : 0,
            reason: '',
            turn: null,
            quote: null,
          };
          return assessmentOf({
            ...{ case: `${name}${like}`, diagnosis: { correct: right === 'yes' } },
            information: { coverage: { question: Number(coverage), examination: null, test: null } },
            composites: [
              { rubric: 'r', ...bounds, outcome: 1, gate: { metric: 'correct', value: 1 }, process: null, figures: [] },
            ],
            rubrics: [
              {
                rubric: 'r',
                score: Number(score),
                low: 0,
                high: 1,
                dimensions: {},
                criteria: [{ id: 'c0', ...graded }],
              },
            ],
          });
        }),
    );
  const penal = { ...rubric, dimensions: [{ id: 'd', title: 'Title', criteria: [{ ...criterion('c0'), points }] }] };
  const {
    composite,
    accuracy,
    coverage,
    rubric: score,
    criteria,
    isAhead,
  } = gamingResult(
    { gaming: { id: 'gaming', title: 'Title' }, honest: 'honest' },
    assessed('gaming'),
    assessed('honest'),
    { rubric: 'r', rubrics: [penal], seed: 1 },
  );
  const figures: Record<string, number | null | undefined> = {
    'composite.own': composite.own,
    'composite.honest': composite.honest,
    'composite.gain': composite.gain.value,
    'composite.highestGain': composite.highestGain.value,
    accuracy: accuracy.value,
    coverage: coverage.value,
    rubric: score.value,
    criteria: criteria[0]?.gain.value,
  };
  expect(ofGaming.map(({ name }) => name)).toEqual(Object.keys(figures));
  for (const { name, result, digits } of ofGaming) expect(figures[name], name).toBeCloseTo(result, digits);
  expect(section).toContain('It is ahead: the interval of its `gain` holds 0, that of its `highestGain` does not.');
  expect([(composite.gain.low ?? 0) > 0, (composite.highestGain.low ?? 0) > 0, isAhead]).toEqual([false, true, true]);
});
