import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moved, type RatingMove, type RatingSeat, seatedAt } from '../../src/ui/rating-desk.ts';

const met = { type: 'graded', met: 1 } as const;
const seatAfter = (tasks: number, ...moves: readonly RatingMove[]): RatingSeat =>
  moves.reduce((seat, move) => moved(seat, tasks, move), seatedAt(tasks, new Map()));

describe('a rater of three criteria', () => {
  test('goes from one to the next, and is finished after the last', () => {
    expect(seatAfter(3, met)).toMatchObject({ mode: 'grading', place: 1 });
    expect(seatAfter(3, met, { type: 'graded', met: null }, met).mode).toBe('finished');
  });

  test('who goes back and grades anew is where it was before', () => {
    const seat = seatAfter(3, met, met, { type: 'wentBack' }, { type: 'wentBack' }, { type: 'graded', met: 0 });
    expect(seat.place).toBe(2);
    expect([...seat.graded.values()].map((grade) => grade.met)).toEqual([0, 1]);
  });

  test('cannot go back beyond the first, but from the end to the last', () => {
    expect(seatAfter(3, { type: 'wentBack' }).place).toBe(0);
    expect(seatAfter(3, met, met, met, { type: 'wentBack' })).toMatchObject({ mode: 'grading', place: 2 });
  });

  test('a note goes with its grade, and no further', () => {
    const seat = seatAfter(3, { type: 'beganNote' }, { type: 'wroteNote', note: 'curt' }, met);
    expect(seat.graded.get(0)).toEqual({ met: 1, note: 'curt' });
    expect(moved(seat, 3, met).graded.get(1)).toEqual({ met: 1, note: '' });
  });

  test('a note on what is graded already keeps the grade', () => {
    const seat = seatAfter(3, met, { type: 'wentBack' }, { type: 'beganNote' }, { type: 'wroteNote', note: 'why' });
    expect(seat.graded.get(0)).toEqual({ met: 1, note: 'why' });
    expect(seat.place).toBe(0);
  });

  test('while a note is written nothing is graded', () => {
    expect(seatAfter(3, { type: 'beganNote' }, met)).toMatchObject({ mode: 'noting', place: 0 });
    expect(seatAfter(3, { type: 'beganNote' }, { type: 'droppedNote' })).toMatchObject({ mode: 'grading' });
  });

  test('a note outlasts a step back', () => {
    const note = [{ type: 'beganNote' }, { type: 'wroteNote', note: 'why' }] as const;
    const seat = seatAfter(3, met, ...note, { type: 'wentBack' }, met, met);
    expect([...seat.graded.values()].map((grade) => grade.note)).toEqual(['', 'why']);
  });

  test('begins where it left off', () => {
    const grade = { met: 1, note: '' };
    expect(seatedAt(3, new Map([[0, grade]])).place).toBe(1);
    expect(
      seatedAt(
        3,
        new Map([
          [0, grade],
          [2, grade],
        ]),
      ).place,
    ).toBe(1);
    expect(seatedAt(1, new Map([[0, grade]])).mode).toBe('finished');
  });
});

test('no move loses a grade', () => {
  const move = fc.oneof(
    fc.constantFrom<RatingMove>(met, { type: 'graded', met: null }, { type: 'wentBack' }, { type: 'beganNote' }),
    fc.constantFrom<RatingMove>({ type: 'wroteNote', note: 'n' }, { type: 'droppedNote' }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
      let seat = seatedAt(4, new Map());
      for (const one of moves) {
        const next = moved(seat, 4, one);
        for (const place of seat.graded.keys()) expect(next.graded.has(place)).toBe(true);
        seat = next;
      }
    }),
  );
});
