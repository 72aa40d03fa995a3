import type { CaseFact, CaseReport, PatientCase } from '../../catalog/case.ts';
import type { Finding } from '../../catalog/finding.ts';
import type { ConsultationEvent } from '../../events/event.ts';

/** A fact of a case as a model is told it. */
export interface ValuedFact {
  readonly id: string;
  readonly words: string;
}

type Named = ReadonlyMap<string, Pick<Finding, 'names'>>;

/**
 * What a model can value of a case: what the patient would say, and what reports would. A report that names the diagnosis is
 * left out: beside it nothing else is worth anything.
 */
export function factsOf({ facts, examinations, tests }: PatientCase, findings: Named): ValuedFact[] {
  const all = [
    ...facts.map((fact) => ({ id: fact.id, words: told(fact, findings) })),
    ...[...examinations, ...tests].filter(({ namesTruth }) => namesTruth !== true).map(reported),
  ];
  return [...new Map(all.map((fact) => [fact.id, fact])).values()];
}

function told({ finding, id, value, says }: CaseFact, findings: Named): string {
  const name = (finding === undefined ? undefined : findings.get(finding)?.names.lay[0]) ?? id.replaceAll('-', ' ');
  const words = Object.values(says ?? {}).join(' ');
  return `- ${name}: ${words === '' ? (value === 'present' ? 'yes' : 'no') : `"${words}"`}`;
}

function reported({ id, name, report }: CaseReport): ValuedFact {
  return { id, words: `- ${name}: ${report}` };
}

/** Ids of the facts that the opening tells. */
export function toldAtStart(history: readonly ConsultationEvent[]): ReadonlySet<string> {
  const [opened] = history;
  if (opened?.type !== 'patient.opened') return new Set();
  return new Set(opened.told.flatMap(({ fact }) => fact ?? []));
}
