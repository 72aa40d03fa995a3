import { Box, Text } from 'ink';
import type { Draft } from '../use-draft.ts';

/** The line that is being written, with its cursor, or why nothing can be written now. */
export function InputLine({ draft, waiting }: { draft: Draft; waiting: string | null }) {
  const [under = ' ', ...rest] = [...draft.after];
  return (
    <Box flexShrink={0}>
      {waiting === null ? (
        <Text>
          {'> '}
          {draft.before}
          <Text inverse>{under}</Text>
          {rest.join('')}
        </Text>
      ) : (
        <Text>{waiting}</Text>
      )}
    </Box>
  );
}
