import { z } from 'zod';
import { type ConclusionLine, type Role, roleNamed } from './roles.ts';

/** Reads the text of a value. */
type ReadText = (text: string) => readonly ConclusionLine[];

const Json = z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]);

/** The lines of JSON, in a fence or alone; null where a text is none. */
export function linesOfJson(text: string, linesOfText: ReadText): ConclusionLine[] | null {
  const start = text.search(/[{[]/);
  if (start < 0) return null;
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  const around = `${text.slice(0, start)}${text.slice(end)}`.replace(/```\w*/g, '').trim();
  if (end <= start || around.length > 40) return null;
  let value: unknown;
  try {
    value = JSON.parse(text.slice(start, end));
  } catch {
    return null;
  }
  const parsed = Json.safeParse(value);
  return parsed.success ? jsonLines(parsed.data, { role: 'main', rank: null, depth: 0 }, linesOfText) : null;
}

/** Keys whose value is no diagnosis. */
const asideKeys =
  /reason|rational|explan|plan|treat|manage|test|work|safety|note|comment|evidence|confiden|prob|likel|symptom|id$/i;
const probabilityKey = /prob|confiden|likel|score|percent|weight/i;

/** Where a value stands. */
interface Place {
  readonly role: Role;
  readonly rank: number | null;
  readonly depth: number;
}

/** Deeper than anybody nests a differential. */
const deepest = 20;

function jsonLines(value: unknown, place: Place, linesOfText: ReadText): ConclusionLine[] {
  const { role, rank } = place;
  const depth = place.depth + 1;
  if (depth > deepest) return [];
  if (typeof value === 'string') return itemsLines(linesOfText(value), role, rank);
  if (Array.isArray(value)) {
    const all = value as unknown[];
    const order = byProbability(all);
    return order.flatMap((item, i) => jsonLines(item, { role, rank: (rank ?? 1) + i, depth }, linesOfText));
  }
  const object = z.record(z.string(), z.unknown()).safeParse(value);
  if (!object.success) return [];
  const entries = Object.entries(object.data);
  if (entries.length > 1 && entries.every(([, each]) => typeof each === 'number'))
    return entries
      .sort(([, one], [, other]) => Number(other) - Number(one))
      .map(([name], i) => ({ text: name, role, rank: i + 1 }));
  return entries.flatMap(([key, each]) => {
    const name = key
      .replaceAll('_', ' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    const own = roleNamed(name);
    if (own === null && asideKeys.test(name)) return [];
    if (own === 'aside') return [];
    return jsonLines(each, { role: own === null || own === 'main' ? role : own, rank, depth }, linesOfText);
  });
}

function itemsLines(lines: readonly ConclusionLine[], role: Role, rank: number | null): ConclusionLine[] {
  return lines.map((line) => ({
    text: line.text,
    role: line.role === 'main' ? role : line.role,
    rank: line.rank ?? rank,
  }));
}

function byProbability(items: readonly unknown[]): readonly unknown[] {
  const probabilities = items.map((item) => {
    const object = z.record(z.string(), z.unknown()).safeParse(item);
    const found = object.success ? Object.entries(object.data).find(([key]) => probabilityKey.test(key)) : undefined;
    return found === undefined ? null : Number.parseFloat(String(found[1]));
  });
  if (probabilities.some((p) => p === null || Number.isNaN(p))) return items;
  return items
    .map((item, i) => ({ item, p: probabilities[i] ?? 0 }))
    .sort((one, other) => other.p - one.p)
    .map(({ item }) => item);
}
