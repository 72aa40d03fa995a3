import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import { askedIn } from './asked.ts';
import { claimsIn } from './claims.ts';
import { smallTalk } from './everyday.ts';
import type { Cue, Match, SpokenReader, Topic } from './spoken-reading.ts';
import { type Clause, keysOf, plainText, readText, type SpokenText, type Token } from './spoken-text.ts';

interface Counts {
  readonly documents: number;
  readonly frequency: ReadonlyMap<string, number>;
}
const libraryCounts = new WeakMap<
  ReadonlyMap<string, Finding>,
  { counts: Counts; names: Map<string, readonly SpokenText[]> }
>();

/** How often each word stands in the library's names. Counted once for a library. */
function ofLibrary(findings: ReadonlyMap<string, Finding>) {
  const known = libraryCounts.get(findings);
  if (known) return known;
  const frequency = new Map<string, number>();
  const names = new Map<string, readonly SpokenText[]>();
  for (const finding of findings.values()) {
    const texts = [...finding.names.lay, ...finding.names.medical].map((name) => readText(name));
    names.set(finding.id, texts);
    for (const key of new Set(texts.flatMap(keysOf))) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const made = { counts: { documents: findings.size, frequency }, names };
  libraryCounts.set(findings, made);
  return made;
}

/** Prepares one case: what tells each fact, and how much each word counts. */
export function createSpokenReader({
  patientCase,
  truthNames,
  findings,
}: {
  patientCase: PatientCase;
  truthNames: readonly string[];
  findings: ReadonlyMap<string, Finding>;
}): SpokenReader {
  const library = ofLibrary(findings);
  const said = new Map(
    patientCase.facts.map((fact) => [
      fact.id,
      Object.entries(fact.says ?? {}).map(([aspect, text]) => ({
        aspect: aspect as Aspect,
        text,
        read: readText(text),
      })),
    ]),
  );
  const inCase = new Map<string, number>();
  for (const lines of said.values())
    for (const key of new Set(lines.flatMap(({ read }) => keysOf(read)))) inCase.set(key, (inCase.get(key) ?? 0) + 1);
  const total = library.counts.documents + said.size;
  const weights = new Map<string, number>();
  const weightOf = (key: string): number => {
    const known = weights.get(key);
    if (known !== undefined) return known;
    const count = (library.counts.frequency.get(key) ?? 0) + (inCase.get(key) ?? 0);
    // A word that neither the case nor the library has tells nothing, but it is not nothing: it counts as a common one.
    const weight = smallTalk.has(key) ? 0.8 : count === 0 ? 2.5 : Math.log(total / count);
    weights.set(key, weight);
    return weight;
  };
  const weigh = (keys: Iterable<string>): number => {
    let sum = 0;
    for (const key of keys) sum += weightOf(key);
    return sum;
  };
  const cueOf = (by: Cue['by'], aspect: Aspect, text: string, read: SpokenText): Cue => {
    const tokens = new Map<string, Token>();
    for (const clause of read.clauses)
      for (const token of clause.tokens) if (!tokens.has(token.key)) tokens.set(token.key, token);
    return { by, aspect, text, tokens, weight: weigh(tokens.keys()), clauses: read.clauses };
  };
  const topicOf = (id: string, fact: CaseFact | null, finding: Finding | null, value: Topic['value']): Topic => {
    const says = (said.get(id) ?? []).map(({ aspect, text, read }) => cueOf('words', aspect, text, read));
    const parts = says.flatMap((cue) =>
      cue.clauses
        .filter(({ tokens }) => tokens.length > 0)
        .map((clause) => cueOf(cue.by, cue.aspect, clause.text, { plain: clause.text, clauses: [clause] })),
    );
    const nameTexts = finding ? (library.names.get(finding.id) ?? []) : [];
    const names = nameTexts
      .map((read) => cueOf('name', 'presence', read.plain, read))
      .filter(({ tokens }) => tokens.size > 0);
    const keys = new Set([...says, ...names].flatMap(({ tokens }) => [...tokens.keys()]));
    const quantities = says.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.quantities));
    return {
      id,
      fact,
      finding,
      value,
      says,
      parts,
      names,
      keys,
      quantities,
      plain: says.map(({ text }) => plainText(text)).join(' . '),
    };
  };

  const all = new Map<string, Topic>();
  for (const fact of patientCase.facts)
    all.set(fact.id, topicOf(fact.id, fact, findings.get(fact.finding ?? '') ?? null, fact.value));
  const unlisted = patientCase.unlisted === 'absent' ? 'absent' : null;
  for (const finding of findings.values())
    if (!all.has(finding.id) && finding.kind !== 'examination' && finding.kind !== 'test')
      all.set(finding.id, topicOf(finding.id, null, finding, unlisted));
  const reportFindings = new Map<string, Topic>();
  for (const report of [...patientCase.examinations, ...patientCase.tests])
    reportFindings.set(
      report.id,
      topicOf(report.id, null, findings.get(report.finding ?? '') ?? null, report.value ?? 'present'),
    );

  const wholes = new WeakMap<ReadonlySet<string>, number>();
  const weightOfAll = (keys: ReadonlySet<string>): number => {
    const known = wholes.get(keys);
    if (known !== undefined) return known;
    const sum = weigh(keys);
    wholes.set(keys, sum);
    return sum;
  };
  const compare = (clause: Pick<Clause, 'tokens' | 'keys'>, cue: Cue): Match => {
    const keys: string[] = [];
    let weight = 0;
    let same = 0;
    let opposite = 0;
    for (const key of clause.keys) {
      const token = cue.tokens.get(key);
      if (!token) continue;
      keys.push(key);
      const worth = weightOf(key);
      weight += worth;
      if (clause.tokens.some((own) => own.key === key && own.isNegated === token.isNegated)) same += worth;
      else opposite += worth;
    }
    return {
      keys,
      weight,
      same,
      opposite,
      share: weight / Math.max(weightOfAll(clause.keys), 0.01),
      cover: weight / Math.max(cue.weight, 0.01),
    };
  };

  const byKey = new Map<string, Topic[]>();
  for (const topic of all.values())
    for (const key of topic.keys) {
      const list = byKey.get(key);
      if (list) list.push(topic);
      else byKey.set(key, [topic]);
    }
  const nearBy = new WeakMap<ReadonlySet<string>, readonly Topic[]>();
  const near = (keys: ReadonlySet<string>): readonly Topic[] => {
    const known = nearBy.get(keys);
    if (known) return known;
    const found = new Set<Topic>();
    for (const key of keys) for (const topic of byKey.get(key) ?? []) found.add(topic);
    const list = [...found];
    nearBy.set(keys, list);
    return list;
  };

  const opening = readText(patientCase.opening);
  return {
    patientCase,
    truthNames,
    topics: all,
    reportFindings,
    opening,
    openingKeys: new Set(keysOf(opening)),
    weightOf,
    weigh,
    compare,
    near,
    read: ({ question, reply }) => {
      const text = readText(reply);
      return { text, claims: claimsIn(text, near, compare), ...askedIn(question, all, near, weigh) };
    },
  };
}
