import { Box, Text } from 'ink';
import type { Demographics } from '../../catalog/parts.ts';

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

/** "34-year-old man", "8-month-old girl". */
export function personOf({ age, sex }: Demographics): string {
  const noun = age >= 18 ? { female: 'woman', male: 'man' }[sex] : { female: 'girl', male: 'boy' }[sex];
  return age < 2 ? `${Math.round(12 * age)}-month-old ${noun}` : `${Math.floor(age)}-year-old ${noun}`;
}
