import type { PatientCase } from '../catalog/case.ts';
import { beliefOf } from '../knowledge/belief.ts';
import type { Differential } from '../knowledge/differential.ts';
import type { KnowledgeModel } from '../knowledge/model.ts';
import { playersOf } from './case-worth.ts';

const known = new WeakMap<PatientCase, Map<KnowledgeModel, Differential>>();

/**
 * The differential that a case's facts bear out: the knowledge base's belief once all of them are told as they are. It is
 * the knowledge base's, not a clinician's.
 */
export function goldDifferential(model: KnowledgeModel, patientCase: PatientCase): Differential {
  const byModel = known.get(patientCase) ?? new Map<KnowledgeModel, Differential>();
  known.set(patientCase, byModel);
  const before = byModel.get(model);
  if (before) return before;
  const facts = new Map(playersOf(model, patientCase).map(({ variable, value }) => [variable, value] as const));
  const belief = beliefOf(model, facts);
  const gold = new Map(model.conditions.map(({ id }, place) => [id, belief[place] ?? 0] as const));
  byModel.set(model, gold);
  return gold;
}
