import { z } from 'zod';
import type { Demographics } from './parts.ts';
import { Id, Probability, Sex } from './parts.ts';

export const aspects = ['presence', 'onset', 'character', 'severity', 'place', 'course', 'modifiers'] as const;
export type Aspect = (typeof aspects)[number];

/** How often a finding is present in somebody who consults for something else. */
const Background = z.union(
  [
    Probability,
    z
      .array(
        z.strictObject({
          ageFrom: z.number().optional(),
          ageTo: z.number().optional(),
          sex: Sex.optional(),
          p: Probability,
        }),
      )
      .min(1),
  ],
  { error: 'a probability from 0 to 1, or a list of {ageFrom, ageTo, sex, p}' },
);

/** A probability for each value; they sum to 1. */
export const Distribution = z
  .record(Id, Probability)
  .refine((values) => Math.abs(Object.values(values).reduce((sum, p) => sum + p, 0) - 1) < 0.01, {
    error: 'the probabilities of all values must sum to 1',
  });

/** What can be said of a finding beyond its presence, with a likelihood of its own. */
const ModelledAspect = z.strictObject({
  values: z.record(Id, z.array(z.string().min(1)).min(1)).describe('value: words that mean it in an answer'),
  background: Distribution.describe('P(value), given that the finding is present'),
  asks: z.array(z.string().min(1)).min(3),
});

/** One item of clinical vocabulary. */
export const Finding = z
  .strictObject({
    id: Id,
    kind: z.enum(['symptom', 'history', 'exposure', 'examination', 'test']),
    purpose: z.enum(['diagnosis', 'safety', 'management', 'rapport']),
    sex: Sex.optional().describe('who can have it at all; left out where anybody can'),
    usualFor: z
      .strictObject({ ageFrom: z.number().optional(), ageTo: z.number().optional(), sex: Sex.optional() })
      .optional()
      .describe(
        'who is never without it, such as a monthly cycle or a record of vaccinations: where their case is silent it is as usual, and they do not deny it; {} for everybody',
      ),
    names: z.strictObject({
      lay: z.array(z.string().min(1)).min(1),
      medical: z.array(z.string().min(1)).min(1),
    }),
    asks: z.array(z.string().min(1)).min(3).describe('how a reference doctor words the question'),
    background: Background,
    aspects: z.partialRecord(z.enum(aspects).exclude(['presence']), ModelledAspect).optional(),
  })
  .superRefine((finding, { addIssue }) => {
    for (const [aspect, { values, background }] of Object.entries(finding.aspects ?? {})) {
      const missing = Object.keys(values).filter((value) => !(value in background));
      const extra = Object.keys(background).filter((value) => !(value in values));
      for (const value of [...missing, ...extra])
        addIssue({
          code: 'custom',
          path: ['aspects', aspect, 'background'],
          message: `\`${value}\` must stand in both values and background`,
        });
    }
  });
export type Finding = z.infer<typeof Finding>;

/** Whether somebody of this age and sex is never without a finding, so that a silent case means: as usual. */
export function isUsualFor({ usualFor }: Pick<Finding, 'usualFor'>, { age, sex }: Demographics): boolean {
  if (usualFor === undefined) return false;
  const { ageFrom = 0, ageTo = 150, sex: ofSex = sex } = usualFor;
  return age >= ageFrom && age < ageTo + 1 && ofSex === sex;
}

/** P(present) of a finding in somebody of this age and sex who consults for something else. */
export function backgroundOf(finding: Finding, { age, sex }: Demographics): number {
  if (typeof finding.background === 'number') return finding.background;
  const line = finding.background.find(
    (candidate) =>
      age >= (candidate.ageFrom ?? 0) &&
      age < (candidate.ageTo ?? 150) + 1 &&
      (candidate.sex === undefined || candidate.sex === sex),
  );
  return line?.p ?? 0.005; // no line fits: the floor of every probability here
}
