import type { Vocabulary } from '../catalog/catalog.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import type { MannerFile } from '../catalog/lexicon-file.ts';
import { type Body, createBody } from './body.ts';
import { everydayStems, ordinaryWords } from './ordinary-words.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { createSpeller, type Speller } from './spelling.ts';
import { createWordIndex, examiningWords, type WordIndex } from './word-index.ts';
import { contentOf, isSmallStem, phraseWords, stemOf, type Word } from './words.ts';

/** What a phrase of the lexicon points to. */
export interface LexiconEntry {
  readonly findings: readonly string[];
  /** The aspect that the phrase itself asks for, where it does. */
  readonly aspect: Aspect | null;
  /** A single everyday word, which means the finding only where it is all that a question is about: "work?" */
  readonly isEveryday?: boolean;
}

export type MannerTag = keyof MannerFile;

/**
 * How findings are named and how words are put, ready to read with. It is made of the findings' names and the phrases of
 * knowledge/lexicon; the reference doctors' own questions (`asks`) are no part of it, or the references would be
 * understood by construction.
 */
export interface Lexicon {
  readonly hash: string;
  readonly findings: ReadonlyMap<string, LexiconFinding>;
  /** What a patient can be asked: symptoms, history, exposures. */
  readonly phrases: PhraseBook<LexiconEntry>;
  /** Phrases that mean it only word for word: "feeling down" is a mood, "lying down" is not. */
  readonly exact: PhraseBook<LexiconEntry>;
  /** What somebody tells of without being asked: phrases of two words of content or more, and single words that are one finding's. */
  readonly statements: PhraseBook<LexiconEntry>;
  /** Findings by two words that tell of them in either order within a clause: "my right eye went red". */
  readonly wordPairs: ReadonlyMap<string, string>;
  /** What a clinic can be asked for: examinations and tests. */
  readonly requests: PhraseBook<LexiconEntry>;
  readonly manner: PhraseBook<readonly MannerTag[]>;
  /** Names of medicines. */
  readonly drugs: PhraseBook<string>;
  /** Parts of the body, and what can be wrong with each. */
  readonly body: Body;
  /** Finding → the one that means the same in the family. */
  readonly inFamily: ReadonlyMap<string, string>;
  /** Finding → others whose presence answers the same question. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
  /** A question with its misspelt words put right. */
  spelled(text: string): string;
  /** For orders that hold no phrase: examinations and tests by the words that their phrases are made of. */
  readonly requestWords: WordIndex;
}

/** What reading needs to know of a finding: all but its `asks` and figures. */
type LexiconFinding = Pick<Finding, 'id' | 'kind' | 'purpose' | 'names'> & {
  /** The modelled aspects, each with the words that mean its values. */
  readonly aspectWords: ReadonlyMap<Aspect, Readonly<Record<string, readonly string[]>>>;
  /** What else it is called: the phrases of the lexicon that are no whole sentences. */
  readonly called: readonly string[];
};

