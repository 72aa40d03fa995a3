import { EventEmitter } from 'node:events';
import { render } from 'ink';
import type { ReactNode } from 'react';

export interface ScreenSize {
  readonly columns: number;
  readonly rows: number;
}

export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/** A screen of its own in the terminal; what stood there before comes back when it is left. */
export interface FullScreen {
  /** Resolves when the screen was left; rejects where drawing broke. */
  readonly left: Promise<void>;
  /** Draws the tree again, for what it shows beyond its own state. */
  update(): void;
  leave(): void;
}

const enterCode = '\u001b[?1049h\u001b[2J\u001b[H';
const leaveCode = '\u001b[?1049l';
const clearCode = '\u001b[2J\u001b[H';

/**
 * Draws a tree on the alternate screen, anew whenever the terminal changes its size. The tree is one line lower than the
 * screen: a last line that is written to its end would scroll.
 */
export function openFullScreen(tree: (size: ScreenSize) => ReactNode, { stdin, stdout }: Terminal): FullScreen {
  const canvas = new Canvas(stdout);
  let isLeft = false;
  const restore = () => {
    if (isLeft) return;
    isLeft = true;
    stdout.off('resize', redraw);
    process.off('exit', restore);
    stdout.write(leaveCode);
  };
  const redraw = () => {
    stdout.write(clearCode);
    instance.rerender(tree(sizeOf(stdout)));
    canvas.emit('resize');
  };
  stdout.write(enterCode);
  process.once('exit', restore);
  const instance = render(tree(sizeOf(stdout)), {
    stdin,
    stdout: canvas as unknown as NodeJS.WriteStream, // all that Ink asks of it
    exitOnCtrlC: false,
    patchConsole: false,
  });
  stdout.on('resize', redraw);
  return {
    left: instance.waitUntilExit().then(restore, (error: unknown) => {
      restore();
      throw error;
    }) as Promise<void>,
    update: () => instance.rerender(tree(sizeOf(stdout))),
    leave: () => instance.unmount(),
  };
}

function sizeOf({ columns, rows }: NodeJS.WriteStream): ScreenSize {
  return { columns: columns || 80, rows: rows || 24 };
}

/**
 * The terminal as Ink sees it: without a lower end. Where a frame is as high as the terminal, also for the moment of a
 * resize, Ink would clear the terminal with all that was scrolled out of it, and that is the user's.
 */
class Canvas extends EventEmitter {
  readonly isTTY = true;
  readonly rows = Number.POSITIVE_INFINITY;

  constructor(private readonly stdout: NodeJS.WriteStream) {
    super();
  }

  get columns(): number {
    return sizeOf(this.stdout).columns;
  }

  write(text: string, written?: () => void): boolean {
    return this.stdout.write(text, written);
  }
}
