import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Aspect, Finding } from '../catalog/finding.ts';
import type { Told } from '../events/event.ts';
import { smallTalk, topics } from './everyday.ts';
import type { Quantity } from './quantities.ts';
import { type Clause, plainText, readText, type SpokenText, type Token } from './spoken-text.ts';

/** A patient's reply with what surrounds it. `told` is what the simulator claims was said: the reader does not believe it. */
export interface SpokenReply {
  readonly question: string;
  readonly reply: string;
  readonly told: readonly SpokenTold[];
  readonly rapport: 'guarded' | 'neutral' | 'trusting';
  /** Facts told in earlier turns; said again, they are no news. */
  readonly toldBefore?: readonly string[];
  /** Texts of the reports that the clinic has given so far. */
  readonly reported?: readonly string[];
}

export type SpokenTold = Pick<Told, 'fact' | 'aspect' | 'value'> & {
  readonly finding?: string | null | undefined;
  readonly as?: string | undefined;
};

/** What a stretch of the reply tells, found in its words alone. */
export interface Claim {
  /** The case's fact, or null for a finding that the case does not list. */
  readonly fact: string | null;
  readonly finding: string | null;
  readonly value: 'present' | 'absent';
  readonly aspect: Aspect;
  /** By the finding's name, or by the words that the case has for the fact. */
  readonly by: 'name' | 'words';
  readonly clause: Clause;
  /** Share of the clause's weight that the fact accounts for, 0 to 1. */
  readonly share: number;
  /** The words that it rests on, by key. */
  readonly keys: readonly string[];
}

/** Words that tell a fact: a line of the case's `says`, or a name of its finding. */
export interface Cue {
  readonly by: 'name' | 'words';
  readonly aspect: Aspect;
  readonly text: string;
  readonly tokens: ReadonlyMap<string, Token>;
  readonly weight: number;
  readonly clauses: readonly Clause[];
}

/** A fact of the case, or a finding that the case leaves out, with all that tells it. */
export interface Topic {
  readonly id: string;
  readonly fact: CaseFact | null;
  readonly finding: Finding | null;
  /** Whether it is so; a finding left out by a case whose `unlisted` is `unknown` is neither. */
  readonly value: 'present' | 'absent' | null;
  readonly names: readonly Cue[];
  readonly says: readonly Cue[];
  /** The lines of `says` clause by clause. */
  readonly parts: readonly Cue[];
  readonly keys: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly plain: string;
}

export interface SpokenReading {
  readonly text: SpokenText;
  readonly claims: readonly Claim[];
  /** Facts that the question asks for, by the auditor's own reading. */
  readonly asked: ReadonlySet<string>;
  /** Facts named by the question beyond doubt. */
  readonly askedByName: ReadonlySet<string>;
  readonly questionKeys: ReadonlySet<string>;
}

export interface SpokenReader {
  readonly patientCase: PatientCase;
  readonly truthNames: readonly string[];
  readonly topics: ReadonlyMap<string, Topic>;
  readonly reportFindings: ReadonlyMap<string, Topic>;
  readonly opening: SpokenText;
  readonly openingKeys: ReadonlySet<string>;
  weightOf(key: string): number;
  weigh(keys: Iterable<string>): number;
  /** Facts and findings that share a word with these. */
  near(keys: ReadonlySet<string>): readonly Topic[];
  read(reply: SpokenReply): SpokenReading;
  /** How much of a clause a cue accounts for, and whether both say the same of it. */
  compare(clause: Pick<Clause, 'tokens' | 'keys'>, cue: Cue): Match;
}

interface Match {
  readonly keys: readonly string[];
  readonly weight: number;
  readonly share: number;
  readonly cover: number;
  /** Weight of the common words of which both say the same, or the opposite. */
  readonly same: number;
  readonly opposite: number;
}

/** Names that are headings of a history rather than words that tell something. */
const headings = new Set(['management', 'rapport']);
const headingIds = new Set([
  'allergies',
  'previous-similar-episodes',
  'sick-contact',
  'possible-trigger',
  'recent-immobility',
]);

/** Common to all complaints: a name that holds only these tells nothing. */
const vague = new Set([
  'pain',
  'worse',
  'heart',
  'tight',
  'hot',
  'skin',
  'medicine',
  'body',
  'trouble',
  'allright',
  'light',
  'red',
  'eye',
  'belly',
  'head',
  'constant',
  'collapse',
  'illness',
  'cold',
  'job',
  'home',
  'relative',
  'pop',
  'click',
  'crunch',
  'grind',
  'useless',
]);

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

