import { Box, Text } from 'ink';
import type { Demographics } from '../../catalog/parts.ts';
import { personOf } from '../../report/person.ts';

/** Who sits there, and how far the consultation is. */
export function PatientLine({
  demographics,
  setting,
  progress,
}: {
  demographics: Demographics;
  setting: string;
  progress: string;
}) {
  return (
    <Box flexShrink={0} justifyContent="space-between" columnGap={2}>
      <Text bold wrap="truncate-end">
        {personOf(demographics)}, {setting}
      </Text>
      <Box flexShrink={0}>
        <Text>{progress}</Text>
      </Box>
    </Box>
  );
}
