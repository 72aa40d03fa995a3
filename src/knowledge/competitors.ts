import { type KnowledgeModel, minPrior } from './model.ts';

/** A symptom at least this frequent in a condition is a complaint that people bring it with. */
const minComplaint = 0.4;

/**
 * The conditions hardest to tell from one, nearest first: those that share a complaint with it before those that share
 * none, and among them those against which all findings together are expected to speak least when the one is true (the
 * Kullback–Leibler divergence Σ_F KL(P(F | c) ‖ P(F | d)), in bits). By the divergence alone a condition with few
 * findings would be near to everything. What the patient’s age and sex all but exclude competes with nothing.
 */
export function nearestCompetitors(model: KnowledgeModel, condition: string, count: number): string[] {
  const truth = model.conditionIndex(condition);
  if (truth === undefined) throw new Error(`${condition} is not in the knowledge base`);
  const complaints = model.variables
    .filter(({ aspect, kind }) => aspect === 'presence' && kind === 'symptom')
    .map(({ likelihoods: [present] }) => present)
    .filter((present) => (present?.[truth] ?? 0) >= minComplaint);
  return model.conditions
    .map(({ id }, c) => ({
      id,
      bits: divergence(model, truth, c),
      likely: (model.prior[c] ?? 0) > minPrior,
      alike: complaints.some((present) => (present?.[c] ?? 0) >= minComplaint),
    }))
    .filter(({ id, likely }) => id !== condition && likely)
    .sort((a, b) => Number(b.alike) - Number(a.alike) || a.bits - b.bits)
    .slice(0, count)
    .map(({ id }) => id);
}

function divergence({ variables }: KnowledgeModel, truth: number, other: number): number {
  let bits = 0;
  for (const { likelihoods } of variables)
    for (const row of likelihoods) {
      const p = row[truth] ?? 0;
      bits += p * Math.log2(p / (row[other] ?? 0));
    }
  return bits;
}

/**
 * The diagnostic findings that a case of a condition has to take a stand on: those that the condition or one of its
 * nearest competitors lists.
 */
export function findingsAtStake(model: KnowledgeModel, condition: string, competitors = 5): string[] {
  const at = [condition, ...nearestCompetitors(model, condition, competitors)];
  const listed = at.flatMap((id) => {
    const index = model.conditionIndex(id);
    return index === undefined ? [] : Object.keys(model.conditions[index]?.likelihoods ?? {});
  });
  const asked = new Set(model.variables.map(({ finding }) => finding)); // a man has no periods to take a stand on
  return [...new Set(listed.map((key) => key.split('.')[0] ?? key))].filter((id) => asked.has(id));
}
