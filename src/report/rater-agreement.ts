import { isScored } from '../assessor/scored.ts';
import type { AssessmentLine } from './assessment-line.ts';
import type { Rating } from './ratings.ts';
import { type Agreement, agreement } from './statistics/agreement.ts';
import { type BalancedF1, balancedF1 } from './statistics/balanced-f1.ts';
import { clusteredInterval, type Interval, type Resampling } from './statistics/bootstrap.ts';
import { krippendorff } from './statistics/krippendorff.ts';
import { correctedShare } from './statistics/rogan-gladen.ts';

/** Who graded: the assessor's rules, its judge, or a person by name. */
export interface Rater {
  readonly kind: 'rule' | 'judge' | 'person';
  readonly name: string;
}

/** Agreement on one criterion, or on all of them together. */
interface CriterionAgreement extends Agreement {
  /** Null, like `criterion`, for all criteria together that are met or not met; those with levels stand alone. */
  readonly rubric: string | null;
  readonly criterion: string | null;
  /** Grades that anybody gave, and 0 and 1. */
  readonly levels: readonly number[];
  /** Krippendorff's α: nominal; ordinal and interval null where there are but two levels, for they are the same then. */
  readonly alpha: Interval;
  readonly ordinalAlpha: Interval | null;
  readonly intervalAlpha: Interval | null;
}

export interface PairAgreement {
  readonly one: Rater;
  readonly other: Rater;
  readonly pooled: CriterionAgreement;
  readonly criteria: readonly CriterionAgreement[];
}

type Alphas = Pick<CriterionAgreement, 'rubric' | 'criterion' | 'levels' | 'alpha' | 'ordinalAlpha' | 'intervalAlpha'>;

/** A grader's balanced F1 against people: for a person, against the other people. */
interface GraderF1 {
  readonly grader: Rater;
  readonly pooled: BalancedF1;
  readonly criteria: readonly ({ readonly rubric: string; readonly criterion: string } & BalancedF1)[];
}

/** The share that the assessor calls met in the whole run, and what is left of it once its errors are taken out. */
interface CorrectedMet {
  readonly grader: Rater;
  readonly rubric: string;
  readonly criterion: string;
  readonly stated: Interval;
  readonly corrected: Interval;
}

export interface RaterAgreement {
  readonly people: readonly string[];
  /** Consultations of the run that a person graded. */
  readonly consultations: number;
  /** Ratings that are in no figure, or not in those of the assessor, and why. */
  readonly leftOut: {
    /** Of consultations that the run does not have, or that do not count in it. */
    readonly elsewhere: number;
    /** The person could not say. */
    readonly open: number;
    /** By a rubric that the run was not assessed by: people are compared, the assessor is not. */
    readonly unassessed: number;
    /** What the assessor could not grade. */
    readonly ungraded: number;
  };
  readonly pairs: readonly PairAgreement[];
  /** α of all people at once, missing ratings allowed; empty where there is one person. */
  readonly amongPeople: readonly Alphas[];
  readonly balancedF1: readonly GraderF1[];
  readonly corrected: readonly CorrectedMet[];
}

/** One thing to grade: a criterion in a consultation. */
interface Item {
  readonly consultation: string;
  readonly rubric: string;
  readonly criterion: string;
}

interface Grader extends Rater {
  /** By item; what it could not grade is not in it. */
  readonly grades: ReadonlyMap<string, number>;
}

/**
 * How far the assessor agrees with people, and people among themselves. What either side left ungraded is left out and
 * counted. A consultation is drawn as a whole for the intervals: its grades are alike.
 *
 * @param ratings of each person and criterion one
 * @see docs/scoring.md, Agreement
 */
