import { z } from 'zod';
import { aspects } from './finding.ts';
import { Demographics, Id } from './parts.ts';

export const tiers = ['volunteered', 'open', 'direct', 'guarded'] as const;
export type Tier = (typeof tiers)[number];

const says = z.partialRecord(z.enum(aspects), z.string().min(1));

/** Something true of this patient: a finding with a value, or free words under a name of their own. */
export const Fact = z
  .strictObject({
    finding: Id.optional().describe('id in the vocabulary; `anamnesis list findings` shows all'),
    name: Id.optional().describe('for a fact that is no finding; matched by its own words and section'),
    section: Id.optional().describe('part of the history it belongs to, such as past-illnesses'),
    value: z.enum(['present', 'absent']).default('present').describe('whether this patient has it'),
    aspects: z
      .partialRecord(z.enum(aspects).exclude(['presence']), Id)
      .optional()
      .describe('values that move the belief; those of `says` must fit them'),
    tier: z
      .enum(tiers, { error: ({ input }) => `"${String(input)}" is no tier; choose ${tiers.join(', ')}` })
      .describe('told in the opening, to an open question, only when asked for, or only with trust'),
    says: says.optional().describe('the patient’s own words, by what was asked about'),
    knownToProxy: z.boolean().optional().describe('known to somebody who speaks for the patient'),
    atypical: z.boolean().optional().describe('rare in the true condition, and meant'),
  })
  .superRefine((fact, { addIssue }) => {
    if ((fact.finding === undefined) === (fact.name === undefined))
      addIssue({ code: 'custom', message: 'a fact has either `finding` or `name`' });
    if (fact.value === 'present' && fact.says?.presence === undefined)
      addIssue({
        code: 'custom',
        path: ['says'],
        message: 'says.presence is missing: what does the patient say of it?',
      });
    if (fact.value === 'absent' && fact.aspects !== undefined)
      addIssue({ code: 'custom', path: ['aspects'], message: 'an absent finding has no aspects' });
  });
export type Fact = z.infer<typeof Fact>;

/** A picture that goes with a report. Its file is checked by the loader: that it is there, what its bytes are, its size. */
const Image = z.strictObject({
  file: z.string().min(1).describe('PNG, JPEG, WebP or GIF, below 4 MiB; the path is seen from the case’s file'),
  caption: z.string().min(1).describe('what stands below it'),
  alternative: z.string().min(1).describe('what is to be seen on it, for whoever cannot see it; names no diagnosis'),
  licence: z.string().min(1).describe('on what terms others may use it, and whose it is'),
});

/** A report that the clinic gives when the examination or test is asked for. */
export const Report = z
  .strictObject({
    finding: Id.optional().describe('id in the vocabulary, of that kind'),
    name: z.string().min(1).describe('name of the examination or test, as it would be asked for'),
    value: z.enum(['present', 'absent']).optional().describe('present: the finding is there, the result abnormal'),
    report: z.string().min(1).describe('in clinical words'),
    image: Image.optional().describe('the picture that was taken'),
    namesTruth: z.boolean().optional().describe('the report gives the diagnosis away'),
    atypical: z.boolean().optional().describe('rare in the true condition, and meant'),
  })
  .refine((report) => report.finding === undefined || report.value !== undefined, {
    error: 'a report of a finding has a value, present or absent',
    path: ['value'],
  });
export type Report = z.infer<typeof Report>;

const Truth = z
  .strictObject({
    condition: Id.optional().describe('id in the knowledge base; `anamnesis list conditions` shows all'),
    name: z.string().min(1).optional().describe('for a diagnosis outside the knowledge base'),
    icd10: z.string().optional(),
    mustAsk: z.array(Id).describe('findings that a thorough doctor asks about'),
    redFlags: z.array(Id).describe('findings that would call for haste'),
    management: z.array(z.string()).optional().describe('notes for the assessor'),
  })
  .refine((truth) => truth.condition !== undefined || truth.name !== undefined, {
    error: 'the truth has a `condition` of the knowledge base or a `name`',
  });

/** Somebody who speaks for the patient: a parent, a spouse, a carer. Knows only the facts marked `knownToProxy`. */
const CaseProxy = z.strictObject({
  relation: z.string().min(1).describe('who it is to the patient: mother, husband, daughter, carer'),
  patient: z.string().min(1).describe('what the proxy calls the patient: a name, or my mother'),
  pronoun: z.enum(['he', 'she']).describe('how the proxy speaks of the patient'),
});

/** Who speaks for a patient, and what they do not know of them: true, and never to be heard in this consultation. */
export interface Spokesperson extends z.infer<typeof CaseProxy> {
  readonly doesNotKnow: readonly CaseFact[];
}

/** One standardised patient, as its author writes it. Only the loader sees it whole. */
export const CaseFile = z.strictObject({
  id: Id.describe('what files and commands call it; it is seen by whoever plays the doctor and names no diagnosis'),
  title: z.string().min(1).describe('for authors; the doctor never sees it'),
  source: z.string().min(1).describe('where the case comes from'),
  licence: z.string().min(1).describe('on what terms others may use it'),
  demographics: Demographics,
  setting: z.string().min(1).describe('where they meet'),
  proxy: CaseProxy.optional().describe('who speaks, where the patient does not; all words are then theirs'),
  opening: z.string().min(1).describe('the chief complaint in the patient’s words; tells the volunteered facts'),
  unlisted: z.enum(['absent', 'unknown']).describe('what holds where the case is silent'),
  facts: z.array(Fact).min(1).describe('what is true of this patient, in the order in which it is told'),
  examinations: z.array(Report).describe('what an examination finds, where the doctor makes it'),
  tests: z.array(Report).describe('what a test finds, where the doctor orders it'),
  truth: Truth.describe('what only the assessor sees'),
});
export type CaseFile = z.infer<typeof CaseFile>;

/** A fact with the id that events name it by: its finding’s, or its own name. */
export type CaseFact = Fact & { readonly id: string };

/** A report with its id: its finding’s, or its name as an id. */
export type CaseReport = Report & { readonly id: string };

/** What patient and clinic may see. Neither title nor diagnosis is among it. */
export interface PatientCase {
  readonly id: string;
  readonly demographics: Demographics;
  /** Where they meet, and who speaks where the patient does not. */
  readonly setting: string;
  /** Null where patients speak for themselves. */
  readonly proxy: Spokesperson | null;
  readonly opening: string;
  readonly unlisted: 'absent' | 'unknown';
  /** What can be heard: where somebody else speaks, what they know. */
  readonly facts: readonly CaseFact[];
  readonly examinations: readonly CaseReport[];
  readonly tests: readonly CaseReport[];
}

/** What only the assessor may see. */
export interface CaseTruth {
  readonly case: string;
  readonly title: string;
  /** The condition’s id in the knowledge base, or null where the diagnosis is not in it. */
  readonly condition: string | null;
  /** The diagnosis by name. */
  readonly name: string;
  readonly icd10: string | null;
  readonly mustAsk: readonly string[];
  readonly redFlags: readonly string[];
  readonly management: readonly string[];
}
