import type { Mention } from '../events/event.ts';
import type { Word } from './words.ts';

/** What a stretch of a sentence was read to ask for. */
export interface ReadStretch {
  readonly first: number;
  readonly last: number;
  /** Words of content that say it: a complaint and its part of the body are two, wherever they stand. */
  readonly weight: number;
  readonly mention: Mention;
}

/** What follows these says when, why or how of what was asked before: "… when you breathe", "… as with the flu". */
const circumstances = new Set(['when', 'whenever', 'because', 'than', 'like', 'after', 'before', 'while', 'until']);
const phrases = [
  ['such', 'as'],
  ['as', 'if'],
  ['as', 'though'],
  ['as', 'with'],
  ['for', 'example'],
  ['for', 'instance'],
] as const;

/** "No shortness of breath no wheezing, any cough": each begins an item. */
const joining = new Set(['or', 'and', 'nor', 'no', 'any']);

/**
 * What a sentence asks for itself. A circumstance of it is not asked for ("whistle when you breathe out"), nor is a single
 * word that no "or" or comma makes an item of its own beside something said in several ("sleep propped up to breathe").
 */
export function mainOf(read: readonly ReadStretch[], words: readonly Word[]): readonly ReadStretch[] {
  if (read.length < 2) return read;
  const marks = marksIn(words);
  const beginning = read.filter(({ first, weight }) => weight > 1 && marks.includes(first));
  return read.filter((one) => {
    // "Hot, sick or grey before you passed out?" asks for what came before it, by whatever sign.
    if (one.weight === 1 && beginning.some(({ first }) => first > one.last)) return false;
    const others = read.filter(({ mention }) => mention.finding !== one.mention.finding);
    const isCircumstance = marks.some(
      (at) =>
        one.first > at &&
        others.some((other) => other.last < at && other.weight > 1 && !isJoined(words, other.last, at)),
    );
    if (isCircumstance) return false;
    if (one.weight > 1) return true;
    return !others.some((other) => other.weight > 1 && !isApart(words, one, other));
  });
}

function marksIn(words: readonly Word[]): number[] {
  return words.flatMap(({ text }, i) =>
    circumstances.has(text) || phrases.some(([a, b]) => text === a && words[i + 1]?.text === b) ? [i] : [],
  );
}

/** Two stretches between which something joins them as items of a list. */
function isApart(words: readonly Word[], one: ReadStretch, other: ReadStretch): boolean {
  const [before, after] = one.first < other.first ? [one, other] : [other, one];
  return isJoined(words, before.last, after.first);
}

function isJoined(words: readonly Word[], from: number, to: number): boolean {
  // Speech has no commas: "any fever chills night sweats".
  return (
    to === from + 1 ||
    words[from]?.clause !== words[to]?.clause ||
    words.slice(from + 1, to).some(({ text }) => joining.has(text))
  );
}
