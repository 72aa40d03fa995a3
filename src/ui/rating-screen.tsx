import { Box, Text, useInput } from 'ink';
import type { ScreenSize } from './full-screen.tsx';
import { InputLine } from './parts/input-line.tsx';
import { PatientLine } from './parts/patient-line.tsx';
import { Rule } from './parts/rule.tsx';
import { Utterance } from './parts/utterance.tsx';
import { Viewport } from './parts/viewport.tsx';
import { Words } from './parts/words.tsx';
import type { CriterionToRate, GivenGrade, RatingMove, RatingSeat, RatingTask } from './rating-desk.ts';
import { paint } from './theme.ts';
import { useDraft } from './use-draft.ts';
import { readOn, type Scroll, useScroll } from './use-scroll.ts';

export interface RatingScreenProps {
  readonly size: ScreenSize;
  readonly tasks: readonly RatingTask[];
  readonly seat: RatingSeat;
  /** Where the rater sits by now, which the frame may not show yet. */
  readonly seatNow: () => RatingSeat;
  readonly onMove: (move: RatingMove) => void;
  readonly onLeave: () => void;
  readonly onInterrupt: () => void;
}

/** Knows which keys do what; leaves the drawing to others. */
export function RatingScreen({ size, tasks, seat, seatNow, onMove, onLeave, onInterrupt }: RatingScreenProps) {
  const task = tasks[seat.place];
  const scroll = useScroll([size.columns, size.rows, task?.consultation.id, seat.mode]);
  const isNoting = seat.mode === 'noting';
  const draft = useDraft({
    isActive: isNoting,
    onSubmit: (line) => {
      onMove(line.trim() === '' ? { type: 'droppedNote' } : { type: 'wroteNote', note: line.trim() });
      return true;
    },
  });
  useInput((input, key) => {
    const { mode, place } = seatNow();
    const now = tasks[place];
    if (key.ctrl && input === 'c') onInterrupt();
    else if (mode === 'noting') {
      if (key.escape) onMove({ type: 'droppedNote' });
    } else if (input === 'q' || key.escape) onLeave();
    else if (input === 'b') onMove({ type: 'wentBack' });
    else if (readOn(scroll, input, key)) return;
    else if (mode === 'finished') return;
    else if (input === 'c') onMove({ type: 'beganNote' });
    else if (input === 's') onMove({ type: 'graded', met: null });
    else {
      const grade = now?.criterion.grades.find((one) => one.key === input);
      if (!grade) return;
      // The next consultation is read from its beginning.
      if (tasks[place + 1]?.consultation !== now?.consultation) scroll.by(Number.NEGATIVE_INFINITY);
      onMove({ type: 'graded', met: grade.met });
    }
  });

  if (!task) return <Text>There is nothing to grade.</Text>;
  return (
    <Box width={size.columns} height={size.rows - 1} flexDirection="column" paddingX={1}>
      <Transcript task={task} tasks={tasks} scroll={scroll} />
      {seat.mode === 'finished' ? (
        <Finished graded={seat.graded} />
      ) : (
        <Question task={task} tasks={tasks} seat={seat} />
      )}
      {isNoting && <InputLine draft={draft} width={size.columns - 2} waiting={null} />}
      <Box flexShrink={0}>
        <Text dimColor wrap="truncate-end">
          {hintsOf(seat.mode)}
        </Text>
      </Box>
    </Box>
  );
}

function hintsOf(mode: RatingSeat['mode']): string {
  if (mode === 'noting') return 'Enter keeps the note   Esc drops it';
  if (mode === 'finished') return 'b back   q leaves';
  return 'c note   b back   ↑ ↓ PgUp PgDn scroll   q leaves, all grades are kept';
}

interface TaskProps {
  readonly task: RatingTask;
  readonly tasks: readonly RatingTask[];
}

function Transcript({ task: { consultation }, tasks, scroll }: TaskProps & { scroll: Scroll }) {
  const ids = [...new Set(tasks.map((one) => one.consultation.id))];
  return (
    <>
      <PatientLine
        demographics={consultation.demographics}
        setting={consultation.setting}
        progress={`consultation ${ids.indexOf(consultation.id) + 1} of ${ids.length}`}
      />
      <Rule />
      <Viewport scroll={scroll} rests="start">
        {consultation.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a recorded conversation does not change
          <Utterance key={index} line={line} doctor="doctor" />
        ))}
      </Viewport>
    </>
  );
}

function Question({ task: { consultation, criterion }, tasks, seat }: TaskProps & { seat: RatingSeat }) {
  const ofSame = tasks.filter((one) => one.consultation.id === consultation.id);
  const number = ofSame.findIndex((one) => one.criterion === criterion) + 1;
  const before = seat.graded.get(seat.place);
  const note = seat.notes.get(seat.place) ?? '';
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Rule note={`criterion ${number} of ${ofSame.length}: ${criterion.dimension}`} />
      {consultation.truth !== null && <Words>{`The true diagnosis: ${consultation.truth}`}</Words>}
      <Text bold {...paint('notice')}>
        {criterion.text}
      </Text>
      {before && <Text>{`graded before: ${nameOf(criterion, before)}`}</Text>}
      {note !== '' && <Words>{`your note: ${note}`}</Words>}
      <Text>{[...criterion.grades.map(({ key, name }) => `${key} ${name}`), 's cannot say'].join('   ')}</Text>
    </Box>
  );
}

function nameOf({ grades }: CriterionToRate, { met }: GivenGrade): string {
  return met === null ? 'cannot say' : (grades.find((grade) => grade.met === met)?.name ?? String(met));
}

function Finished({ graded }: Pick<RatingSeat, 'graded'>) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Rule />
      <Text bold {...paint('notice')}>
        {`All is graded: ${graded.size} grades. Thank you.`}
      </Text>
    </Box>
  );
}
