import { Box, Text } from 'ink';
import type { Draft } from '../use-draft.ts';

/** Lines of a long draft that are shown before and after the cursor; the conversation needs the rest of the screen. */
const shownLines = { before: 3, after: 1 };

export interface InputLineProps {
  readonly draft: Draft;
  readonly width: number;
  /** Why nothing can be written now; null where something can. */
  readonly waiting: string | null;
}

/** The line that is being written, with its cursor, or why nothing can be written now. */
export function InputLine({ draft, width, waiting }: InputLineProps) {
  const [under = ' ', ...rest] = [...draft.after];
  return (
    <Box flexShrink={0}>
      {waiting === null ? (
        <Text>
          {'> '}
          {lastOf([...draft.before], width * shownLines.before - 3)}
          <Text inverse>{under}</Text>
          {firstOf(rest, width * shownLines.after)}
        </Text>
      ) : (
        <Text>{waiting}</Text>
      )}
    </Box>
  );
}

function lastOf(letters: readonly string[], most: number): string {
  return letters.length <= most ? letters.join('') : `…${letters.slice(1 - most).join('')}`;
}

function firstOf(letters: readonly string[], most: number): string {
  return letters.length <= most ? letters.join('') : `${letters.slice(0, most - 1).join('')}…`;
}
