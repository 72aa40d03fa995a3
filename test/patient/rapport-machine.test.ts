import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { getShortestPaths } from 'xstate/graph';
import type { Manner } from '../../src/events/event.ts';
import { rapportMachine, startingMood } from '../../src/patient/rapport-machine.ts';
import { readingOf } from '../support/events.ts';

const dials = { patience: 2, leaving: 2, trust: 'neutral', warmth: 2, comprehension: 1 } as const;
type Dials = Parameters<typeof startingMood>[0];

const kind: Partial<Manner> = { empathy: true };
const polite: Partial<Manner> = { courtesy: true };
const repeats: Partial<Manner> = { repeated: true };
const dismisses: Partial<Manner> = { dismissal: true };
const plain: Partial<Manner> = {};

/** The mood after some words, each put in its manner. */
function moodAfter(manners: readonly Partial<Manner>[], own: Partial<Dials> = {}) {
  return manners.reduce(
    (state, manner) => state.after(readingOf([], manner).manner),
    startingMood({ ...dials, ...own }),
  ).mood;
}

describe('rapport', () => {
  test.each(['guarded', 'neutral', 'trusting'] as const)('starts %s where the persona does', (trust) => {
    expect(moodAfter([], { trust })).toEqual({ rapport: trust, patience: 'calm' });
  });

  test.each([
    { manners: [kind], rapport: 'neutral' },
    { manners: [kind, kind], rapport: 'trusting' },
    { manners: [kind, plain, polite, kind], rapport: 'trusting' }, // courtesy alone is no kindness, and undoes none
    { manners: [polite, polite, polite], rapport: 'neutral' },
    { manners: [dismisses], rapport: 'guarded' },
    { manners: [kind, kind, dismisses], rapport: 'neutral' },
    { manners: [kind, dismisses, kind, kind], rapport: 'neutral' }, // from guarded, one step
    { manners: [{ empathy: true, dismissal: true }], rapport: 'guarded' },
  ])('after $manners is $rapport, with two kind words a step', ({ manners, rapport }) => {
    expect(moodAfter(manners).rapport).toBe(rapport);
  });

  test('of a guarded patient takes two steps to trust', () => {
    expect(moodAfter([kind], { trust: 'guarded', warmth: 1 }).rapport).toBe('neutral');
    expect(moodAfter([kind, kind], { trust: 'guarded', warmth: 1 }).rapport).toBe('trusting');
  });
});

describe('patience', () => {
  test.each([
    { manners: [repeats], patience: 'calm' },
    { manners: [repeats, repeats], patience: 'irritated' },
    { manners: [repeats, plain, repeats], patience: 'irritated' }, // a new question in between wipes nothing out
    { manners: [dismisses], patience: 'irritated' },
    { manners: [repeats, repeats, kind], patience: 'calm' },
    { manners: [repeats, repeats, repeats], patience: 'irritated' },
    { manners: [repeats, repeats, repeats, repeats], patience: 'leaving' },
    { manners: [dismisses, dismisses, dismisses], patience: 'leaving' },
    { manners: [dismisses, dismisses, dismisses, kind, kind], patience: 'leaving' }, // gone is gone
  ])('after $manners is $patience, two annoyances borne before and two after', ({ manners, patience }) => {
    expect(moodAfter(manners).patience).toBe(patience);
  });
});

test('a mood is worth its value: the same words give the same mood, and none changes an earlier one', () => {
  const manner = fc.constantFrom(kind, polite, repeats, dismisses, plain);
  fc.assert(
    fc.property(fc.array(manner, { maxLength: 12 }), (manners) => {
      const start = startingMood(dials);
      let state = start;
      for (const words of manners) state = state.after(readingOf([], words).manner);
      expect(state.mood).toEqual(moodAfter(manners));
      expect(start.mood).toEqual({ rapport: 'neutral', patience: 'calm' });
      // whoever is kind and never repeats keeps everybody
      if (!manners.some((words) => words === repeats || words === dismisses)) expect(state.mood.patience).toBe('calm');
    }),
  );
});

test('every state of the machine can be reached', () => {
  const reached = new Set(
    (['guarded', 'neutral', 'trusting'] as const).flatMap((trust) =>
      getShortestPaths(rapportMachine, {
        input: { dials: { ...dials, trust } },
        events: [{ type: 'kindness' }, { type: 'annoyance' }, { type: 'dismissal' }],
        serializeState: ({ value, context }) =>
          JSON.stringify([value, Math.min(context.kindnesses, 2), Math.min(context.annoyances, 2)]),
        stopWhen: ({ context }) => context.kindnesses > 2 || context.annoyances > 2,
      }).flatMap(({ state }) => [state.value.rapport, state.value.patience]),
    ),
  );
  expect([...reached].sort()).toEqual(['calm', 'guarded', 'irritated', 'leaving', 'neutral', 'trusting']);
});
