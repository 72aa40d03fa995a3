import { z } from 'zod';

/** What the conditions of a consultation are made of. */
const fields = {
  maxTurns: z.int().min(1).max(200).describe('doctor’s turns before it must conclude'),
  closingExchanges: z.int().min(0).max(2).describe('exchanges after the conclusion, outside the turn budget'),
  dialogue: z.boolean().describe('false: the doctor concludes from the opening alone, in a single shot'),
  opening: z
    .enum(['complaint', 'everything'])
    .describe('everything: the opening holds all that the case knows, facts and reports (a condition of our own)'),
  images: z
    .enum(['none', 'opening', 'request'])
    .describe('when the case’s pictures are shown to a doctor that can see: never, with the complaint, or asked for'),
  diagnoses: z
    .enum(['open', 'closed'])
    .describe('closed: a model is shown the list of all diagnoses that can be right'),
  rationale: z.boolean().describe('a model thinks in private before each turn; the patient never hears it'),
  hints: z.boolean().describe('a model is shown a classifier’s predictions for the case; they come from --hints'),
  examples: z.boolean().describe('a model is shown short consultations as examples'),
  votes: z
    .int()
    .min(1)
    .max(25)
    .describe('times a model is asked for its conclusion; the diagnosis named most often counts'),
  beliefProbe: z
    .boolean()
    .describe('after each turn a model is asked, outside the conversation, what it believes; later turns never see it'),
  maxTokens: z.int().min(1).nullable().describe('tokens the doctor may use in one consultation'),
  maxMs: z.int().min(1).nullable().describe('milliseconds a consultation may take'),
};

/** The conditions of a consultation. */
export const Protocol = z.strictObject({
  maxTurns: fields.maxTurns.default(14),
  closingExchanges: fields.closingExchanges.default(2),
  dialogue: fields.dialogue.default(true),
  opening: fields.opening.default('complaint'),
  images: fields.images.default('none'),
  diagnoses: fields.diagnoses.default('open'),
  rationale: fields.rationale.default(false),
  hints: fields.hints.default(false),
  examples: fields.examples.default(false),
  votes: fields.votes.default(1),
  beliefProbe: fields.beliefProbe.default(false),
  maxTokens: fields.maxTokens.default(null),
  maxMs: fields.maxMs.default(null),
});
export type Protocol = z.infer<typeof Protocol>;

/** What one protocol of a sweep has otherwise than the benchmark's own. */
export const ProtocolChanges = z.strictObject(fields).partial();
