import { Box, Text } from 'ink';
import type { ReactNode } from 'react';
import type { DoctorView } from '../events/history.ts';
import type { ScreenSize } from './full-screen.tsx';
import { PatientLine } from './parts/patient-line.tsx';
import { Rule } from './parts/rule.tsx';
import { type DoctorName, Utterance } from './parts/utterance.tsx';
import { Viewport } from './parts/viewport.tsx';
import { paint } from './theme.ts';
import type { Scroll } from './use-scroll.ts';

export interface ConversationProps {
  readonly size: ScreenSize;
  readonly view: DoctorView;
  /** What the doctor's lines are called; `you` for the person at the keyboard. */
  readonly doctor?: DoctorName;
  readonly scroll: Scroll;
  /** "turn 3 of 14", or how it ended. */
  readonly progress: string;
  /** What is asked of the person now; null where the hints say it all. */
  readonly notice: string | null;
  readonly hints: string;
  /** A page that is shown in place of what was said. */
  readonly page: ReactNode | null;
  /** The line for typing, and what stands above it. */
  readonly children: ReactNode;
}

/** Draws a consultation, and nothing else: who sits there, what was said, the line for typing, what can be typed. */
export function Conversation({
  size,
  view,
  doctor = 'you',
  scroll,
  progress,
  notice,
  hints,
  page,
  children,
}: ConversationProps) {
  return (
    <Box width={size.columns} height={size.rows - 1} flexDirection="column" paddingX={1}>
      <PatientLine demographics={view.demographics} setting={view.setting} progress={progress} />
      <Rule />
      {page ?? (
        <Viewport scroll={scroll} rests="end">
          {view.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a conversation only grows; a line's place is its name
            <Utterance key={index} line={line} doctor={doctor} />
          ))}
        </Viewport>
      )}
      <Rule note={scroll.lines > 0 ? `${scroll.lines} lines back; PgDn for the latest` : ''} />
      {notice !== null && (
        <Box flexShrink={0}>
          <Text bold {...paint('notice')}>
            {notice}
          </Text>
        </Box>
      )}
      {children}
      <Box flexShrink={0}>
        <Text dimColor wrap="truncate-end">
          {hints}
        </Text>
      </Box>
    </Box>
  );
}
