import { styleText } from 'node:util';
import type { Interval } from './statistics/bootstrap.ts';

/**
 * What a cell says: words, a number, nothing (`–`), or an estimate, which takes two lines: the value above, its
 * interval and count below.
 */
export type TableCell = string | number | null | Pick<Interval, 'value' | 'low' | 'high' | 'n'>;

export interface TableColumn {
  header: string;
  /** Digits behind the point: 2 unless told, none for a whole number that is no estimate. */
  digits?: number;
  /** For words; numbers always stand at the right. Unless told, words stand at the left. */
  align?: 'left' | 'right';
}

export interface TableStyle {
  /** Characters a line may take, at least 8; 80 unless told. */
  width?: number;
  /** Bold headers and dim intervals, as escape codes. Off unless told: nothing is said by style alone. */
  styled?: boolean;
}

/**
 * A table as plain text. What does not fit the width is put below in further blocks, each led by the first column;
 * what does not fit even so is wrapped.
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly TableCell[])[],
  { width = 80, styled = false }: TableStyle = {},
): string {
  const laidOut = columns.map((column, index) =>
    layOut(
      column,
      rows.map((row) => row[index] ?? null),
    ),
  );
  const [first, ...others] = fitted(laidOut, Math.max(8, width));
  if (!first) return '';
  return inBlocks(first, others, Math.max(8, width))
    .map((block) => renderBlock(block, styled))
    .join('\n\n');
}

interface Line {
  text: string;
  isDim: boolean;
}

interface LaidOutCell {
  lines: Line[];
  isRight: boolean;
}

interface LaidOutColumn {
  header: LaidOutCell;
  cells: LaidOutCell[];
  width: number;
}

const gap = '  ';

function layOut(column: TableColumn, cells: readonly TableCell[]): LaidOutColumn {
  const hasNumbers = cells.some((cell) => cell !== null && typeof cell !== 'string');
  const wordsAreRight = column.align === 'right';
  // A header stands over its numbers, and a null among them stands where the number would.
  const header = { lines: linesOf(column.header), isRight: wordsAreRight || (hasNumbers && column.align !== 'left') };
  const laidOut = cells.map((cell) => ({
    lines: linesOfCell(cell, column.digits),
    isRight: typeof cell === 'string' ? wordsAreRight : cell !== null || hasNumbers || wordsAreRight,
  }));
  const width = Math.max(...[header, ...laidOut].flatMap(({ lines }) => lines.map(({ text }) => lengthOf(text))));
  return { header, cells: laidOut, width };
}

function linesOfCell(cell: TableCell, digits: number | undefined): Line[] {
  if (cell === null) return linesOf('–');
  if (typeof cell === 'string') return linesOf(cell);
  if (typeof cell === 'number') return linesOf(formatNumber(cell, digits ?? (Number.isInteger(cell) ? 0 : 2)));
  const inDigits = (figure: number) => formatNumber(figure, digits ?? 2);
  const { value, low, high, n } = cell;
  const interval = low === null || high === null ? '' : `[${inDigits(low)}, ${inDigits(high)}] `;
  return [
    { text: value === null ? '–' : inDigits(value), isDim: false },
    { text: `${interval}n=${n}`, isDim: true },
  ];
}

function formatNumber(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text; // what rounds to nothing has no sign
}

function linesOf(text: string): Line[] {
  // Names come from outside: a control character could move the cursor or change colours.
  return text.split(/\r?\n/).map((line) => ({ text: line.replace(/\p{Cc}/gu, ' '), isDim: false }));
}

/**
 * The columns, narrowed where the first one and some other would not stand side by side. An estimate can be broken
 * without harm, a name cannot: so the first column keeps what the others' longest words leave of the width.
 */
function fitted(columns: readonly LaidOutColumn[], width: number): LaidOutColumn[] {
  const [first, ...others] = columns;
  if (!first) return [];
  const besides = others.length === 0 ? 0 : gap.length;
  const leftOver = width - besides - Math.max(0, ...others.map(longestWord));
  const firstWidth = Math.min(first.width, Math.max(Math.floor(width / 3), leftOver));
  return [narrowed(first, firstWidth), ...others.map((column) => narrowed(column, width - firstWidth - besides))];
}

