import { z } from 'zod';

/** A name in files: lower case, digits, hyphens. */
export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: ({ input }) => `"${String(input)}" is no id; use lower-case letters, digits and hyphens`,
});

export const Probability = z.number().min(0).max(1);

export const Sex = z.enum(['female', 'male']);

/** Who a patient is, as far as anybody can see: age in years, and sex. */
export const Demographics = z.strictObject({ age: z.number().min(0).max(120).describe('in years'), sex: Sex });
export type Demographics = z.infer<typeof Demographics>;
