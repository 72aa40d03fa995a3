import { rememberedByText } from '../base/remembered.ts';
import type { OtherDiagnosesFile } from '../catalog/lexicon-file.ts';
import { codePattern, createCodeIndex, isCodeOf } from './conclusion/codes.ts';
import { linesOf } from './conclusion/lines.ts';
import { longestOf, type Mention, type Named, type Template, templateOf } from './conclusion/mentions.ts';
import { createNameFinder, type NameFinder, type NameFound } from './conclusion/name-finder.ts';
import { createNameSpeller } from './conclusion/name-speller.ts';
import { type Ranking, rankingOf } from './conclusion/ranking.ts';
import { standingsOf } from './conclusion/standing.ts';
import { type Token, tokensOf } from './conclusion/tokens.ts';
import { createSynonyms, createTruthNames, type Synonyms } from './conclusion/truth-names.ts';
import { unknownDisease } from './conclusion/unknown-disease.ts';

/** What a conclusion says its first-ranked diagnosis is. */
interface NamedDiagnosis {
  /** The condition named first; null where that is none of the knowledge base, or there is no first. */
  readonly condition: string | null;
  /** Every condition that the words affirm, the likeliest first. */
  readonly named: readonly string[];
  /** Two or more stand side by side without a rank ("A or B"): that is no diagnosis. */
  readonly isUnranked: boolean;
  readonly by: 'name' | 'icd10' | 'none';
}

export interface DiagnosisReader {
  /** Reads a conclusion for the conditions of the knowledge base. */
  read(text: string): NamedDiagnosis;
  /**
   * Whether a conclusion's first diagnosis is one that may be outside the knowledge base: by a name it goes by, or by its
   * ICD-10 code; null where it is not.
   */
  names(text: string, diagnosis: string, icd10?: string | null): 'name' | 'icd10' | null;
}

interface NamesOfCondition {
  readonly id: string;
  readonly names: readonly string[];
  readonly icd10: readonly string[];
}

/**
 * Reads diagnoses: names, synonyms, abbreviations and ICD-10 codes, in any order of words, in British and American
 * spelling, with slips in long words. The longest name wins; what is denied, ruled out or of the past does not count.
 *
 * @param others diagnoses that are none of the conditions: what they are called is not read for one
 *
 * @see docs/scoring.md, diagnosis
 */
export function createDiagnosisReader(
  conditions: Iterable<NamesOfCondition>,
  others: OtherDiagnosesFile,
): DiagnosisReader {
  const all = [...conditions];
  const finder = createNameFinder<Named>();
  for (const { id, names } of all) for (const name of names) finder.add(name, { identity: id, condition: id });
  addOthers(finder, others);
  const codes = createCodeIndex(all);
  let spell: ((word: string) => string) | null = null; // made when the first unknown word is met
  const correct = (word: string) => {
    if (finder.knows(word)) return word;
    spell ??= createNameSpeller(finder.words());
    return spell(word);
  };
  let synonymsOf: Synonyms | null = null; // wanted where a truth is outside the knowledge base
  const synonyms = () => {
    synonymsOf ??= createSynonyms([...others.others, ...others.kinds]);
    return synonymsOf;
  };
  const truthNames = rememberedByText(rememberedTruths, (diagnosis) =>
    createTruthNames(diagnosis, correct, synonyms()),
  );

  const codesIn = (tokens: readonly Token[]): NameFound<Named>[] =>
    tokens.flatMap(({ text }, at) => {
      const condition = codePattern.test(text) ? codes.conditionOf(text) : null;
      return condition === null ? [] : [{ payload: { identity: condition, condition }, first: at, last: at, size: 1 }];
    });

  const rank = (text: string, find: (tokens: readonly Token[]) => NameFound<Named>[], spelled = correct): Ranking => {
    const mentions: Mention[] = [];
    const templates: Template[] = [];
    for (const [at, line] of linesOf(text).entries()) {
      const tokens = tokensOf(line.text, spelled);
      const found = find(tokens);
      const unknown =
        line.role === 'main' || line.rank !== null ? unknownDisease(tokens, found, line.rank !== null) : null;
      templates.push(templateOf(line, tokens, unknown ? [unknown, ...found] : found, at, mentions));
    }
    return rankingOf(templates, mentions, standingsOf(templates, mentions));
  };

  const prefersKnown = ({ condition }: Named) => condition !== null;
  return {
    read: (text) => {
      const byName = rank(text, (tokens) => longestOf(finder.findAll(tokens), prefersKnown));
      if (byName.affirmed.length > 0 || /[a-z]\d\d/i.test(text) === false) return namedBy('name', byName);
      const byCode = rank(text, codesIn);
      return namedBy('icd10', byCode);
    },
    names: (text, diagnosis, icd10 = null) => {
      const truth = truthNames(diagnosis);
      const isTruth = ({ identity }: Named) => identity === truth.identity;
      const spelled = (word: string) => (finder.knows(word) ? word : (truth.corrected(word) ?? correct(word)));
      const byName = rank(
        text,
        (tokens) => {
          const own = truth.findAll(tokens);
          return longestOf([...finder.findAll(tokens).filter((one) => !isInside(one, own)), ...own], isTruth);
        },
        spelled,
      );
      if (byName.first?.identity === truth.identity) return 'name';
      if (icd10 === null || byName.affirmed.length > 0 || !/[a-z]\d\d/i.test(text)) return null;
      const payload = { identity: truth.identity, condition: null };
      const { first } = rank(text, (tokens) =>
        tokens.flatMap((token, at) => (isCodeOf(token.text, icd10) ? [{ payload, first: at, last: at, size: 1 }] : [])),
      );
      return first?.identity === truth.identity ? 'icd10' : null;
    },
  };
}

const made = new WeakMap<ReadonlyMap<string, NamesOfCondition>, DiagnosisReader>();

/** The reader for these conditions, made once: assessor and doctors of a run read with the same. */
export function diagnosisReaderOf(
  conditions: ReadonlyMap<string, NamesOfCondition>,
  others: OtherDiagnosesFile,
): DiagnosisReader {
  const known = made.get(conditions) ?? createDiagnosisReader(conditions.values(), others);
  made.set(conditions, known);
  return known;
}

/** Truths that are kept ready: a run has a few hundred cases. */
const rememberedTruths = 1_000;

/** Other names give way to the truth’s where they hold it, or are in it: a "small cell lung cancer" is a lung cancer. */
function isInside(one: NameFound<Named>, own: readonly NameFound<Named>[]): boolean {
  return !one.payload.isNone && own.some(({ first, last }) => one.first <= last && first <= one.last);
}

function namedBy(by: 'name' | 'icd10', { first, isUnranked, affirmed }: Ranking): NamedDiagnosis {
  const named = [...new Set(affirmed.flatMap(({ condition }) => (condition === null ? [] : [condition])))];
  return { condition: first?.condition ?? null, named, isUnranked, by: named.length > 0 ? by : 'none' };
}

function addOthers(finder: NameFinder<Named>, { others, none }: OtherDiagnosesFile): void {
  for (const names of others) {
    const payload = { identity: `other ${names[0]}`, condition: null };
    for (const name of names) finder.add(name, payload);
  }
  for (const name of none) finder.add(name, { identity: 'none', condition: null, isNone: true });
}
