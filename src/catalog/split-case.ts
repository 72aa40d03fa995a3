import { slug } from '../base/hash.ts';
import type { CaseFile, CaseReport, CaseTruth, PatientCase, Report } from './case.ts';
import type { Condition } from './condition.ts';

/** A case after the split: one side for patient and clinic, the other for the assessor. */
export interface SplitCase {
  readonly patientCase: PatientCase;
  readonly truth: CaseTruth;
}

/** Parts a case into what patient and clinic may see and what only the assessor may. */
export function splitCase(file: CaseFile, conditions: ReadonlyMap<string, Condition>): SplitCase {
  const facts = file.facts.map((fact) => ({ ...fact, id: fact.finding ?? fact.name ?? '' })); // the schema asks for one
  const condition = file.truth.condition ? conditions.get(file.truth.condition) : undefined;
  return {
    patientCase: {
      id: file.id,
      demographics: file.demographics,
      setting: file.proxy ? `${file.setting}, ${speaking(file.proxy)}` : file.setting,
      proxy: file.proxy ? { ...file.proxy, doesNotKnow: facts.filter((fact) => !fact.knownToProxy) } : null,
      opening: file.opening,
      unlisted: file.unlisted,
      facts: file.proxy ? facts.filter(({ knownToProxy }) => knownToProxy) : facts,
      examinations: withIds(file.examinations),
      tests: withIds(file.tests),
    },
    truth: {
      case: file.id,
      title: file.title,
      condition: condition?.id ?? null,
      name: file.truth.name ?? condition?.names[0] ?? file.truth.condition ?? '',
      icd10: file.truth.icd10 ?? condition?.icd10[0] ?? null,
      mustAsk: file.truth.mustAsk,
      redFlags: file.truth.redFlags,
      management: file.truth.management ?? [],
    },
  };
}

/** "Her daughter speaks for her": what everybody who meets them sees. */
function speaking({ relation, pronoun }: NonNullable<CaseFile['proxy']>): string {
  return pronoun === 'he' ? `his ${relation} speaks for him` : `her ${relation} speaks for her`;
}

function withIds(reports: readonly Report[]): CaseReport[] {
  const seen = new Map<string, number>();
  return reports.map((report) => {
    const id = report.finding ?? slug(report.name);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...report, id: times === 1 ? id : `${id}-${times}` };
  });
}
