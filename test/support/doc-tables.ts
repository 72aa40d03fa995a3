import { readFile } from 'node:fs/promises';

/** A section of a page of the documentation, from its title to the next one of its rank. */
export async function sectionOf(page: string, title: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`${page} has no section "${title}"`);
  return section;
}

/** The rows of the first table whose first heading is given, without its head: a text for each cell. */
export function rowsOfTable(section: string, firstHeading: string): string[][] {
  const [first] = tablesOf(section, firstHeading);
  if (first === undefined) throw new Error(`there is no table that begins with "${firstHeading}"`);
  return first;
}

/** The same of all tables whose first heading is given. */
export function tablesOf(section: string, firstHeading: string): string[][][] {
  return allTablesOf(section).flatMap(({ head, rows }) => (head[0] === firstHeading ? [rows] : []));
}

/** All tables of a text: a text for each cell. */
export function allTablesOf(text: string): { readonly head: string[]; readonly rows: string[][] }[] {
  const lines = text.split('\n');
  return lines.flatMap((line, at) => {
    if (!line.startsWith('|---')) return [];
    const rows = lines.slice(at + 1);
    const end = rows.findIndex((row) => !row.startsWith('|'));
    return [{ head: cellsOf(lines[at - 1] ?? ''), rows: rows.slice(0, end < 0 ? rows.length : end).map(cellsOf) }];
  });
}

const cellsOf = (row: string) =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());

/** A figure's worked example: `0.2, 0.5 and 0.9, k = 2: 0.300000`, `3 / 4 = 0.75`, or the result alone. */
interface Example {
  /** What the row is about, without the marks of code. */
  readonly name: string;
  /** What it is worked out from; empty where a table above says it. */
  readonly given: string;
  readonly result: number;
  /** Digits behind the point to which it has to be so: those of the page, and of a whole number all. */
  readonly digits: number;
}

/** The worked examples of a table: in the last cell of each row. Throws where a row has none. */
export function examplesIn(rows: readonly string[][]): Example[] {
  return rows.map((row) => {
    const [name = ''] = row;
    const cell = row.at(-1) ?? '';
    const [, result] = /([−-]?[\d.]*\d)$/.exec(cell) ?? [];
    if (result === undefined) throw new Error(`${name} has no worked example: "${cell}"`);
    const given = cell.includes(': ') ? cell.slice(0, cell.indexOf(': ')) : '';
    const [, decimals = ''] = result.split('.');
    return { name: name.replaceAll('`', ''), given, result: numberOf(result), digits: decimals.length || 9 };
  });
}

/** A number as the pages write it, with a minus sign of its own. */
export const numberOf = (text: string) => Number(text.replace('−', '-'));

/** All numbers of a text. */
export const numbersIn = (text: string) => (text.match(/[−-]?(?:\d*\.)?\d+/g) ?? []).map(numberOf);
