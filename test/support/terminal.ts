import { EventEmitter } from 'node:events';
import { stripVTControlCharacters } from 'node:util';
import type { Terminal } from '../../src/ui/full-screen.tsx';
import { until } from './until.ts';

class Keyboard extends EventEmitter {
  readonly isTTY: boolean;
  isRaw = false;
  private readonly waiting: string[] = [];

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  press(key: string): void {
    this.waiting.push(key);
    this.emit('readable');
  }

  read(): string | null {
    return this.waiting.shift() ?? null;
  }

  setRawMode(isRaw: boolean): void {
    this.isRaw = isRaw;
  }

  setEncoding(): void {}
  ref(): void {}
  unref(): void {}
}

class Display extends EventEmitter {
  readonly written: string[] = [];

  constructor(
    readonly isTTY: boolean,
    public columns: number,
    public rows: number,
  ) {
    super();
  }

  write(text: string, written?: () => void): boolean {
    this.written.push(text);
    written?.();
    return true;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }
}

/** A terminal that is none: what a program writes to it is kept, and keys are pressed from outside. */
export function fakeTerminal({ columns = 80, rows = 24, isInput = true, isOutput = true } = {}) {
  const stdin = new Keyboard(isInput);
  const stdout = new Display(isOutput, columns, rows);
  /** What was written last that has words in it. */
  const frame = () => stripVTControlCharacters(stdout.written.findLast((text) => /\w\w/.test(plain(text))) ?? '');
  return {
    stdin,
    stdout,
    terminal: { stdin, stdout } as unknown as Terminal, // all that is asked of it
    frame,
    all: () => stdout.written.join(''),
    shows: (words: string | RegExp) =>
      until(() => {
        const seen = frame();
        if (typeof words === 'string' ? !seen.includes(words) : !words.test(seen))
          throw new Error(`"${words}" is not shown:\n${seen}`);
      }),
    press: async (...keys: readonly string[]) => {
      await until(() => {
        if (stdin.listenerCount('readable') === 0) throw new Error('nobody listens to the keyboard');
      });
      for (const key of keys) stdin.press(key);
    },
  };
}

const plain = (text: string) => stripVTControlCharacters(text);
