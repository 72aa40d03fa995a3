import { Box, Text } from 'ink';
import type { ViewLine } from '../../events/history.ts';
import { paint } from '../theme.ts';
import { Words } from './words.tsx';

const labelWidth = 10;

const labels = { examine: 'examine', order: 'test', conclude: 'conclude' } as const;

/** Who sits in the doctor's chair, as the screen calls them. */
export type DoctorName = 'you' | 'doctor';

/** One line of the conversation: who, and the words. */
export function Utterance({ line, doctor }: { line: ViewLine; doctor: DoctorName }) {
  const label = line.speaker !== 'doctor' ? line.speaker : line.act === 'ask' ? doctor : labels[line.act];
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
