import { Box, Text } from 'ink';

const rows = [
  ['plain words', 'say or ask the patient something'],
  ['/examine …', 'examine the patient: /examine the throat'],
  ['/test …', 'order a test: /test blood count'],
  ['/diagnose …', 'conclude: diagnosis, differential, reasoning, plan, safety net'],
  ['/help', 'this page'],
  ['/quit', 'leave; you can go on later'],
  ['PgUp, PgDn', 'scroll through what was said'],
  ['↑, ↓', 'what you typed before'],
  ['Esc', 'a step back while concluding'],
  ['Ctrl-C', 'leave at once; all that was said is kept'],
] as const;

/** What can be typed, and the rules of a consultation. */
export function Help({ maxTurns }: { maxTurns: number }) {
  return (
    <Box flexDirection="column" flexGrow={1} overflow="hidden">
      <Text bold>How to consult</Text>
      <Text> </Text>
      {rows.map(([typed, meaning]) => (
        <Box key={typed} flexShrink={0}>
          <Box width={14} flexShrink={0}>
            <Text bold>{typed}</Text>
          </Box>
          <Text>{meaning}</Text>
        </Box>
      ))}
      <Text> </Text>
      <Text>
        {`Each question, examination and test is a turn; you have ${maxTurns}. Then you must conclude. The first diagnosis you name counts.`}
      </Text>
    </Box>
  );
}
