import type { Direction } from '../events/event.ts';

/** How the thing told was asked for, and what may be said of it besides the case's own words. */
export interface Asking {
  readonly direction: Direction;
  /** The finding is not there. */
  readonly isAbsent: boolean;
  /** What the finding is called, for where a yes or a no alone would be taken for its contrary. */
  readonly name: string;
  /** "I do", "it isn't": what the doctor's words are answered with in short; null where they ask no such question. */
  readonly short: string | null;
  /** Nothing else is answered with it: a yes or a no is then for this alone. */
  readonly isOnly: boolean;
}

/** "No more than you'd expect" begins with no answer, and would mean its contrary without its first word. */
const leading = /^(?:(?:yes|yeah|yep)\b(?! and no)[,.!:;]*|(?:no|nope)[,.!:;]+)\s*/i;
/** Says nothing but yes or no: "Never.", "Not really.", "I don't." */
const bare =
  /^(?:(?:no|none|never|nothing|nobody|not (?:really|yet|at all|once|ever|so far|that i (?:know of|remember))|ever|at all|yet|before|new|hardly(?: (?:ever|any))?|first time|i (?:do|have|am|can|did|was|would)(?:n['’]t| not)?|i['’]m not)[\s,.!]*)*$/i;
/** Says when or where, and not what. */
const adverbial = /^(?:at|in|on|when|since|as|after|before|for|last|about|\w+ (?:years?|months?) ago)\b[^.!?]*[.!?]?$/i;
const saysYes = /^(?:yes|yeah|yep)\b/i;
const saysNo = /^(?:no|nope)(?=[,.!:;])/i;

/**
 * The case's words as an answer to a question that a plain yes or no would answer the wrong way round. They were written for
 * one that asks whether the finding is there: "No, I've still got it", said to "Have you had your appendix out?", is a
 * yes to "Do you still have it?".
 */
export function fitted(words: string, asking: Asking): string {
  const { direction, isAbsent, isOnly, name, short } = asking;
  if (direction === 'presence') return words;
  const rest = words.replace(isAbsent ? saysNo : saysYes, '') === words ? words : words.replace(leading, '');
  if (bare.test(rest)) return shortly(asking);
  if (direction === 'unclear' || !isOnly)
    return capitalised(rest === words ? words.replace(leading, '') || words : rest);
  const answer = isAbsent ? 'Yes' : 'No';
  // "Not a wink since three" says no as it is.
  if (rest === words) return /^(?:no|not|none|nothing|never|yes|yeah)\b/i.test(words) ? words : `${answer}. ${words}`;
  // "Yes, at fifty" was said to "Was it taken out?", and "No, at fifty" would be hard to follow.
  if (short !== null && !isAbsent && adverbial.test(rest)) return `${answer}, ${short}. ${unled(name)}, ${rest}`;
  const [, mark = ','] = /^\w+([,.!:;])/.exec(words) ?? [];
  return `${answer}${mark} ${rest}`;
}

/** Without the yes or the no that answers no question, where words remain. */
export function unled(words: string): string {
  const rest = words.replace(leading, '');
  return rest === '' ? words : capitalised(rest);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Without a leading yes, where words remain. */
export function withoutYes(words: string): string {
  return saysYes.test(words) ? unled(words) : words;
}

/** A yes or a no that cannot be mistaken. */
export function shortly({ direction, isAbsent, isOnly, name, short }: Asking): string {
  if (direction !== 'absence' || !isOnly) return isAbsent ? `No ${name}.` : `Yes, ${name}.`;
  return `${isAbsent ? 'Yes' : 'No'}, ${short ?? (isAbsent ? `no ${name}` : name)}.`;
}