export function raterAgreement(
  lines: readonly AssessmentLine[],
  ratings: readonly Rating[],
  resampling: Resampling,
): RaterAgreement {
  const scored = lines.filter(isScored);
  const known = new Set(scored.map(({ consultation }) => consultation));
  const own = ratings.filter(({ consultation }) => known.has(consultation));
  const people = peopleOf(own);
  const assessor = assessorOf(scored);
  const items = new Map<string, Item>();
  for (const { consultation, rubric, criterion } of own) {
    const item = { consultation, rubric, criterion };
    items.set(keyOf(item), item);
  }
  const criteria = criteriaOf(items.values(), [...assessor, ...people]);

  const asked = own.filter(({ met }) => met !== null);
  const offered = new Set(scored.flatMap(offeredBy));
  const assessed = asked.filter((rating) => offered.has(keyOf(rating)));
  const isGraded = (rating: Rating) => assessor.some(({ grades }) => grades.has(keyOf(rating)));

  const compare = (one: Grader, other: Grader): PairAgreement => ({
    one: raterOf(one),
    other: raterOf(other),
    pooled: pairFigures(pooledOf(criteria), one, other, resampling),
    criteria: criteria.map((criterion) => pairFigures(criterion, one, other, resampling)),
  });
  const pairs = [
    ...assessor.flatMap((grader) => people.map((person) => compare(grader, person))),
    ...people.flatMap((person, at) => people.slice(at + 1).map((other) => compare(person, other))),
  ];
  return {
    people: people.map(({ name }) => name),
    consultations: new Set(own.map(({ consultation }) => consultation)).size,
    leftOut: {
      elsewhere: ratings.length - own.length,
      open: own.length - asked.length,
      unassessed: asked.length - assessed.length,
      ungraded: assessed.filter((rating) => !isGraded(rating)).length,
    },
    pairs: pairs.filter(({ pooled, criteria }) => [pooled, ...criteria].some(({ percent }) => percent.n > 0)),
    amongPeople:
      people.length < 2
        ? []
        : [pooledOf(criteria), ...criteria].map((criterion) => alphas(criterion, people, resampling)),
    balancedF1: [
      ...assessor.map((grader) => f1Of(grader, people, criteria, resampling)),
      ...people.map((person) =>
        f1Of(
          person,
          people.filter((other) => other !== person),
          criteria,
          resampling,
        ),
      ),
    ].filter(({ pooled }) => pooled.balanced.n > 0),
    corrected: assessor.flatMap((grader) => correctedMet(grader, scored, people, criteria, resampling)),
  };
}

const keyOf = ({ consultation, rubric, criterion }: Item) => JSON.stringify([consultation, rubric, criterion]);
const raterOf = ({ kind, name }: Rater): Rater => ({ kind, name });

/** A criterion, or several as one, with the items that people graded. */
interface CriterionItems {
  readonly rubric: string | null;
  readonly criterion: string | null;
  readonly levels: readonly number[];
  readonly items: readonly Item[];
}

function peopleOf(ratings: readonly Rating[]): Grader[] {
  const byName = new Map<string, Map<string, number>>();
  for (const rating of ratings) {
    const grades = byName.get(rating.rater) ?? new Map<string, number>();
    if (rating.met !== null) grades.set(keyOf(rating), rating.met);
    byName.set(rating.rater, grades);
  }
  return [...byName]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, grades]) => ({ kind: 'person', name, grades }));
}

/** What the assessor was to grade, whether it could or not. */
function offeredBy({ consultation, rubrics }: AssessmentLine): string[] {
  return rubrics.flatMap(({ rubric, criteria }) =>
    criteria.map(({ id }) => keyOf({ consultation, rubric, criterion: id })),
  );
}

/** The rules and the judge apart: where a judge graded what has a rule, both have a grade. */
function assessorOf(lines: readonly AssessmentLine[]): Grader[] {
  const grades = { rule: new Map<string, number>(), judge: new Map<string, number>() };
  for (const { consultation, rubrics } of lines)
    for (const { rubric, criteria } of rubrics)
      for (const { id, by, met, rule } of criteria) {
        const key = keyOf({ consultation, rubric, criterion: id });
        if (met !== null) grades[by === 'judge' ? 'judge' : 'rule'].set(key, met);
        if (rule && rule.met !== null) grades.rule.set(key, rule.met);
      }
  return (['rule', 'judge'] as const)
    .map((kind) => ({ kind, name: kind, grades: grades[kind] }))
    .filter((grader) => grader.grades.size > 0);
}

