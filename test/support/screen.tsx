import { stripVTControlCharacters } from 'node:util';
import { render } from 'ink-testing-library';
import type { ReactElement } from 'react';
import { until } from './until.ts';

export const keys = {
  enter: '\r',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  pageUp: '\u001b[5~',
  pageDown: '\u001b[6~',
  home: '\u001b[H',
  end: '\u001b[F',
  ctrlC: '\u0003',
} as const;

/** A tree that is drawn, with a keyboard. Colours are left out: no word depends on them. */
export function drawn(tree: ReactElement) {
  const screen = render(tree);
  const frame = () => stripVTControlCharacters(screen.lastFrame() ?? '');
  return {
    frame,
    rerender: screen.rerender,
    /** Waits until the frame has the words. */
    shows: (words: string | RegExp) =>
      until(() => {
        const seen = frame();
        if (typeof words === 'string' ? !seen.includes(words) : !words.test(seen))
          throw new Error(`"${words}" is not shown:\n${seen}`);
      }),
    /** Waits until the frame has the words no more. */
    hides: (words: string) =>
      until(() => {
        if (frame().includes(words)) throw new Error(`"${words}" is still shown:\n${frame()}`);
      }),
    press: async (...pressed: readonly string[]) => {
      await until(() => {
        if (screen.stdin.listenerCount('readable') === 0) throw new Error('nobody listens to the keyboard');
      });
      for (const key of pressed) screen.stdin.write(key);
    },
  };
}
