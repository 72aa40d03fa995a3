import { Box, Text } from 'ink';

/** A line across the screen, with words in it where there is something to say. */
export function Rule({ note = '' }: { note?: string }) {
  return (
    <Box flexShrink={0}>
      {note !== '' && <Text>{`── ${note} `}</Text>}
      <Box
        flexGrow={1}
        borderStyle="single"
        borderTop
        borderBottom={false}
        borderLeft={false}
        borderRight={false}
        borderDimColor
      />
    </Box>
  );
}
