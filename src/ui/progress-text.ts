import type { Progress } from '../events/history.ts';

/** How far a consultation is, as its first line says it. */
export function progressText({ turns, concluded }: Progress, maxTurns: number): string {
  if (concluded) return 'concluded';
  return turns < maxTurns ? `turn ${turns + 1} of ${maxTurns}` : `${turns} of ${maxTurns} turns spent`;
}
