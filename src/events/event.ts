import { z } from 'zod';
import { aspects } from '../catalog/finding.ts';
import { Demographics } from '../catalog/parts.ts';
import { ActForm, Conclusion } from './act.ts';
import { Usage } from './usage.ts';

/** The version of the journal's lines. Older ones must stay readable. */
export const eventVersion = 1;

/** A finding (or a fact that only this case has) that somebody's words are about. */
export const Mention = z.strictObject({
  finding: z.string().nullable().describe('id in the vocabulary; null for a fact without one'),
  fact: z.string().nullable().describe('id of the fact of this case that was meant, where one was'),
  aspect: z.enum(aspects),
  resolved: z.boolean().describe('true where the words referred to what was last spoken of'),
});
export type Mention = z.infer<typeof Mention>;

/** How the doctor's words were put. */
export const Manner = z.strictObject({
  form: z.enum(['open', 'closed', 'statement']),
  several: z.boolean(),
  leading: z.boolean(),
  repeated: z.boolean(),
  jargon: z.boolean(),
  empathy: z.boolean(),
  courtesy: z.boolean(),
  dismissal: z.boolean(),
  // journals written before it was looked for do not have it
  rush: z.boolean().default(false).describe('hurries the patient, or rushes to close'),
  fishing: z.boolean().describe('asks the patient for the diagnosis, or to step out of the role'),
});
export type Manner = z.infer<typeof Manner>;

/** What the embedded reader understood in the doctor's words. It alone is priced in bits. */
export const Reading = z.strictObject({
  mentions: z.array(Mention),
  manner: Manner,
  understood: z.boolean().describe('false where the words asked something and nothing in them was recognised'),
  lexicon: z.string().describe('hash of the lexicon that read them'),
});
export type Reading = z.infer<typeof Reading>;

/** One thing the patient's or the clinic's words told. */
export const Told = z.strictObject({
  fact: z.string().nullable().describe('id of the case’s fact; null for a default denial'),
  finding: z.string().nullable(),
  aspect: z.enum(aspects),
  value: z.string().nullable().describe('value of the finding or aspect as told; null for free words'),
  as: z.enum(['true', 'distorted', 'denied']),
  basis: z.enum(['fact', 'default']),
});
export type Told = z.infer<typeof Told>;

const mood = {
  rapport: z.enum(['guarded', 'neutral', 'trusting']),
  patience: z.enum(['calm', 'irritated', 'leaving']),
};

const spoken = {
  text: z.string(),
  reading: Reading,
  told: z.array(Told),
  ...mood,
  checks: z
    .array(
      z.strictObject({
        check: z.string(),
        passed: z.boolean(),
        attempt: z.int().optional(),
        why: z.string().optional(),
      }),
    )
    .describe('what was looked at in a model’s words before they were used, attempt by attempt'),
  spokenBy: z
    .enum(['embedded', 'model', 'fallback'])
    .optional()
    .describe('who put it into words; fallback: the embedded patient, as the model’s words passed no check'),
  modelReading: z
    .array(Mention)
    .optional()
    .describe('what a model made of the doctor’s words, where one read them; it steers the answer and is not priced'),
};

const acted = {
  text: z.string(),
  form: ActForm,
  usage: Usage.nullable(),
  rationale: z.string().optional().describe('what the doctor thought before it spoke; the patient never hears it'),
};

/** A picture that was shown to the doctor. */
export const ShownImage = z.strictObject({
  file: z.string().describe('as the case’s file names it'),
  caption: z.string(),
  alternative: z.string().describe('what is to be seen on it, for whoever cannot see it'),
});
export type ShownImage = z.infer<typeof ShownImage>;
const images = z.array(ShownImage).optional();

/** How a consultation ended; `by` says whose fault a failure was. */
export const ConsultationEnd = z.enum(['concluded', 'exhausted', 'abandoned', 'failed']);
export type ConsultationEnd = z.infer<typeof ConsultationEnd>;

