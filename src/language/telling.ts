import { contentHash } from '../base/hash.ts';
import { keptResults } from '../base/kept-results.ts';
import type { Vocabulary } from '../catalog/catalog.ts';
import type { Aspect } from '../catalog/finding.ts';
import { isClinics, type LexiconEntry, plainer } from './lexicon-entry.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { type Leading, leadingIn, type PhraseGroup, waitingPhrases } from './waiting-phrases.ts';
import { contentOf, isContent, isSmallStem, phraseWords, type Word } from './words.ts';

/** What somebody's words tell of without being asked for it. */
export interface Telling {
  /** Phrases of two words of content or more, and single words that are one finding's. */
  readonly statements: PhraseBook<LexiconEntry>;
  /** Findings by two words that tell of them in either order within a clause: "my right eye went red". */
  readonly wordPairs: ReadonlyMap<string, string>;
}

/** The words of a phrase that a loose search looks for. */
export function keptOf(words: readonly Word[]): Word[] {
  return words.filter(({ isSmall, stem }) => !isSmall && !isSmallStem(stem));
}

/** Stems that stand as a phrase of their own. */
export function aloneIn(wordings: readonly string[]): ReadonlySet<string> {
  return new Set(
    wordings.flatMap((wording) => {
      if (wording.trim().includes(' ')) return [];
      const words = phraseWords(wording);
      return words.length === 1 ? (words[0]?.stem ?? '') : [];
    }),
  );
}

/** How a phrase may be found: with anything small between its words, word for word only, or not at all. */
export function searchFor(words: readonly Word[], alone: ReadonlySet<string>): 'loosely' | 'word for word' | 'never' {
  // Counted in one pass, for some forty thousand phrases are looked at before the first question is read.
  let length = 0;
  let kept = 0;
  let only = '';
  for (const word of words) {
    if (isContent(word)) length++;
    if (word.isSmall || isSmallStem(word.stem)) continue;
    kept++;
    only = word.stem;
  }
  // "Not all there" would be found in every "not"; "been sick" is found as it stands.
  if (kept === 0) return length === 0 && words.length > 2 ? 'word for word' : 'never';
  // "Anything about it" is found as it stands: of function words alone, half the sentences are made.
  if (length === 0 && kept === 2 && words.length > 2) return 'word for word';
  // "Hurt yourself" without its small word would be any "hurt".
  if (kept === 1 && words.length > 1 && !alone.has(only)) return 'word for word';
  return 'loosely';
}

/** Phrases of some findings. */
interface TellingGroup extends PhraseGroup {
  readonly origin: 'names' | 'first names' | 'entry' | 'aspect';
  readonly findings: readonly string[];
  /** What a patient may tell of with them. */
  readonly payload: LexiconEntry;
}

/** What takes long to find out of some forty thousand phrases. */
interface TellingIndex {
  /** Of the phrases that are statements. */
  readonly leading: Leading;
  readonly wordPairs: readonly (readonly [pair: string, finding: string])[];
}

const kept = keptResults(import.meta.url);

export function createTelling(findings: Vocabulary['findings'], entries: Vocabulary['lexicon']['entries']): Telling {
  const statements = createPhraseBook<LexiconEntry>({ skipSmall: true, meet: (words) => met(words) });
  const groups: TellingGroup[] = [];
  const add = (
    origin: TellingGroup['origin'],
    phrases: readonly string[],
    of: readonly string[],
    aspect: Aspect | null = null,
  ) => {
    const payload = { findings: of.filter((id) => !isClinics(findings.get(id))), aspect };
    const merge = origin === 'first names' ? undefined : plainer;
    groups.push({ origin, phrases, findings: of, payload, read: (words) => statements.add(words, payload, merge) });
  };
  for (const { id, names } of findings.values()) add('names', [...names.medical, ...names.lay], [id]);
  for (const finding of findings.values())
    if (!isClinics(finding))
      add('first names', [...finding.names.medical.slice(0, 1), ...finding.names.lay.slice(0, 1)], [finding.id]);
  for (const entry of entries) {
    const of = 'finding' in entry ? [entry.finding] : entry.findings;
    add('entry', entry.phrases, of);
    if (!('finding' in entry)) continue;
    for (const [aspect, wordings] of Object.entries(entry.aspects ?? {}) as [Aspect, string[]][]) // keys are aspects
      add('aspect', wordings, of, aspect);
  }
  const { leading, wordPairs } = tellingIndex(groups);
  const met = waitingPhrases(groups, leading);
  return { statements, wordPairs: new Map(wordPairs) };
}

