import { z } from 'zod';

/** How an act came out of its doctor: built in, by a tool call, by an `EXAMINE:` line, as bare words, or as JSON. */
export const ActForm = z.enum(['embedded', 'tool', 'line', 'words', 'json', 'person']);
export type ActForm = z.infer<typeof ActForm>;

/** What a doctor says when it ends the history: the diagnosis first, the rest where it was given. */
export const Conclusion = z.strictObject({
  diagnosis: z.string().describe('the first-ranked diagnosis, in the doctor’s words'),
  differential: z.array(z.string()).describe('further diagnoses, likeliest first'),
  probabilities: z
    .array(z.number().min(0).max(1).nullable())
    .optional()
    .describe('as the doctor stated them: of the diagnosis, then of each of the differential'),
  votes: z
    .array(z.strictObject({ diagnosis: z.string(), count: z.int().min(1) }))
    .optional()
    .describe('where a model was asked several times: how often each diagnosis came first'),
  reasoning: z.string().nullable(),
  plan: z.string().nullable().describe('examinations, tests and treatment, in the doctor’s words'),
  safetyNet: z.string().nullable().describe('when to come back or seek help'),
});
export type Conclusion = z.infer<typeof Conclusion>;

interface Acted {
  readonly text: string;
  readonly form: ActForm;
  /** What the doctor thought before it spoke. The patient never hears it. */
  readonly rationale?: string;
}

/** One act of a doctor. All of it is text: nothing else passes the door. */
export type DoctorAct =
  | (Acted & { readonly kind: 'ask' | 'examine' | 'order' })
  | (Acted & { readonly kind: 'conclude'; readonly conclusion: Conclusion });
