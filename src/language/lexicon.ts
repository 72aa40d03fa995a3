import type { Vocabulary } from '../catalog/catalog.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import type { MannerFile } from '../catalog/lexicon-file.ts';
import type { LexiconFiles } from '../catalog/read-lexicon.ts';
import { type Advised, createAdvised } from './advised.ts';
import { type Body, createBody } from './body.ts';
import { isClinics, type LexiconEntry, plainer } from './lexicon-entry.ts';
import { everydayStems, ordinaryWords } from './ordinary-words.ts';
import { phraseIndex } from './phrase-index.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { createSpeech, type Speech } from './speech.ts';
import { createSpeller } from './spelling.ts';
import { aloneIn, createTelling, keptOf, searchFor, type Telling } from './telling.ts';
import { type PhraseGroup, waitingPhrases } from './waiting-phrases.ts';
import { createWordIndex, examiningWords, type WordIndex } from './word-index.ts';
import { stemOf, type Word } from './words.ts';

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
  /** What somebody tells of without being asked; made when the first answer is read. */
  telling(): Telling;
  /** What a clinic can be asked for: examinations and tests. */
  readonly requests: PhraseBook<LexiconEntry>;
  readonly manner: PhraseBook<readonly MannerTag[]>;
  /** What a doctor does with words besides asking, for who grades them. */
  readonly speech: Speech;
  /** What items of a plan are called in everyday words. */
  readonly advised: Advised;
  /** Diagnoses that are none of the knowledge base's, by their names. */
  readonly otherDiagnoses: LexiconFiles['otherDiagnoses'];
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
  /** What was trained to hear beside the rules; null where nothing was. */
  readonly sense: LexiconFiles['sense'];
}

/** What reading needs to know of a finding: all but its `asks` and figures. */
type LexiconFinding = Pick<Finding, 'id' | 'kind' | 'purpose' | 'sex' | 'names' | 'usualFor'> & {
  /** The modelled aspects, each with the words that mean its values. */
  readonly aspectWords: ReadonlyMap<Aspect, Readonly<Record<string, readonly string[]>>>;
  /** What else it is called: the phrases of the lexicon that are no whole sentences. */
  readonly called: readonly string[];
};

