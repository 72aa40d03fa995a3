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
const circumstances = new Set(
  'when whenever since because than like after before while until caused causing causes during without despite'.split(
    ' ',
  ),
);
const phrases = [
  ['such', 'as'],
  ['as', 'if'],
  ['as', 'though'],
  ['as', 'with'],
  ['for', 'example'],
  ['for', 'instance'],
  ['affected', 'by'],
  ['caused', 'by'],
  ['due', 'to'],
  ['owing', 'to'],
  ['so', 'that'],
  ['such', 'that'],
] as const;

/** Words that open a circumstance, or a subject set before its question: "when you get a migraine, do you vomit?" */
const opening = new Set(
  'except aside when whenever if while during with apart besides since after before without despite as the your his her and so in regarding'.split(
    ' ',
  ),
);
/** Openings that set aside what they name. */
const excepting = new Set(['except', 'apart', 'aside', 'besides']);
const unmarked = new Set(['when', 'whenever', 'if', 'after', 'while', 'before']);
const subjects = new Set('you he she it they the your his her that this there any'.split(' '));
/** What follows them is asked. */
const verbs = new Set(
  'do does did have has had is are was were can could would will any how what which where'.split(' '),
);

/** What takes the items of a list before it into itself: "did you feel hot, sick or grey before you passed out?" */
const absorbing = new Set<string | null>(['warning-before-fainting']);

/** "No shortness of breath no wheezing, any cough": each begins an item. */
const joining = new Set(['or', 'and', 'nor', 'no', 'any']);

/**
 * What a sentence asks for itself. A circumstance of it is not asked for ("whistle when you breathe out"), nor is a single
 * word that no "or" or comma makes an item of its own beside something said in several ("sleep propped up to breathe").
 */
export function mainOf(read: readonly ReadStretch[], words: readonly Word[]): readonly ReadStretch[] {
  const main = openingEnd(words);
  // "Except for the backache, any other complaints?" asks for anything but them.
  if (main > 0 && excepting.has(words[0]?.text ?? '') && read.every(({ last }) => last < main)) return [];
  // "With the pain, have you noticed any other symptoms?" asks for anything besides it.
  if (
    main > 0 &&
    read.every(({ last }) => last < main) &&
    words.slice(main).some(({ text }) => text === 'other' || text === 'else')
  )
    return [];
  if (read.length < 2) return read;
  const marks = marksIn(words);
  const isPartOf = read.find(({ mention }) => absorbing.has(mention.finding));
  return read.filter((one) => {
    if (isPartOf !== undefined && one !== isPartOf && one.last < isPartOf.last) return false;
    if (one.last < main && read.some(({ first, mention }) => first >= main && mention.finding !== 'pain')) return false;
    const others = read.filter(({ mention }) => mention.finding !== one.mention.finding);
    const isCircumstance = marks.some(
      (at) =>
        (one.first > at || (one.first === at && words[at]?.text === 'since')) &&
        others.some((other) => other.last < at && other.weight > 1 && !isListed(words, other.last, at)),
    );
    if (isCircumstance) return false;
    if (one.weight > 1) return true;
    return !others.some((other) => other.weight > 1 && !isApart(words, one, other));
  });
}

/** Where the question begins after what opens the sentence and its comma; 0 where nothing does. */
function openingEnd(words: readonly Word[]): number {
  if (!opening.has(words[0]?.text ?? '')) return 0;
  const at = words.findIndex(
    ({ text, clause, sentence }, i) =>
      i > 1 &&
      verbs.has(text) &&
      (clause !== words[i - 1]?.clause ||
        words[0]?.text === 'with' ||
        words[0]?.text === 'during' ||
        // Speech has no comma: "when you twist does the knee give way".
        (unmarked.has(words[0]?.text ?? '') && i > 3 && subjects.has(words[i + 1]?.text ?? ''))) &&
      sentence === words[0]?.sentence,
  );
  return Math.max(at, 0);
}

function marksIn(words: readonly Word[]): number[] {
  return words.flatMap(({ text }, i) => {
    if (circumstances.has(text)) return [i];
    return phrases.some(([a, b]) => text === a && words[i + 1]?.text === b) ? [i + 1] : [];
  });
}

/** Two stretches between which something joins them as items of a list. */
export function isApart(words: readonly Word[], one: ReadStretch, other: ReadStretch): boolean {
  const [before, after] = one.first < other.first ? [one, other] : [other, one];
  return isJoined(words, before.last, after.first);
}

function isJoined(words: readonly Word[], from: number, to: number): boolean {
  // Speech has no commas: "any fever chills night sweats".
  return to === from + 1 || isListed(words, from, to);
}

/** Something between two places makes items of a list of them. */
function isListed(words: readonly Word[], from: number, to: number): boolean {
  return words[from]?.clause !== words[to]?.clause || words.slice(from + 1, to).some(({ text }) => joining.has(text));
}
