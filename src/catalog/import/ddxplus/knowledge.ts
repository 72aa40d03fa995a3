import { slug } from '../../../base/hash.ts';
import type { Condition } from '../../condition.ts';
import type { Finding } from '../../finding.ts';
import type { LibraryReader } from '../outcome.ts';
import { type DdxSource, type Evidence, isPresent, type Pathology, type PatientRow } from './source.ts';
import { subjectOf } from './wording.ts';

/** How the source's evidences and pathologies are called in ours: by a finding or condition that means the same, or a new one. */
export interface Mapping {
  readonly findings: ReadonlyMap<string, string>;
  readonly conditions: ReadonlyMap<string, string>;
  readonly newFindings: ReadonlySet<string>;
  readonly newConditions: ReadonlySet<string>;
}

export function mappingOf({ evidences, pathologies }: DdxSource, reader: LibraryReader): Mapping {
  const findings = new Map<string, string>();
  const newFindings = new Set<string>();
  const taken = new Set<string>();
  for (const [name, evidence] of evidences) {
    // What has values of its own (where, how bad) has no counterpart that is merely present or absent.
    const known = evidence.data_type === 'B' ? reader.findingAsked(evidence.question_en) : null;
    const isFree = known !== null && !taken.has(known);
    const id = isFree ? known : `ddxplus-${slug(name)}`;
    taken.add(id);
    findings.set(name, id);
    if (!isFree) newFindings.add(name);
  }
  const conditions = new Map<string, string>();
  const newConditions = new Set<string>();
  for (const [name, { 'cond-name-eng': english }] of pathologies) {
    const known = reader.conditionNamed(english ?? name);
    conditions.set(name, known ?? `ddxplus-${slug(english ?? name)}`);
    if (known === null) newConditions.add(name);
  }
  return { findings, conditions, newFindings, newConditions };
}

/** Ages that have a prior of their own: from, to. */
const bands = [
  [0, 17],
  [18, 44],
  [45, 64],
  [65, 120],
] as const;

/** Counts of a pass over the patients; its size is that of the vocabulary. */
export class Counts {
  /** Patients counted so far. */
  patients = 0;
  private readonly withEvidence = new Map<string, number>();
  private readonly inBand = new Map<string, number>();
  private readonly byPathology = new Map<
    string,
    { patients: number; evidences: Map<string, number>; bands: Map<string, number> }
  >();

  add({ age, sex, pathology, evidences }: PatientRow, source: DdxSource): void {
    this.patients++;
    const own = this.byPathology.get(pathology) ?? { patients: 0, evidences: new Map(), bands: new Map() };
    this.byPathology.set(pathology, own);
    own.patients++;
    const band = bandKey(
      bands.findIndex(([from, to]) => age >= from && age <= to),
      sex,
    );
    increase(this.inBand, band);
    increase(own.bands, band);
    for (const [name, values] of evidences) {
      const evidence = source.evidences.get(name);
      if (!evidence || !isPresent(evidence, values)) continue;
      increase(this.withEvidence, name);
      increase(own.evidences, name);
    }
  }

  /** P(evidence), in all patients or in those of a pathology, with one imagined patient on either side (Laplace). */
  share(evidence: string, pathology?: string): number {
    const own = pathology === undefined ? undefined : this.byPathology.get(pathology);
    if (pathology !== undefined && !own) return 0.5;
    const met = (own ? own.evidences : this.withEvidence).get(evidence) ?? 0;
    return rounded((met + 1) / ((own?.patients ?? this.patients) + 2));
  }

  /** Cases per 1000 patients of an age band and sex. */
  weight(pathology: string, band: number, sex: 'female' | 'male'): number {
    const all = this.inBand.get(bandKey(band, sex)) ?? 0;
    const own = this.byPathology.get(pathology)?.bands.get(bandKey(band, sex)) ?? 0;
    return all === 0 ? 0.1 : rounded((1000 * own) / all);
  }
}

function bandKey(band: number, sex: string): string {
  return `${band} ${sex}`;
}

function increase(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

/** The evidences for which there is no finding, as findings. */
export function findingsOf({ evidences }: DdxSource, { findings, newFindings }: Mapping, counts: Counts): Finding[] {
  return [...newFindings].flatMap((name) => {
    const evidence = evidences.get(name);
    const id = findings.get(name);
    return evidence && id ? [findingOf(id, name, evidence, counts)] : [];
  });
}

function findingOf(
  id: string,
  name: string,
  { question_en: question, is_antecedent: isPast }: Evidence,
  counts: Counts,
): Finding {
  const subject = subjectOf(question);
  const asked = question.trim().endsWith('?') ? question.trim() : `${question.trim()}?`;
  return {
    id,
    kind: isPast ? 'history' : 'symptom',
    purpose: 'diagnosis',
    names: { lay: [subject], medical: [subject] },
    asks: [asked, `May I ask: ${asked}`, `Please tell me: ${asked}`],
    background: counts.share(name),
  };
}

/** Fewest findings that a condition says something of; what the source leaves out argues against it. */
const fewest = 15;
/** P below this is said by the background as well. */
const telling = 0.05;

/** The pathologies for which there is no condition, with likelihoods counted in the patients. */
export function conditionsOf(source: DdxSource, mapping: Mapping, counts: Counts): Condition[] {
  const often = [...source.evidences.keys()].sort((a, b) => counts.share(b) - counts.share(a));
  return [...mapping.newConditions].flatMap((name) => {
    const pathology = source.pathologies.get(name);
    const id = mapping.conditions.get(name);
    return pathology && id ? [conditionOf(id, name, pathology, { mapping, counts, often })] : [];
  });
}

const urgencies = ['emergency', 'urgent', 'soon', 'routine', 'routine'] as const;

function conditionOf(
  id: string,
  name: string,
  pathology: Pathology,
  { mapping, counts, often }: { mapping: Mapping; counts: Counts; often: readonly string[] },
): Condition {
  const own = [...Object.keys(pathology.symptoms), ...Object.keys(pathology.antecedents)];
  const further = often.filter((evidence) => !own.includes(evidence));
  const others = further.filter((evidence, i) => counts.share(evidence, name) > telling || own.length + i < fewest);
  const likelihoods = Object.fromEntries(
    [...own, ...others].flatMap((evidence) => {
      const finding = mapping.findings.get(evidence);
      return finding === undefined ? [] : [[finding, counts.share(evidence, name)]];
    }),
  );
  const code = pathology['icd10-id'].toUpperCase();
  return {
    id,
    names: [...new Set([pathology['cond-name-eng'] ?? name, name])],
    icd10: [/^[A-Z]\d{2}(\.\d{1,4})?$/.test(code) ? code : 'R69'],
    prior: bands.flatMap(([ageFrom, ageTo], band) =>
      (['female', 'male'] as const).map((sex) => ({ ageFrom, ageTo, sex, weight: counts.weight(name, band, sex) })),
    ),
    likelihoods,
    urgency: urgencies[pathology.severity - 1] ?? 'routine',
    redFlags: [],
    workup: [],
    management: { do: [], avoid: [] },
    basis: 'estimate',
  };
}
