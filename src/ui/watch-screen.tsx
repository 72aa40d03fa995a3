import { useSelector } from '@xstate/react';
import { Box, Text, useInput } from 'ink';
import type { Assessment } from '../assessor/assessment.ts';
import type { Consultation } from '../consultation/consult.ts';
import { doctorView, endOf } from '../events/history.ts';
import type { Debrief } from '../report/debrief.ts';
import { Conversation } from './conversation.tsx';
import { DebriefScreen } from './debrief-screen.tsx';
import type { ScreenSize } from './full-screen.tsx';
import { Utterance } from './parts/utterance.tsx';
import { progressText } from './progress-text.ts';
import { useScroll } from './use-scroll.ts';

export interface WatchScreenProps {
  readonly consultation: Consultation<Assessment>;
  /** What the doctor is saying, as far as it came; empty between its words. */
  readonly words: string;
  /** Null until the consultation is assessed. */
  readonly debrief: Debrief | null;
  /** Whether the person has gone on to the debrief. */
  readonly isDebriefing: boolean;
  readonly size: ScreenSize;
  readonly onDebrief: () => void;
  readonly onLeave: () => void;
}

/** A consultation of somebody else's, as it happens: the doctor's words appear as they are spoken. */
export function WatchScreen(props: WatchScreenProps) {
  const { consultation, words, debrief, isDebriefing, size, onDebrief, onLeave } = props;
  // The history is complete before the actor's watchers hear of it, so any change of the actor draws it.
  const { value, context } = useSelector(consultation.actor, (snapshot) => snapshot);
  const scroll = useScroll([size.columns, size.rows]);
  const isReadingDebrief = isDebriefing && debrief !== null;
  useInput((input, key) => {
    if (key.ctrl && input === 'c') onLeave();
    else if (isReadingDebrief) return;
    else if (input === 'q' || key.escape) onLeave();
    else if (key.return && debrief !== null) onDebrief();
    else if (key.upArrow) scroll.by(1);
    else if (key.downArrow) scroll.by(-1);
    else if (key.pageUp) scroll.by(scroll.page);
    else if (key.pageDown) scroll.by(-scroll.page);
  });

  if (isReadingDebrief) return <DebriefScreen size={size} debrief={debrief} doctor="doctor" onClose={onLeave} />;
  if (!consultation.history.some(({ type }) => type === 'patient.opened')) return <Text>The patient comes in…</Text>;
  const end = endOf(consultation.history)?.how ?? null;
  const busy = end === null ? (doing[String(value)] ?? null) : null; // the states of a consultation are flat
  return (
    <Conversation
      size={size}
      view={doctorView(consultation.history)}
      doctor="doctor"
      scroll={scroll}
      progress={end ?? progressText(context.progress, context.protocol.maxTurns)}
      notice={
        end === null
          ? null
          : debrief === null
            ? 'The consultation is over.'
            : 'The consultation is over: Enter for how it went.'
      }
      hints="↑ ↓ PgUp PgDn scroll   q leaves"
      page={null}
    >
      {end === null && (
        <Box flexDirection="column" flexShrink={0}>
          {words === '' ? (
            <Text dimColor>{busy ?? ' '}</Text>
          ) : (
            <Utterance line={{ speaker: 'doctor', act: 'ask', text: words }} doctor="doctor" />
          )}
        </Box>
      )}
    </Conversation>
  );
}

const doing: Readonly<Record<string, string>> = {
  doctorTurn: 'The doctor is thinking…',
  exhausted: 'The doctor is concluding…',
  explaining: 'The doctor is thinking…',
  patientTurn: 'The patient is thinking…',
  closing: 'The patient is thinking…',
  probing: 'The doctor is asked, unheard, what it believes…',
};
