import fc from 'fast-check';
import { type Key, Text } from 'ink';
import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { type Draft, edited, useDraft } from '../../src/ui/use-draft.ts';
import { until } from '../support/until.ts';

/** A draft written as its text with `|` for the cursor. */
function draftOf(text: string): Draft {
  const [before = '', after = ''] = text.split('|');
  return { before, after };
}

const shown = ({ before, after }: Draft) => `${before}|${after}`;

describe('a key', () => {
  test.each<{ name: string; from: string; input?: string; key?: Partial<Key>; to: string }>([
    { name: 'a letter', from: 'ab|d', input: 'c', to: 'abc|d' },
    { name: 'left', from: 'ab|c', key: { leftArrow: true }, to: 'a|bc' },
    { name: 'left at the start', from: '|ab', key: { leftArrow: true }, to: '|ab' },
    { name: 'left over an emoji of several parts', from: 'a👩‍⚕️|b', key: { leftArrow: true }, to: 'a|👩‍⚕️b' },
    { name: 'right', from: 'a|bc', key: { rightArrow: true }, to: 'ab|c' },
    { name: 'right over an accent of its own', from: '|e\u0301x', key: { rightArrow: true }, to: 'e\u0301|x' },
    { name: 'right at the end', from: 'ab|', key: { rightArrow: true }, to: 'ab|' },
    { name: 'Home', from: 'ab|c', key: { home: true }, to: '|abc' },
    { name: 'Ctrl-A', from: 'ab|c', input: 'a', key: { ctrl: true }, to: '|abc' },
    { name: 'End', from: 'a|bc', key: { end: true }, to: 'abc|' },
    { name: 'Ctrl-E', from: 'a|bc', input: 'e', key: { ctrl: true }, to: 'abc|' },
    { name: 'backspace', from: 'ab|c', key: { backspace: true }, to: 'a|c' },
    { name: 'backspace over an emoji of several parts', from: 'a👩‍⚕️|', key: { delete: true }, to: 'a|' },
    { name: 'backspace at the start', from: '|c', key: { delete: true }, to: '|c' },
    { name: 'Ctrl-W', from: 'any fever |now', input: 'w', key: { ctrl: true }, to: 'any |now' },
    { name: 'Ctrl-U', from: 'any fever |now', input: 'u', key: { ctrl: true }, to: '|now' },
    { name: 'another Ctrl key', from: 'a|b', input: 'k', key: { ctrl: true }, to: 'a|b' },
    { name: 'Tab', from: 'a|b', input: '\t', key: { tab: true }, to: 'a|b' },
    { name: 'a key that Ink does not know', from: 'a|b', input: '[15~', to: 'a|b' },
    { name: 'several lines at once', from: 'a|b', input: 'x\r\ny\nz', to: 'ax y z|b' },
    { name: 'a tab inside a pasted text', from: '|', input: 'x\ty', to: 'x y|' },
  ])('$name: $from becomes $to', ({ from, input = '', key = {}, to }) => {
    expect(shown(edited(draftOf(from), input, key))).toBe(to);
  });

  test('that moves never changes the text, and no typed text brings a control character into it', () => {
    const keys = fc.constantFrom<Partial<Key>>(
      { leftArrow: true },
      { rightArrow: true },
      { home: true },
      { end: true },
    );
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(keys),
        fc.string({ unit: 'binary' }),
        (text, moves, typed) => {
          const start = edited({ before: '', after: '' }, text, {});
          const moved = moves.reduce((draft, key) => edited(draft, '', key), start);
          expect(moved.before + moved.after).toBe(start.before + start.after);
          const after = edited(moved, typed, {});
          expect(after.before + after.after).not.toMatch(/\p{Cc}/u);
          expect(after.after).toBe(moved.after);
        },
      ),
    );
  });
});

describe('a draft on the screen', () => {
  function Line({ isActive = true, onSubmit }: { isActive?: boolean; onSubmit: (line: string) => boolean }) {
    return <Text>{shown(useDraft({ isActive, onSubmit }))}</Text>;
  }

  async function written(...chunks: readonly string[]) {
    const lines: string[] = [];
    const screen = render(<Line onSubmit={(line) => lines.push(line) > 0} />);
    await until(() => expect(screen.stdin.listenerCount('readable')).toBeGreaterThan(0));
    for (const chunk of chunks) screen.stdin.write(chunk);
    return { lines, screen };
  }

  const up = '\u001b[A';
  const down = '\u001b[B';

  test('is sent with Enter, and begins anew', async () => {
    const { lines, screen } = await written('Any ', 'fever?', '\r', 'And');
    expect(lines).toEqual(['Any fever?']);
    await until(() => expect(screen.lastFrame()).toBe('And|'));
  });

  test('loses no key where keys come faster than frames', async () => {
    const letters = [...'the quick brown fox'];
    const { screen } = await written(...letters);
    await until(() => expect(screen.lastFrame()).toBe('the quick brown fox|'));
  });

  test('takes a pasted text of several lines as one, and an Enter at its end sends it', async () => {
    const { lines, screen } = await written('Any fever?\r\nAny cough?\nAny rash?');
    await until(() => expect(screen.lastFrame()).toBe('Any fever? Any cough? Any rash?|'));
    expect(lines).toEqual([]);
    screen.stdin.write(' Thanks.\r');
    expect(lines).toEqual(['Any fever? Any cough? Any rash? Thanks.']);
  });

  test('brings back what was sent, and ends with an empty line', async () => {
    const { screen } = await written('one', '\r', 'two', '\r', '  ', '\r', up);
    await until(() => expect(screen.lastFrame()).toBe('two|'));
    screen.stdin.write(up);
    screen.stdin.write(up);
    await until(() => expect(screen.lastFrame()).toBe('one|'));
    for (let i = 0; i < 4; i++) screen.stdin.write(down);
    await until(() => expect(screen.lastFrame()).toBe('|'));
  });

  test('that is not taken stays as it is', async () => {
    const screen = render(<Line onSubmit={() => false} />);
    await until(() => expect(screen.stdin.listenerCount('readable')).toBeGreaterThan(0));
    for (const chunk of ['Any fever?', '\r', '!']) screen.stdin.write(chunk);
    await until(() => expect(screen.lastFrame()).toBe('Any fever?!|'));
  });
});
