import { Text } from 'ink';
import { describe, expect, test, vi } from 'vitest';
import { openFullScreen, type ScreenSize } from '../../src/ui/full-screen.tsx';
import { fakeTerminal } from '../support/terminal.ts';

// Ink draws no frames where CI is set, and looks at that when it is loaded.
vi.hoisted(() => {
  process.env.CI = 'false';
});

const enter = '\u001b[?1049h';
const leave = '\u001b[?1049l';
const sizeText = ({ columns, rows }: ScreenSize) => <Text>{`it is ${columns} by ${rows}`}</Text>;
const times = (text: string, part: string) => text.split(part).length - 1;

describe('a full screen', () => {
  test('is drawn on the alternate screen in the size of the terminal', async () => {
    const display = fakeTerminal({ columns: 100, rows: 30 });
    const screen = openFullScreen(sizeText, display.terminal);
    await display.shows('it is 100 by 30');
    expect(display.stdout.written[0]).toContain(enter);
    screen.leave();
    await screen.left;
  });

  test('takes 80 by 24 where the terminal does not say its size', async () => {
    const display = fakeTerminal({ columns: 0, rows: 0 });
    const screen = openFullScreen(sizeText, display.terminal);
    await display.shows('it is 80 by 24');
    screen.leave();
    await screen.left;
  });

  test('is cleared and drawn anew when the terminal changes its size', async () => {
    const display = fakeTerminal();
    const screen = openFullScreen(sizeText, display.terminal);
    await display.shows('it is 80 by 24');
    for (const [columns, rows] of [[40, 10] as const, [120, 40] as const]) {
      const before = display.stdout.written.length;
      display.stdout.resize(columns, rows);
      await display.shows(`it is ${columns} by ${rows}`);
      expect(display.stdout.written[before]).toBe('\u001b[2J\u001b[H');
    }
    screen.leave();
    await screen.left;
  });

  test('shows what changed outside its tree when told to', async () => {
    const display = fakeTerminal();
    let words = 'before';
    const screen = openFullScreen(() => <Text>{words}</Text>, display.terminal);
    await display.shows('before');
    words = 'after';
    screen.update();
    await display.shows('after');
    screen.leave();
    await screen.left;
  });

  test('is left once, gives the terminal back, and does not draw any more', async () => {
    const display = fakeTerminal();
    const listening = process.listenerCount('exit');
    const screen = openFullScreen(sizeText, display.terminal);
    await display.shows('it is');
    screen.leave();
    screen.leave();
    await screen.left;
    expect(times(display.all(), leave)).toBe(1);
    expect(display.stdout.listenerCount('resize')).toBe(0);
    expect(process.listenerCount('exit')).toBe(listening);
    const written = display.stdout.written.length;
    display.stdout.resize(40, 10);
    expect(display.stdout.written).toHaveLength(written);
  });

  test('never clears what was scrolled out of the terminal, however high its tree is', async () => {
    const display = fakeTerminal({ rows: 5 });
    const high = Array.from({ length: 20 }, (_, i) => `line ${i}`).join('\n');
    const screen = openFullScreen(() => <Text>{high}</Text>, display.terminal);
    await display.shows('line 19');
    display.stdout.resize(80, 4);
    await display.shows('line 19');
    screen.leave();
    await screen.left;
    expect(display.all()).not.toContain('\u001b[3J');
  });

  test('whose tree breaks gives the terminal back, and tells why', async () => {
    const display = fakeTerminal();
    const Broken = () => {
      throw new Error('a broken tree');
    };
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await expect(openFullScreen(() => <Broken />, display.terminal).left).rejects.toThrow('a broken tree');
    vi.restoreAllMocks();
    expect(times(display.all(), leave)).toBe(1);
  });
});
