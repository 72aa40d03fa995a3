import { z } from 'zod';

/** The conditions of a consultation. */
export const Protocol = z.strictObject({
  maxTurns: z.int().min(1).max(200).default(14).describe('doctor’s turns before it must conclude'),
  closingExchanges: z
    .int()
    .min(0)
    .max(2)
    .default(2)
    .describe('exchanges after the conclusion, outside the turn budget'),
  diagnoses: z
    .enum(['open', 'closed'])
    .default('open')
    .describe('closed: a model is shown the list of all diagnoses that can be right'),
  maxTokens: z.int().min(1).nullable().default(null).describe('tokens the doctor may use in one consultation'),
  maxMs: z.int().min(1).nullable().default(null).describe('milliseconds a consultation may take'),
});
export type Protocol = z.infer<typeof Protocol>;