export function createLexicon(catalog: Vocabulary): Lexicon {
  const phrases = createPhraseBook<LexiconEntry>({ skipSmall: true });
  const exact = createPhraseBook<LexiconEntry>({ skipSmall: false });
  const statements = createPhraseBook<LexiconEntry>({ skipSmall: true });
  const requests = createPhraseBook<LexiconEntry>({ skipSmall: true });
  const once = new Map<string, readonly Word[]>();
  const wordsOnce = (phrase: string) => {
    const words = once.get(phrase) ?? phraseWords(phrase);
    once.set(phrase, words);
    return words;
  };
  const { isTelling, holders } = specificity(catalog.lexicon.entries, wordsOnce);
  const wordPairs = new Map<string, string>();
  const ambiguous = new Set<string>();
  const notePair = (key: string, [finding, ...others]: readonly string[], aspect: Aspect | null) => {
    if (finding === undefined || others.length > 0 || aspect !== null) return;
    if ((wordPairs.get(key) ?? finding) !== finding) ambiguous.add(key);
    wordPairs.set(key, finding);
  };
  // "Blood" in a question is a symptom, in an order a test: the two kinds of words are read apart.
  const vocabulary = new Set<string>();
  const add = (wordings: readonly string[], findings: readonly string[], aspect: Aspect | null) => {
    const byClinic = findings.filter((id) => isClinics(catalog.findings.get(id)));
    const byPatient = findings.filter((id) => !isClinics(catalog.findings.get(id)));
    const alone = new Set<string>();
    const worded = wordings.map((wording) => ({ words: wordsOnce(wording) }));
    for (const { words } of worded) if (words.length === 1) alone.add(words[0]?.stem ?? '');
    for (const { words } of worded) {
      for (const { text } of words) vocabulary.add(text);
      const content = contentOf(words);
      const { length } = content;
      const kept = words.filter(({ isSmall, stem }) => !isSmall && !isSmallStem(stem));
      if (length === 0 && kept.length === 0) {
        // "Not all there" would be found in every "not"; "been sick" is found as it stands.
        if (words.length > 2 && byPatient.length > 0) exact.add(words, { findings: byPatient, aspect }, plainer);
        continue;
      }
      if (kept.length === 0) continue;
      // "Anything about it" is found as it stands: of function words alone, half the sentences are made.
      if (length === 0 && kept.length === 2 && words.length > 2 && byPatient.length > 0) {
        exact.add(words, { findings: byPatient, aspect }, plainer);
        continue;
      }
      // "Hurt yourself" without its small word would be any "hurt".
      if (kept.length === 1 && words.length > 1 && !alone.has(kept[0]?.stem ?? '') && byPatient.length > 0) {
        exact.add(words, { findings: byPatient, aspect }, plainer);
        continue;
      }
      if (byClinic.length > 0) requests.add(words, { findings: byClinic, aspect }, together);
      const isEveryday = kept.length === 1 && everydayStems().has(kept[0]?.stem ?? '');
      if (byPatient.length > 0) phrases.add(words, { findings: byPatient, aspect, isEveryday }, plainer);
      // One word in a question names its subject; in a story it may mean anything ("lump", "side", "keep").
      if (byPatient.length > 0 && (length > 1 || (length === 1 && isTelling(words, findings))))
        statements.add(words, { findings: byPatient, aspect }, plainer);
      const [first, second] = content;
      if (length === 2 && first && second) notePair(pairKey(first.stem, second.stem), byPatient, aspect);
    }
  };
  for (const { id, names } of catalog.findings.values()) add([...names.medical, ...names.lay], [id], null);
  const addFirstName = (name: string, id: string) => {
    const words = phraseWords(name);
    const kept = words.filter(({ isSmall, stem }) => !isSmall && !isSmallStem(stem));
    if (kept.length > 1 || words.length === 1) statements.add(words, { findings: [id], aspect: null });
  };
  // A finding's first names mean it wherever they stand: "fever", "rash", "nausea".
  for (const { id, kind, names } of catalog.findings.values())
    for (const name of [names.medical[0], names.lay[0]])
      if (name !== undefined && kind !== 'examination' && kind !== 'test') addFirstName(name, id);
  // The curated phrases come second: where they disagree with a name, they were weighed against all others.
  const called = new Map<string, string[]>();
  const inFamily = new Map<string, string>();
  const answeredBy = new Map<string, readonly string[]>();
  for (const entry of catalog.lexicon.entries) {
    const findings = 'finding' in entry ? [entry.finding] : entry.findings;
    add(entry.phrases, findings, null);
    if (!('finding' in entry)) continue;
    called.set(entry.finding, [...(called.get(entry.finding) ?? []), ...entry.phrases]);
    if (entry.also !== undefined)
      answeredBy.set(entry.finding, [...new Set([...(answeredBy.get(entry.finding) ?? []), ...entry.also])]);
    if (entry.family !== undefined) inFamily.set(entry.finding, entry.family);
    for (const [aspect, wordings] of Object.entries(entry.aspects ?? {}) as [Aspect, string[]][]) // keys are aspects
      add(wordings, findings, aspect);
  }
  const drugs = createPhraseBook<string>({ skipSmall: false });
  for (const [group, names] of Object.entries(catalog.lexicon.drugs))
    for (const name of names) {
      const words = phraseWords(name);
      for (const { text } of words) vocabulary.add(text);
      drugs.add(words, group);
    }
  const texts = new Map(
    [...catalog.findings.values()].filter(isClinics).map(({ id, names }) => [id, [...names.medical, ...names.lay]]),
  );
  for (const entry of catalog.lexicon.entries) if ('finding' in entry) texts.get(entry.finding)?.push(...entry.phrases);
  const requestWords = createWordIndex(
    [...texts].map(([id, words]) => ({ id, text: words.join('. ') })),
    { besides: examiningWords },
  );
  const manner = createPhraseBook<readonly MannerTag[]>({ skipSmall: false });
  for (const [tag, wordings] of Object.entries(catalog.lexicon.manner) as [MannerTag, string[]][]) // keys are tags
    for (const phrase of wordings) {
      const words = phraseWords(phrase);
      for (const { text } of words) vocabulary.add(text);
      manner.add(words, [tag], (old, added) => [...new Set([...old, ...added])]);
    }
  for (const key of ambiguous) wordPairs.delete(key);
  // "Keep" and "come" tell of nothing, however often they stand in one phrase; "heart" and "pound" do.
  for (const key of wordPairs.keys()) {
    const [few = 0, many = 0] = key
      .split(' ')
      .map(holders)
      .sort((a, b) => a - b);
    if (many > common && few > rare) wordPairs.delete(key);
  }
  return {
    hash: catalog.hashes.lexicon,
    findings: new Map([...catalog.findings].map(([id, finding]) => [id, withoutAsks(finding, called.get(id) ?? [])])),
    phrases,
    exact,
    statements,
    wordPairs,
    requests,
    manner,
    drugs,
    body: createBody(catalog.lexicon.body),
    inFamily,
    answeredBy,
    spelled: spelledBy(vocabulary, catalog.lexicon.body),
    requestWords,
  };
}

