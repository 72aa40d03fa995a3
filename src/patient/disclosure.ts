import type { Tier } from '../catalog/case.ts';
import type { Mood } from './rapport-machine.ts';

/** How the doctor came by a fact: it asked for it, or it left the patient the word. */
export type Occasion = 'asked' | 'open';

/** Whether a fact may be told now. It is the one place where tiers mean something. */
export function isDue(tier: Tier, occasion: Occasion, { rapport }: Mood): boolean {
  switch (tier) {
    case 'volunteered':
      return true;
    case 'open':
      return true;
    case 'direct':
      return occasion === 'asked';
    case 'guarded':
      return rapport === 'trusting';
  }
}
