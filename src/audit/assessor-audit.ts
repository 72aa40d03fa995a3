import { createAssessor } from '../assessor/assess.ts';
import type { AnamnesisError } from '../base/error.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { instrumentsOf } from '../run/instruments.ts';
import { diskWorthCache } from '../run/worth-cache.ts';
import { auditFlaws, playFlaws, sampleOf } from './flaws/flaw-audit.ts';
import type { FlawFigures } from './flaws/flaw-figures.ts';
import { type Grader, ruleGrader } from './flaws/grader.ts';
import type { SeededFlaws } from './flaws/load-flaws.ts';
import type { ModelGrader, ModelGraderSetting } from './flaws/model-grader.ts';
import { checkOwnWords, type OwnWords } from './flaws/own-words.ts';
import { auditGaming, type GamingAudit, stratifiedCases } from './gaming/gaming-audit.ts';
import { gamingDoctors } from './gaming/gaming-doctors.ts';
import { type SelfAgreement, selfAgreement } from './self-agreement.ts';

/** What an assessor must reach before its scores are believed, and what fails it. */
export const needed = { sensitivity: 0.9, drift: 0.02 } as const;

/** The rubric whose composite a doctor that games must not raise. */
const composedRubric = 'consultation-quality';

/** Gradings of each consultation by the rules: a second one that differs is a fault whatever the third says. */
const ruleRepeats = 2;

/** A judge beside the rules. */
export interface JudgeSetting {
  /** Called before anything is played; rejects where the judge cannot be asked. */
  open(setting: Pick<ModelGraderSetting, 'catalog' | 'assessor' | 'seed'>): Promise<ModelGrader>;
  /** Edits that it grades at most, spread over the criteria. */
  readonly sample: number;
  /** Gradings of each base, 1 for none beside the first. */
  readonly repeats: number;
  readonly concurrency: number;
}

export interface AssessorAuditSetting {
  readonly catalog: Catalog;
  /** Left out where nothing is to be graded. */
  readonly flaws?: SeededFlaws | undefined;
  /** Cases for the doctors that game; 0 for none. */
  readonly gamedCases: number;
  /** Each of them in one temperament, in turn, instead of in all. */
  readonly oneTemperamentEach?: boolean;
  readonly seed: number;
  readonly judge?: JudgeSetting | undefined;
  readonly onProgress?: (what: string, done: number, of: number) => void;
}

/** The seeded flaws, and what one grader made of them. */
export interface GraderAudit {
  readonly flaws: FlawFigures;
  /** Edits of the file, of which the grader was asked about those counted in `flaws`. */
  readonly edits: number;
  readonly agreement: SelfAgreement | null;
  readonly calls: { readonly calls: number; readonly costUsd: number } | null;
}

export interface AssessorAudit {
  readonly ownWords: OwnWords | null;
  /** Scripts whose patient left before the conclusion. */
  readonly walkedOut: readonly string[];
  readonly graders: readonly GraderAudit[];
  readonly gaming: GamingAudit | null;
  /** Why a judge was not asked everything: the money was spent. */
  readonly stopped: AnamnesisError | null;
}

/** Measures an assessor by what is known beforehand: seeded flaws, gradings repeated, doctors that game. */
export async function auditAssessor(setting: AssessorAuditSetting): Promise<AssessorAudit> {
  const { catalog, flaws, gamedCases, oneTemperamentEach = false, seed, onProgress = () => {} } = setting;
  const instruments = instrumentsOf(catalog);
  const rubrics = [...catalog.rubrics.values()];
  const assessor = createAssessor({ ...instruments, rubrics, cache: diskWorthCache() });
  const held = { catalog, instruments, seed };
  const progressOf = (what: string) => (done: number, of: number) => onProgress(what, done, of);
  const graders: GraderAudit[] = [];
  let stopped: AnamnesisError | null = null;
  let walkedOut: readonly string[] = [];

  if (flaws) {
    // A judge that cannot be asked is refused before anything is played.
    const judge = setting.judge && { ...setting.judge, model: await setting.judge.open({ catalog, assessor, seed }) };
    try {
      const played = await playFlaws(held, flaws, progressOf('scripts'));
      ({ walkedOut } = played);
      const rules = ruleGrader(assessor);
      const { stopped: _, ...figures } = await auditFlaws(rules, played, flaws.edits, { rubrics, seed });
      const bases = flaws.bases.flatMap(({ id }) => played.held.get(id) ?? []);
      const agreement = await selfAgreement(rules, bases, { rubrics, seed, repeats: ruleRepeats });
      graders.push({ flaws: figures, edits: flaws.edits.length, agreement, calls: null });

      if (judge) {
        const { sample, repeats, concurrency, model } = judge;
        const edits = sampleOf(flaws.edits, sample, seed);
        const asked = { rubrics, seed, concurrency };
        const audited = await auditFlaws(model.grader, played, edits, { ...asked, onProgress: progressOf('judged') });
        const { stopped: spent, ...judged } = audited;
        const bases = new Set(edits.map(({ base }) => base));
        const again = [...played.held].flatMap(([id, one]) => (bases.has(id) ? [one] : []));
        const repeated =
          repeats > 1 && spent === null
            ? await selfAgreement(model.grader, again, { ...asked, repeats, onProgress: progressOf('judged again') })
            : null;
        const { calls, costUsd } = model.cost();
        graders.push({ flaws: judged, edits: flaws.edits.length, agreement: repeated, calls: { calls, costUsd } });
        stopped = spent ?? repeated?.stopped ?? null;
      }
    } finally {
      await judge?.model.close();
    }
  }

  const gaming =
    gamedCases === 0
      ? null
      : await auditGaming({
          ...held,
          assessor,
          rubrics,
          rubric: composedRubric,
          doctors: gamingDoctors,
          cases: stratifiedCases(catalog, gamedCases, seed),
          personas: [...catalog.personas.keys()].sort(),
          oneEach: oneTemperamentEach,
          onProgress: progressOf('consultations with doctors that game'),
        });
  return { ownWords: flaws ? checkOwnWords(flaws, catalog) : null, walkedOut, graders, gaming, stopped };
}

/** What of an audit misses what is needed, in words; empty where nothing does. */
export function missed({ graders, gaming }: AssessorAudit): string[] {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return [
    ...graders.flatMap(({ flaws: { grader, sensitivity, drift }, agreement }) => [
      ...(sensitivity.share !== null && sensitivity.share < needed.sensitivity
        ? [`${grader}: sensitivity ${percent(sensitivity.share)}, below ${percent(needed.sensitivity)}`]
        : []),
      ...(drift.share !== null && drift.share > needed.drift
        ? [`${grader}: drift ${percent(drift.share)}, above ${percent(needed.drift)}`]
        : []),
      ...(grader === rules && agreement !== null && agreement.percent !== 1
        ? ['rules: the same consultation was graded otherwise the second time']
        : []),
    ]),
    ...(gaming?.results ?? []).flatMap(({ isAhead, doctor, honest }) =>
      isAhead ? [`${doctor} is ahead of ${honest}, which it wraps`] : [],
    ),
  ];
}

const rules: Grader['name'] = 'rules';
