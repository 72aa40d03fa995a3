import type { RubricScore } from '../../assessor/assessment.ts';
import { AnamnesisError } from '../../base/error.ts';
import { drawFor } from '../../base/random.ts';
import type { Rubric } from '../../catalog/rubric.ts';
import { type Held, type HeldSetting, held } from '../held.ts';
import { gradePairs } from './compared.ts';
import { type ComparedEdit, type FlawFigures, flawFigures } from './flaw-figures.ts';
import type { Grader } from './grader.ts';
import type { SeededEdit, SeededFlaws } from './load-flaws.ts';
import { scriptedDoctor } from './scripted-doctor.ts';

/** The scripts of a file, played: each base and each edit is one consultation. */
export interface PlayedFlaws extends SeededFlaws {
  /** By the id of a base or an edit. */
  readonly held: ReadonlyMap<string, Held>;
  /** Scripts that were not said to their end, because the patient left; the assessor then sees no conclusion. */
  readonly walkedOut: readonly string[];
}

/** Plays every script with the patient of its base: base and edits meet the same one. */
export async function playFlaws(
  setting: HeldSetting,
  flaws: SeededFlaws,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<PlayedFlaws> {
  const bases = new Map(flaws.bases.map((base) => [base.id, base]));
  const scripts = [
    ...flaws.bases.map((base) => ({ id: base.id, base, script: base.turns })),
    ...flaws.edits.flatMap((edit) => {
      const base = bases.get(edit.base);
      return base ? [{ id: edit.id, base, script: edit.script }] : [];
    }),
  ];
  const played = new Map<string, Held>();
  for (const { id, base, script } of scripts) {
    const doctor = scriptedDoctor(script);
    const { case: caseId, persona } = base;
    played.set(id, await held(setting, { id, case: caseId, persona, name: 'script', doctor, maxTurns: script.length }));
    onProgress(played.size, scripts.length);
  }
  const walkedOut = [...played].filter(([, one]) => !one.history.some(({ type }) => type === 'doctor.concluded'));
  return { ...flaws, held: played, walkedOut: walkedOut.map(([id]) => id) };
}

export interface FlawAuditSetting {
  readonly rubrics: readonly Rubric[];
  readonly seed: number;
  /** Gradings at a time. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, of: number) => void;
}

/** How good a grader is, and why it was not asked about everything; null where it was. */
export interface FlawAudit extends FlawFigures {
  readonly stopped: AnamnesisError | null;
}

/**
 * Has a grader grade bases and edits, and counts. Where the money is spent in between it stops, and counts what is whole:
 * an edit and its base.
 */
export async function auditFlaws(
  grader: Grader,
  { held: played }: PlayedFlaws,
  edits: readonly SeededEdit[],
  { rubrics, seed, concurrency = 1, signal = new AbortController().signal, onProgress }: FlawAuditSetting,
): Promise<FlawAudit> {
  const mine = rubrics.filter((rubric) => grader.criteriaOf(rubric).length > 0);
  const asked = edits.filter((edit) => edit.effect === 'none' || isGraded(edit, mine, grader));
  // An edit of one criterion is graded by its rubric alone: what a judge says of the others costs, and nobody asked.
  const wanted = new Map<string, Set<Rubric>>();
  const want = (id: string, some: readonly Rubric[]) => {
    const before = wanted.get(id) ?? new Set<Rubric>();
    for (const rubric of some) before.add(rubric);
    wanted.set(id, before);
  };
  for (const edit of asked) {
    const some = edit.effect === 'none' ? mine : mine.filter(({ id }) => id === edit.rubric);
    want(edit.base, some);
    want(edit.id, some);
  }

  const scores = new Map<string, readonly RubricScore[]>();
  const stopped = await eachInTurn([...wanted], concurrency, async ([id, some]) => {
    const one = played.get(id);
    if (!one) throw new Error(`${id} was not played`);
    scores.set(id, await grader.grade(one, [...some], 0, signal));
    onProgress?.(scores.size, wanted.size);
  });
  const compared = asked.flatMap((edit): ComparedEdit[] => {
    const before = scores.get(edit.base);
    const after = scores.get(edit.id);
    return before && after ? [{ edit, pairs: gradePairs(before, after) }] : [];
  });
  return { ...flawFigures(grader, compared, edits, rubrics, seed), stopped };
}

function isGraded(edit: SeededEdit, rubrics: readonly Rubric[], grader: Grader): boolean {
  if (edit.effect === 'none') return true;
  const rubric = rubrics.find(({ id }) => id === edit.rubric);
  return rubric !== undefined && grader.criteriaOf(rubric).includes(edit.criterion);
}

/** Does something to each item, so many at a time. Returns the error where the money was spent; any other one rejects. */
export async function eachInTurn<T>(
  items: readonly T[],
  concurrency: number,
  act: (item: T) => Promise<void>,
): Promise<AnamnesisError | null> {
  const waiting = items.values();
  let spent: AnamnesisError | null = null;
  const work = async () => {
    for (const item of waiting) {
      if (spent) return;
      try {
        await act(item);
      } catch (error) {
        if (!(error instanceof AnamnesisError) || error.code !== 'budget-spent') throw error;
        spent = error;
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return spent;
}

/**
 * So many edits, drawn by the seed and spread over the criteria and the neutral ones: each gets its first before any gets
 * a second.
 */
export function sampleOf(edits: readonly SeededEdit[], count: number, seed: number): SeededEdit[] {
  const groups = new Map<string, SeededEdit[]>();
  for (const edit of drawFor(seed, 'sample of edits').shuffle(edits)) {
    const name = edit.effect === 'none' ? 'none' : `${edit.rubric} ${edit.criterion}`;
    groups.set(name, [...(groups.get(name) ?? []), edit]);
  }
  const rounds = [...groups.values()].flatMap((group) => group.map((edit, round) => ({ edit, round })));
  return rounds
    .sort((one, other) => one.round - other.round)
    .slice(0, count)
    .map(({ edit }) => edit);
}
