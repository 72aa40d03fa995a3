import { z } from 'zod';
import { aspects } from './finding.ts';
import { Id } from './parts.ts';

const phrases = z.array(z.string().min(1)).min(1);

/** How people name one finding when they speak of it. */
const FindingEntry = z.strictObject({
  finding: Id,
  phrases,
  aspects: z.partialRecord(z.enum(aspects), phrases).optional().describe('phrases that mean this aspect of it'),
});

/** A phrase that stands for several findings at once, such as "vital signs". */
const GroupEntry = z.strictObject({ phrases, findings: z.array(Id).min(1) });

/** A file of knowledge/lexicon. */
export const LexiconFile = z.array(z.union([FindingEntry, GroupEntry]));
export type LexiconFile = z.infer<typeof LexiconFile>;

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
