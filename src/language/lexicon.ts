import type { Catalog } from '../catalog/catalog.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import type { MannerFile } from '../catalog/lexicon-file.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';

/** What a phrase of the lexicon points to. */
export interface LexiconEntry {
  readonly findings: readonly string[];
  /** The aspect that the phrase itself asks for, where it does. */
  readonly aspect: Aspect | null;
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
  readonly phrases: PhraseBook<LexiconEntry>;
  readonly manner: PhraseBook<readonly MannerTag[]>;
}

/** What reading needs to know of a finding: all but its `asks` and figures. */
export type LexiconFinding = Pick<Finding, 'id' | 'kind' | 'purpose' | 'names'> & {
  /** The modelled aspects, each with the words that mean its values. */
  readonly aspectWords: ReadonlyMap<Aspect, Readonly<Record<string, readonly string[]>>>;
};

export function createLexicon(catalog: Pick<Catalog, 'findings' | 'lexicon' | 'hashes'>): Lexicon {
  const phrases = createPhraseBook<LexiconEntry>({ skipSmall: true });
  for (const { id, names } of catalog.findings.values())
    for (const name of [...names.medical, ...names.lay]) phrases.add(name, { findings: [id], aspect: null });
  // The curated phrases come second: where they disagree with a name, they were weighed against all others.
  for (const entry of catalog.lexicon.entries) {
    const findings = 'finding' in entry ? [entry.finding] : entry.findings;
    for (const phrase of entry.phrases) phrases.add(phrase, { findings, aspect: null });
    if ('aspects' in entry)
      for (const [aspect, wordings] of Object.entries(entry.aspects ?? {}) as [Aspect, string[]][]) // keys are aspects
        for (const phrase of wordings) phrases.add(phrase, { findings, aspect });
  }
  const manner = createPhraseBook<readonly MannerTag[]>({ skipSmall: false });
  for (const [tag, wordings] of Object.entries(catalog.lexicon.manner) as [MannerTag, string[]][]) // keys are tags
    for (const phrase of wordings) manner.add(phrase, [tag], (old, added) => [...new Set([...old, ...added])]);
  return {
    hash: catalog.hashes.lexicon,
    findings: new Map([...catalog.findings].map(([id, finding]) => [id, withoutAsks(finding)])),
    phrases,
    manner,
  };
}

function withoutAsks({ id, kind, purpose, names, aspects }: Finding): LexiconFinding {
  const modelled = Object.entries(aspects ?? {}) as [Aspect, { values: Record<string, string[]> }][]; // keys are aspects
  return { id, kind, purpose, names, aspectWords: new Map(modelled.map(([aspect, { values }]) => [aspect, values])) };
}
