import { z } from 'zod';
import { Id } from './parts.ts';

export const temperaments = ['sanguine', 'choleric', 'melancholic', 'phlegmatic'] as const;
export type Temperament = (typeof temperaments)[number];

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning);
const phrases = z.array(z.string().min(1)).min(2);

/** How a patient behaves, whatever the case. */
export const Persona = z.strictObject({
  id: Id,
  temperament: z.enum(temperaments, {
    error: ({ input }) => `"${String(input)}" is no temperament; choose ${temperaments.join(', ')}`,
  }),
  title: z.string().min(1),
  axes: z
    .strictObject({
      describingSymptoms: z.string().min(1),
      askingQuestions: z.string().min(1),
      communication: z.string().min(1),
      attitudeToTreatment: z.string().min(1),
      emotionalInvolvement: z.string().min(1),
    })
    .describe('the five axes of 3MDBench, in words, for a model that speaks for the patient'),
  dials: z.strictObject({
    openFacts: z.int().min(0).max(6).describe('facts told to one open question'),
    volunteering: share('chance to add an open fact to an answer that did not ask for it'),
    recall: share('chance that a fact asked about comes to mind'),
    severityShift: z.int().min(-1).max(1).describe('−1 plays severity down, 1 stresses it'),
    askingBack: share('chance to ask something back after an answer'),
    digression: share('chance of a word off the topic'),
    patience: z.int().min(1).max(20).describe('annoyances borne before irritation'),
    leaving: z.int().min(1).max(20).describe('annoyances borne while irritated before leaving'),
    trust: z.enum(['guarded', 'neutral', 'trusting']).describe('rapport at the start'),
    warmth: z.int().min(1).max(10).describe('kind words needed for one step of trust'),
  }),
  phrases: z
    .strictObject({
      affirm: phrases,
      deny: phrases.describe('with {finding} where its name belongs'),
      unsure: phrases,
      notUnderstood: phrases,
      repeated: phrases,
      hold: phrases.describe('keeping something back'),
      digress: phrases,
      askBack: phrases,
      playDown: phrases,
      stress: phrases,
      irritated: phrases,
      leave: phrases,
      fishing: phrases.describe('to a request for the diagnosis, or to step out of the role'),
      nothingMore: phrases,
      closing: phrases.describe('after the diagnosis, without a question'),
      closingQuestion: phrases.describe('after the diagnosis, a question'),
    })
    .describe('pools that speech is drawn from'),
});
export type Persona = z.infer<typeof Persona>;
