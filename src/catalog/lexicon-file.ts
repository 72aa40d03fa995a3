import { z } from 'zod';
import { aspects } from './finding.ts';
import { Id } from './parts.ts';

/** A list, or one text with commas between: far quicker to read where there are thousands. */
const phrases = z.union([
  z.array(z.string().min(1)).min(1),
  z
    .string()
    .transform((text) => text.split(',').flatMap((phrase) => phrase.trim() || []))
    .pipe(z.array(z.string()).min(1)),
]);

/** How people name one finding when they speak of it. */
const FindingEntry = z.strictObject({
  finding: Id,
  phrases: phrases.default([]),
  aspects: z.partialRecord(z.enum(aspects), phrases).optional().describe('phrases that mean this aspect of it'),
  also: z
    .array(Id)
    .optional()
    .describe('findings that answer the same question: asked for a swelling, a patient tells of the swollen ankles'),
  family: Id.optional().describe('the finding that means the same in the family'),
});

/** A phrase that stands for several findings at once, such as "vital signs". */
const GroupEntry = z.strictObject({ phrases, findings: z.array(Id).min(1) });

/** A file of knowledge/lexicon. */
export const LexiconFile = z.array(z.union([FindingEntry, GroupEntry]));
export type LexiconFile = z.infer<typeof LexiconFile>;

/** knowledge/lexicon/drugs.yaml: what medicines are called, by class. */
export const DrugFile = z.record(Id, phrases);
export type DrugFile = z.infer<typeof DrugFile>;

/**
 * knowledge/lexicon/healthy.yaml: finding: what the state without it is called. "Do you enjoy things?" asks for a loss of
 * interest, and a yes says that there is none.
 */
export const HealthyFile = z.record(Id, phrases);
export type HealthyFile = z.infer<typeof HealthyFile>;

/**
 * knowledge/lexicon/body.yaml: the parts of the body, and what can be wrong with each. "Any pain in your knee or hip?" is
 * read from the two, without a phrase for every pair.
 */
export const BodyFile = z.strictObject({
  parts: z.record(Id, phrases),
  complaints: z.record(
    Id,
    z.strictObject({
      words: phrases,
      of: z
        .record(Id, Id)
        .describe(
          'part: the finding that means this complaint there; `any` where no part is named; a finding: what it means when that was last spoken of',
        ),
      each: z.boolean().default(false).describe('true where every part named is asked for'),
    }),
  ),
  modifiers: z.record(Id, z.array(Id).min(1)).describe('finding: the complaints that it says something more of'),
});
export type BodyFile = z.infer<typeof BodyFile>;

/** knowledge/lexicon/manner.yaml: how doctors' words are put. */
export const MannerFile = z.strictObject({
  empathy: phrases,
  dismissal: phrases,
  courtesy: phrases,
  greeting: phrases,
  open: phrases,
  fishing: phrases,
  reassurance: phrases,
  jargon: phrases,
  summary: phrases,
  rush: phrases,
});
export type MannerFile = z.infer<typeof MannerFile>;

/** What a doctor may do with words, besides asking for findings. */
const speechActs = [
  'greeting',
  'invitation',
  'screening',
  'asks-onset',
  'asks-character',
  'asks-modifiers',
  'asks-allergies',
  'asks-medicines',
  'views',
  'signpost',
  'summing',
  'confirming',
  'empathy',
  'courtesy',
  'dismissal',
  'understanding',
  'agreement',
  'doing',
  'watching',
  'seeking-help',
  'worsening',
  'urgent',
  'onward',
  'certainty',
  'technical',
  'postponing',
  'sending-home',
  'delaying',
  'asks-tried',
  'asks-trigger',
] as const;
export type SpeechAct = (typeof speechActs)[number];

/** knowledge/lexicon/speech.yaml: what a doctor does with words, which rules of a rubric read; the file says how. */
export const SpeechFile = z.strictObject({
  words: z.record(Id, z.array(z.string().min(1)).min(1)).describe('lists that a wording may name'),
  acts: z.record(
    z.enum(speechActs),
    z.strictObject({
      in: z.enum(['asking', 'telling', 'any']).describe('which sentences it is looked for in'),
      says: z.array(z.string().min(1)).min(1).describe('wordings that do it'),
      not: z.array(z.string().min(1)).default([]).describe('wordings in whose company nothing does it'),
    }),
  ),
});
export type SpeechFile = z.infer<typeof SpeechFile>;

/** What is read where the file cannot be: nothing that anybody says does anything. */
export function silent(): SpeechFile {
  const nothing = { in: 'any', says: ['^ $'], not: [] } as const;
  const acts = Object.fromEntries(speechActs.map((act) => [act, { ...nothing, says: [...nothing.says], not: [] }]));
  return SpeechFile.parse({ words: {}, acts });
}

/** knowledge/lexicon/advised.yaml: what items of a condition's plan are called in everyday words. */
export const AdvisedFile = z.array(
  z.strictObject({
    terms: z.array(z.string().min(1)).min(1).describe('terms as conditions have them'),
    also: z.array(z.string().min(1)).min(1).describe('what else is meant by an item that has one of them'),
  }),
);
export type AdvisedFile = z.infer<typeof AdvisedFile>;

/** The names of one diagnosis, a bar between them: commas stand in names. */
const namesOfOne = z
  .string()
  .transform((text) => text.split('|').flatMap((name) => name.trim() || []))
  .pipe(z.array(z.string()).min(1));

/** knowledge/lexicon/other-diagnoses.yaml: diagnoses that are none of the knowledge base's; the file says what for. */
export const OtherDiagnosesFile = z.strictObject({
  others: z.array(namesOfOne),
  kinds: z.array(namesOfOne).describe('kinds of a condition that the knowledge base has'),
  none: z.array(z.string().min(1)).describe('words that hold a name of a diagnosis and name none'),
});
export type OtherDiagnosesFile = z.infer<typeof OtherDiagnosesFile>;
