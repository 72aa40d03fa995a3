import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { createAssessor } from '../../../src/assessor/assess.ts';
import { missed } from '../../../src/audit/assessor-audit.ts';
import { auditFlaws, playFlaws, sampleOf } from '../../../src/audit/flaws/flaw-audit.ts';
import { type Grader, ruleGrader } from '../../../src/audit/flaws/grader.ts';
import { loadFlaws } from '../../../src/audit/flaws/load-flaws.ts';
import { checkOwnWords } from '../../../src/audit/flaws/own-words.ts';
import type { Held } from '../../../src/audit/held.ts';
import { selfAgreement } from '../../../src/audit/self-agreement.ts';
import { AnamnesisError } from '../../../src/base/error.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import { memoryWorthCache } from '../../../src/run/worth-cache.ts';
import { catalog, knowledge, lexicon } from '../../support/shipped.ts';

const fixture = fileURLToPath(new URL('../../fixtures/seeded-flaws.jsonl', import.meta.url));
const rubrics = [byId('rubric', catalog.rubrics, 'consultation-quality')];
const assessor = createAssessor({ knowledge, lexicon, rubrics, cache: memoryWorthCache() });
const flaws = await loadFlaws(catalog, fixture);
const played = await playFlaws({ catalog, instruments: { knowledge, lexicon }, seed: 1 }, flaws);
const setting = { rubrics, seed: 1 };
const rules = ruleGrader(assessor);

/** A grader by what the words of a consultation are like, the same for every criterion. */
function gradesBy(name: string, met: (held: Held, sample: number) => number | null): Grader {
  return {
    ...rules,
    name,
    grade: async (held, of, sample, signal) =>
      (await rules.grade(held, of, 0, signal)).map((score) => ({
        ...score,
        criteria: score.criteria.map((criterion) => ({ ...criterion, met: met(held, sample) })),
      })),
  };
}

const wordsOf = ({ history }: Held) =>
  history.flatMap((event) => (event.type === 'doctor.asked' ? event.text.split(' ') : [])).length;

/** What a file that such a grader is asked about would be told by the command. */
const faultsOf = async (grader: Grader) => {
  const { stopped, ...figures } = await auditFlaws(grader, played, flaws.edits, setting);
  return missed({
    ownWords: null,
    walkedOut: [],
    graders: [{ flaws: figures, edits: flaws.edits.length, agreement: null, calls: null }],
    gaming: null,
    stopped,
  });
};

describe('the rules', () => {
  test('are held against each flaw', async () => {
    const { sensitivity, drift, criteria, failures, notGraded, ...rest } = await auditFlaws(
      rules,
      played,
      flaws.edits,
      setting,
    );
    expect(rest).toMatchObject({ grader: 'rules', bases: 2, lowering: 5, neutral: 4, stopped: null });
    expect(sensitivity).toMatchObject({ hits: 5, of: 5 });
    expect(drift).toMatchObject({ hits: 0, of: 32 }); // 4 neutral edits × 8 criteria
    expect(criteria.find(({ criterion }) => criterion === '2.2')?.sensitivity).toMatchObject({ hits: 2, of: 2 });
    expect({ failures, notGraded }).toEqual({ failures: [], notGraded: [] });
  });

  test('a base without the points is a miss of its own kind', async () => {
    const osce = [byId('rubric', catalog.rubrics, 'osce-communication')];
    const grader = ruleGrader(createAssessor({ knowledge, lexicon, rubrics: osce, cache: memoryWorthCache() }));
    const { criteria, failures } = await auditFlaws(grader, played, flaws.edits, { rubrics: osce, seed: 1 });
    expect(criteria.find(({ criterion }) => criterion === 'checks-understanding')).toMatchObject({ baseNotMet: 1 });
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatchObject({
      edit: 'throat-understanding',
      failure: 'base not met',
      before: { met: 0, reason: expect.stringContaining('taken for understanding') },
    });
  });

  test('have no say on a criterion without a rule: it is listed with the flaws that wait for a judge', async () => {
    const both = [...rubrics, byId('rubric', catalog.rubrics, 'communication')];
    const { notGraded } = await auditFlaws(rules, played, flaws.edits, { ...setting, rubrics: both });
    expect(notGraded).toContainEqual({ rubric: 'communication', criterion: 'plain', lowering: 0 });
  });

  test('grade the same consultation the same the second time', async () => {
    const again = await selfAgreement(rules, [...played.held.values()], { rubrics, seed: 1, repeats: 2 });
    expect(again).toMatchObject({ percent: 1, repeats: 2, consultations: flaws.bases.length + flaws.edits.length });
    expect(again.criteria.every(({ percent }) => percent === 1)).toBe(true);
  });
});

