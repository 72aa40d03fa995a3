import { z } from 'zod';
import { Id } from './parts.ts';

/** A rule over the events of a consultation; each has its file in src/assessor/checks. */
export const Check = z.discriminatedUnion('rule', [
  z.strictObject({
    rule: z.literal('asked'),
    findings: z.array(Id).min(1).optional().describe('ids that count; without it every finding of the kinds counts'),
    kinds: z.array(z.enum(['symptom', 'history', 'exposure', 'examination', 'test'])).optional(),
    atLeast: z.int().min(1).describe('how many different ones must have been asked about'),
    and: z.array(Id).optional().describe('of these, one more must have been asked about'),
  }),
  z.strictObject({
    rule: z.literal('explains-basis'),
    atLeast: z.int().min(1).describe('findings of this consultation that the conclusion must name'),
  }),
  z.strictObject({
    rule: z.literal('respectful'),
    maxWords: z.int().min(1).describe('words in one question beyond which it is needlessly long'),
  }),
  z.strictObject({
    rule: z.literal('respects-wishes'),
    findings: z.array(Id).min(1).describe('wishes, worries and expectations: one must have been asked about'),
  }),
  z.strictObject({ rule: z.literal('workup-of-truth') }),
  z.strictObject({ rule: z.literal('management-of-truth') }),
  z.strictObject({
    rule: z.literal('overall-level'),
    of: z.array(z.string().min(1)).min(1).describe('criteria that are counted'),
    bands: z
      .array(z.strictObject({ from: z.int().min(0), level: z.string(), value: z.number().min(0).max(1) }))
      .min(2)
      .describe('from this many met: the level and its share of the points'),
  }),
]);
export type Check = z.infer<typeof Check>;

const Criterion = z.strictObject({
  id: z.string().min(1),
  text: z.string().min(1),
  points: z.number().min(-10).max(10),
  check: Check.optional(),
});

/** Dimensions of a good consultation, each with criteria that a rule or a judge grades. */
export const Rubric = z
  .strictObject({
    id: Id,
    title: z.string().min(1),
    source: z.string().min(1),
    dimensions: z
      .array(z.strictObject({ id: Id, title: z.string().min(1), criteria: z.array(Criterion).min(1) }))
      .min(1),
  })
  .superRefine((rubric, { addIssue }) => {
    const criteria = rubric.dimensions.flatMap((dimension) => dimension.criteria);
    if (!criteria.some(({ points }) => points > 0))
      addIssue({
        code: 'custom',
        path: ['dimensions'],
        message: 'no criterion has positive points: no score is possible',
      });
    const twice = criteria.find(({ id }, index) => criteria.findIndex((other) => other.id === id) !== index);
    if (twice) addIssue({ code: 'custom', path: ['dimensions'], message: `criterion \`${twice.id}\` stands twice` });
  });
export type Rubric = z.infer<typeof Rubric>;
