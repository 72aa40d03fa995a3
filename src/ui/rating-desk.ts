import type { Demographics } from '../catalog/parts.ts';
import type { ViewLine } from '../events/history.ts';

/** A consultation as a rater sees it: who was doctor is not in it. */
export interface ConsultationToRate {
  readonly id: string;
  readonly demographics: Demographics;
  readonly setting: string;
  readonly lines: readonly ViewLine[];
  /** Null where the rater is not to know it. */
  readonly truth: string | null;
}

/** One grade that can be given: the key, what it means, and what it counts. */
interface GradeKey {
  readonly key: string;
  readonly name: string;
  readonly met: number;
}

export interface CriterionToRate {
  readonly rubric: string;
  readonly id: string;
  readonly dimension: string;
  readonly text: string;
  readonly grades: readonly GradeKey[];
}

/** A grade as it was given; `met` is null where the rater could not say. */
export interface GivenGrade {
  readonly met: number | null;
  readonly note: string;
}

/** One criterion of one consultation, to be graded. */
export interface RatingTask {
  readonly consultation: ConsultationToRate;
  readonly criterion: CriterionToRate;
}

export interface RatingSeat {
  readonly mode: 'grading' | 'noting' | 'finished';
  /** Place of the task in the list. */
  readonly place: number;
  /** What was written about tasks, by their places; it goes with a grade. */
  readonly notes: ReadonlyMap<number, string>;
  readonly graded: ReadonlyMap<number, GivenGrade>;
}

export type RatingMove =
  | { readonly type: 'graded'; readonly met: number | null }
  | { readonly type: 'wentBack' }
  | { readonly type: 'beganNote' }
  | { readonly type: 'wroteNote'; readonly note: string }
  | { readonly type: 'droppedNote' };

/** Where a rater sits who has graded some tasks before. */
export function seatedAt(tasks: number, graded: ReadonlyMap<number, GivenGrade>): RatingSeat {
  const notes = new Map([...graded].map(([place, { note }]) => [place, note]));
  return seatedWith(tasks, graded, notes);
}

/** The seat after a move; what cannot be done where the rater sits changes nothing. */
export function moved(seat: RatingSeat, tasks: number, move: RatingMove): RatingSeat {
  const { mode, place, graded, notes } = seat;
  if (mode === 'noting') {
    if (move.type === 'droppedNote') return { ...seat, mode: 'grading' };
    if (move.type !== 'wroteNote') return seat;
    const { note } = move;
    const before = graded.get(place);
    // A criterion that has its grade keeps it, with the new note.
    const regraded = before ? new Map(graded).set(place, { ...before, note }) : graded;
    return { ...seat, mode: 'grading', notes: new Map(notes).set(place, note), graded: regraded };
  }
  if (move.type === 'wentBack') {
    const back = mode === 'finished' ? place : place - 1;
    return back < 0 ? seat : { ...seat, mode: 'grading', place: back };
  }
  if (mode === 'finished') return seat;
  if (move.type === 'beganNote') return { ...seat, mode: 'noting' };
  if (move.type !== 'graded') return seat;
  const grade = { met: move.met, note: notes.get(place) ?? '' };
  return seatedWith(tasks, new Map(graded).set(place, grade), notes);
}

/** At the first task without a grade: who went back and graded anew is where it was before. */
function seatedWith(
  tasks: number,
  graded: ReadonlyMap<number, GivenGrade>,
  notes: ReadonlyMap<number, string>,
): RatingSeat {
  for (let place = 0; place < tasks; place++) if (!graded.has(place)) return { mode: 'grading', place, notes, graded };
  return { mode: 'finished', place: Math.max(0, tasks - 1), notes, graded };
}
