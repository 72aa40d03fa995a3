import type { KnowledgeModel } from './model.ts';

/**
 * The conditions hardest to tell from one, nearest first: those against which all findings together are expected to
 * speak least when the one is true (the Kullback–Leibler divergence Σ_F KL(P(F | c) ‖ P(F | d)), in bits).
 */
export function nearestCompetitors(model: KnowledgeModel, condition: string, count: number): string[] {
  const truth = model.conditionIndex(condition);
  if (truth === undefined) throw new Error(`${condition} is not in the knowledge base`);
  return model.conditions
    .map(({ id }, c) => ({ id, bits: divergence(model, truth, c) }))
    .filter(({ id }) => id !== condition)
    .sort((a, b) => a.bits - b.bits)
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
  return [...new Set(listed.map((key) => key.split('.')[0] ?? key))];
}
