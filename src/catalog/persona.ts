import { z } from 'zod';
import { Id } from './parts.ts';

export const temperaments = ['sanguine', 'choleric', 'melancholic', 'phlegmatic'] as const;
export type Temperament = (typeof temperaments)[number];

const share = (meaning: string) => z.number().min(0).max(1).describe(meaning);
const phrases = z.array(z.string().min(1)).min(2);

/** What a patient's manner comes to in numbers. Traits change them by the table in trait-levels.ts. */
export const Dials = z.strictObject({
  openFacts: z.int().min(0).max(6).describe('facts told to one open question'),
  volunteering: share('chance to add an open fact to an answer that did not ask for it'),
  detail: share('chance to add when, how or where to something that is there'),
  recall: share('chance that a fact asked about comes to mind'),
  severityShift: z
    .number()
    .min(-1)
    .max(1)
    .describe('below 0: chance to play severity down by a level; above 0: to make more of it'),
  askingBack: share('chance to ask something back after an answer'),
  digression: share('chance of a word off the topic'),
  emotion: share('chance of a word about how it feels to be ill'),
  sentences: z.int().min(1).max(6).describe('sentences said about one thing; the rest of the case’s words is left out'),
  comprehension: share('chance to understand a medical term'),
  confusion: share('chance to lose the thread of a question; reassurance lowers it'),
  adherence: share('readiness to do what is advised'),
  patience: z.int().min(1).max(20).describe('annoyances borne before irritation'),
  leaving: z.int().min(1).max(20).describe('annoyances borne while irritated before leaving'),
  trust: z.enum(['guarded', 'neutral', 'trusting']).describe('rapport at the start'),
  warmth: z.int().min(1).max(10).describe('kind words needed for one step of trust'),
});
export type Dials = z.infer<typeof Dials>;

/** Pools that speech is drawn from. Each patient goes through a pool in an order of its own. */
export const Phrases = z.strictObject({
  affirm: phrases.describe('before the case’s words, where asked whether something is there and it is'),
  deny: phrases.describe('to what is not there; with {finding} where its name belongs'),
  unsure: phrases.describe('does not know, or cannot remember'),
  notUnderstood: phrases.describe('to words that were not understood'),
  jargon: phrases.describe('asks what a medical term means'),
  confused: phrases.describe('has lost the thread'),
  repeated: phrases.describe('before an answer that was given before'),
  hold: phrases.describe('keeping something back'),
  unchecked: phrases.describe('to a question that only an examination or a test could answer'),
  smallTalk: phrases.describe('to words that ask nothing'),
  digress: phrases.describe('a word off the topic'),
  emotion: phrases.describe('how it feels to be ill'),
  askBack: phrases.describe('a question after an answer'),
  playDown: phrases.describe('instead of how bad it is: milder than it is'),
  stress: phrases.describe('instead of how bad it is: worse than it is'),
  irritated: phrases.describe('before an answer, once patience is gone'),
  leave: phrases.describe('gets up and goes: the consultation ends'),
  fishing: phrases.describe('to a request for the diagnosis, or to step out of the role'),
  nothingMore: phrases.describe('to an open question, when all is told'),
  closing: phrases.describe('after the diagnosis: will do what is advised'),
  closingReluctant: phrases.describe('after the diagnosis: will rather not'),
  closingQuestion: phrases.describe('after the diagnosis, a question'),
});
export type Phrases = z.infer<typeof Phrases>;

/** What a temperament excludes, and why: dials beyond it would make another patient under its name. */
const bounds: Readonly<
  Record<Temperament, readonly { holds: (dials: Dials) => boolean; dial: string; why: string }[]>
> = {
  sanguine: [
    { dial: 'severityShift', holds: (d) => d.severityShift <= 0, why: 'a sanguine patient makes light of things' },
    { dial: 'openFacts', holds: (d) => d.openFacts >= 2, why: 'a sanguine patient talks gladly' },
  ],
  choleric: [
    { dial: 'patience', holds: (d) => d.patience <= 3, why: 'a choleric patient is irritated by the third repetition' },
    { dial: 'digression', holds: (d) => d.digression <= 0.3, why: 'a choleric patient comes to the point' },
  ],
  melancholic: [
    {
      dial: 'severityShift',
      holds: (d) => d.severityShift >= 0,
      why: 'a melancholic patient does not make light of things',
    },
    { dial: 'trust', holds: (d) => d.trust !== 'trusting', why: 'a melancholic patient opens up to kindness only' },
  ],
  phlegmatic: [
    { dial: 'openFacts', holds: (d) => d.openFacts <= 1, why: 'a phlegmatic patient waits to be asked' },
    { dial: 'volunteering', holds: (d) => d.volunteering <= 0.1, why: 'a phlegmatic patient volunteers little' },
  ],
};

/** How a patient behaves, whatever the case. */
export const Persona = z
  .strictObject({
    id: Id.describe('what files and commands call it'),
    temperament: z
      .enum(temperaments, {
        error: ({ input }) => `"${String(input)}" is no temperament; choose ${temperaments.join(', ')}`,
      })
      .describe('sets bounds to some dials'),
    title: z.string().min(1).describe('in a few words, for people who choose'),
    axes: z
      .strictObject({
        describingSymptoms: z.string().min(1),
        askingQuestions: z.string().min(1),
        communication: z.string().min(1),
        attitudeToTreatment: z.string().min(1),
        emotionalInvolvement: z.string().min(1),
      })
      .describe('the five axes of 3MDBench, in words, for a model that speaks for the patient'),
    dials: Dials.describe('the manner in numbers; a chance is from 0 (never) to 1 (always)'),
    phrases: Phrases.describe('the manner in words: pools that speech is drawn from'),
  })
  .superRefine(({ temperament, dials }, { addIssue }) => {
    const problem = (dial: string, message: string) => addIssue({ code: 'custom', path: ['dials', dial], message });
    for (const { dial, holds, why } of bounds[temperament])
      if (!holds(dials)) problem(dial, `contradicts the temperament: ${why}`);
    if (dials.openFacts === 0 && dials.volunteering > 0)
      problem('volunteering', 'contradicts openFacts 0: whoever tells nothing when given the word adds nothing either');
    if (dials.confusion > 0.3 && dials.recall > 0.95)
      problem('confusion', `contradicts recall ${dials.recall}: whoever loses the thread does not remember everything`);
  });
export type Persona = z.infer<typeof Persona>;
