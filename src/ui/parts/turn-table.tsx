import { Box, Text } from 'ink';
import type { DebriefTurn } from '../../report/debrief.ts';
import { Words } from './words.tsx';

const wide = { turn: 4, bits: 16, drop: 8 };
const prefixes = { ask: '', examine: 'examine: ', order: 'test: ' } as const;

const signed = (bits: number) => `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(2)}`;

/** What was asked turn by turn, what it was worth, and what would have been worth most. All figures in bits. */
export function TurnTable({ turns }: { turns: readonly DebriefTurn[] }) {
  return (
    <Box flexDirection="column" flexShrink={0}>
      <Row turn="#" words="asked" bits="expected" best="best instead" drop="drop" isHead />
      {turns.map((turn) => (
        <Row
          key={turn.turn}
          turn={`${turn.turn}`}
          words={prefixes[turn.act] + turn.words}
          bits={bitsOf(turn)}
          best={bestOf(turn)}
          drop={turn.entropyDropBits === null ? '–' : signed(turn.entropyDropBits)}
        />
      ))}
    </Box>
  );
}

function bitsOf({ expectedBits, remark }: DebriefTurn): string {
  if (expectedBits === null) return remark === '' ? '–' : remark;
  return remark === '' ? expectedBits.toFixed(2) : `${expectedBits.toFixed(2)}, ${remark}`;
}

function bestOf({ best }: DebriefTurn): string {
  if (best === null) return '–';
  return best.isOwn ? 'this was the best' : `${best.words} ${best.bits.toFixed(2)}`;
}

interface RowProps {
  readonly turn: string;
  readonly words: string;
  readonly bits: string;
  readonly best: string;
  readonly drop: string;
  readonly isHead?: boolean;
}

function Row({ turn, words, bits, best, drop, isHead = false }: RowProps) {
  return (
    <Box flexShrink={0} columnGap={1}>
      <Box width={wide.turn} flexShrink={0}>
        <Text bold={isHead}>{turn}</Text>
      </Box>
      <Box flexGrow={3} flexShrink={1} flexBasis={0}>
        <Words>
          <Text bold={isHead}>{words}</Text>
        </Words>
      </Box>
      <Box width={wide.bits} flexShrink={0}>
        <Text bold={isHead}>{bits}</Text>
      </Box>
      <Box flexGrow={2} flexShrink={1} flexBasis={0}>
        <Words>
          <Text bold={isHead}>{best}</Text>
        </Words>
      </Box>
      <Box width={wide.drop} flexShrink={0} justifyContent="flex-end">
        <Text bold={isHead}>{drop}</Text>
      </Box>
    </Box>
  );
}
