import type { PatientCase } from '../../catalog/case.ts';
import type { Aspect } from '../../catalog/finding.ts';
import type { Persona } from '../../catalog/persona.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { toldOf } from '../decide.ts';
import { toldKey } from '../memory.ts';
import { heardIn, sentencesOf, stemsOf } from './said.ts';
import type { Speaking } from './speaking.ts';

const made = new WeakMap<Speaking, ReadonlySet<string>>();

/**
 * The stems of everything that may be echoed: the permitted words, the names of what they are about, what was asked and
 * said before, and the persona's own phrases. The repeats of one turn share them.
 */
export function echoesOf(speaking: Speaking): ReadonlySet<string> {
  const known = made.get(speaking);
  if (known) return known;
  const { permitted, question, persona, lexicon } = speaking;
  const stems = new Set(phraseStems(persona));
  const add = (words: string) => {
    for (const stem of stemsOf(words)) stems.add(stem);
  };
  for (const words of givenTo(speaking)) add(words);
  add(question);
  for (const { part } of permitted) {
    const id = 'told' in part ? part.told.finding : part.mention.finding;
    for (const name of (id === null ? undefined : lexicon.findings.get(id))?.names.lay ?? []) add(name);
  }
  made.set(speaking, stems);
  return stems;
}

const ofPhrases = new WeakMap<Persona['phrases'], ReadonlySet<string>>();

function phraseStems({ phrases }: Persona): ReadonlySet<string> {
  const known = ofPhrases.get(phrases);
  if (known) return known;
  const stems = new Set(Object.values(phrases).flatMap((pool) => pool.flatMap((phrase) => [...stemsOf(phrase)])));
  ofPhrases.set(phrases, stems);
  return stems;
}

/** What may be repeated without having been asked or thought of: neither the question nor the names of things. */
export function givenTo({ permitted, saidBefore, wording }: Speaking): readonly string[] {
  return [...permitted.map(({ words }) => words ?? ''), wording, ...saidBefore];
}

/** A sentence that the case has somebody say of a fact. */
interface CaseLine {
  /** The fact's id and the aspect. */
  readonly of: string;
  readonly key: string;
  readonly stems: ReadonlySet<string>;
}

const lines = new WeakMap<PatientCase, readonly CaseLine[]>();

function linesOf(patientCase: PatientCase): readonly CaseLine[] {
  const known = lines.get(patientCase);
  if (known) return known;
  // What only the patient knows is as untold in the mouth of a proxy.
  const facts = [...patientCase.facts, ...(patientCase.proxy?.doesNotKnow ?? [])];
  const found = facts.flatMap((fact) =>
    (Object.entries(fact.says ?? {}) as [Aspect, string][]) // keys are aspects
      .flatMap(([aspect, words]) => {
        const key = toldKey(toldOf(fact, aspect));
        return sentencesOf(words).map((line) => ({ of: `${fact.id}.${aspect}`, key, stems: stemsOf(line) }));
      }),
  );
  lines.set(patientCase, found);
  return found;
}

/** What the case has said of things that were not told so far and are not to be told now. */
export function untoldLines({ patientCase, permitted, memory }: Speaking): readonly CaseLine[] {
  const now = new Set(permitted.flatMap(({ part }) => ('told' in part ? [toldKey(part.told)] : [])));
  return linesOf(patientCase).filter(({ key }) => !now.has(key) && !memory.told.has(key));
}

const reports = new WeakMap<PatientCase, readonly ReadonlySet<string>[]>();

/** The sentences of the case's reports, which are the clinic's: a patient does not read them. */
export function reportLines(patientCase: PatientCase): readonly ReadonlySet<string>[] {
  const known = reports.get(patientCase);
  if (known) return known;
  const { examinations, tests } = patientCase;
  const found = [...examinations, ...tests]
    .flatMap(({ report }) => sentencesOf(report).map(stemsOf))
    .filter(({ size }) => size > 1);
  reports.set(patientCase, found);
  return found;
}

/**
 * What a listener hears by words that were not brought along by this turn or an earlier one. A sentence of echoes is
 * nobody's news, and a finding is heard anew only where one of its own words is new.
 */
export function newlyHeard(text: string, speaking: Speaking): Map<string, string> {
  const { lexicon } = speaking;
  const echoes = echoesOf(speaking);
  const found = new Map<string, string>();
  for (const sentence of sentencesOf(text)) {
    const fresh = [...stemsOf(sentence)].filter((stem) => !echoes.has(stem));
    if (fresh.length === 0) continue;
    for (const [key, value] of heardIn(sentence, lexicon)) {
      const own = ownStems(key.slice(0, key.lastIndexOf('.')), lexicon);
      if (fresh.some((stem) => own.has(stem))) found.set(key, value);
    }
  }
  return found;
}

const vocabularies = new WeakMap<Lexicon, Map<string, ReadonlySet<string>>>();

/** The words that a finding is named with. */
function ownStems(id: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = vocabularies.get(lexicon) ?? new Map<string, ReadonlySet<string>>();
  vocabularies.set(lexicon, known);
  const before = known.get(id);
  if (before) return before;
  const finding = lexicon.findings.get(id);
  const names = finding === undefined ? [] : [...finding.names.lay, ...finding.names.medical, ...finding.called];
  const stems = new Set(names.flatMap((name) => [...stemsOf(name)]));
  known.set(id, stems);
  return stems;
}
