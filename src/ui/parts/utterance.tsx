import { Box, Text } from 'ink';
import type { ViewLine } from '../../events/history.ts';
import { paint } from '../theme.ts';
import { Words } from './words.tsx';

const labelWidth = 10;

const labels = { ask: 'you', examine: 'examine', order: 'test', conclude: 'conclude' } as const;

/** One line of the conversation: who, and the words. */
export function Utterance({ line }: { line: ViewLine }) {
  const label = line.speaker === 'doctor' ? labels[line.act] : line.speaker;
  return (
    <Box marginTop={line.speaker === 'doctor' ? 1 : 0}>
      <Box width={labelWidth} flexShrink={0}>
        <Text bold {...paint(line.speaker)}>
          {label}
        </Text>
      </Box>
      <Box flexGrow={1} flexShrink={1} flexBasis={0}>
        <Words>{line.text}</Words>
      </Box>
    </Box>
  );
}