function longestWord({ header, cells }: LaidOutColumn): number {
  const words = [header, ...cells].flatMap(({ lines }) => lines.flatMap(({ text }) => wordsOf(text)));
  return Math.max(0, ...words.map(lengthOf));
}

function narrowed(column: LaidOutColumn, most: number): LaidOutColumn {
  if (column.width <= most) return column;
  const wrapCell = ({ lines, isRight }: LaidOutCell) => ({
    lines: lines.flatMap(({ text, isDim }) => wrap(text, most).map((part) => ({ text: part, isDim }))),
    isRight,
  });
  return { header: wrapCell(column.header), cells: column.cells.map(wrapCell), width: most };
}

/** What is better not broken; an interval in its brackets is one word. */
const wordsOf = (text: string): string[] => text.match(/\[[^\]]*\]|\S+/g) ?? [];

/** Breaks between words, and inside one only where it is longer than a line. */
function wrap(text: string, most: number): string[] {
  if (lengthOf(text) <= most) return [text];
  const lines: string[] = [];
  for (const word of wordsOf(text)) {
    const last = lines.at(-1);
    if (last !== undefined && lengthOf(last) + 1 + lengthOf(word) <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...cut(word, most));
  }
  return lines;
}

function cut(word: string, most: number): string[] {
  const characters = [...word];
  const parts: string[] = [];
  for (let from = 0; from < characters.length; from += most) parts.push(characters.slice(from, from + most).join(''));
  return parts;
}

/** Fills each block with as many columns as stand beside the first one. */
function inBlocks(first: LaidOutColumn, others: readonly LaidOutColumn[], width: number): LaidOutColumn[][] {
  const blocks = [[first]];
  let used = first.width;
  for (const column of others) {
    const block = blocks.at(-1) ?? [];
    if (block.length > 1 && used + gap.length + column.width > width) {
      blocks.push([first, column]);
      used = first.width + gap.length + column.width;
    } else {
      block.push(column);
      used += gap.length + column.width;
    }
  }
  return blocks;
}

function renderBlock(columns: readonly LaidOutColumn[], styled: boolean): string {
  const bold = (text: string) => paint('bold', text, styled);
  const dim = (text: string) => paint('dim', text, styled);
  const header = renderRow(
    columns,
    (column) => column.header,
    ({ text }) => bold(text),
  );
  const rule = columns
    .map((column) => '─'.repeat(column.width))
    .join(gap)
    .trimEnd();
  const rows = (columns[0]?.cells ?? []).flatMap((_, row) =>
    renderRow(
      columns,
      (column) => column.cells[row],
      ({ text, isDim }) => (isDim ? dim(text) : text),
    ),
  );
  return [...header, dim(rule), ...rows].join('\n');
}

function renderRow(
  columns: readonly LaidOutColumn[],
  cellOf: (column: LaidOutColumn) => LaidOutCell | undefined,
  painted: (line: Line) => string,
): string[] {
  const cells = columns.map((column) => ({ width: column.width, cell: cellOf(column) }));
  const height = Math.max(1, ...cells.map(({ cell }) => cell?.lines.length ?? 0));
  return Array.from({ length: height }, (_, at) => {
    const parts = cells.map(({ width, cell }) => {
      const line = cell?.lines[at];
      if (!line) return ' '.repeat(width);
      const padding = ' '.repeat(width - lengthOf(line.text)); // beside the painted text: escape codes have no width
      return cell.isRight ? padding + painted(line) : painted(line) + padding;
    });
    return parts.join(gap).trimEnd();
  });
}

function paint(style: 'bold' | 'dim', text: string, styled: boolean): string {
  // The caller knows what the text is for; left to itself, newer Node looks at standard output instead.
  return styled && text !== '' ? styleText(style, text, { validateStream: false }) : text;
}

/** Characters, not UTF-16 units, so that none is cut in two. */
const lengthOf = (text: string) => [...text].length;
