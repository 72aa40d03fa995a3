import { interview } from '../../src/audit/interview.ts';
import { toldIn } from '../../src/audit/probes.ts';
import type { CaseFact } from '../../src/catalog/case.ts';
import { byId, type Catalog } from '../../src/catalog/catalog.ts';
import { personaOf } from '../../src/catalog/combine.ts';
import { createClinic } from '../../src/consultation/clinic.ts';
import type { Lexicon } from '../../src/language/lexicon.ts';

const invitations = ['Is there anything else?', 'Please tell me more.', 'What else have you noticed?'];

/** The facts and reports of a case that no asking brings out: neither their own words nor being invited to go on. */
export async function outOfReach(id: string, catalog: Catalog, lexicon: Lexicon): Promise<string[]> {
  const { patientCase } = byId('case', catalog.cases, id);
  const questionFor = ({ finding, says }: CaseFact) =>
    says?.presence === undefined
      ? `Do you have ${catalog.findings.get(finding ?? '')?.names.lay[0]}?`
      : `${says.presence.replace(/\.$/, '')}?`;
  // What is absent without words of its own is denied alike by the fact and by any question it is not about.
  const facts = patientCase.facts.filter(({ value, says }) => value !== 'absent' || says?.presence !== undefined);
  const setting = { patientCase, persona: personaOf('sanguine', catalog), lexicon, seed: 1 };
  const lines = Array.from({ length: patientCase.facts.length + 3 }, (_, i) => invitations[i % 3] ?? '');
  const told = new Set(toldIn(await interview(setting, lines)));
  for (const fact of facts)
    if (!told.has(fact.id) && toldIn(await interview(setting, [questionFor(fact)])).has(fact.id)) told.add(fact.id);
  const clinic = createClinic(patientCase, lexicon);
  const given = (kind: 'examination' | 'test', reports: typeof patientCase.tests) =>
    reports.filter(({ name, report }) => !clinic.report(name, kind).text.includes(report)).map(({ name: one }) => one);
  return [
    ...facts.filter((fact) => !told.has(fact.id)).map((fact) => fact.id),
    ...given('examination', patientCase.examinations),
    ...given('test', patientCase.tests),
  ];
}
