import { z } from 'zod';
import { JudgeSettings, ModelSettings, PatientSettings, ValueSettings } from './model-settings.ts';
import { Id } from './parts.ts';
import { Protocol, ProtocolChanges } from './protocol.ts';

/** So many of each condition's cases, drawn by the seed: a part of the library in which every condition weighs the same. */
const Stratified = z.strictObject({ perCondition: z.int().min(1) });

const Cases = z.union([z.literal('all'), z.array(Id).min(1), Stratified], {
  error: '`all`, a list of ids, or {perCondition: N}',
});

/** The rubrics of a run by their ids, the leading one first; older files name one without a list. */
const Rubrics = z
  .union([Id, z.array(Id).min(1)], { error: 'an id, or a list of ids' })
  .transform((named) => [...new Set([named].flat())]);

/** A persona's id, or one with traits laid over it: `choleric+cefr-a`. */
const PersonaId = z.string().regex(/^[a-z0-9-]+(\+[a-z0-9-]+)*$/, {
  error: 'a persona, or one with traits such as choleric+cefr-a',
});

/** What models in a role are asked for, beside the words. */
const Models = z.strictObject({
  doctor: ModelSettings.prefault({}),
  patient: PatientSettings.prefault({}),
  judge: JudgeSettings.prefault({}),
  value: ValueSettings.prefault({}),
});

/** One protocol of a sweep. */
const Variant = ProtocolChanges.extend({ id: Id, title: z.string().min(1) });

/** A matrix of consultations: every doctor meets every patient in every temperament. */
export const Benchmark = z.strictObject({
  id: Id,
  title: z.string().min(1),
  cases: Cases.describe('all, a list of ids, or so many of each condition'),
  personas: z.union([z.literal('all'), z.array(PersonaId).min(1)], { error: '`all`, or a list of ids' }),
  doctors: z.array(z.string().min(1)).min(1).describe('specs, such as bayes or openai:MODEL'),
  patient: z.string().min(1).default('embedded').describe('who speaks for the patients: embedded or openai:MODEL'),
  judge: z
    .string()
    .min(1)
    .default('embedded')
    .describe('who grades what no rule grades: embedded (nobody) or openai:MODEL'),
  value: z
    .string()
    .min(1)
    .default('embedded')
    .describe('who values facts where the diagnosis is outside the knowledge base: embedded (nobody) or openai:MODEL'),
  exactShapley: z
    .boolean()
    .default(false)
    .describe('Shapley values are counted out up to 20 facts instead of 16; beyond, orders are drawn'),
  models: Models.prefault({}),
  rubric: Rubrics.describe('an id, or a list of ids; the first one leads the leaderboard'),
  protocol: Protocol.prefault({}),
  protocols: z
    .array(Variant)
    .min(1)
    .optional()
    .describe('a sweep: every consultation is held under each of these, which change the protocol above'),
  repeats: z.int().min(1).max(1000).default(1),
  rerunFaulty: z
    .int()
    .min(0)
    .max(10)
    .default(0)
    .describe('times at most that a consultation is held again whose patient, played by a model, was at fault'),
  seed: z.int().default(1),
});
export type Benchmark = z.infer<typeof Benchmark>;

/** A protocol that a benchmark's consultations are held under; without a sweep it has no name. */
export interface NamedProtocol {
  readonly id: string | null;
  readonly title: string | null;
  readonly protocol: Protocol;
}

/** The protocols of a benchmark: those of its sweep, or its only one. */
export function protocolsOf({ protocol, protocols }: Pick<Benchmark, 'protocol' | 'protocols'>): NamedProtocol[] {
  if (protocols === undefined) return [{ id: null, title: null, protocol }];
  return protocols.map(({ id, title, ...changes }) => ({
    id,
    title,
    protocol: Protocol.parse({ ...protocol, ...changes }),
  }));
}

/** The protocol of that name. */
export function protocolOf(benchmark: Pick<Benchmark, 'protocol' | 'protocols'>, id: string | null): Protocol {
  const named = protocolsOf(benchmark).find((other) => other.id === id);
  if (named === undefined) throw new Error(`no protocol ${id}`);
  return named.protocol;
}
