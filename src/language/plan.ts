import { isDenied } from './negation.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { wordsOf } from './words.ts';

/** Something a plan may hold: its id and the wordings that count. */
export interface PlanItem {
  readonly id: string;
  readonly terms: readonly string[];
}

/** The items that a text names, those it names only to deny or advise against left out. */
export function itemsNamed(text: string, items: readonly PlanItem[]): Set<string> {
  const words = wordsOf(text);
  const named = bookOf(items)
    .find(words)
    .filter(({ first, last }) => !isDenied(words, first, last));
  return new Set(named.flatMap(({ payload }) => payload));
}

const books = new WeakMap<readonly PlanItem[], PhraseBook<readonly string[]>>();

function bookOf(items: readonly PlanItem[]): PhraseBook<readonly string[]> {
  const known = books.get(items);
  if (known) return known;
  const book: PhraseBook<readonly string[]> = createPhraseBook({ skipSmall: true });
  for (const { id, terms } of items) for (const term of terms) book.add(term, [id], (old, added) => [...old, ...added]);
  books.set(items, book);
  return book;
}
