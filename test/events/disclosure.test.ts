import { expect, test } from 'vitest';
import { isDue } from '../../src/events/disclosure.ts';

test.each([
  { tier: 'volunteered', asked: true, open: true, trusted: true },
  { tier: 'open', asked: true, open: true, trusted: true },
  { tier: 'direct', asked: true, open: false, trusted: false }, // trust does not make an open question a direct one
  { tier: 'guarded', asked: false, open: false, trusted: true },
] as const)(
  'a fact that is $tier may be told when asked for: $asked, to an open question: $open, to one with trust: $trusted',
  ({ tier, asked, open, trusted }) => {
    for (const rapport of ['guarded', 'neutral'] as const) {
      const mood = { rapport, patience: 'calm' } as const;
      expect(isDue(tier, 'asked', mood)).toBe(asked);
      expect(isDue(tier, 'open', mood)).toBe(open);
    }
    const trusting = { rapport: 'trusting', patience: 'irritated' } as const;
    expect(isDue(tier, 'open', trusting)).toBe(trusted);
    expect(isDue(tier, 'asked', trusting)).toBe(true);
  },
);
