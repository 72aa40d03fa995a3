import type { PatientCase } from '../catalog/case.ts';
import type { Evidence } from '../knowledge/belief.ts';
import { type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';
import type { AnswerReader } from '../language/answer.ts';

/** What an attentive listener knows after a case's opening. */
export function openingEvidence(
  { opening, facts }: PatientCase,
  model: KnowledgeModel,
  reader: AnswerReader,
): Evidence {
  const volunteered = new Set(facts.flatMap(({ tier, finding }) => (tier === 'volunteered' ? (finding ?? []) : [])));
  const evidence = new Map<Variable, number>();
  for (const { finding, aspect, value } of reader.narrative(opening)) {
    const variable = model.byKey.get(keyOf(finding, aspect));
    const place = variable?.values.indexOf(value) ?? -1;
    if (variable && place >= 0 && volunteered.has(finding)) evidence.set(variable, place);
  }
  return evidence;
}
