import { z } from 'zod';

/** What a model is asked for beside the words. What is left out is left to the endpoint. */
export const ModelSettings = z.strictObject({
  temperature: z.number().min(0).max(2).optional().describe('0 where it is left out, so that a run can be repeated'),
  topP: z.number().gt(0).max(1).optional(),
  seed: z.boolean().optional().describe('false: no seed is sent; some endpoints refuse one'),
  maxTokens: z.int().min(1).optional().describe('of one reply'),
  reasoningEffort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).optional(),
  timeoutMs: z.int().min(1).optional().describe('that one attempt may take, the whole reply included; 120 000'),
  extraBody: z
    .record(z.string(), z.json())
    .optional()
    .describe('sent as it is beside the rest, for what only this endpoint knows'),
  keyFrom: z
    .string()
    .regex(/^[A-Za-z_]\w*$/, { error: 'the name of an environment variable, and never a key' })
    .optional()
    .describe('the environment variable that holds this endpoint’s key; OPENAI_API_KEY'),
  requestsPerMinute: z.int().min(1).optional().describe('of the endpoint, whoever asks'),
  tokensPerMinute: z.int().min(1).optional().describe('of the endpoint, whoever asks'),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

export const PatientSettings = ModelSettings.extend({
  understanding: z
    .enum(['embedded', 'model'])
    .default('embedded')
    .describe('who reads the doctor’s words; a model’s reading steers the answer, the embedded one alone is priced'),
});
export type PatientSettings = z.infer<typeof PatientSettings>;

export const JudgeSettings = ModelSettings.extend({
  calls: z.enum(['criterion', 'dimension']).default('dimension').describe('what one call grades'),
  grades: z
    .enum(['unchecked', 'all'])
    .default('unchecked')
    .describe('unchecked: the criteria without a rule; all: those with one, too'),
  seesTruth: z.boolean().default(true).describe('whether the judge is told the true diagnosis'),
});
export type JudgeSettings = z.infer<typeof JudgeSettings>;

export const ValueSettings = ModelSettings.extend({
  maxTokens: z.int().min(1).default(1).describe('of one reply: a letter is enough'),
  scheme: z
    .enum(['auto', 'answer', 'options'])
    .default('auto')
    .describe(
      'answer: the tokens of the true diagnosis are weighed; options: its letter among eight; auto: the first that works',
    ),
  calls: z.int().min(4).max(100_000).default(200).describe('that valuing one case may take; so many sets of facts'),
});
export type ValueSettings = z.infer<typeof ValueSettings>;