describe('a grader that is no good is found out', () => {
  test('calling everything met catches nothing', async () => {
    const blind = gradesBy('blind', () => 1);
    const { sensitivity, drift } = await auditFlaws(blind, played, flaws.edits, setting);
    expect(sensitivity).toMatchObject({ hits: 0, of: 5, share: 0 });
    expect(drift.share).toBe(0);
    expect(await faultsOf(blind)).toEqual(['blind: sensitivity 0.0 %, below 90.0 %']);
  });

  test('counting words drifts where words are added', async () => {
    const lengthOf = new Map(flaws.bases.map(({ id, case: caseId }) => [caseId, wordsOf(played.held.get(id) as Held)]));
    const counting = gradesBy('counting', (held) => (wordsOf(held) > (lengthOf.get(held.key.case) ?? 0) ? 0 : 1));
    const { drift, driftingEdits, scoreChange } = await auditFlaws(counting, played, flaws.edits, setting);
    expect(drift).toMatchObject({ hits: 16, of: 32 }); // politeness and filler, by all eight criteria
    expect(driftingEdits).toMatchObject({ hits: 2, of: 4 });
    expect(scoreChange.value).toBe(0.5);
    expect(await faultsOf(counting)).toContainEqual('counting: drift 50.0 %, above 2.0 %');
  });

  test('giving up is no catch', async () => {
    const mute = gradesBy('mute', () => null);
    const { sensitivity, drift, criteria } = await auditFlaws(mute, played, flaws.edits, setting);
    expect(sensitivity).toMatchObject({ hits: 0, of: 5 });
    expect(criteria.find(({ criterion }) => criterion === '2.2')?.ungraded).toBe(2);
    expect(drift.of).toBe(0);
  });

  test('grading otherwise each time does not agree with itself', async () => {
    const fickle = gradesBy('fickle', (_, sample) => sample % 2);
    const { percent, criteria } = await selfAgreement(fickle, [...played.held.values()], {
      rubrics,
      seed: 1,
      repeats: 3,
    });
    expect(percent).toBeCloseTo(1 / 3, 12); // of three gradings one pair in three is the same
    expect(criteria[0]?.alpha.value).toBeLessThan(0); // worse than chance: within one consultation it differs the most
  });
});

test('where the money is spent, what is whole is counted, and why it ended is told', async () => {
  let left = 4;
  const poor: Grader = {
    ...rules,
    grade: async (...call) => {
      left--;
      if (left < 0) throw new AnamnesisError('budget-spent', 'spent');
      return rules.grade(...call);
    },
  };
  const { stopped, lowering, neutral } = await auditFlaws(poor, played, flaws.edits, setting);
  expect(stopped?.code).toBe('budget-spent');
  expect(lowering + neutral).toBe(2); // two bases were graded, and two edits of the first
});

test('a sample has of every criterion before it has two of any', () => {
  const names = (count: number) =>
    sampleOf(flaws.edits, count, 1).map((edit) => (edit.effect === 'none' ? 'none' : edit.criterion));
  expect(new Set(names(6)).size).toBe(6);
  expect(names(6)).toEqual(names(7).slice(0, 6));
  expect(names(100)).toHaveLength(flaws.edits.length);
});

test('words that the lexicon holds are told from an author’s own', () => {
  const { of, own, shared } = checkOwnWords(flaws, catalog);
  expect({ of, own }).toEqual({ of: 6, own: of - shared.length });
  // "Stop complaining" is a phrase of the lexicon for a dismissal, which the rule of 2.1 reads.
  expect(shared).toContainEqual({ edit: 'throat-uncivil', phrases: ['stop complaining'] });
  expect(shared.map(({ edit }) => edit)).not.toContain('throat-fears');
});
