import { Box, Text } from 'ink';
import type { Conclusion } from '../../events/act.ts';

/** What of the conclusion is written already. */
export function ConclusionSoFar({ conclusion }: { conclusion: Conclusion }) {
  const { diagnosis, differential, reasoning, plan } = conclusion;
  const written = [
    ['Diagnosis', diagnosis],
    ['Differential', differential.join(', ')],
    ['Reasoning', reasoning ?? ''],
    ['Plan', plan ?? ''],
  ].filter(([, words]) => words !== '');
  return (
    <Box flexDirection="column" flexShrink={0}>
      {written.map(([name, words]) => (
        <Text key={name} wrap="truncate-end">
          <Text dimColor>{`${name}: `}</Text>
          {words}
        </Text>
      ))}
    </Box>
  );
}