function criteriaOf(items: Iterable<Item>, graders: readonly Grader[]): CriterionItems[] {
  const byCriterion = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify([item.rubric, item.criterion]);
    byCriterion.set(key, [...(byCriterion.get(key) ?? []), item]);
  }
  return [...byCriterion.values()]
    .flatMap((ofCriterion) => {
      const [first] = ofCriterion;
      if (!first) return [];
      const given = ofCriterion.flatMap((item) => graders.flatMap(({ grades }) => grades.get(keyOf(item)) ?? []));
      const levels = [...new Set([0, 1, ...given])].sort((one, other) => one - other);
      return [{ rubric: first.rubric, criterion: first.criterion, levels, items: ofCriterion }];
    })
    .sort((one, other) => inOrder.compare(`${one.rubric} ${one.criterion}`, `${other.rubric} ${other.criterion}`));
}

const inOrder = new Intl.Collator('en', { numeric: true });

const isTwoLevelled = ({ levels }: CriterionItems) => levels.length === 2;

function pooledOf(criteria: readonly CriterionItems[]): CriterionItems {
  const items = criteria.filter(isTwoLevelled).flatMap((criterion) => criterion.items);
  return { rubric: null, criterion: null, levels: [0, 1], items };
}

function pairFigures(
  criterion: CriterionItems,
  one: Grader,
  other: Grader,
  resampling: Resampling,
): CriterionAgreement {
  const pairs = criterion.items.flatMap((item) => {
    const [first, second] = [one.grades.get(keyOf(item)), other.grades.get(keyOf(item))];
    return first === undefined || second === undefined
      ? []
      : [{ cluster: item.consultation, one: first, other: second }];
  });
  return { ...agreement(pairs, criterion.levels, resampling), ...alphas(criterion, [one, other], resampling) };
}

function alphas(criterion: CriterionItems, graders: readonly Grader[], resampling: Resampling): Alphas {
  const { rubric, levels, items } = criterion;
  const things = items.map((item) => ({
    cluster: item.consultation,
    ratings: graders.flatMap(({ grades }) => grades.get(keyOf(item)) ?? []),
  }));
  const isTwo = isTwoLevelled(criterion);
  return {
    rubric,
    criterion: criterion.criterion,
    levels,
    alpha: krippendorff(things, 'nominal', resampling),
    ordinalAlpha: isTwo ? null : krippendorff(things, 'ordinal', resampling),
    intervalAlpha: isTwo ? null : krippendorff(things, 'interval', resampling),
  };
}

/** (grader, person) pairs of grades that are met or not met. */
function gradePairs({ items }: CriterionItems, grader: Grader, people: readonly Grader[]) {
  return items.flatMap((item) => {
    const graded = grader.grades.get(keyOf(item));
    if (graded === undefined) return [];
    return people.flatMap((person) => {
      const right = person.grades.get(keyOf(item));
      return right === undefined ? [] : [{ cluster: item.consultation, graded: graded === 1, right: right === 1 }];
    });
  });
}

function f1Of(
  grader: Grader,
  people: readonly Grader[],
  criteria: readonly CriterionItems[],
  resampling: Resampling,
): GraderF1 {
  return {
    grader: raterOf(grader),
    pooled: balancedF1(gradePairs(pooledOf(criteria), grader, people), resampling),
    criteria: criteria.filter(isTwoLevelled).map((criterion) => ({
      rubric: criterion.rubric ?? '',
      criterion: criterion.criterion ?? '',
      ...balancedF1(gradePairs(criterion, grader, people), resampling),
    })),
  };
}

function correctedMet(
  grader: Grader,
  lines: readonly AssessmentLine[],
  people: readonly Grader[],
  criteria: readonly CriterionItems[],
  resampling: Resampling,
): CorrectedMet[] {
  return criteria.filter(isTwoLevelled).flatMap((criterion) => {
    const [rubric, id] = [criterion.rubric ?? '', criterion.criterion ?? ''];
    const graded = lines.flatMap(({ consultation }) => {
      const met = grader.grades.get(keyOf({ consultation, rubric, criterion: id }));
      return met === undefined ? [] : [{ cluster: consultation, met: met === 1 }];
    });
    const labelled = gradePairs(criterion, grader, people).map(({ cluster, graded: met, right }) => ({
      ...{ cluster, met, right },
    }));
    if (labelled.length === 0) return [];
    const stated = clusteredInterval(
      graded.map(({ cluster, met }) => ({ cluster, value: Number(met) })),
      resampling,
    );
    return [
      {
        grader: raterOf(grader),
        ...{ rubric, criterion: id, stated },
        corrected: correctedShare(graded, labelled, resampling),
      },
    ];
  });
}
