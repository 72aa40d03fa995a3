import type { NameFound } from './name-finder.ts';
import type { ConclusionLine, Role } from './roles.ts';
import type { Token } from './tokens.ts';

/** What a name in a conclusion names. */
export interface Named {
  /** The same for all names of a diagnosis; two that differ are alternatives. */
  readonly identity: string;
  /** The condition of the knowledge base; null for any other diagnosis. */
  readonly condition: string | null;
  /** Holds a name of a diagnosis and names none. */
  readonly isNone?: boolean;
}

/** A diagnosis where it stands in a conclusion. */
export interface Mention extends Named {
  readonly line: number;
  readonly role: Role;
  /** The number of its item in a list, from 1. */
  readonly rank: number | null;
}

/** A line with its mentions as "@0", "@1" …, so that what is said of them can be read without their words. */
export interface Template {
  readonly text: string;
  readonly role: Role;
  readonly rank: number | null;
}

/** The names that hold of those found: the longest, then what is closest together, then the knowledge base's. */
export function longestOf<T extends Named>(
  found: readonly NameFound<T>[],
  prefers: (named: T) => boolean,
): NameFound<T>[] {
  const kept: NameFound<T>[] = [];
  const sorted = [...found].sort(
    (one, other) =>
      other.size - one.size ||
      one.last - one.first - (other.last - other.first) ||
      Number(prefers(other.payload)) - Number(prefers(one.payload)) ||
      one.first - other.first,
  );
  for (const name of sorted)
    if (!kept.some(({ first, last }) => name.first <= last && first <= name.last)) kept.push(name);
  return kept.sort((one, other) => one.first - other.first);
}

/** Puts placeholders for the names into a line. */
export function templateOf(
  { role, rank }: ConclusionLine,
  tokens: readonly Token[],
  names: readonly NameFound<Named>[],
  line: number,
  mentions: Mention[],
): Template {
  const pieces: string[] = [];
  let at = 0;
  for (const { payload, first, last } of names) {
    for (; at < first; at++) pieces.push(tokens[at]?.text ?? '');
    at = last + 1;
    // A virus is what a disease comes from, and no disease.
    if (
      payload.isNone ||
      (/^virus(es)?$/.test(tokens[at]?.text ?? '') && !/^infection/.test(tokens[at + 1]?.text ?? ''))
    ) {
      pieces.push('something');
      continue;
    }
    pieces.push(`@${mentions.length}`);
    mentions.push({ ...payload, line, role, rank });
  }
  for (; at < tokens.length; at++) pieces.push(tokens[at]?.text ?? '');
  return { text: pieces.join(' '), role, rank };
}
