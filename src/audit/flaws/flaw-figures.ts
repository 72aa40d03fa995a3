import type { Rubric } from '../../catalog/rubric.ts';
import { clusteredInterval, type Interval } from '../../report/statistics/bootstrap.ts';
import { clusteredShare, type Share } from '../clustered-share.ts';
import { type FlawOutcome, type GradePair, hasDrifted, outcomeOf, scoreChange } from './compared.ts';
import type { Grader } from './grader.ts';
import type { SeededEdit } from './load-flaws.ts';

/** An edit that was graded, held against its base. */
export interface ComparedEdit {
  readonly edit: SeededEdit;
  readonly pairs: readonly GradePair[];
}

/** What an edit found out about the grader that it should not have. */
export interface FlawFailure extends GradePair {
  readonly edit: string;
  readonly base: string;
  readonly failure: Exclude<FlawOutcome, 'caught'> | 'drifted';
}

export interface CriterionFigures {
  readonly rubric: string;
  readonly criterion: string;
  readonly points: number;
  /** Share of its lowering edits that cost points; what could not be graded or lost counts as a miss. */
  readonly sensitivity: Share;
  /** Of the misses, those whose base did not have the points to lose. */
  readonly baseNotMet: number;
  /** Of the misses, those that the grader gave up on. */
  readonly ungraded: number;
  /** Share of the neutral edits that changed this grade. */
  readonly drift: Share;
}

interface PooledFigures {
  readonly sensitivity: Share;
  /** Share of neutral edits × criteria whose grade changed. */
  readonly drift: Share;
  /** Mean |Δ| of the score over the neutral edits, as a share of the positive points that were graded. */
  readonly scoreChange: Interval;
}

interface RubricFigures extends PooledFigures {
  readonly rubric: string;
}

/** How good a grader is on consultations whose flaws are known. */
export interface FlawFigures extends PooledFigures {
  readonly grader: string;
  readonly bases: number;
  readonly lowering: number;
  readonly neutral: number;
  /** Share of the neutral edits that changed any grade. */
  readonly driftingEdits: Share;
  readonly rubrics: readonly RubricFigures[];
  readonly criteria: readonly CriterionFigures[];
  /** Criteria that are somebody else's, with the lowering edits that wait for them. */
  readonly notGraded: readonly { readonly rubric: string; readonly criterion: string; readonly lowering: number }[];
  readonly failures: readonly FlawFailure[];
}

/** Counts what a grader caught and what it let drift. Bases are the clusters of every interval. */
export function flawFigures(
  grader: Pick<Grader, 'name' | 'criteriaOf'>,
  compared: readonly ComparedEdit[],
  edits: readonly SeededEdit[],
  rubrics: readonly Rubric[],
  seed: number,
): FlawFigures {
  const flaws = compared.flatMap(({ edit, pairs }) => {
    if (edit.effect !== 'lowers') return [];
    const pair = pairs.find(({ rubric, criterion }) => rubric === edit.rubric && criterion === edit.criterion);
    return pair ? [{ edit, pair, outcome: outcomeOf(pair) }] : [];
  });
  const neutral = compared.filter(({ edit }) => edit.effect === 'none');
  const drifts = neutral.flatMap(({ edit, pairs }) =>
    pairs.flatMap((pair) => {
      const drifted = hasDrifted(pair);
      return drifted === null ? [] : [{ edit, pair, drifted }];
    }),
  );
  const sensitivityOf = (rows: typeof flaws) =>
    clusteredShare(rows.map(({ edit, outcome }) => ({ cluster: edit.base, hit: outcome === 'caught' })));
  const driftOf = (rows: typeof drifts) =>
    clusteredShare(rows.map(({ edit, drifted }) => ({ cluster: edit.base, hit: drifted })));
  const changeOf = (isMeant: (pair: GradePair) => boolean) =>
    clusteredInterval(
      neutral.flatMap(({ edit, pairs }) => {
        const value = scoreChange(pairs.filter(isMeant));
        return value === null ? [] : [{ cluster: edit.base, value }];
      }),
      { seed },
    );

  const criteria: CriterionFigures[] = [];
  const notGraded: { rubric: string; criterion: string; lowering: number }[] = [];
  for (const rubric of rubrics) {
    const own = new Set(grader.criteriaOf(rubric));
    for (const { id: criterion, points } of rubric.dimensions.flatMap((dimension) => dimension.criteria)) {
      const of = { rubric: rubric.id, criterion };
      if (!own.has(criterion)) {
        const lowering = edits.filter((edit) => edit.effect === 'lowers' && isOf(edit, of)).length;
        notGraded.push({ ...of, lowering });
        continue;
      }
      const mine = flaws.filter(({ edit }) => isOf(edit, of));
      criteria.push({
        ...of,
        points,
        sensitivity: sensitivityOf(mine),
        baseNotMet: mine.filter(({ outcome }) => outcome === 'base not met').length,
        ungraded: mine.filter(({ outcome }) => outcome === 'ungraded').length,
        drift: driftOf(drifts.filter(({ pair }) => isOf(pair, of))),
      });
    }
  }

  return {
    grader: grader.name,
    bases: new Set(compared.map(({ edit }) => edit.base)).size,
    lowering: flaws.length,
    neutral: neutral.length,
    sensitivity: sensitivityOf(flaws),
    drift: driftOf(drifts),
    scoreChange: changeOf(() => true),
    driftingEdits: clusteredShare(
      neutral.map(({ edit, pairs }) => ({ cluster: edit.base, hit: pairs.some((pair) => hasDrifted(pair) === true) })),
    ),
    rubrics: rubrics
      .filter((rubric) => criteria.some((one) => one.rubric === rubric.id))
      .map(({ id }) => ({
        rubric: id,
        sensitivity: sensitivityOf(flaws.filter(({ edit }) => edit.rubric === id)),
        drift: driftOf(drifts.filter(({ pair }) => pair.rubric === id)),
        scoreChange: changeOf(({ rubric }) => rubric === id),
      })),
    criteria,
    notGraded,
    failures: [
      ...flaws.flatMap(({ edit, pair, outcome }) =>
        outcome === 'caught' ? [] : [{ edit: edit.id, base: edit.base, failure: outcome, ...pair }],
      ),
      ...drifts.flatMap(({ edit, pair, drifted }) =>
        drifted ? [{ edit: edit.id, base: edit.base, failure: 'drifted' as const, ...pair }] : [],
      ),
    ],
  };
}

function isOf(
  one: { readonly rubric: string; readonly criterion: string },
  other: { readonly rubric: string; readonly criterion: string },
): boolean {
  return one.rubric === other.rubric && one.criterion === other.criterion;
}
