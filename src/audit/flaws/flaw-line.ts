import { z } from 'zod';
import { Conclusion } from '../../events/act.ts';

/** Turns of a base at most, its conclusion among them: the usual budget. */
const mostTurns = 14;

/** One act of a scripted doctor. The patient is simulated and answers by itself. */
export const ScriptTurn = z
  .strictObject({
    act: z.enum(['ask', 'examine', 'order', 'conclude']),
    text: z.string().min(1),
    conclusion: Conclusion.omit({ probabilities: true, votes: true })
      .extend({
        differential: Conclusion.shape.differential.default([]),
        reasoning: Conclusion.shape.reasoning.default(null),
        plan: Conclusion.shape.plan.default(null),
        safetyNet: Conclusion.shape.safetyNet.default(null),
      })
      .optional(),
  })
  .refine(({ act, conclusion }) => (act === 'conclude') === (conclusion !== undefined), {
    error: 'a turn that concludes has a `conclusion`, and no other has',
    path: ['conclusion'],
  });
export type ScriptTurn = z.infer<typeof ScriptTurn>;

/** A good consultation, as what its doctor says. */
export const Base = z.strictObject({
  kind: z.literal('base'),
  id: z.string().min(1),
  case: z.string().min(1),
  persona: z.string().min(1),
  turns: z.array(ScriptTurn).min(2).max(mostTurns),
});
export type Base = z.infer<typeof Base>;

const turnNumber = z.int().min(1);

/** What an edit does to a base, in the base's turn numbers, from 1. */
const Change = z.union(
  [
    z.strictObject({ turn: turnNumber, replace: ScriptTurn }),
    z.strictObject({ turn: turnNumber, remove: z.literal(true) }),
    z.strictObject({ after: z.int().min(0), insert: ScriptTurn }),
    z.strictObject({ swap: z.tuple([turnNumber, turnNumber]) }),
  ],
  { error: 'a change is {turn, replace}, {turn, remove: true}, {after, insert} or {swap: [a, b]}' },
);
export type Change = z.infer<typeof Change>;

const edit = {
  kind: z.literal('edit'),
  id: z.string().min(1),
  base: z.string().min(1),
  changes: z.array(Change).min(1),
  why: z.string().min(1),
};

/** An edit that must cost points on one criterion, or one that must change no grade at all. */
export const Edit = z.discriminatedUnion('effect', [
  z.strictObject({
    ...edit,
    effect: z.literal('lowers'),
    rubric: z.string().min(1),
    criterion: z.string().min(1),
  }),
  z.strictObject({ ...edit, effect: z.literal('none') }),
]);
export type Edit = z.infer<typeof Edit>;
