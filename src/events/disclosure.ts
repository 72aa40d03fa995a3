import type { Tier } from '../catalog/case.ts';
import type { PatientReply } from './event.ts';

/** How the doctor came by a fact: it asked for it, or it left the patient the word. */
export type Occasion = 'asked' | 'open';

/**
 * Whether a fact may be told now: the one place where tiers mean something. The patient decides by it, and the ledger
 * judges by it what was told.
 */
export function isDue(tier: Tier, occasion: Occasion, { rapport }: Pick<PatientReply, 'rapport'>): boolean {
  switch (tier) {
    case 'volunteered':
    case 'open':
      return true;
    case 'direct':
      return occasion === 'asked';
    case 'guarded':
      return rapport === 'trusting';
  }
}