const keysOf = (text: SpokenText): string[] => text.clauses.flatMap(({ tokens }) => tokens.map(({ key }) => key));

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

  const claimsOf = (text: SpokenText): Claim[] => {
    const claims: Claim[] = [];
    for (const clause of text.clauses) {
      if (clause.keys.size === 0 || clause.frame === 'question' || clause.frame === 'hedge') continue;
      for (const topic of near(clause.keys)) {
        const claim = byName(topic, clause, compare) ?? byWords(topic, clause, compare);
        if (claim) claims.push(claim);
      }
    }
    return claims;
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
      return { text, claims: claimsOf(text), ...askedIn(question, all, near, weigh) };
    },
  };
}

type Compare = SpokenReader['compare'];

/** Whether a name of the finding stands in the clause whole, said or denied. */
function byName(topic: Topic, clause: Clause, compare: Compare): Claim | null {
  const { finding } = topic;
  if (!finding || headings.has(finding.purpose) || headingIds.has(finding.id)) return null;
  let best: { match: Match; cue: Cue } | null = null;
  for (const cue of topic.names) {
    let isWhole = true;
    let isVague = true;
    let isSmallTalk = true;
    for (const key of cue.tokens.keys()) {
      if (!clause.keys.has(key)) {
        isWhole = false;
        break;
      }
      if (!vague.has(key)) isVague = false;
      if (!smallTalk.has(key)) isSmallTalk = false;
    }
    // two vague words together are a name ("belly pain"); one is not
    if (!isWhole || isSmallTalk || (isVague && cue.tokens.size < 2)) continue;
    const match = compare(clause, cue);
    if (!best || match.weight > best.match.weight) best = { match, cue };
  }
  if (!best) return null;
  const { match, cue } = best;
  // "No chest pain when twisting": the first of its words carries the sign
  const first = clause.tokens.find(({ key }) => cue.tokens.has(key));
  // "no no pleasure in anything": a name that holds a negation is denied whole
  const isDenied = first?.isNegated === true && clause.text.includes(`no ${cue.text}`);
  return {
    fact: topic.fact?.id ?? null,
    finding: finding.id,
    value: !isDenied && first?.isNegated === cue.tokens.get(first?.key ?? '')?.isNegated ? 'present' : 'absent',
    aspect: 'presence',
    by: 'name',
    clause,
    share: match.share,
    keys: match.keys,
  };
}

/** Whether the clause is made of the words that the case has for the fact. */
function byWords(topic: Topic, clause: Clause, compare: Compare): Claim | null {
  if (!topic.fact || topic.value === null) return null;
  let best: { match: Match; cue: Cue } | null = null;
  for (const cue of topic.says) {
    const match = compare(clause, cue);
    if (match.share >= 0.45 && (!best || match.weight > best.match.weight)) best = { match, cue };
  }
  if (!best) return null;
  const { match, cue } = best;
  const other = topic.value === 'present' ? 'absent' : 'present';
  return {
    fact: topic.id,
    finding: topic.finding?.id ?? null,
    value: match.same >= match.opposite ? topic.value : other,
    aspect: cue.aspect,
    by: 'words',
    clause,
    share: match.share,
    keys: match.keys,
  };
}

/** Which facts a question asks for. Generous: a question that may mean a fact permits it. */
function askedIn(
  question: string,
  all: ReadonlyMap<string, Topic>,
  near: SpokenReader['near'],
  weigh: (keys: Iterable<string>) => number,
): Pick<SpokenReading, 'asked' | 'askedByName' | 'questionKeys'> {
  const text = readText(question);
  const keys = new Set(keysOf(text));
  const asked = new Set<string>();
  const askedByName = new Set<string>();
  const named = topics.filter(([, pattern]) => pattern.test(text.plain)).map(([id]) => id);
  if (named.length > 0) for (const id of all.keys()) if (named.some((pattern) => pattern.test(id))) asked.add(id);
  for (const topic of near(keys)) {
    for (const cue of topic.names) {
      const met = [...cue.tokens.keys()].filter((key) => keys.has(key));
      if (met.length === cue.tokens.size && !(met.length === 1 && vague.has(met[0] ?? ''))) askedByName.add(topic.id);
      if (met.some((key) => !vague.has(key)) && weigh(met) >= 0.6 * cue.weight) asked.add(topic.id);
    }
    for (const cue of topic.says) {
      const met = [...cue.tokens.keys()].filter((key) => keys.has(key));
      if (
        cue.aspect === 'presence' &&
        met.length > 0 &&
        (weigh(met) >= 0.5 * cue.weight || (met.length >= 2 && weigh(met) >= 0.3 * cue.weight))
      )
        asked.add(topic.id);
    }
  }
  for (const id of askedByName) asked.add(id);
  return { asked, askedByName, questionKeys: keys };
}
