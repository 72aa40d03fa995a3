import { z } from 'zod';
import { Composite, compositeFaults } from './composite.ts';
import { Urgency } from './condition.ts';
import { aspects } from './finding.ts';
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
      andWorded: z
        .array(z.enum(['asks-tried', 'asks-trigger']))
        .optional()
        .describe('wordings that count as one of them, where the reading knows none'),
      worded: z
        .enum(['asks-allergies', 'asks-medicines'])
        .optional()
        .describe(
          'wordings in knowledge/lexicon/speech.yaml that ask for it, too, where the reader knew none of the findings',
        ),
    })
    .describe('met where enough different things were asked about before the conclusion'),
  z
    .strictObject({
      rule: z.literal('explains-basis'),
      atLeast: z.int().min(1).describe('findings of this consultation that the conclusion must name'),
      aloud: z.boolean().optional().describe('what stands in the notes and was not said to the patient is no reason'),
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
  z
    .strictObject({
      rule: z.literal('says'),
      act: z
        .enum([
          'greeting',
          'invitation',
          'screening',
          'signpost',
          'empathy',
          'courtesy',
          'dismissal',
          'understanding',
          'agreement',
          'asks-medicines',
        ])
        .describe('what the doctor does with the words; knowledge/lexicon/speech.yaml holds how they may be put'),
      within: z.int().min(1).optional().describe('turns it must happen in, from the first; without it any time'),
      during: z.enum(['history', 'closing']).optional().describe('before the conclusion, or with and after it'),
    })
    .describe('met where the doctor says something of one kind'),
  z.strictObject({ rule: z.literal('greets') }).describe('met where the first question comes with or after a greeting'),
  z
    .strictObject({
      rule: z.literal('opens'),
      within: z.int().min(1).describe('turns it must happen in, from the first'),
    })
    .describe('met where the patient is invited to tell the story'),
  z
    .strictObject({
      rule: z.literal('explores'),
      aspects: z.array(z.enum(aspects)).min(1).describe('aspects of a complaint that must all be asked for'),
    })
    .describe('met where the aspects of a complaint were asked for'),
  z.strictObject({ rule: z.literal('leads') }).describe('met where a question supplies its answer'),
  z
    .strictObject({
      rule: z.literal('bundles'),
      moreThan: z.int().min(1).describe('different things that may be asked for at once'),
    })
    .describe('met where more things were asked for in one turn'),
  z.strictObject({ rule: z.literal('repeats') }).describe('met where it is asked again what was answered'),
  z
    .strictObject({
      rule: z.literal('complaint-first'),
      atLeast: z.int().min(1).describe('questions on the complaint that must come before the background'),
      background: z.array(Id).min(1).describe('findings that are background; the family is, whatever is asked of it'),
    })
    .describe('met where the complaint is gone into before the background'),
  z.strictObject({ rule: z.literal('sums-up') }).describe('met where what was heard is said again, to be put right'),
  z.strictObject({ rule: z.literal('jargon') }).describe('met where a medical term is used and not explained'),
  z.strictObject({ rule: z.literal('names-cause') }).describe('met where the conclusion says what is the matter'),
  z.strictObject({ rule: z.literal('plans') }).describe('met where it is said what is to be done'),
  z
    .strictObject({ rule: z.literal('agrees') })
    .describe('met where the patient is asked whether the plan is all right'),
  z
    .strictObject({
      rule: z.literal('safety-net'),
      needs: z
        .array(z.enum(['signs', 'action']))
        .min(1)
        .describe('what it must hold'),
    })
    .describe('met where the patient is told what to look out for, and what to do then'),
  z
    .strictObject({
      rule: z.literal('asks-red-flags'),
      share: z.number().gt(0).max(1).describe('share of the warning signs that must be asked for'),
    })
    .describe('met where enough of the case’s warning signs were asked for; not applicable where none is known'),
  z
    .strictObject({
      rule: z.literal('urgency'),
      levels: z.array(Urgency).min(1).describe('urgencies of the true condition that it applies to'),
    })
    .describe('met where the patient is to be seen or treated in time; not applicable where nothing presses'),
  z
    .strictObject({ rule: z.literal('hands-on') })
    .describe('met where others are named who see the patient next; not applicable where nobody else is needed'),
  z
    .strictObject({ rule: z.literal('harmful-advice') })
    .describe('met where something is advised that is to be avoided with the true condition'),
  z
    .strictObject({ rule: z.literal('overcertain') })
    .describe('met where a diagnosis is called certain that nothing was examined or tested for'),
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
    for (const { path, message } of faultsOf(rubric.dimensions)) addIssue({ code: 'custom', path, message });
    for (const { path, message } of rubric.composite ? compositeFaults(rubric.composite, rubric.dimensions) : [])
      addIssue({ code: 'custom', path: ['composite', ...path], message });
  });
export type Rubric = z.infer<typeof Rubric>;

/** What stands twice, and what no consultation could meet. */
function faultsOf(dimensions: readonly { id: string; criteria: readonly Criterion[] }[]): RubricFault[] {
  const faults: RubricFault[] = [];
  const criteria = new Set<string>();
  const titles = new Set<string>();
  for (const [d, dimension] of dimensions.entries()) {
    if (titles.has(dimension.id))
      faults.push({ path: ['dimensions', d, 'id'], message: `dimension \`${dimension.id}\` stands twice` });
    titles.add(dimension.id);
    for (const [c, { id, check }] of dimension.criteria.entries()) {
      const path = ['dimensions', d, 'criteria', c];
      if (criteria.has(id)) faults.push({ path: [...path, 'id'], message: `criterion \`${id}\` stands twice` });
      // What a level counts is graded before it.
      if (check?.rule === 'overall-level' && check.of.includes(id))
        faults.push({ path: [...path, 'check', 'of'], message: `criterion \`${id}\` counts itself` });
      criteria.add(id);
      if (check)
        faults.push(
          ...checkFaults(check).map(({ path: own, message }) => ({ path: [...path, 'check', ...own], message })),
        );
    }
  }
  return faults;
}

interface RubricFault {
  readonly path: (string | number)[];
  readonly message: string;
}

function checkFaults(check: Check): RubricFault[] {
  const lists = Object.entries(check).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const faults = lists.flatMap(([name, list]) =>
    list.flatMap((one, index) =>
      typeof one === 'string' && list.indexOf(one) !== index
        ? [{ path: [name, index], message: `\`${one}\` stands twice` }]
        : [],
    ),
  );
  if (check.rule === 'asked' && check.findings !== undefined && check.atLeast > new Set(check.findings).size)
    faults.push({
      path: ['atLeast'],
      message: `asks for ${check.atLeast} of ${new Set(check.findings).size} findings: nobody could meet it`,
    });
  if (check.rule === 'overall-level')
    for (const [index, { from }] of check.bands.entries())
      if (check.bands.findIndex((band) => band.from === from) !== index)
        faults.push({ path: ['bands', index, 'from'], message: `two bands begin from ${from}` });
  return faults;
}
