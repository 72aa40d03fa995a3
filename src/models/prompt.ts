import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AnamnesisError, systemCode, unreadable } from '../base/error.ts';
import { contentHash } from '../base/hash.ts';
import { unknownId } from '../base/nearest.ts';

/** Words for a model, with blanks that are filled for each call. */
export interface Prompt<Blank extends string> {
  /** Where it was read. */
  readonly file: string;
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
    file: at,
    hash: contentHash(text),
    fill: (values) => body.replace(blank, (_, name: Blank) => values[name]), // every name in the text was checked above
  };
}

/** Prompts by the names of their files, so that those of several roles stand beside one another. */
export function promptsByName<P extends { readonly file: string }>(
  ...roles: readonly (Readonly<Record<string, P>> | undefined)[]
): Record<string, P> {
  const all = roles.flatMap((prompts = {}) => Object.values(prompts));
  return Object.fromEntries(all.map((prompt) => [basename(prompt.file, '.md'), prompt]));
}

/** Where prompts are looked for, one's own folder before the shipped one. */
export type PromptFolders = readonly string[];

/** Reads a prompt from the first folder that has it; see `prompt`. */
export async function readPrompt<const Blank extends string = never>(
  folders: PromptFolders,
  name: string,
  blanks: readonly Blank[],
): Promise<Prompt<Blank>> {
  for (const folder of folders) {
    const file = join(folder, name);
    try {
      return prompt(await readFile(file, 'utf8'), blanks, file);
    } catch (error) {
      if (systemCode(error) === 'ENOENT') continue;
      if (error instanceof AnamnesisError) throw error;
      throw unreadable(file, error);
    }
  }
  throw new AnamnesisError('bad-file', `there is no ${name} in ${folders.join(' or ')}`, {
    hint: 'a folder of prompts needs no more than the files that are to be others than the shipped ones',
  });
}

/**
 * A folder of one's own before the shipped one. Throws `bad-file` where it cannot be read, or holds a file that no
 * prompt is called by: nobody would ever read it.
 */
export async function promptFolders(shipped: string, own: string | undefined): Promise<PromptFolders> {
  if (own === undefined) return [shipped];
  const isPrompt = (name: string) => name.endsWith('.md');
  const known = (await readdir(shipped)).filter(isPrompt);
  const mine = await readdir(own).catch((error: unknown) => {
    throw unreadable(own, error);
  });
  const strangers = mine.filter((name) => isPrompt(name) && !known.includes(name));
  if (strangers.length > 0)
    throw new AnamnesisError('bad-file', strangers.map((name) => unknownId('prompt', name, known)).join('\n'), {
      at: own,
      hint: 'a prompt of your own has the name of the shipped one that it replaces',
    });
  if (!mine.some(isPrompt))
    throw new AnamnesisError('bad-file', `${own} holds no prompt`, {
      at: own,
      hint: `they are called ${known.join(', ')}`,
    });
  return [own, shipped];
}
