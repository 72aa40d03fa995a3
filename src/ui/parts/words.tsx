import { Text, Transform } from 'ink';
import type { ReactNode } from 'react';

/** Wrapped text. Where a line is full to its end, Ink begins the next one with the space between the words: it is cut off. */
export function Words({ children }: { children: ReactNode }) {
  return (
    <Transform transform={withoutIndent}>
      <Text>{children}</Text>
    </Transform>
  );
}

/** Colours may stand before the space. */
function withoutIndent(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours begin with ESC
  return line.replace(/^((?:\u001b\[[\d;]*m)*) +/, '$1');
}
