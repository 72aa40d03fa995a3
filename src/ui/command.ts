import { nearest } from '../base/nearest.ts';

/** What a person can type with a slash, and what it is short for. */
const commands = {
  '/examine': 'examine',
  '/test': 'order',
  '/diagnose': 'diagnose',
  '/help': 'help',
  '/quit': 'quit',
} as const;

/** A typed line, read: plain words ask, a slash begins a command, and a command may have words of its own. */
export interface TypedLine {
  readonly kind: 'blank' | 'ask' | 'unknown' | (typeof commands)[keyof typeof commands];
  /** What stands after the command; the whole line where there is none. */
  readonly words: string;
  /** For an unknown command: what is wrong with it. */
  readonly problem: string | null;
}

/** Reads a line that was typed while talking to the patient. */
export function readLine(line: string): TypedLine {
  const text = line.trim();
  if (text === '') return { kind: 'blank', words: '', problem: null };
  if (!text.startsWith('/')) return { kind: 'ask', words: text, problem: null };
  const [typed = '', ...rest] = text.split(/\s+/);
  const name = typed.toLowerCase();
  const words = rest.join(' ');
  for (const [command, kind] of Object.entries(commands)) if (command === name) return { kind, words, problem: null };
  const guess = nearest(name, Object.keys(commands));
  const known = guess ? `did you mean ${guess}?` : `there is ${Object.keys(commands).join(', ')}`;
  return { kind: 'unknown', words: text, problem: `There is no ${typed}; ${known}` };
}