/** The same for both orders of two stems. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** A word in the phrases of more findings than these is everybody's: "come", "skin", "feel". */
const common = 16;
/** A word of so few findings says which is meant, whatever stands beside it. */
const rare = 4;

/**
 * Whether a single word belongs to one finding: at least half of all phrases that hold it are that finding's. "Itchy"
 * does, "side" does not.
 */
function specificity(
  entries: Vocabulary['lexicon']['entries'],
  wordsIn: (phrase: string) => readonly Word[],
): {
  isTelling(words: readonly Word[], findings: readonly string[]): boolean;
  holders(stem: string): number;
} {
  const counts = new Map<string, Map<string, number>>();
  for (const entry of entries)
    for (const finding of 'finding' in entry ? [entry.finding] : entry.findings)
      for (const phrase of entry.phrases)
        for (const { stem } of contentOf(wordsIn(phrase))) {
          const own = counts.get(stem) ?? new Map<string, number>();
          own.set(finding, (own.get(finding) ?? 0) + 1);
          counts.set(stem, own);
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

function spelledBy(vocabulary: Set<string>, body: Vocabulary['lexicon']['body']): (text: string) => string {
  for (const words of [...Object.values(body.parts), ...Object.values(body.complaints).map((one) => one.words)])
    for (const phrase of words) for (const { text } of phraseWords(phrase)) vocabulary.add(text);
  const stems = new Set([...vocabulary].map(stemOf));
  const speller: Speller = createSpeller(vocabulary, ordinaryWords);
  return (text) => text.replace(/[a-z]{5,}/g, (word) => (stems.has(stemOf(word)) ? word : speller.corrected(word)));
}

/** "Is the chest pain there?" and "chest pain" are the same to the book: the one that asks for no aspect is meant. */
function plainer(old: LexiconEntry, added: LexiconEntry): LexiconEntry {
  return added.aspect !== null && old.aspect === null ? old : added;
}

/** An order has no single meaning to choose: "look at your hands" shows the skin, the joints and the nails. */
function together(old: LexiconEntry, added: LexiconEntry): LexiconEntry {
  return { ...plainer(old, added), findings: [...new Set([...old.findings, ...added.findings])] };
}

function isClinics(finding: Finding | undefined): boolean {
  return finding?.kind === 'examination' || finding?.kind === 'test';
}

function withoutAsks({ id, kind, purpose, names, aspects }: Finding, called: readonly string[]): LexiconFinding {
  const modelled = Object.entries(aspects ?? {}) as [Aspect, { values: Record<string, string[]> }][]; // keys are aspects
  const aspectWords = new Map(modelled.map(([aspect, { values }]) => [aspect, values]));
  return { id, kind, purpose, names, aspectWords, called };
}
