import { z } from 'zod';

const bits = z.number();
const bounded = { value: z.number().nullable(), low: z.number(), high: z.number() };
const share = z.number().min(0).max(1).nullable();
const overlap = z.looseObject({ recall: z.number(), precision: z.number(), f1: z.number() }).nullable();

const Covered = z.looseObject({ covered: z.int().min(0), of: z.int().min(0) });

/** A line of assessments.jsonl, as far as reports read it. */
export const AssessmentLine = z.looseObject({
  v: z.literal(1),
  consultation: z.string(),
  doctor: z.string(),
  case: z.string(),
  persona: z.string(),
  protocol: z.string().nullable().default(null), // there was but one before sweeps were made
  repeat: z.int(),
  rerun: z.int().default(0), // nothing was held again before there were verdicts on simulators
  how: z.enum(['concluded', 'exhausted', 'abandoned', 'failed']),
  by: z.enum(['doctor', 'patient', 'infrastructure']).nullable(),
  truth: z.looseObject({ condition: z.string().nullable(), name: z.string() }),
  turns: z.int(),
  diagnosis: z.looseObject({
    said: z.string().nullable(),
    condition: z.string().nullable(),
    correct: z.boolean(),
    wasGivenAway: z.boolean(),
    icd10: z.looseObject({ chapter: z.boolean(), category: z.boolean(), code: z.boolean() }).nullable().default(null),
    // lines from before differentials were graded do not have it
    ranking: z
      .looseObject({ rank: z.int().min(1).nullable(), overlap, believed: overlap, stated: share })
      .nullable()
      .optional(),
  }),
  information: z
    .looseObject({
      truthGainBits: bits,
      rank: z.int().default(1), // runs from before it was counted do not have it
      efficiency: share,
      coverage: z.strictObject({ question: share, examination: share, test: share }),
    })
    .nullable(),
  understanding: z.strictObject({ asked: z.int(), understood: z.int() }),
  redundancy: share,
  mustAsk: z.strictObject({ asked: z.int(), of: z.int() }),
  // lines from before it was looked at say nothing of it
  questioning: z
    .looseObject({
      mustAsk: Covered,
      redFlags: Covered,
      order: share,
      perTurn: z.number().min(1).nullable(),
      openShare: share,
      repetition: share,
      regret: z.looseObject({ meanBits: bits, totalBits: bits }).nullable(),
      closure: z.looseObject({ isPremature: z.boolean(), overlooked: z.array(z.string()) }).nullable(),
      anchoring: z.int().min(0).nullable(),
      reward: z.looseObject({ value: z.string(), coverage: share, total: bits }).nullable(),
    })
    .nullable()
    .default(null),
  rubrics: z.array(
    z.looseObject({
      rubric: z.string(),
      score: z.number().nullable(),
      low: z.number(),
      high: z.number(),
      // older lines know of no `by`: what they graded was graded by rule
      criteria: z
        .array(
          z.looseObject({
            id: z.string().default(''),
            by: z.string().default('rule'),
            met: z.number().nullable(),
            rule: z.looseObject({ met: z.number().nullable() }).optional(),
          }),
        )
        .default([]),
    }),
  ),
  composites: z
    .array(
      z.looseObject({
        rubric: z.string(),
        ...bounded,
        outcome: z.number(),
        gate: z.looseObject({ metric: z.string() }),
        process: z.looseObject(bounded).nullable(),
        figures: z.array(z.looseObject({ metric: z.string(), weight: z.number(), ...bounded })),
      }),
    )
    .default([]), // no rubric defined one before there were composites
  // nor who valued the facts of a case, where that was a model
  value: z
    .looseObject({ spec: z.string(), failure: z.looseObject({ code: z.string() }).nullable() })
    .nullable()
    .default(null),
  // runs from before there were judges do not say so
  judge: z
    .looseObject({ spec: z.string(), failures: z.array(z.looseObject({ code: z.string() })) })
    .nullable()
    .default(null),
  addressedJudge: z.array(z.int()).nullable().default(null),
  simulator: z
    .looseObject({
      verdict: z.enum(['clean', 'helped the doctor', 'hindered the doctor']),
      attempts: z.int(),
      fallbacks: z.int(),
      disagreement: z.looseObject({ turns: z.int(), different: z.int() }),
    })
    .nullable()
    .default(null),
});
export type AssessmentLine = z.infer<typeof AssessmentLine>;
