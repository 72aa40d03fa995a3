import { z } from 'zod';
import { Id } from './parts.ts';
import { Phrases } from './persona.ts';

/** The levels of each dimension that can be laid over a temperament, after PatientSim. */
export const traitLevels = {
  personality: ['plain', 'verbose', 'pleasing', 'impatient', 'distrustful', 'overanxious'],
  language: ['a', 'b', 'c'],
  recall: ['low', 'high'],
  confusion: ['none', 'moderate', 'high'],
  literacy: ['low', 'high'],
} as const;
export type Dimension = keyof typeof traitLevels;
export const dimensions = Object.keys(traitLevels) as Dimension[]; // the keys of a literal

const id = Id.describe('what files and commands call it');
const title = z.string().min(1).describe('in a few words, for people who choose');
const description = z.string().min(1).describe('in words, for a model that speaks for the patient');
const phrases = Phrases.partial().optional().describe('pools in place of the temperament’s own');
const shape = <D extends Dimension>(dimension: D) =>
  z.strictObject({
    id,
    title,
    dimension: z.literal(dimension).describe('what the trait is about; a patient has at most one of each'),
    level: z.enum(traitLevels[dimension]).describe('moves the dials of the temperament below it'),
    description,
    phrases,
  });

/** One trait that combines with any temperament: `choleric+cefr-a+low-recall`. */
export const Trait = z.discriminatedUnion('dimension', [
  shape('personality'),
  shape('language'),
  shape('recall'),
  shape('confusion'),
  shape('literacy'),
]);
export type Trait = z.infer<typeof Trait>;
