import type { Assessor } from '../../assessor/assess.ts';
import type { Assessment } from '../../assessor/assessment.ts';
import { drawFor } from '../../base/random.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Rubric } from '../../catalog/rubric.ts';
import { type ReferenceName, references } from '../../doctor/doctors.ts';
import { referenceDoctor } from '../../doctor/reference.ts';
import { createAnswerReader } from '../../language/answer.ts';
import { type ConsultationValue, type PairedComparison, pairedComparison } from '../../report/statistics/paired.ts';
import { type HeldSetting, held } from '../held.ts';
import { civil } from './civil.ts';
import type { GamingDoctor } from './gaming-doctor.ts';

/** The honest doctors that are wrapped, each with a kind word: one asks what is taught, one what is worth most. */
const honestDoctors = ['checklist', 'bayes'] as const satisfies readonly ReferenceName[];

/** The doctor's turns, as in a benchmark that says nothing else. */
const maxTurns = 14;

type Figure = (assessment: Assessment) => number | null;

/** A figure of a doctor that games, minus that of the honest one inside it, over the same consultations. */
type Gain = PairedComparison['difference'];

interface GamedCriterion {
  readonly rubric: string;
  readonly criterion: string;
  /** Of the share of its points; above 0 is to the advantage of whoever games, negative points included. */
  readonly gain: Gain;
}

export interface GamingResult {
  readonly doctor: string;
  readonly title: string;
  readonly honest: string;
  /** By the lower bound where a part is ungraded; `highestGain` by the upper one. */
  readonly composite: {
    readonly own: number | null;
    readonly honest: number | null;
    readonly gain: Gain;
    readonly highestGain: Gain;
  };
  readonly accuracy: Gain;
  readonly coverage: Gain;
  readonly rubric: Gain;
  /** The composite is higher, and the interval of the difference excludes 0; never said of fewer than twelve cases. */
  readonly isAhead: boolean;
  /** Single criteria that it does better on, the interval excluding 0. */
  readonly criteria: readonly GamedCriterion[];
}

export interface GamingAudit {
  readonly rubric: string;
  readonly cases: readonly string[];
  readonly personas: readonly string[];
  readonly consultations: number;
  readonly results: readonly GamingResult[];
}

