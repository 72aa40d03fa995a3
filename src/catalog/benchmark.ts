import { z } from 'zod';
import { Id } from './parts.ts';
import { Protocol } from './protocol.ts';

/** So many of each condition's cases, drawn by the seed: a part of the library in which every condition weighs the same. */
const Stratified = z.strictObject({ perCondition: z.int().min(1) });

const Cases = z.union([z.literal('all'), z.array(Id).min(1), Stratified], {
  error: '`all`, a list of ids, or {perCondition: N}',
});

/** A persona's id, or one with traits laid over it: `choleric+cefr-a`. */
const PersonaId = z.string().regex(/^[a-z0-9-]+(\+[a-z0-9-]+)*$/, {
  error: 'a persona, or one with traits such as choleric+cefr-a',
});

/** A matrix of consultations: every doctor meets every patient in every temperament. */
export const Benchmark = z.strictObject({
  id: Id,
  title: z.string().min(1),
  cases: Cases.describe('all, a list of ids, or so many of each condition'),
  personas: z.union([z.literal('all'), z.array(PersonaId).min(1)], { error: '`all`, or a list of ids' }),
  doctors: z.array(z.string().min(1)).min(1).describe('specs, such as bayes or openai:MODEL'),
  patient: z.string().default('embedded'),
  rubric: Id,
  protocol: Protocol.prefault({}),
  repeats: z.int().min(1).max(1000).default(1),
  seed: z.int().default(1),
});
export type Benchmark = z.infer<typeof Benchmark>;
