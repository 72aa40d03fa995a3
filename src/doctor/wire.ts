import { z } from 'zod';
import { Demographics } from '../catalog/parts.ts';
import type { Conclusion, DoctorAct } from '../events/act.ts';
import { Usage } from '../events/usage.ts';
import { conclusionText, type ReadAct } from './act-text.ts';
import type { DoctorCall } from './doctor.ts';

/** The version of what is said to and by a doctor from elsewhere. */
const wireVersion = 1;

const Image = z.strictObject({
  mediaType: z.string().describe('such as image/jpeg'),
  base64: z.string(),
  caption: z.string(),
});

const acts = ['ask', 'examine', 'order', 'conclude'] as const;

const Line = z.strictObject({
  speaker: z.enum(['patient', 'doctor', 'clinic']),
  text: z.string().describe('what was said, requested or reported'),
  act: z.enum(acts).optional().describe('of the doctor’s own lines: which act it was'),
  rationale: z.string().optional().describe('of the doctor’s own lines: what it said it thought'),
  images: z.array(Image).optional().describe('pictures that were shown with the line'),
});

/** What a doctor from elsewhere is sent for each of its turns: all there is to know, so that it need remember nothing. */
export const WireRequest = z.strictObject({
  v: z.literal(wireVersion),
  consultation: z.string().describe('tells consultations apart; the same whenever the same benchmark is run'),
  call: z
    .enum(['act', 'conclude', 'explain'])
    .describe('act: any act; conclude: the turns are spent; explain: words to the patient after the conclusion'),
  turn: z.int().min(1).describe('number of the act that is asked for'),
  turnsLeft: z.int().min(0).describe('turns in the budget, this one included'),
  attempt: z.int().min(1).describe('2 or 3 where an earlier reply to the same request was no act'),
  problem: z.string().nullable().describe('why that reply was no act'),
  patient: Demographics.extend({ setting: z.string().describe('where the patient is seen') }),
  conversation: z.array(Line).min(1).describe('from the patient’s opening words on'),
  diagnoses: z.array(z.string()).nullable().describe('all diagnoses that can be right, or null where any can'),
});
export type WireRequest = z.infer<typeof WireRequest>;

/** The longest text in an act. A patient who is told more has stopped listening. */
const longest = 20_000;

const said = z.string().trim().min(1).max(longest);
const maySay = z.string().trim().max(longest).nullish();
const probability = z.number().min(0).max(1).nullish();
const beside = {
  v: z.literal(wireVersion).optional(),
  rationale: maySay.describe('what the doctor thought; it is recorded, and the patient never hears it'),
  usage: Usage.nullish().describe('tokens that the reply took'),
};
const request = { text: said, ...beside };

/** What a doctor from elsewhere answers: one act. */
export const WireReply = z.discriminatedUnion(
  'act',
  [
    z.strictObject({ act: z.literal('ask'), ...request }),
    z.strictObject({ act: z.literal('examine'), ...request }),
    z.strictObject({ act: z.literal('order'), ...request }),
    z.strictObject({
      act: z.literal('conclude'),
      diagnosis: said.describe('the one diagnosis thought most likely'),
      probability: probability.describe('of that diagnosis'),
      differential: z
        .array(z.strictObject({ diagnosis: said, probability }))
        .max(100)
        .nullish()
        .describe('further diagnoses, likeliest first'),
      reasoning: maySay,
      plan: maySay.describe('examinations, tests and treatment'),
      safetyNet: maySay.describe('when to come back or seek help'),
      ...beside,
    }),
  ],
  { error: `choose one of ${acts.join(', ')}` },
);
type WireReply = z.infer<typeof WireReply>;

/** The act in a reply as it was received, or why it is none. */
export function readWireReply(text: string, call: DoctorCall): ReadAct {
  if (text.trim() === '') return { problem: 'it was empty' };
  // Bytes that are no UTF-8 have become this character by now.
  if (text.includes('\uFFFD')) return { problem: 'it is not UTF-8' };
  const json = parsed(text);
  if (json === undefined) return { problem: 'it is not JSON' };
  const checked = WireReply.safeParse(json);
  if (!checked.success) {
    const wrong = checked.error.issues.map(({ path, message }) => [...path, message].join(': '));
    return { problem: short(`it is not in the form of an act (${wrong.join('; ')})`) };
  }
  const { act } = checked.data;
  if (call === 'conclude' && act !== 'conclude')
    return { problem: `the turns are spent, and it was \`${act}\` instead of \`conclude\`` };
  if (call === 'explain' && act !== 'ask')
    return { problem: `after the conclusion there is only \`ask\`, with words to the patient; it was \`${act}\`` };
  return { act: asAct(checked.data) };
}

/** The tokens that a reply says it took, be it an act or not; null where it says nothing of them. */
export function usageIn(text: string): Usage | null {
  return z.object({ usage: Usage }).safeParse(parsed(text)).data?.usage ?? null;
}

function asAct(reply: WireReply): DoctorAct {
  const thought = reply.rationale ? { rationale: reply.rationale } : {};
  if (reply.act !== 'conclude') return { kind: reply.act, text: reply.text, form: 'json', ...thought };
  const { diagnosis, reasoning, plan, safetyNet } = reply;
  const differential = reply.differential ?? [];
  const probabilities = [reply, ...differential].map((named) => named.probability ?? null);
  const conclusion: Conclusion = {
    diagnosis,
    differential: differential.map((named) => named.diagnosis),
    ...(probabilities.some((stated) => stated !== null) ? { probabilities } : {}),
    reasoning: reasoning || null,
    plan: plan || null,
    safetyNet: safetyNet || null,
  };
  return { kind: 'conclude', text: conclusionText(conclusion), form: 'json', conclusion, ...thought };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Problems go into the journal and back to the doctor: a long one helps nobody. */
function short(problem: string): string {
  return problem.length > 400 ? `${problem.slice(0, 400)}…` : problem;
}
