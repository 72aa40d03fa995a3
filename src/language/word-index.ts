import { contentOf, stemOf, type Word, wordsOf } from './words.ts';

/** Finds texts by the words of a question, weighted by how rare they are. */
export interface WordIndex {
  /** Ids of the texts that cover the question’s words best, best first; none where too little of its weight is covered. */
  byWords(words: readonly Word[]): string[];
}

/** Words of asking itself, which no text has to cover. */
const askingWords = new Set(
  [
    ...'tell ask question say know describe explain happen detail more please want need problem'.split(' '),
    ...'check examine examination exam look order test result perform run measure report show see assess take'.split(
      ' ',
    ),
  ].map(stemOf),
);

/** Share of the question’s weight that a text must cover. */
const enough = 0.5;

export function createWordIndex(texts: readonly { readonly id: string; readonly text: string }[]): WordIndex {
  const stems = texts.map(({ text }) => new Set(contentOf(wordsOf(text)).map(({ stem }) => stem)));
  const frequency = new Map<string, number>();
  for (const set of stems) for (const stem of set) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log(1 + texts.length / (frequency.get(stem) ?? 0.5));
  const totals = stems.map((set) => sum(set, weightOf));
  return {
    byWords: (words) => {
      const asked = new Set(contentOf(words).flatMap(({ stem }) => (askingWords.has(stem) ? [] : [stem])));
      const weight = sum(asked, weightOf);
      if (weight === 0) return [];
      const scores = texts.map(({ id }, i) => {
        const shared = sum(
          [...asked].filter((stem) => stems[i]?.has(stem)),
          weightOf,
        );
        // Among texts that cover the question alike, the one with the least beside it was meant.
        return { id, covered: shared / weight, closeness: shared / (totals[i] || 1) };
      });
      return scores
        .filter(({ covered }) => covered >= enough)
        .sort((a, b) => b.covered - a.covered || b.closeness - a.closeness)
        .filter(({ covered }, _, [best]) => covered >= 0.85 * (best?.covered ?? 1))
        .map(({ id }) => id);
    },
  };
}

function sum(stems: Iterable<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const stem of stems) total += weightOf(stem);
  return total;
}
