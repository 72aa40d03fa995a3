import { readFile } from 'node:fs/promises';
import { AnamnesisError } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';

/** Words for a model, with blanks that are filled for each call. */
export interface Prompt<Blank extends string> {
  /** Hash of the file's text, for `run.json`. */
  readonly hash: string;
  fill(values: Readonly<Record<Blank, string>>): string;
}

const blank = /\{\{\s*([\w-]*)\s*\}\}/g;

/**
 * Checks a prompt's text against the blanks its caller will fill: both ways, so that neither a misspelt blank nor a
 * value that nobody reads survives start-up. A value is put in as it is; blanks inside it are words.
 *
 * @param at the file, for the message
 */
export function prompt<const Blank extends string = never>(
  text: string,
  blanks: readonly Blank[],
  at: string,
): Prompt<Blank> {
  const known = new Set<string>(blanks);
  const met = [...text.matchAll(blank)];
  const problems = met
    .filter(([, name = '']) => !known.has(name))
    .map(({ 1: name, index }) => {
      const before = text.slice(0, index).split('\n');
      return `${at}:${before.length}:${(before.at(-1)?.length ?? 0) + 1} {{${name}}} is no blank of this prompt`;
    });
  for (const name of blanks)
    if (!met.some(([, other]) => other === name)) problems.push(`${at} does not use its blank {{${name}}}`);
  if (problems.length > 0)
    throw new AnamnesisError('bad-file', problems.join('\n'), {
      at,
      hint: blanks.length > 0 ? `its blanks are ${blanks.map((name) => `{{${name}}}`).join(', ')}` : 'it has no blanks',
    });

  const body = text.trim();
  return {
    hash: contentHash(text),
    fill: (values) => body.replace(blank, (_, name: Blank) => values[name]), // every name in the text was checked above
  };
}

/** Reads a prompt's file; see `prompt`. */
export async function readPrompt<const Blank extends string = never>(
  file: string,
  blanks: readonly Blank[],
): Promise<Prompt<Blank>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new AnamnesisError('bad-file', `${file} cannot be read (${(error as Error).message})`, { cause: error }); // fs throws Errors
  }
  return prompt(text, blanks, file);
}
