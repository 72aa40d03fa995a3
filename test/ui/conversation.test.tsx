import { Text } from 'ink';
import { describe, expect, test } from 'vitest';
import type { DoctorView, ViewLine } from '../../src/events/history.ts';
import { Conversation } from '../../src/ui/conversation.tsx';
import type { ScreenSize } from '../../src/ui/full-screen.tsx';
import { Help } from '../../src/ui/parts/help.tsx';
import { InputLine } from '../../src/ui/parts/input-line.tsx';
import { useScroll } from '../../src/ui/use-scroll.ts';
import { drawn } from '../support/screen.tsx';

const lines: ViewLine[] = [
  { speaker: 'patient', text: 'My throat hurts, and it has been hurting since Monday, which is when I came home.' },
  { speaker: 'doctor', act: 'ask', text: 'Any fever?' },
  { speaker: 'patient', text: 'No.' },
  { speaker: 'doctor', act: 'examine', text: 'the throat' },
  { speaker: 'clinic', text: 'Red.' },
  { speaker: 'doctor', act: 'order', text: 'a swab' },
  { speaker: 'clinic', text: 'Not available.' },
  { speaker: 'doctor', act: 'conclude', text: 'I think this is tonsillitis.' },
];
const view: DoctorView = { demographics: { age: 30, sex: 'female' }, setting: 'general practice', lines };

function Shown({ size, said = view, help = false }: { size: ScreenSize; said?: DoctorView; help?: boolean }) {
  return (
    <Conversation
      size={size}
      view={said}
      scroll={useScroll([size.columns, size.rows])}
      progress="turn 3 of 14"
      notice="Examine what?"
      hints="plain words ask"
      page={help ? <Help maxTurns={14} /> : null}
    >
      <Text>{'> '}</Text>
    </Conversation>
  );
}

describe('a conversation', () => {
  test('shows who sits there, what was said by whom, and what can be typed', () => {
    expect(drawn(<Shown size={{ columns: 60, rows: 24 }} />).frame()).toMatchInlineSnapshot(`
      " 30-year-old woman, general practice           turn 3 of 14
       ──────────────────────────────────────────────────────────




       patient   My throat hurts, and it has been hurting since
                 Monday, which is when I came home.

       you       Any fever?
       patient   No.

       examine   the throat
       clinic    Red.

       test      a swab
       clinic    Not available.

       conclude  I think this is tonsillitis.
       ──────────────────────────────────────────────────────────
       Examine what?
       >
       plain words ask"
    `);
  });

  test.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 40, rows: 12 },
  ])('fills $columns × $rows but for the last row, and goes beyond neither', (size) => {
    const long = { ...view, lines: Array.from({ length: 10 }, () => lines).flat() };
    const rows = drawn(<Shown size={size} said={long} />)
      .frame()
      .split('\n');
    expect(rows).toHaveLength(size.rows - 1);
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(size.columns);
    // Who and how far at the top, the latest words above what can be typed at the bottom.
    expect(rows[0]).toContain('turn 3 of 14');
    expect(rows.at(-1)).toContain('plain words ask');
    expect(rows.join('\n')).toContain('tonsillitis');
  });

  test.each([20, 33, 47, 60])(
    'has no line that begins with the space between two words, %i columns wide',
    (columns) => {
      const text = 'every word of it has another length so that lines break at all sorts of places '.repeat(3).trim();
      const frame = drawn(
        <Shown size={{ columns, rows: 60 }} said={{ ...view, lines: [{ speaker: 'patient', text }] }} />,
      );
      const spoken = frame
        .frame()
        .split('\n')
        .filter((row) => /^ {11}\S| patient /.test(row));
      const inset = frame
        .frame()
        .split('\n')
        .filter((row) => /^ {12}/.test(row));
      expect(inset).toEqual([]);
      expect(
        spoken
          .map((row) => row.slice(11).trim())
          .join(' ')
          .replace(/\s+/g, ' '),
      ).toBe(text);
    },
  );

  test('gives its place to a page, such as help', () => {
    const frame = drawn(<Shown size={{ columns: 80, rows: 24 }} help />).frame();
    for (const words of ['How to consult', '/examine', '/quit', 'Ctrl-C', 'you have 14'])
      expect(frame).toContain(words);
    expect(frame).not.toContain('Any fever?');
  });
});

describe('the line that is written', () => {
  const lineOf = (before: string, after = '', waiting: string | null = null) =>
    drawn(<InputLine draft={{ before, after }} width={40} waiting={waiting} />).frame();

  test('says why nothing can be written', () => {
    expect(lineOf('', '', 'The patient is thinking…')).toBe('The patient is thinking…');
  });

  test('shows the part around its cursor where it is long, in four lines at most', () => {
    const words = Array.from({ length: 200 }, (_, i) => `w${i}`);
    const text = words.join(' ');
    const atEnd = lineOf(text);
    expect(atEnd).toContain('w199');
    expect(atEnd).toMatch(/^> …/);
    const inside = lineOf(words.slice(0, 100).join(' '), ` ${words.slice(100).join(' ')}`);
    for (const shown of ['…', 'w99', 'w100']) expect(inside).toContain(shown);
    const atStart = lineOf('', text);
    expect(atStart).toMatch(/^> w0 w1 /);
    for (const frame of [atEnd, inside, atStart]) {
      expect(frame.split('\n').length).toBeLessThanOrEqual(5);
      expect(frame).not.toContain(frame === atEnd ? 'w50' : 'w150');
    }
  });
});
