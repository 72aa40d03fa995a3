import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderTable, type TableCell } from '../../src/report/table.ts';

const columns = [{ header: 'doctor' }, { header: 'accuracy' }, { header: 'turns', digits: 1 }, { header: 'cost, $' }];
const rows: TableCell[][] = [
  ['bayes (reference)', { value: 0.8125, low: 0.75, high: 0.875, n: 448 }, 9.25, null],
  ['openai:some-model', { value: 0.5, low: null, high: null, n: 4 }, 12, 0.123],
  ['human', { value: null, low: null, high: null, n: 0 }, null, 3],
];

test('a table with estimates, numbers and nothing', () => {
  expect(renderTable(columns, rows)).toMatchInlineSnapshot(`
    "doctor                       accuracy  turns  cost, $
    ─────────────────  ──────────────────  ─────  ───────
    bayes (reference)                0.81    9.3        –
                       [0.75, 0.88] n=448
    openai:some-model                0.50   12.0     0.12
                                      n=4
    human                               –      –        3
                                      n=0"
  `);
});

test('what does not fit stands in a block below, led by the first column again', () => {
  expect(renderTable(columns, rows, { width: 45 })).toMatchInlineSnapshot(`
    "doctor                       accuracy  turns
    ─────────────────  ──────────────────  ─────
    bayes (reference)                0.81    9.3
                       [0.75, 0.88] n=448
    openai:some-model                0.50   12.0
                                      n=4
    human                               –      –
                                      n=0

    doctor             cost, $
    ─────────────────  ───────
    bayes (reference)        –
    openai:some-model     0.12
    human                    3"
  `);
});

test('where even one column beside the first does not fit, words are wrapped', () => {
  expect(renderTable(columns, rows, { width: 26 })).toMatchInlineSnapshot(`
    "doctor            accuracy
    ────────────  ────────────
    bayes                 0.81
    (reference)   [0.75, 0.88]
                         n=448
    openai:some-          0.50
    model                  n=4
    human                    –
                           n=0

    doctor        turns
    ────────────  ─────
    bayes           9.3
    (reference)
    openai:some-   12.0
    model
    human             –

    doctor        cost, $
    ────────────  ───────
    bayes               –
    (reference)
    openai:some-     0.12
    model
    human               3"
  `);
});

describe('cells', () => {
  const only = (cell: TableCell, digits?: number) =>
    renderTable([{ header: 'x', ...(digits === undefined ? {} : { digits }) }], [[cell]])
      .split('\n')
      .slice(2);

  test.each([
    { cell: 3, digits: undefined, text: '3' },
    { cell: 3, digits: 1, text: '3.0' },
    { cell: 0.126, digits: undefined, text: '0.13' },
    { cell: -0.001, digits: 2, text: '0.00' },
    { cell: -1.5, digits: 0, text: '-2' },
    { cell: null, digits: undefined, text: '–' },
    { cell: 'two\nlines', digits: undefined, text: 'two\nlines' },
    { cell: 'a \u001b[31mred\tname', digits: undefined, text: 'a  [31mred name' },
  ])('$cell with $digits digits is shown as $text', ({ cell, digits, text }) => {
    expect(
      only(cell, digits)
        .map((line) => line.trim())
        .join('\n'),
    ).toBe(text);
  });

  test('words stand at the right where the column says so', () => {
    const table = renderTable([{ header: 'how long', align: 'right' }], [['a while'], ['no']]);
    expect(table.split('\n')).toEqual(['how long', '────────', ' a while', '      no']);
  });
});

test('a table without rows is its header; one without columns is nothing', () => {
  expect(renderTable([{ header: 'a' }, { header: 'bc' }], [])).toBe('a  bc\n─  ──');
  expect(renderTable([], [[]])).toBe('');
});

test('styled, the same text has a bold header and dim intervals', () => {
  const styled = renderTable(columns, rows, { styled: true });
  expect(stripVTControlCharacters(styled)).toBe(renderTable(columns, rows));
  expect(styled).toContain('\u001b[1mdoctor\u001b[22m');
  expect(styled).toContain('\u001b[2m[0.75, 0.88] n=448\u001b[22m');
});

describe('whatever the table', () => {
  const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const cell = fc.oneof(
    fc.string({ maxLength: 40 }),
    figure,
    fc.constant(null),
    fc.record({ value: figure, low: fc.option(figure), high: fc.option(figure), n: fc.nat() }),
  );
  const tables = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.record({
      columns: fc.array(fc.record({ header: fc.string({ maxLength: 20 }) }), { minLength: count, maxLength: count }),
      rows: fc.array(fc.array(cell, { minLength: count, maxLength: count }), { maxLength: 5 }),
      width: fc.integer({ min: 8, max: 100 }),
    }),
  );

  test('no line is wider than asked, styled or not', () => {
    fc.assert(
      fc.property(tables, fc.boolean(), ({ columns, rows, width }, styled) => {
        for (const line of renderTable(columns, rows, { width, styled }).split('\n'))
          expect([...stripVTControlCharacters(line)].length).toBeLessThanOrEqual(width);
      }),
    );
  });

  test('no line ends in blanks', () => {
    fc.assert(
      fc.property(tables, ({ columns, rows, width }) => {
        expect(renderTable(columns, rows, { width })).not.toMatch(/[ \t]$/m);
      }),
    );
  });

  test('wrapping loses nothing but blanks', () => {
    const solid = (text: string) => text.replace(/[\s\p{Cc}]/gu, '');
    fc.assert(
      fc.property(fc.array(fc.string()), fc.integer({ min: 8, max: 30 }), (words, width) => {
        const [, , ...lines] = renderTable(
          [{ header: 'x' }],
          words.map((word) => [word]),
          { width },
        ).split('\n');
        expect(solid(lines.join(''))).toBe(solid(words.join('')));
      }),
    );
  });
});
