import { z } from 'zod';
import { Distribution } from './finding.ts';
import { Id, Probability } from './parts.ts';

const Item = z.strictObject({
  id: Id,
  terms: z.array(z.string().min(1)).min(1).describe('wordings that count when found in a plan'),
});
const DueItem = Item.extend({ essential: z.boolean() });

/** How soon a patient with it is to be seen: at once, within a day or two, within weeks, or any time. */
export const Urgency = z.enum(['emergency', 'urgent', 'soon', 'routine']);

/** A disease in the knowledge base. */
export const Condition = z
  .strictObject({
    id: Id,
    names: z.array(z.string().min(1)).min(1).describe('the preferred name first, then synonyms and abbreviations'),
    icd10: z.array(z.string().regex(/^[A-Z]\d{2}(\.\d{1,4})?$/, { error: 'an ICD-10 code, such as I21.9' })).min(1),
    prior: z
      .array(
        z.strictObject({
          ageFrom: z.number().min(0),
          ageTo: z.number().max(150),
          sex: z.enum(['any', 'female', 'male']),
          weight: z.number().min(0).describe('cases per 1000 consultations'),
        }),
      )
      .min(1),
    likelihoods: z
      .record(
        z.string().regex(/^[a-z0-9-]+(\.[a-z]+)?$/, { error: 'a finding’s id, or finding.aspect' }),
        z.union([Probability, Distribution], {
          error: 'a probability from 0 to 1, or a map of value: P that sums to 1',
        }),
      )
      .describe('P(present | condition), or P(value | condition, present) for finding.aspect'),
    urgency: Urgency,
    redFlags: z.array(Id),
    workup: z.array(DueItem),
    management: z.strictObject({ do: z.array(DueItem), avoid: z.array(Item) }),
    basis: z.enum(['estimate', 'sourced']),
    sources: z.record(z.string(), z.string()).optional().describe('likelihood: heading in SOURCES.md'),
  })
  .superRefine((condition, { addIssue }) => {
    const problem = (path: string, message: string) => addIssue({ code: 'custom', path: [path], message });
    if (Object.keys(condition.likelihoods).length < 12) problem('likelihoods', 'give P for 12 or more findings');
    if (condition.basis === 'sourced' && Object.keys(condition.sources ?? {}).length === 0)
      problem('basis', 'is `sourced`, but `sources` names none; write `estimate`, or the sources that were read');
    for (const sex of ['female', 'male'] as const) {
      const gap = priorGap(condition.prior.filter((band) => band.sex === 'any' || band.sex === sex));
      if (gap !== null) problem('prior', `leaves out age ${gap} (${sex}); bands must cover 0 to 120`);
    }
  });
export type Condition = z.infer<typeof Condition>;

function priorGap(bands: readonly { ageFrom: number; ageTo: number }[]): number | null {
  for (let age = 0; age <= 120; age++)
    if (!bands.some(({ ageFrom, ageTo }) => age >= ageFrom && age <= ageTo)) return age;
  return null;
}
