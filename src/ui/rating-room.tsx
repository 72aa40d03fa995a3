import { openFullScreen, type Terminal } from './full-screen.tsx';
import { type GivenGrade, moved, type RatingMove, type RatingTask, seatedAt } from './rating-desk.ts';
import { RatingScreen } from './rating-screen.tsx';

export interface RatingRoomOptions {
  readonly tasks: readonly RatingTask[];
  /** Grades from before, by the task's place. */
  readonly graded: ReadonlyMap<number, GivenGrade>;
  /** Keeps a grade before the next criterion is shown; where it throws, the screen is left with that error. */
  readonly keep: (task: RatingTask, grade: GivenGrade) => void;
}

/** A person who grades, at the screen. */
export interface RatingRoom {
  /** Resolves when the person left, with how many tasks have their grade; rejects where one could not be kept. */
  readonly left: Promise<{ readonly graded: number; readonly wasInterrupted: boolean }>;
  leave(): void;
}

/** Opens the screen at the first criterion that has no grade yet. */
export function openRatingRoom({ tasks, graded, keep }: RatingRoomOptions, terminal: Terminal): RatingRoom {
  let seat = seatedAt(tasks.length, graded);
  let failure: unknown = null;
  let wasInterrupted = false;
  // Keys can come faster than frames: the seat is kept here, and the screen only draws it.
  const move = (made: RatingMove) => {
    const next = moved(seat, tasks.length, made);
    const [task, grade] = [tasks[seat.place], next.graded.get(seat.place)];
    try {
      if (task && grade && grade !== seat.graded.get(seat.place)) keep(task, grade);
    } catch (error) {
      failure = error;
      screen.leave();
      return;
    }
    seat = next;
    screen.update();
  };
  const interrupt = () => {
    wasInterrupted = true;
    screen.leave();
  };
  const screen = openFullScreen(
    (size) => (
      <RatingScreen
        size={size}
        tasks={tasks}
        seat={seat}
        seatNow={() => seat}
        onMove={move}
        onLeave={() => screen.leave()}
        onInterrupt={interrupt}
      />
    ),
    terminal,
  );
  return {
    left: screen.left.then(() => {
      if (failure !== null) throw failure;
      return { graded: seat.graded.size, wasInterrupted };
    }),
    leave: interrupt,
  };
}
