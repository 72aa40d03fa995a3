import { readFile } from 'node:fs/promises';

/** A section of a page of the documentation, from its title to the next one of its rank. */
export async function sectionOf(page: string, title: string): Promise<string> {
  const text = await readFile(new URL(`../../docs/${page}`, import.meta.url), 'utf8');
  const section = text.split(/^## /m).find((part) => part.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`${page} has no section "${title}"`);
  return section;
}

/** The rows of the table whose first heading is given, without its head: a text for each cell. */
export function rowsOfTable(section: string, firstHeading: string): string[][] {
  const lines = section.split('\n');
  const head = lines.findIndex((line) => line.startsWith(`| ${firstHeading} |`));
  if (head < 0) throw new Error(`there is no table that begins with "${firstHeading}"`);
  const rows = lines.slice(head + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