export function createLexicon(catalog: Vocabulary): Lexicon {
  const groups: PhraseGroup[] = [];
  const meet = (words: readonly Word[]) => met(words);
  const phrases = createPhraseBook<LexiconEntry>({ skipSmall: true, meet });
  const exact = createPhraseBook<LexiconEntry>({ skipSmall: false, meet });
  const requests = createPhraseBook<LexiconEntry>({ skipSmall: true, meet });
  // "Blood" in a question is a symptom, in an order a test: the two kinds of words are read apart.
  const add = (named: readonly string[], findings: readonly string[], aspect: Aspect | null) => {
    const ofClinic = { findings: findings.filter((id) => isClinics(catalog.findings.get(id))), aspect };
    const ofPatient = { findings: findings.filter((id) => !isClinics(catalog.findings.get(id))), aspect };
    const asEveryday = { ...ofPatient, isEveryday: true };
    const isClinicsToo = ofClinic.findings.length > 0;
    const isPatients = ofPatient.findings.length > 0;
    let alone: ReadonlySet<string> | null = null;
    const read = (words: readonly Word[]) => {
      alone ??= aloneIn(named);
      const use = searchFor(words, alone);
      if (use === 'word for word' && isPatients) exact.add(words, ofPatient, plainer);
      if (use !== 'loosely') return;
      if (isClinicsToo) requests.add(words, ofClinic, together);
      if (isPatients) phrases.add(words, isEveryday(words) ? asEveryday : ofPatient, plainer);
    };
    groups.push({ phrases: named, read });
  };
  for (const { id, names } of catalog.findings.values()) add([...names.medical, ...names.lay], [id], null);
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
    for (const [aspect, asking] of Object.entries(entry.aspects ?? {}) as [Aspect, string[]][]) // keys are aspects
      add(asking, findings, aspect);
  }
  // The healthy state comes last: a phrase that names it names the finding as well, and says which way it is asked for.
  for (const [finding, healthy] of Object.entries(catalog.lexicon.healthy)) {
    const read = (words: readonly Word[]) => {
      // "Feel rested" and "have your spleen" mean it by their small words.
      const book = words[0]?.isSmall || keptOf(words).length < 2 ? exact : phrases;
      book.add(words, { findings: [finding], aspect: null, isHealthy: true });
    };
    groups.push({ phrases: healthy, read });
  }
  const drugs = createPhraseBook<string>({ skipSmall: false, meet });
  for (const [group, names] of Object.entries(catalog.lexicon.drugs))
    groups.push({ phrases: names, read: (words) => drugs.add(words, group) });
  const manner = createPhraseBook<readonly MannerTag[]>({ skipSmall: false, meet });
  for (const [tag, wordings] of Object.entries(catalog.lexicon.manner) as [MannerTag, string[]][]) // keys are tags
    groups.push({
      phrases: wordings,
      read: (words) => manner.add(words, [tag], (old, added) => [...new Set([...old, ...added])]),
    });
  const { leading, vocabulary } = phraseIndex(groups, catalog.lexicon.body);
  const met = waitingPhrases(groups, leading);
  const texts = new Map(
    [...catalog.findings.values()].filter(isClinics).map(({ id, names }) => [id, [...names.medical, ...names.lay]]),
  );
  for (const entry of catalog.lexicon.entries) if ('finding' in entry) texts.get(entry.finding)?.push(...entry.phrases);
  const requestWords = createWordIndex(
    [...texts].map(([id, words]) => ({ id, text: words.join('. ') })),
    { besides: examiningWords },
  );
  let telling: Telling | null = null;
  return {
    hash: catalog.hashes.lexicon,
    findings: new Map([...catalog.findings].map(([id, finding]) => [id, withoutAsks(finding, called.get(id) ?? [])])),
    phrases,
    exact,
    telling: () => {
      telling ??= createTelling(catalog.findings, catalog.lexicon.entries);
      return telling;
    },
    requests,
    manner,
    advised: createAdvised(catalog.lexicon.advised),
    otherDiagnoses: catalog.lexicon.otherDiagnoses,
    speech: createSpeech(catalog.lexicon.speech, () => Object.values(catalog.lexicon.drugs).flat()),
    drugs,
    body: createBody(catalog.lexicon.body),
    inFamily,
    answeredBy,
    spelled: spelledBy(vocabulary),
    requestWords,
    sense: catalog.lexicon.sense,
  };
}

function spelledBy(words: readonly string[]): (text: string) => string {
  const vocabulary = new Set(words);
  const speller = createSpeller(vocabulary, ordinaryWords);
  let stems: ReadonlySet<string> | null = null;
  const spelled = (word: string): string => {
    if (vocabulary.has(word) || ordinaryWords.has(word)) return word;
    stems ??= new Set(words.map(stemOf));
    return stems.has(stemOf(word)) ? word : speller.corrected(word);
  };
  return (text) => text.replace(/[a-z]{5,}/g, spelled);
}

function isEveryday(words: readonly Word[]): boolean {
  const [only, ...others] = keptOf(words);
  return only !== undefined && others.length === 0 && everydayStems().has(only.stem);
}

/** An order has no single meaning to choose: "look at your hands" shows the skin, the joints and the nails. */
function together(old: LexiconEntry, added: LexiconEntry): LexiconEntry {
  return { ...plainer(old, added), findings: [...new Set([...old.findings, ...added.findings])] };
}

function withoutAsks(
  { id, kind, purpose, sex, names, usualFor, aspects }: Finding,
  called: readonly string[],
): LexiconFinding {
  const modelled = Object.entries(aspects ?? {}) as [Aspect, { values: Record<string, string[]> }][]; // keys are aspects
  const aspectWords = new Map(modelled.map(([aspect, { values }]) => [aspect, values]));
  return { id, kind, purpose, ...(sex && { sex }), names, ...(usualFor && { usualFor }), aspectWords, called };
}
