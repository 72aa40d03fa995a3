import { expect, test } from 'vitest';
import { tally } from '../../src/doctor/votes.ts';

const said = (diagnosis: string, plan: string | null = null) => ({
  diagnosis,
  differential: [],
  reasoning: null,
  plan,
  safetyNet: null,
});
const nameOf = (diagnosis: string) => (diagnosis === 'zoster' ? 'shingles' : diagnosis);

test('the diagnosis named most often counts, in the words that named it first, whatever it was called', () => {
  const votes = tally([said('eczema'), said('zoster', 'first'), said('shingles', 'second')], nameOf);
  expect(votes.conclusion).toEqual(said('zoster', 'first'));
  expect(votes.votes).toEqual([
    { diagnosis: 'zoster', count: 2 },
    { diagnosis: 'eczema', count: 1 },
  ]);
});

test('of two that are level the one named first counts', () => {
  expect(tally([said('eczema'), said('shingles')], nameOf).conclusion.diagnosis).toBe('eczema');
});