function tellingIndex(groups: readonly TellingGroup[]): TellingIndex {
  const hash = contentHash(groups);
  const before = kept.before('telling', hash);
  if (before !== undefined) return before as TellingIndex; // kept by this build
  const specific = specificity(groups.filter(({ origin }) => origin === 'entry'));
  const alone = groups.map(({ phrases }) => aloneIn(phrases));
  const isLoose = (words: readonly Word[], group: number) => searchFor(words, alone[group] ?? new Set()) === 'loosely';
  const leading = leadingIn(groups, (words, i) => {
    const group = groups[i];
    if (group === undefined || group.payload.findings.length === 0) return false;
    // A finding's first names mean it wherever they stand: "fever", "rash", "nausea".
    if (group.origin === 'first names') return keptOf(words).length > 1 || words.length === 1;
    return isLoose(words, i) && isStatement(words, group.findings, specific);
  });
  const made = { leading, wordPairs: [...pairsIn(groups, isLoose, specific)] };
  kept.keep('telling', hash, made);
  return made;
}

/** One word in a question names its subject; in a story it may mean anything ("lump", "side", "keep"). */
function isStatement(words: readonly Word[], findings: readonly string[], { isTelling }: Specificity): boolean {
  const { length } = contentOf(words);
  if (length !== 1) return length > 1;
  // "Can't sleep" and "gone off my food" are more than a word.
  return words.some(({ isNegation }) => isNegation) || keptOf(words).length > 2 || isTelling(words, findings);
}

/** Findings by two words that are all the content of a phrase of theirs, and of no other finding's. */
function pairsIn(
  groups: readonly TellingGroup[],
  isLoose: (words: readonly Word[], group: number) => boolean,
  { holders }: Specificity,
): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const [i, { origin, phrases, payload }] of groups.entries()) {
    const [finding, ...others] = payload.findings;
    if (finding === undefined || others.length > 0 || payload.aspect !== null || origin === 'first names') continue;
    for (const phrase of phrases) {
      const words = phraseWords(phrase);
      const [first, second, ...more] = contentOf(words);
      if (!first || !second || more.length > 0 || !isLoose(words, i)) continue;
      const key = pairKey(first.stem, second.stem);
      if ((pairs.get(key) ?? finding) !== finding) ambiguous.add(key);
      pairs.set(key, finding);
    }
  }
  for (const key of ambiguous) pairs.delete(key);
  // "Keep" and "come" tell of nothing, however often they stand in one phrase; "heart" and "pound" do.
  for (const key of pairs.keys()) {
    const [few = 0, many = 0] = key
      .split(' ')
      .map(holders)
      .sort((a, b) => a - b);
    if (many > common && few > rare) pairs.delete(key);
  }
  return pairs;
}

/** The same for both orders of two stems. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A word in the phrases of more findings than these is everybody's: "come", "skin", "feel". */
const common = 16;
/** A word of so few findings says which is meant, whatever stands beside it. */
const rare = 4;

interface Specificity {
  /**
   * Whether a single word belongs to one finding: at least half of all phrases that hold it are that finding's. "Itchy"
   * does, "side" does not.
   */
  isTelling(words: readonly Word[], findings: readonly string[]): boolean;
  /** In the phrases of how many findings a word stands. */
  holders(stem: string): number;
}

function specificity(groups: readonly TellingGroup[]): Specificity {
  const counts = new Map<string, Map<string, number>>();
  for (const { findings, phrases } of groups)
    for (const phrase of phrases)
      for (const { stem } of contentOf(phraseWords(phrase))) {
        const own = counts.get(stem) ?? new Map<string, number>();
        counts.set(stem, own);
        for (const finding of findings) own.set(finding, (own.get(finding) ?? 0) + 1);
      }
  return {
    holders: (stem) => counts.get(stem)?.size ?? 0,
    isTelling: (words, [finding, ...others]) => {
      const own = counts.get(contentOf(words)[0]?.stem ?? '');
      if (finding === undefined || others.length > 0 || own === undefined) return false;
      const all = [...own.values()].reduce((sum, count) => sum + count, 0);
      return (own.get(finding) ?? 0) >= all / 2;
    },
  };
}
