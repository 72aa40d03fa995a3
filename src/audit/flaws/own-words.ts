import type { Catalog } from '../../catalog/catalog.ts';
import type { Check, Rubric } from '../../catalog/rubric.ts';
import { wordsOf } from '../../language/words.ts';
import { spokenIn, wordsBroughtIn } from './edited-script.ts';
import type { SeededEdit, SeededFlaws } from './load-flaws.ts';

/** Whether the words of edits are their authors' own, or the lexicon's: a rule that knows them by heart is no feat. */
export interface OwnWords {
  /** Edits that bring in words at all; taking a turn out needs none. */
  readonly of: number;
  /** Of these, the ones that bring in no phrase of the lexicon that a rule for their criterion reads. */
  readonly own: number;
  /** The others, each with what it shares. */
  readonly shared: readonly { readonly edit: string; readonly phrases: readonly string[] }[];
}

/** Longer phrases are not looked for; the lexicon's longest have as many words. */
const longest = 12;

/** Whose phrase it is: a finding, the manner of the words, or something that the plan for a condition may hold. */
type Owner = string;

/**
 * Looks in the words that edits bring in for phrases of the lexicon of more than one word, word for word but for their
 * endings. A phrase that the base says already is not the edit's. Which phrases count depends on the criterion: of its
 * findings where its rule names some or their kinds, else those of manner and the plan for the true condition. A neutral
 * edit must not change any criterion, so all of them count.
 */
export function checkOwnWords({ bases, edits }: SeededFlaws, catalog: Catalog): OwnWords {
  const book = phraseBookOf(catalog);
  const ofBases = new Map(bases.map((base) => [base.id, base]));
  const checks = checksOf(catalog.rubrics);
  const shared: { edit: string; phrases: string[] }[] = [];
  let of = 0;
  for (const edit of edits) {
    const base = ofBases.get(edit.base);
    const broughtIn = wordsBroughtIn(edit.changes);
    if (!base || broughtIn.length === 0) continue;
    of++;
    const owners = ownersFor(edit, checks, base.case, catalog);
    const before = phrasesIn(base.turns.flatMap(spokenIn), book, owners);
    const phrases = [...phrasesIn(broughtIn, book, owners)].filter((phrase) => !before.has(phrase));
    if (phrases.length > 0) shared.push({ edit: edit.id, phrases });
  }
  return { of, own: of - shared.length, shared };
}

function checksOf(rubrics: ReadonlyMap<string, Rubric>): Map<string, Check> {
  return new Map(
    [...rubrics].flatMap(([rubric, { dimensions }]) =>
      dimensions.flatMap(({ criteria }) =>
        criteria.flatMap(({ id, check }) => (check ? [[`${rubric} ${id}`, check] as const] : [])),
      ),
    ),
  );
}

function ownersFor(
  edit: SeededEdit,
  checks: ReadonlyMap<string, Check>,
  caseId: string,
  catalog: Catalog,
): (owner: Owner) => boolean {
  const condition = catalog.cases.get(caseId)?.truth.condition ?? '';
  const meant =
    edit.effect === 'none' ? [...checks.values()] : [checks.get(`${edit.rubric} ${edit.criterion}`)].filter(isCheck);
  const owned = meant.map((check) => ownedBy(check, catalog));
  const readsManner = owned.length === 0 || owned.some(({ length }) => length === 0);
  const findings = new Set(owned.flat());
  return (owner) => findings.has(owner) || (readsManner && (owner === 'manner' || owner === `plan ${condition}`));
}

const isCheck = (check: Check | undefined): check is Check => check !== undefined;

/** The findings that a rule names, by their ids or by their kinds. */
function ownedBy(check: Check, { findings }: Pick<Catalog, 'findings'>): string[] {
  const named = new Set(Object.values(check).flatMap((value: unknown) => (Array.isArray(value) ? value : [])));
  return [...findings.values()].flatMap(({ id, kind }) => (named.has(id) || named.has(kind) ? [id] : []));
}

type Book = ReadonlyMap<string, { readonly phrase: string; readonly owners: ReadonlySet<Owner> }>;

/** Phrases of several words, by their stems. */
function phraseBookOf({ findings, lexicon, conditions }: Catalog): Book {
  const book = new Map<string, { phrase: string; owners: Set<Owner> }>();
  const add = (phrases: readonly string[], owners: readonly Owner[]) => {
    for (const phrase of phrases) {
      if (!phrase.includes(' ')) continue;
      const words = wordsOf(phrase);
      if (words.length < 2 || words.length > longest) continue;
      const stems = words.map(({ stem }) => stem).join(' ');
      const known = book.get(stems) ?? { phrase, owners: new Set() };
      for (const owner of owners) known.owners.add(owner);
      book.set(stems, known);
    }
  };
  for (const { id, names } of findings.values()) add([...names.lay, ...names.medical], [id]);
  for (const entry of lexicon.entries) {
    const owners = 'finding' in entry ? [entry.finding] : entry.findings;
    add(entry.phrases, owners);
    if ('aspects' in entry) for (const phrases of Object.values(entry.aspects ?? {})) add(phrases, owners);
  }
  for (const phrases of Object.values(lexicon.manner)) add(phrases, ['manner']);
  for (const { id, workup, management } of conditions.values())
    for (const { terms } of [...workup, ...management.do, ...management.avoid]) add(terms, [`plan ${id}`]);
  return book;
}

function phrasesIn(texts: readonly string[], book: Book, isMeant: (owner: Owner) => boolean): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    const words = wordsOf(text);
    for (const [start] of words.entries())
      for (let length = 2; length <= Math.min(longest, words.length - start); length++) {
        const stems = words
          .slice(start, start + length)
          .map(({ stem }) => stem)
          .join(' ');
        const known = book.get(stems);
        if (known && [...known.owners].some(isMeant)) found.add(known.phrase);
      }
  }
  return found;
}
