import type { RubricScore } from '../assessor/assessment.ts';
import type { AnamnesisError } from '../base/error.ts';
import type { Rubric } from '../catalog/rubric.ts';
import type { Interval } from '../report/statistics/bootstrap.ts';
import { krippendorff } from '../report/statistics/krippendorff.ts';
import { eachInTurn } from './flaws/flaw-audit.ts';
import type { Grader } from './flaws/grader.ts';
import type { Held } from './held.ts';

/** How far a grader agrees with itself on one criterion. */
interface CriterionAgreement {
  readonly rubric: string;
  readonly criterion: string;
  /** Consultations that were graded by it. */
  readonly n: number;
  /** Share of pairs of gradings that are the same, "could not be graded" being a grade of its own; null without a pair. */
  readonly percent: number | null;
  /** Krippendorff's α (nominal) of what was graded; null where all grades are the same. */
  readonly alpha: Interval;
}

export interface SelfAgreement {
  readonly grader: string;
  readonly consultations: number;
  readonly repeats: number;
  readonly percent: number | null;
  readonly criteria: readonly CriterionAgreement[];
  /** Why not all was graded; null where it was. */
  readonly stopped: AnamnesisError | null;
}

export interface SelfAgreementSetting {
  readonly rubrics: readonly Rubric[];
  /** Gradings of each consultation, at least 2. */
  readonly repeats: number;
  readonly seed: number;
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * Has the same consultations graded several times and counts how often the grades are the same. Each grading is a sample
 * of its own: a cache does not answer for another one.
 */
export async function selfAgreement(
  grader: Grader,
  consultations: readonly Held[],
  { rubrics, repeats, seed, concurrency = 1, signal = new AbortController().signal, onProgress }: SelfAgreementSetting,
): Promise<SelfAgreement> {
  const mine = rubrics.filter((rubric) => grader.criteriaOf(rubric).length > 0);
  const gradings = new Map<Held, (readonly RubricScore[])[]>();
  let done = 0;
  const tasks = consultations.flatMap((held) => Array.from({ length: repeats }, (_, sample) => ({ held, sample })));
  const stopped = await eachInTurn(tasks, concurrency, async ({ held, sample }) => {
    const scores = await grader.grade(held, mine, sample, signal);
    gradings.set(held, [...(gradings.get(held) ?? []), scores]);
    done++;
    onProgress?.(done, tasks.length);
  });
  const criteria = mine.flatMap((rubric) =>
    grader.criteriaOf(rubric).map((criterion) => {
      const units = [...gradings].map(([{ key }, all]) => ({
        cluster: key.case, // consultations about one case are alike
        grades: all.map((scores) => metOf(scores, rubric.id, criterion)),
      }));
      return { rubric: rubric.id, criterion, units };
    }),
  );
  return {
    grader: grader.name,
    consultations: consultations.length,
    repeats,
    percent: sameShare(criteria.flatMap(({ units }) => units)),
    criteria: criteria.map(({ units, ...of }) => ({
      ...of,
      n: units.length,
      percent: sameShare(units),
      alpha: krippendorff(
        units.map(({ cluster, grades }) => ({ cluster, ratings: grades.filter((met) => met !== null) })),
        'nominal',
        { seed },
      ),
    })),
    stopped,
  };
}

function metOf(scores: readonly RubricScore[], rubric: string, criterion: string): number | null {
  const score = scores.find((one) => one.rubric === rubric);
  return score?.criteria.find(({ id }) => id === criterion)?.met ?? null;
}

/** Share of pairs within a unit that are equal; null where no unit has two. */
function sameShare(units: readonly { readonly grades: readonly (number | null)[] }[]): number | null {
  let pairs = 0;
  let same = 0;
  for (const { grades } of units)
    for (const [index, one] of grades.entries())
      for (const other of grades.slice(index + 1)) {
        pairs++;
        if (one === other) same++;
      }
  return pairs === 0 ? null : same / pairs;
}