export const Role = z.enum(['doctor', 'patient', 'clinic', 'assessor']);
export type Role = z.infer<typeof Role>;

const bodies = [
  z.strictObject({
    type: z.literal('patient.opened'),
    text: z.string(),
    demographics: Demographics,
    setting: z.string(),
    told: z.array(Told),
    images,
    ...mood,
  }),
  z.strictObject({ type: z.literal('patient.answered'), ...spoken }),
  z.strictObject({ type: z.literal('patient.askedBack'), ...spoken }),
  z.strictObject({ type: z.literal('patient.refused'), ...spoken }),
  z.strictObject({ type: z.literal('patient.left'), ...spoken }),
  z.strictObject({ type: z.literal('doctor.asked'), ...acted }),
  z.strictObject({ type: z.literal('doctor.examined'), ...acted }),
  z.strictObject({ type: z.literal('doctor.ordered'), ...acted }),
  z.strictObject({ type: z.literal('doctor.concluded'), ...acted, conclusion: Conclusion }),
  z.strictObject({
    type: z.literal('clinic.reported'),
    text: z.string(),
    mentions: z.array(Mention).describe('the examinations or tests that were asked for'),
    understood: z.boolean(),
    told: z.array(Told),
    lexicon: z.string(),
    images,
  }),
  z.strictObject({
    type: z.literal('belief.probed'),
    differential: z
      .array(z.strictObject({ diagnosis: z.string(), probability: z.number().min(0).max(1).nullable() }))
      .describe('what the doctor believes after this turn, likeliest first; asked outside the conversation'),
    usage: Usage.nullable(),
  }),
  z.strictObject({
    type: z.literal('call.failed'),
    role: Role,
    code: z.string(),
    message: z.string(),
    attempt: z.int(),
  }),
  z.strictObject({
    type: z.literal('consultation.ended'),
    how: ConsultationEnd,
    by: z.enum(['doctor', 'patient', 'infrastructure']).nullable(),
    code: z.string().nullable(),
  }),
] as const;

const stamp = {
  v: z.literal(eventVersion),
  run: z.string(),
  consultation: z.string(),
  seq: z.int().min(0).describe('place in the consultation, from 0'),
  turn: z.int().min(0).describe('0 is the opening; a doctor’s act and its reply share a number'),
  at: z.string().describe('ISO 8601 time'),
};

/** What an actor reports; the consultation stamps it with where and when. */
export type EventBody = z.infer<(typeof bodies)[number]>;
type EventStamp = {
  v: typeof eventVersion;
  run: string;
  consultation: string;
  seq: number;
  turn: number;
  at: string;
};

/** One line of a run's journal. */
export type ConsultationEvent = EventBody & EventStamp;

/** Reads a journal's line; our own events are built typed and not parsed again. */
export const ConsultationEvent: z.ZodType<ConsultationEvent> = z.discriminatedUnion(
  'type',
  bodies.map((body) => body.extend(stamp)) as unknown as readonly [(typeof bodies)[0]], // map() loses the tuple's length
) as unknown as z.ZodType<ConsultationEvent>;

/** The events of one or several types, as a type. */
export type BodyOf<T extends EventBody['type']> = Extract<EventBody, { type: T }>;
export type DoctorBody = BodyOf<'doctor.asked' | 'doctor.examined' | 'doctor.ordered' | 'doctor.concluded'>;
export type PatientReply = BodyOf<'patient.answered' | 'patient.askedBack' | 'patient.refused' | 'patient.left'>;

export function isDoctorsAct<E extends { type: string }>(event: E): event is E & DoctorBody {
  return event.type.startsWith('doctor.');
}

export function isPatientsReply<E extends { type: string }>(event: E): event is E & PatientReply {
  return event.type.startsWith('patient.') && event.type !== 'patient.opened';
}
