import { closest, distance } from 'fastest-levenshtein';
import { AnamnesisError } from './error.ts';

/**
 * The known id that a misspelt one was probably meant to be.
 *
 * @returns undefined where nothing is near: more than a third of its letters would have to change
 */
export function nearest(met: string, known: Iterable<string>): string | undefined {
  const candidates = [...known];
  if (candidates.length === 0) return undefined;
  const best = closest(met, candidates);
  return distance(met, best) <= Math.max(2, Math.floor(met.length / 3)) ? best : undefined;
}

/** "unknown finding `fevr`; did you mean `fever`?", the sentence for an id that does not exist. */
export function unknownId(kind: string, met: string, known: Iterable<string>): string {
  const candidates = [...known];
  const guess = nearest(met, candidates);
  if (guess !== undefined) return `unknown ${kind} \`${met}\`; did you mean \`${guess}\`?`;
  const few = candidates.length > 0 && candidates.length <= 12 ? `; choose ${candidates.join(', ')}` : '';
  return `unknown ${kind} \`${met}\`${few}`;
}

/** The error for a word that is none of a few choices: they are named once, in the sentence or in the hint. */
export function noneOf(kind: string, met: string, known: Iterable<string>): AnamnesisError {
  const choices = [...known].join(', ');
  const message = unknownId(kind, met, known);
  return new AnamnesisError('bad-call', message, message.includes(choices) ? {} : { hint: `choose ${choices}` });
}
