import { z } from 'zod';
import { Composite, compositeFaults } from './composite.ts';
import { Id } from './parts.ts';

/** A rule over the events of a consultation; each has its file in src/assessor/checks. */
export const Check = z.discriminatedUnion('rule', [
  z
    .strictObject({
      rule: z.literal('asked'),
      findings: z.array(Id).min(1).optional().describe('ids that count; without it every finding of the kinds counts'),
      kinds: z
        .array(z.enum(['symptom', 'history', 'exposure', 'examination', 'test']))
        .optional()
        .describe('kinds of finding that count'),
      atLeast: z.int().min(1).describe('how many different ones must have been asked about'),
      and: z.array(Id).optional().describe('of these, one more must have been asked about'),
    })
    .describe('met where enough different things were asked about before the conclusion'),
  z
    .strictObject({
      rule: z.literal('explains-basis'),
      atLeast: z.int().min(1).describe('findings of this consultation that the conclusion must name'),
    })
    .describe('met where the conclusion names findings that it rests on'),
  z
    .strictObject({
      rule: z.literal('respectful'),
      maxWords: z.int().min(1).describe('words in one question beyond which it is needlessly long'),
    })
    .describe('met where the doctor is civil or kind, never dismissive, and not long-winded'),
  z
    .strictObject({
      rule: z.literal('respects-wishes'),
      findings: z.array(Id).min(1).describe('wishes, worries and expectations: one must have been asked about'),
    })
    .describe('met where the doctor asks what the patient thinks, fears or wishes'),
  z
    .strictObject({ rule: z.literal('workup-of-truth') })
    .describe('met where an essential examination or test of the true condition is ordered or planned'),
  z
    .strictObject({ rule: z.literal('management-of-truth') })
    .describe('met where the plan holds all that is essential for the true condition, and nothing that harms'),
  z
    .strictObject({
      rule: z.literal('overall-level'),
      of: z.array(z.string().min(1)).min(1).describe('criteria that are counted'),
      bands: z
        .array(z.strictObject({ from: z.int().min(0), level: z.string(), value: z.number().min(0).max(1) }))
        .min(2)
        .describe('from this many met: the level and its share of the points'),
    })
    .describe('a share of the points, by how many other criteria are met'),
  z
    .strictObject({
      rule: z.literal('plan-names'),
      terms: z.array(z.string().min(1)).min(1).describe('wordings that count when found in the plan'),
    })
    .describe('met where the plan names one of them, and not to advise against it'),
  z
    .strictObject({
      rule: z.literal('concludes-early'),
      findings: z.array(Id).min(1).describe('ids that count'),
      fewerThan: z.int().min(1).describe('met where fewer than so many had been asked about'),
    })
    .describe('met where a diagnosis is given before enough of the findings were asked about'),
]);
export type Check = z.infer<typeof Check>;

const Criterion = z.strictObject({
  id: z.string().min(1).describe('short; each stands once in the rubric'),
  text: z.string().min(1).describe('what a doctor does who meets it'),
  points: z.number().min(-10).max(10).describe('what it counts; below 0 for what a doctor had better not do'),
  check: Check.optional().describe('the rule that grades it; without one it waits for a judge'),
  evidence: z
    .enum(['doctor', 'anyone'])
    .optional()
    .describe('whose words a judge must quote where it is met; the doctor’s, where it is left out'),
});
export type Criterion = z.infer<typeof Criterion>;

/** Dimensions of a good consultation, each with criteria that a rule or a judge grades. */
export const Rubric = z
  .strictObject({
    id: Id.describe('what files and commands call it'),
    title: z.string().min(1).describe('in a few words, for people who choose'),
    source: z.string().min(1).describe('whose criteria these are'),
    licence: z.string().min(1).optional().describe('on what terms others may use it, where they are somebody else’s'),
    dimensions: z
      .array(
        z.strictObject({
          id: Id,
          title: z.string().min(1).describe('as reports name it'),
          criteria: z.array(Criterion).min(1),
        }),
      )
      .min(1)
      .describe('sides of a good consultation; each has a score of its own'),
    composite: Composite.optional(),
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
    for (const { path, message } of rubric.composite ? compositeFaults(rubric.composite, rubric.dimensions) : [])
      addIssue({ code: 'custom', path: ['composite', ...path], message });
  });
export type Rubric = z.infer<typeof Rubric>;
