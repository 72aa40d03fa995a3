import { readFileSync, statSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { AnamnesisError, unreadable } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { keptResults } from '../base/kept-results.ts';
import { plainIssue } from '../base/plain-issue.ts';

/** Larger files are refused before they are read: nobody writes them by hand. */
const maxBytes = 1024 * 1024;

/** Aliases a file may expand to; more is a mistake or an attack ("billion laughs"). */
const maxAliases = 50;

/** Reading YAML takes most of a command's time otherwise. */
const parsed = keptResults(import.meta.url);

type Path = readonly PropertyKey[];

/** One thing wrong with a file, at the spot: `file:line:column path: what was expected`. */
export interface Problem {
  readonly at: string;
  readonly message: string;
}

/** An item inside a file, which can say where in the file something is wrong with it. */
export interface Placed<T> {
  readonly file: string;
  readonly value: T;
  /** Hash of the file's text. */
  readonly hash: string;
  /** A problem at a path inside the item, for what only becomes wrong beside other files. */
  problem(path: Path, message: string): Problem;
}

/** A file that was read and has the shape its schema says. */
export type Loaded<T> = Placed<T>;

/**
 * Reads one authored file. Every problem in it is reported, each with its file:line:column.
 *
 * @param kind what kind of file it is, where what it was read to may be kept beside (see kept-results.ts)
 * @returns the value, or the problems; throws only where the file cannot be read at all
 */
export async function readYaml<T>(file: string, schema: z.ZodType<T>, kind?: string): Promise<Loaded<T> | Problem[]> {
  const text = readText(file);
  const hash = contentHash(text);
  const before = kind === undefined ? undefined : parsed.before(kind, hash);
  if (before !== undefined) {
    const problem = (path: Path, message: string) => placedIn(file, text).problem(path, message);
    return { file, value: before as T, hash, problem }; // kept by this build after the schema had passed it
  }
  const loaded = parseYaml(file, text, hash, schema);
  if (kind !== undefined && !Array.isArray(loaded)) parsed.keep(kind, hash, loaded.value);
  return loaded;
}

/** A text as a document that knows its lines: where in the file a path points. */
function placedIn(file: string, text: string) {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const problem = (path: Path, message: string, part: 'key' | 'value' = 'value'): Problem => ({
    at: at(offsetOf(document, path, part)),
    message: path.length > 0 ? `${nameOf(path)}: ${message}` : message,
  });
  return { document, at, problem };
}

function parseYaml<T>(file: string, text: string, hash: string, schema: z.ZodType<T>): Loaded<T> | Problem[] {
  const { document, at, problem } = placedIn(file, text);
  if (document.errors.length > 0)
    return document.errors.map((error) => ({
      at: at(error.pos[0]),
      message: `is not YAML: ${error.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '')}`,
    }));

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: maxAliases });
  } catch (error) {
    return [problem([], `has too many aliases (at most ${maxAliases}): ${(error as Error).message}`)]; // yaml throws Errors
  }
  const checked = schema.safeParse(content, { error: plainIssue });
  if (checked.success) return { file, value: checked.data, hash, problem };
  return checked.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => problem([...issue.path, key], 'is not a key of this file', 'key'))
      : [problem(issue.path, spelledOut(issue))],
  );
}

function spelledOut(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue.message;
  if (issue.message !== 'Invalid input') return issue.message;
  return [...new Set(issue.errors.flat().map(({ message }) => message))].join(', or ');
}

/** At once: the files are small, and handing each to another thread and back costs more than reading it. */
function readText(file: string): string {
  try {
    const { size } = statSync(file);
    if (size > maxBytes)
      throw new AnamnesisError('bad-file', `${file} has ${size} bytes; a file here has at most ${maxBytes}`, {
        at: file,
        hint: 'split it into several files',
      });
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof AnamnesisError) throw error;
    throw unreadable(file, error);
  }
}

/** Where a path is written; for a key that is missing, where its parent is. */
function offsetOf(document: Document, path: Path, part: 'key' | 'value'): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const key = path[length - 1];
    if (isNode(parent) && 'items' in parent && Array.isArray(parent.items)) {
      for (const item of parent.items)
        if (
          item !== null &&
          typeof item === 'object' &&
          'key' in item &&
          isNode(item.key) &&
          item.key.toJSON() === key
        ) {
          // A key that should not be there is marked itself, a wrong value where the value stands.
          const value: unknown = part === 'value' && 'value' in item ? item.value : null;
          return isNode(value) && value.range ? value.range[0] : (item.key.range?.[0] ?? 0);
        }
    }
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

function nameOf(path: Path): string {
  return path.map(String).join('.');
}

/** One error for all the problems of a load, a line each. */
export function badFiles(problems: readonly Problem[]): AnamnesisError {
  const first = problems[0];
  return new AnamnesisError(
    'bad-file',
    problems.map(({ at, message }) => `${at} ${message}`).join('\n'),
    first ? { at: first.at } : {},
  );
}
