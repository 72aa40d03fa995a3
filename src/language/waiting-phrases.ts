import { phraseWords, type Word } from './words.ts';

/** Phrases that are read alike, such as all names of one finding. */
export interface PhraseGroup {
  readonly phrases: readonly string[];
  /** Called with the words of each phrase once the word that leads it is met. */
  read(words: readonly Word[]): void;
}

/** Stems, each with the phrases that a word of it leads: for each phrase the number of its group, and its own in there. */
export type Leading = readonly (readonly [stem: string, numbers: readonly number[]])[];

/** Which word leads which phrase: its first that is not small, or its first. In the order of the phrases. */
export function leadingIn(
  groups: readonly { readonly phrases: readonly string[] }[],
  isMeant: (words: readonly Word[], group: number) => boolean = () => true,
): Leading {
  const byStem = new Map<string, number[]>();
  for (const [group, { phrases }] of groups.entries())
    for (const [i, phrase] of phrases.entries()) {
      const words = phraseWords(phrase);
      const leading = words.find(({ isSmall }) => !isSmall) ?? words[0];
      if (leading === undefined || !isMeant(words, group)) continue;
      const numbers = byStem.get(leading.stem);
      if (numbers === undefined) byStem.set(leading.stem, [group, i]);
      else numbers.push(group, i);
    }
  return [...byStem];
}

/**
 * Lets phrases wait, unread, until the word that leads each is met: few of some forty thousand are needed in a
 * consultation. No text that lacks the word holds the phrase; phrases that are the same share it, and are read in their
 * order.
 *
 * @returns what has to be called with the words of a text before a phrase is looked for in it
 */
export function waitingPhrases(groups: readonly PhraseGroup[], leading: Leading): (words: readonly Word[]) => void {
  const byStem = new Map(leading);
  let last: readonly Word[] = [];
  const meet = (stem: string) => {
    const numbers = byStem.get(stem);
    if (numbers === undefined) return;
    byStem.delete(stem);
    for (let at = 0; at < numbers.length; at += 2) {
      const group = groups[numbers[at] ?? 0];
      group?.read(phraseWords(group.phrases[numbers[at + 1] ?? 0] ?? ''));
    }
  };
  return (words) => {
    if (words === last) return; // several books look at the same words
    last = words;
    for (const { stem } of words) meet(stem);
  };
}
