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

/**
 * Words of examining itself. No report holds them, so they would weigh more than the gait in "I would like to watch your
 * gait"; to a patient they are words like others.
 */
export const examiningWords: ReadonlySet<string> = new Set(
  `watch observe listen feel touch palpate press push tap inspect view look peek glance try arrange organise request get
   send book screen obtain give let start proceed begin allow hold move bend sit come stay keep carefully gently closely
   quickly briefly properly thoroughly quick brief careful thorough gentle proper close closer moment minute second today
   first next finally then again here sample lab laboratory doctor patient level sure help time
   suggest recommend advise wish okay ok right left`
    .split(/\s+/)
    .map(stemOf),
);

/**
 * Finds texts by the words of a question.
 *
 * @param besides stems that no text has to cover, besides the words of asking
 */
export function createWordIndex(
  texts: readonly { readonly id: string; readonly text: string }[],
  { besides = new Set() }: { besides?: ReadonlySet<string> } = {},
): WordIndex {
  let index: ReturnType<typeof indexOf> | null = null; // made when it is first needed
  return {
    byWords: (words) => {
      index ??= indexOf(texts);
      const { holders, weightOf, totals } = index;
      const asked = new Set(
        contentOf(words).flatMap(({ stem }) => (askingWords.has(stem) || besides.has(stem) ? [] : [stem])),
      );
      const weight = sum(asked, weightOf);
      if (weight === 0) return [];
      const shared = new Map<number, number>();
      for (const stem of asked)
        for (const i of holders.get(stem) ?? []) shared.set(i, (shared.get(i) ?? 0) + weightOf(stem));
      // Among texts that cover the question alike, the one with the least beside it was meant.
      return [...shared]
        .map(([i, own]) => ({ i, covered: own / weight, closeness: own / (totals[i] || 1) }))
        .filter(({ covered }) => covered >= enough)
        .sort((a, b) => b.covered - a.covered || b.closeness - a.closeness || a.i - b.i)
        .filter(({ covered }, _, [best]) => covered >= 0.85 * (best?.covered ?? 1))
        .map(({ i }) => texts[i]?.id ?? '');
    },
  };
}

/** Which texts hold a word, and what each word weighs: the rarer, the more. */
function indexOf(texts: readonly { readonly text: string }[]) {
  const stems = texts.map(({ text }) => new Set(contentOf(text.split('\n').flatMap(wordsOf)).map(({ stem }) => stem)));
  const holders = new Map<string, number[]>();
  for (const [i, set] of stems.entries())
    for (const stem of set) {
      const list = holders.get(stem);
      if (list) list.push(i);
      else holders.set(stem, [i]);
    }
  const weightOf = (stem: string) => Math.log(1 + texts.length / (holders.get(stem)?.length ?? 0.5));
  return { holders, weightOf, totals: stems.map((set) => sum(set, weightOf)) };
}

function sum(stems: Iterable<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const stem of stems) total += weightOf(stem);
  return total;
}