export interface GamingAuditSetting extends HeldSetting {
  readonly assessor: Assessor;
  readonly rubrics: readonly Rubric[];
  /** The rubric whose composite counts. */
  readonly rubric: string;
  readonly doctors: readonly GamingDoctor[];
  readonly cases: readonly string[];
  readonly personas: readonly string[];
  /** Each case in one of the personas, in turn, instead of in all: a quarter of the time. */
  readonly oneEach?: boolean;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Lets every doctor that games and the honest one inside it see the same patients, and holds their scores side by side. */
export async function auditGaming(setting: GamingAuditSetting): Promise<GamingAudit> {
  const { instruments, assessor, rubrics, doctors, cases, personas, oneEach = false, seed, onProgress } = setting;
  const { knowledge, lexicon } = instruments;
  const reader = createAnswerReader(lexicon);
  const patients = cases.flatMap((caseId, place) =>
    personas
      .filter((_, index) => !oneEach || index === place % personas.length)
      .map((persona) => ({ caseId, persona })),
  );
  const of = honestDoctors.length * (1 + doctors.length) * patients.length;
  let consultations = 0;

  const assessed = async (name: ReferenceName, gaming: GamingDoctor | null): Promise<Assessment[]> => {
    const assessments: Assessment[] = [];
    for (const { caseId, persona } of patients) {
      // One seed for both: an honest doctor inside words its questions as it does alone.
      const own = [seed, caseId, persona, name];
      const honest = () => civil(referenceDoctor(references[name], { knowledge, reader, seed: own }));
      const doctor = gaming ? gaming.plays(honest, { knowledge, rubrics, seed: own }) : honest();
      const id = [caseId, persona, name, ...(gaming ? [gaming.id] : [])].join('.');
      const one = await held(setting, { id, case: caseId, persona, name, doctor, maxTurns });
      assessments.push(assessor.assess(one.key, one.history, one.assessed));
      consultations++;
      onProgress?.(consultations, of);
    }
    return assessments;
  };

  const results: GamingResult[] = [];
  for (const name of honestDoctors) {
    const honest = await assessed(name, null);
    for (const gaming of doctors)
      results.push(gamingResult({ gaming, honest: name }, await assessed(name, gaming), honest, setting));
  }
  return { rubric: setting.rubric, cases, personas, consultations, results };
}

/** What a doctor that games gained over the honest one inside it, from the assessments of the same consultations. */
export function gamingResult(
  { gaming, honest: name }: { gaming: Pick<GamingDoctor, 'id' | 'title'>; honest: string },
  own: readonly Assessment[],
  honest: readonly Assessment[],
  { rubric, rubrics, seed }: Pick<GamingAuditSetting, 'rubric' | 'rubrics' | 'seed'>,
): GamingResult {
  const gainOf = (figure: Figure): Gain =>
    pairedComparison(valuesOf(own, figure), valuesOf(honest, figure), { seed }).difference;
  // Where something behind it is unknown a composite lies in bounds: nobody is to win by what could not be graded.
  const [lowest, highest] = (['low', 'high'] as const).map((bound) => (assessment: Assessment) => {
    const composite = assessment.composites.find((one) => one.rubric === rubric);
    if (!composite) throw new Error(`the rubric ${rubric} has no composite`);
    return composite[bound];
  }) as [Figure, Figure]; // two bounds
  const gain = gainOf(lowest);
  const highestGain = gainOf(highest);
  const criteria = rubrics.flatMap(({ id, dimensions }) =>
    dimensions
      .flatMap((dimension) => dimension.criteria)
      .map(({ id: criterion, points }) => ({
        rubric: id,
        criterion,
        gain: gainOf((assessment) => {
          const met = metOf(assessment, id, criterion);
          return met === null ? null : Math.sign(points) * met;
        }),
      })),
  );
  return {
    doctor: gaming.id,
    title: gaming.title,
    honest: name,
    composite: { own: meanOf(own, lowest), honest: meanOf(honest, lowest), gain, highestGain },
    accuracy: gainOf(({ diagnosis }) => (diagnosis.correct ? 1 : 0)),
    coverage: gainOf(({ information }) => information?.coverage.question ?? null),
    rubric: gainOf(({ rubrics: scores }) => scores.find((one) => one.rubric === rubric)?.score ?? null),
    isAhead: isAbove0(gain) || isAbove0(highestGain),
    criteria: criteria.filter((one) => isAbove0(one.gain)),
  };
}

function metOf({ rubrics }: Assessment, rubric: string, criterion: string): number | null {
  return rubrics.find((one) => one.rubric === rubric)?.criteria.find(({ id }) => id === criterion)?.met ?? null;
}

function valuesOf(assessments: readonly Assessment[], figure: Figure): ConsultationValue[] {
  return assessments.flatMap((assessment) => {
    const value = figure(assessment);
    const { case: caseId, persona, repeat } = assessment;
    return value === null ? [] : [{ case: caseId, persona, repeat, value }];
  });
}

function meanOf(assessments: readonly Assessment[], figure: Figure): number | null {
  const values = assessments.flatMap((assessment) => figure(assessment) ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Cases below which resampling them says nothing of others. */
const fewestCases = 12;

const isAbove0 = ({ value, low, clusters }: Gain) =>
  clusters >= fewestCases && value !== null && value > 0 && low !== null && low > 0;

/** So many cases, drawn by the seed and spread over the chapters of ICD-10, by the first letter of their truth's code. */
export function stratifiedCases({ cases }: Pick<Catalog, 'cases'>, count: number, seed: number): string[] {
  const strata = new Map<string, string[]>();
  for (const id of drawFor(seed, 'cases to game').shuffle([...cases.keys()].sort())) {
    const letter = cases.get(id)?.truth.icd10?.charAt(0) ?? '';
    strata.set(letter, [...(strata.get(letter) ?? []), id]);
  }
  return [...strata]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, ids]) => ids.map((id, round) => ({ id, round })))
    .sort((one, other) => one.round - other.round)
    .slice(0, count)
    .map(({ id }) => id);
}
