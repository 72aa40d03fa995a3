/**
 * DoctorAgent-RL's efficiency of a dialogue: score² / (turns + 0.01 · mean tokens a turn). Its unit is its own: compare it
 * with their tables alone, and read it beside the score, for who says nothing at all is not efficient.
 *
 * @param score 0 to 100
 * @param turns at least one; throws for none
 */
export function dialogueEfficiency(score: number, turns: number, meanTokens: number): number {
  if (!(turns >= 1 && meanTokens >= 0)) throw new Error(`no dialogue has ${turns} turns of ${meanTokens} tokens`);
  return score ** 2 / (turns + 0.01 * meanTokens);
}
