import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Scroll } from '../use-scroll.ts';

/** A window onto more lines than there is room for; it takes the room that its neighbours leave. */
export function Viewport({ scroll, rests, children }: { scroll: Scroll; rests: 'start' | 'end'; children: ReactNode }) {
  const { outer, inner, lines } = scroll;
  return (
    <Box
      ref={outer}
      flexDirection="column"
      flexGrow={1}
      flexBasis={0}
      overflow="hidden"
      justifyContent={rests === 'end' ? 'flex-end' : 'flex-start'}
    >
      <Box
        ref={inner}
        flexDirection="column"
        flexShrink={0}
        marginTop={rests === 'start' ? -lines : 0}
        marginBottom={rests === 'end' ? -lines : 0}
      >
        {children}
      </Box>
    </Box>
  );
}
