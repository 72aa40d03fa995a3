import type { CaseWorth } from '../case-worth.ts';
import { coverageOf } from '../coverage.ts';
import type { Followed } from '../information-score.ts';
import { byKnowledge, type Reward, type RewardParameters } from './figures.ts';

/**
 * What gains and a right diagnosis weigh. ProMed has α at 1 or 2, β at 1, γ at 3; its reward for the form of a reply is left
 * out, for acts have their form here whatever was written.
 *
 * @see ProMed, arXiv 2508.13514
 */
const rewardParameters: RewardParameters = { alpha: 1, beta: 1, gamma: 3 };

/** What was gained turn by turn, whoever valued it. */
export interface Gains extends Pick<Reward, 'value' | 'method' | 'errorBits' | 'coverage'> {
  readonly turns: readonly { readonly turn: number; readonly gainBits: number }[];
}

/** A turn's reward is α · gain + β · gain · [correct], the conclusion's γ · [correct]. */
export function rewardOf({ turns, ...valued }: Gains, isCorrect: boolean): Reward {
  const { alpha, beta, gamma } = rewardParameters;
  const weight = alpha + (isCorrect ? beta : 0);
  const rewarded = turns.map(({ turn, gainBits }) => ({ turn, gainBits, reward: weight * gainBits }));
  const conclusion = isCorrect ? gamma : 0;
  const total = rewarded.reduce((sum, { reward }) => sum + reward, conclusion);
  return { ...valued, parameters: rewardParameters, turns: rewarded, conclusion, total };
}

/** The gains that the knowledge base counts: they stand in the turns already, each fact once, none told with its presence wrong. */
export function gainsOf({ score, told }: Followed, worth: CaseWorth): Gains {
  return {
    value: byKnowledge,
    method: score.shapley.method,
    errorBits: score.shapley.errorBits,
    coverage: coverageOf(worth.bits, told),
    turns: score.turns.map(({ turn, shapleyBits }) => ({ turn, gainBits: shapleyBits })),
  };
}
