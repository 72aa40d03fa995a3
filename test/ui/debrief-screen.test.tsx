import { describe, expect, test, vi } from 'vitest';
import type { Debrief } from '../../src/report/debrief.ts';
import { DebriefScreen } from '../../src/ui/debrief-screen.tsx';
import { drawn, keys } from '../support/screen.tsx';
import { until } from '../support/until.ts';

const debrief: Debrief = {
  verdict: 'wrong',
  said: 'flu',
  truth: 'tonsillitis',
  remarks: ['It stood in the differential; the first diagnosis alone counts.'],
  turns: [
    {
      turn: 1,
      act: 'ask',
      words: 'Any fever?',
      expectedBits: 0.5,
      remark: '',
      best: { words: 'fever', bits: 0.5, isOwn: true },
      entropyDropBits: 0.25,
    },
    {
      turn: 2,
      act: 'examine',
      words: 'the throat',
      expectedBits: 0,
      remark: 'known already',
      best: { words: 'swollen glands', bits: 0.75, isOwn: false },
      entropyDropBits: -0.5,
    },
    { turn: 3, act: 'order', words: 'a swab', expectedBits: null, remark: '', best: null, entropyDropBits: null },
  ],
  information: {
    entropyStartBits: 3,
    entropyEndBits: 1,
    truthGainBits: 2,
    efficiency: 0.5,
    coverage: { question: 0.5, examination: 1, test: null },
  },
  mustAsk: { of: 3, missed: ['fever', 'medicines'] },
  redFlags: { of: 2, missed: ['confusion'] },
  untold: [
    { name: 'fever', words: 'I am hot.', wasAsked: true },
    { name: null, words: 'I have a cat.', wasAsked: false },
  ],
  unreported: ['Throat swab'],
  criteria: [
    { rubric: 'quality', text: 'Asks about the background.', met: 'met', reason: 'asked about allergies' },
    { rubric: 'quality', text: 'Plans what is essential.', met: 'ungraded', reason: 'nothing was recognised' },
  ],
};
const bare: Debrief = {
  ...debrief,
  verdict: 'none',
  said: null,
  remarks: [],
  turns: [],
  information: null,
  mustAsk: { of: 0, missed: [] },
  untold: [],
  unreported: [],
  criteria: [],
};

const shown = (of: Debrief, size = { columns: 80, rows: 60 }, onClose = () => {}) =>
  drawn(<DebriefScreen debrief={of} size={size} onClose={onClose} />);

describe('a debrief on the screen', () => {
  test('says right or wrong, what each turn was worth, and what was missed', () => {
    expect(shown(debrief, { columns: 80, rows: 39 }).frame()).toMatchInlineSnapshot(`
      " WRONG: you said “flu”. The diagnosis is tonsillitis.
       It stood in the differential; the first diagnosis alone counts.
       ──────────────────────────────────────────────────────────────────────────────
       Turns, in bits: what a question could be expected to tell, and by how much the
       doubt fell
       #    asked                        expected         best instead           drop
       1    Any fever?                   0.50             this was the best     +0.25
       2    examine: the throat          0.00, known      swollen glands        −0.50
                                         already          0.75
       3    test: a swab                 –                –                         –

       Information
       Doubt: 3.00 bits at the start, 1.00 at the end
       Gain towards the truth: 2.00 bits
       Efficiency: 0.50 of what the best questions would have brought
       Coverage of what mattered: history 0.50, examinations 1.00, tests none to be
       had

       Must-ask items missed: 2 of 3
       fever, medicines

       Red flags that never came up: 1 of 2
       confusion

       What the patient never told
       · fever: “I am hot.” (asked, but not told)
       · “I have a cat.”

       Examinations and tests that would have shown something
       · Throat swab

       How the consultation was held
       · met: Asks about the background. (asked about allergies)
       · ungraded: Plans what is essential. (nothing was recognised)


       ──────────────────────────────────────────────────────────────────────────────
       ↑ ↓ PgUp PgDn scroll Enter closes"
    `);
  });

  test.each([
    { verdict: 'right', said: 'angina', first: 'RIGHT: you said “angina”. The diagnosis is tonsillitis.' },
    { verdict: 'none', said: null, first: 'NO DIAGNOSIS. The diagnosis is tonsillitis.' },
  ] as const)('begins with the verdict: $verdict', ({ verdict, said, first }) => {
    expect(
      shown({ ...debrief, verdict, said })
        .frame()
        .split('\n')[0]
        ?.trim(),
    ).toBe(first);
  });

  test('leaves out what there is nothing to say of', () => {
    const frame = shown(bare).frame();
    expect(frame).toContain('Nothing was asked before you concluded.');
    for (const title of ['Information', 'Must-ask', 'never told', 'would have shown', 'How the consultation'])
      expect(frame).not.toContain(title);
  });

  test('outside the knowledge base says so, and shows no figure', () => {
    const turns = debrief.turns.map((turn) => ({ ...turn, expectedBits: null, best: null, entropyDropBits: null }));
    const frame = shown({ ...debrief, information: null, turns }).frame();
    expect(frame).toContain('No figures: the diagnosis is outside the knowledge base.');
    expect(frame).not.toMatch(/\d\.\d\d/);
  });

  test.each([
    { columns: 80, rows: 24 },
    { columns: 120, rows: 40 },
    { columns: 50, rows: 12 },
  ])('keeps within $columns × $rows', (size) => {
    const rows = shown(debrief, size).frame().split('\n');
    expect(rows).toHaveLength(size.rows - 1);
    expect(Math.max(...rows.map(({ length }) => length))).toBeLessThanOrEqual(size.columns);
    expect(rows.at(-1)).toContain('Enter closes');
  });

  test('is scrolled with the keys, and never beyond its ends', async () => {
    const screen = shown(debrief, { columns: 80, rows: 14 });
    const start = screen.frame();
    await screen.press(keys.up, keys.pageUp);
    await screen.press(keys.down);
    await screen.hides('Turns, in bits');
    await screen.press(keys.up);
    await screen.shows('Turns, in bits');
    expect(screen.frame()).toBe(start);
    await screen.press(keys.end, keys.pageDown, keys.down, ' ');
    await screen.shows('Plans what is essential.');
    expect(screen.frame()).toMatch(/WRONG: you said “flu”/); // the verdict stays
    const end = screen.frame();
    await screen.press(keys.pageUp);
    await until(() => expect(screen.frame()).not.toBe(end));
    await screen.press(keys.home);
    await until(() => expect(screen.frame()).toBe(start));
  });

  test('that grew taller than its content shows it from the start', async () => {
    const screen = shown(debrief, { columns: 80, rows: 14 });
    await screen.press(keys.end);
    await screen.shows('Plans what is essential.');
    screen.rerender(<DebriefScreen debrief={debrief} size={{ columns: 80, rows: 60 }} onClose={() => {}} />);
    await screen.shows('Turns, in bits');
    await screen.shows('Plans what is essential.');
  });

  test.each([keys.enter, keys.escape, 'q'])('is closed with %j', async (key) => {
    const onClose = vi.fn();
    const screen = shown(debrief, undefined, onClose);
    await screen.press('x', key);
    await until(() => expect(onClose).toHaveBeenCalledOnce());
  });
});
